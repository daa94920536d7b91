"""One clause of a plain sentence read: the usage it stands for, and what was taken for granted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from energy.book.factor_book import FactorBook
from energy.book.models import AudioModel, AudioService
from energy.book.records import Activity, AudioKind
from energy.reading.amounts import ANSWER_TOKENS, read_duration, read_size, tokens_named, tokens_of
from energy.reading.count_extraction import count_in, whole
from energy.reading.model_mentions import MARK, Spoken
from energy.reading.nouns import head, nouns
from energy.reading.patterns import (
    BARE_LENGTH,
    CLOCK,
    LENGTH,
    MONEY,
    NOISE,
    PARTS_OF_TEXT,
    SIZE,
    STEPS,
    TIMES,
    TOKENS,
    VAGUE,
    VAGUE_TIME,
    VAGUE_TOKENS,
)
from energy.reading.subject import says_reasoning, subject_noun
from energy.reading.vocabulary import SONGS, Noun, each
from energy.usage.settings import Settings
from energy.usage.usage import Usage

DEFAULT_VIDEO_S = 5.0
DEFAULT_SOUND_S = 10.0
DEFAULT_SONG_S = 180.0
DEFAULT_SPEECH_S = 60.0
_SIZES = (
    (re.compile(r"full|pleine"), "1080p"),
    (re.compile(r"ultra|tres"), "4k"),
    (re.compile(r"def"), "hd"),
    (re.compile(r"1080i"), "1080p"),
)
_LINES_OF = {"480": "480p", "540": "540p", "720": "720p", "1080": "1080p", "1440": "1440p", "2160": "2160p"}
# How "translation", "traduction", "translate", "traduire" begin, and transcriptions with them.
_TRANSLATION = "tra"
_SOURCES = frozenset(
    each(
        "report rapport rapports document documents book livre article text texte paper pdf essay contract contrat"
        " novel file fichier transcript memo these thesis"
    )
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A usage and what was taken for granted in reading it (codes: duration, length, count, model)."""

    usage: Usage
    assumed: tuple[str, ...]


def model_for(model: Spoken, activity: Activity, book: FactorBook) -> str | None:
    """The id of a model that makes this: itself, or what its maker calls "gemini image"."""
    if book.models[model.identity].activity == activity:
        return model.identity
    other = book.model_names.exact(f"{model.name} {activity}")
    return other if other and book.models[other].activity == activity else None


class Clause:
    """A clause from which what was understood is taken out, piece by piece."""

    def __init__(self, text: str, models: dict[str, Spoken], shared: str, book: FactorBook) -> None:
        self.whole, self.rest = text, text
        self.models, self.book = models, book
        self.named, self.shared = MARK.findall(text), shared
        self.assumed: list[str] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of a pattern, taken out of the clause."""
        if found := pattern.search(self.rest):
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"
        return found

    def reading(self) -> Reading | None:
        """The usage in the clause, or None where there is none."""
        makes = [self.book.models[self.models[mark].identity].activity for mark in self.named]
        noun = subject_noun(self.whole, makes, self._can_make)
        if noun is None:
            return None
        model = self._model_of(noun.activity)
        self.rest = MONEY.sub(" ", NOISE.sub(" ", self.rest))
        if noun.activity == "text":
            self.rest = PARTS_OF_TEXT.sub(" ", self.rest)
        settings = self._picture_settings(noun.activity)
        length_s = self._length(noun)
        tokens = self._tokens(noun)
        times = self.take(TIMES)
        amount = self._amount(noun, length_s, tokens)
        if kind := self._kind(noun, model):
            settings = replace(settings, kind=kind)
        count = count_in(self.rest, self.whole, noun.activity)
        if times:
            count = (count or 1) * whole(times[1] or times[2] or times[3])
        if count is None or (VAGUE.search(VAGUE_TOKENS.sub("", VAGUE_TIME.sub("", self.whole)))):
            self.assumed.append("count")
        if model is None:
            self.assumed.append("model")
        usage = Usage(noun.activity, amount, 1 if count is None else count, model, settings)
        return Reading(usage, tuple(self.assumed))

    def _model(self, mark: str, activity: Activity) -> str | None:
        return model_for(self.models[mark], activity, self.book)

    def _can_make(self, activity: Activity) -> bool:
        return any(self._model(mark, activity) for mark in self.named)

    def _model_of(self, activity: Activity) -> str | None:
        """The model of the clause, else one that the whole sentence shares."""
        own = (self._model(mark, activity) for mark in self.named)
        shared = (self.models[mark].identity for mark in self.shared)
        fitting = (identity for identity in shared if self.book.models[identity].activity == activity)
        return next((identity for identity in (*own, *fitting) if identity), None)

    def _picture_settings(self, activity: Activity) -> Settings:
        sizes = []
        while size := self.take(SIZE):
            sizes.append(_resolution(size))
        if activity not in ("video", "image"):
            return Settings()
        width, height = None, None
        if sizes:
            width, height = read_size(next((s for s in sizes if s[0].isdigit()), sizes[0]))
        steps = self.take(STEPS)
        return Settings(width, height, int(steps[1] or steps[2]) if steps else None)

    def _length(self, noun: Noun) -> float | None:
        found = self.take(LENGTH) or self.take(CLOCK)
        if found is None and noun.activity in ("video", "audio"):
            lead = head(self.rest)
            bare = BARE_LENGTH.match(self.rest, lead.end) if lead and not lead.noun.plural else None
            return read_duration(bare[1]) if bare else None
        while found and (LENGTH.search(self.rest)) and self.take(LENGTH):
            pass
        return read_duration(found[0].replace("-", " ")) if found else None

    def _tokens(self, noun: Noun) -> float | None:
        """Tokens said; not those of the text that a summary is made of."""
        tokens = None
        while found := TOKENS.search(self.rest):
            if tokens is None and not (noun.firm and self._is_source(found)):
                tokens = tokens_of(found[1], "", found[2])
            self.take(TOKENS)
        return tokens

    def _is_source(self, found: re.Match[str]) -> bool:
        """Whether tokens are those of a text that is summed up, not those of its summary.

        They are its own where a translation leads (it is as long as what it translates) or "in", "en" stands before
        them; a source's where a document follows them, or where they are the second thing named.
        """
        things = [f for f in nouns(self.rest) if f.noun.activity != "audio" or f.noun.firm]
        before = [f for f in things if f.end <= found.start()]
        after = self.rest[found.end() :].split()
        if before and before[0].word.startswith(_TRANSLATION):
            return False
        if re.search(r"\b(?:in|en|into|within|to)\s+(?:about\s+|environ\s+)?$", self.rest[: found.start()]):
            return False
        if before and after and after[0] in _SOURCES:
            return True
        if re.search(r"\b(?:of|de|d)\s+\d*\s*$", self.rest[: found.start()]) and len(before) == 1:
            return bool(after and before[0].noun.verb)
        return len(before) > 1

    def _amount(self, noun: Noun, length_s: float | None, tokens: float | None) -> float:
        if noun.activity == "image":
            return 1.0
        if noun.activity == "text":
            if tokens is not None:
                if VAGUE_TOKENS.search(self.whole):
                    self.assumed.append("length")
                return tokens
            named = next((t for word in self.rest.split() if (t := tokens_named(word)) is not None), None)
            if named is None:
                self.assumed.append("length")
            return ANSWER_TOKENS if named is None else named
        if length_s is None or VAGUE_TIME.search(self.whole):
            self.assumed.append("duration")
        if length_s is not None:
            return length_s
        if noun.activity == "video":
            return DEFAULT_VIDEO_S
        lead = head(self.whole)
        if lead and lead.word in SONGS:
            return DEFAULT_SONG_S
        kind = noun.kind or self._model_kind(noun)
        return DEFAULT_SPEECH_S if kind in ("speech", "transcription") else DEFAULT_SOUND_S

    def _model_kind(self, noun: Noun) -> AudioKind | None:
        model = self._model_of(noun.activity)
        record = self.book.models[model] if model else None
        return record.kinds[0] if isinstance(record, AudioModel | AudioService) else None

    def _kind(self, noun: Noun, model: str | None) -> str | None:
        if noun.activity == "audio":
            return noun.kind or (self._model_kind(noun) if model else None)
        return "reasoning" if noun.activity == "text" and says_reasoning(self.whole) else None


def _resolution(size: re.Match[str]) -> str:
    if named := size[1]:
        for pattern, meant in _SIZES:
            if pattern.search(named):
                return meant
        return re.sub(r"px", "", named).replace("sur", "x")
    number = size[2] or size[3] or size[4]
    return _LINES_OF.get(number, number)
