"""What a claim states: that a use of AI takes so much energy, carbon or water, or as much as something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from energy.book.factor_book import FactorBook
from energy.claims.equivalent_mentions import likened
from energy.reading.nouns import nouns
from energy.reading.patterns import TOKENS
from energy.reading.quantities import Quantity, plain_claim, quantities
from energy.reading.reader import Reading, read
from energy.usage.usage import Usage
from energy.values.errors import Refusal
from energy.values.interval import Interval

What = Literal["energy", "power", "carbon", "water", "like", "use"]
Bound = Literal["about", "over", "under", "upto"]
_WHAT_OF: dict[str, What] = {"energy": "energy", "power": "power", "mass": "carbon", "volume": "water"}
_CARBON = re.compile(r"\b(?:co2e?|carbone?|emissions?|emet\w*|emit\w*|greenhouse|ges|ghg)\b")
_WATER = re.compile(r"\b(?:water|eau|drinks?|boit|boire)\b|\beau\b")
_TRAINING = re.compile(r"\b(?:train(?:s|ed|ing)?|entrain\w+|pre-?train\w*)\b")
_LARGE = re.compile(
    r"\b(?:data\s?-?\s?cent(?:er|re)s?|centres? de donnees|server farms?|gpus?|serveurs?|servers?|industry|industrie)\b"
)
_ORDINARY = re.compile(
    r"\b(?:stream\w*|netflix|youtube|tiktok|spotify|disney|watch\w*|regard\w+|visionn\w*|listen\w*|ecout\w+|send\w*|envo\w+"
    r"|print\w*|imprim\w*|download\w*|telecharg\w*|upload\w*|film(?:ing|er|ed)|shoot\w*|tourn(?:er"
    r"|age)|zoom|visio\w*|phone calls?"
    r"|e-?mails?|mails?|courriels?|sms|texts?|textos?|tweets?|posts?|films?|movies?|songs?|chansons?|books?|livres?|recherches?"
    r"|search(?:es)?|articles?)\b"
)
_AI = re.compile(
    r"\b(?:a\.?i|i\.?a|genai|artificial|artificielle|gener\w+|chatbots?|chat\s?gpt|gpt\S*|gemini|claude|mistral|lechat|llama\S*|deepseek|grok"
    r"|copilot|llms?|models?|modeles?|prompts?|sora|veo|kling|runway|midjourney|dall-?e"
    r"|stable diffusion|flux|suno|whisper)\b"
)
_PERIOD = re.compile(
    r"\b(?:per|par|each|every|chaque|1|a)\s+(?:day|jour|week|semaine|month|mois|year|an|annee)\b"
    r"|\b(?:daily|weekly|monthly|yearly|annual(?:ly)?|annuel\w*|quotidien\w*|mensuel\w*)\b"
)
_DENIAL = re.compile(
    r"\b(?:not|never|cannot|hardly|jamais|aucunement)\b|n't\b|(?<!du )\bpas\b|\b(?:false|untrue|myth"
    r"|mythe|faux|fausse|wrong)\b"
)
_NO_MORE = re.compile(
    r"\b(?:no|not|pas|n't(?:\s\w+){0,2})\s+(?:any\s+)?(?:more|plus|over|above|exceed)\b(?:\s+(?:than|que|de|d))?"
)
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("under", _NO_MORE),
    ("upto", re.compile(r"\b(?:up|jusqu\W*(?:to)?)\s*(?:to)?\s*$|\bas much as\s*$|\b(?:max(?:imum)?)\b")),
    ("under", re.compile(r"\b(?:less|fewer|moins)\b|\b(?:under|below|at most|au plus|sous)\b")),
    ("over", re.compile(r"\b(?:more|plus)\b|\b(?:over|above|at least|au moins|exceed\w*|depass\w*|minimum)\b")),
)
_LIKE = re.compile(
    r"\b(?:as (?:much|many|hungry|bad|dirty)(?:\s+\w+){0,3}?\s+as|aussi \w+ que|autant"
    r"(?:\s+\w+){0,4}?\s+qu\W?e?|equivalent(?:e|s)?|equivaut|equivalait"
    r"|equals?|equal to|same(?:\s+\w+){0,3}?\s+as|meme(?:\s+\w+){0,3}?\s+que?|like|comme|than|que"
    r"|matches|represente|worth of)\b|=|≈|~"
)
_TIMES_MORE = re.compile(
    r"\b(?:more|plus|as|the|la|l|autant|higher|worse|hungr\w+|greater|bigger|pire|superieur\w*|of|de)\b"
)
_TIMES_LESS = re.compile(r"\b(?:less|fewer|moins|lower|smaller|greener|cleaner|better|inferieur\w*)\b")
_BEFORE_CHARACTERS = 32
_MOST_CHARACTERS = 200


class Gap(StrEnum):
    """Why a text states nothing that arithmetic can check."""

    AMOUNT = "amount"
    SUBJECT = "subject"
    PER_WHAT = "per_what"
    PERIOD = "period"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Amount:
    """So much as was stated: Wh, W, g of CO2e or mL, or so many of an everyday use (`like`) or of a usage (`use`)."""

    what: What
    value: Interval
    bound: Bound = "about"
    of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The uses of AI a claim speaks of, all together, what it says they take, and what was taken for granted."""

    usages: tuple[Usage, ...]
    amount: Amount
    assumed: tuple[str, ...] = ()


def read_statement(text: str, book: FactorBook) -> Statement | Gap:
    """What a claim states in numbers, or what it lacks."""
    plain = plain_claim(text)
    if len(plain) > _MOST_CHARACTERS:
        return Gap.AMOUNT
    if _TRAINING.search(plain) or _LARGE.search(plain):
        return Gap.SUBJECT
    found = _amount(plain) or _by_another_use(plain, book)
    if found is None:
        return Gap.AMOUNT
    amount, rest = found
    readings = _readings(rest, book)
    if not readings:
        return Gap.PER_WHAT if _AI.search(rest) else Gap.SUBJECT
    if _ORDINARY.search(rest) and not _AI.search(rest):
        return Gap.SUBJECT
    if _is_over_time(rest, readings):
        return Gap.PERIOD
    if not (nouns(rest) or TOKENS.search(rest)) and not re.search(r"\d", rest):
        return Gap.PER_WHAT
    if _DENIAL.search(_NO_MORE.sub(" ", rest)):
        return Gap.DENIED
    assumed = tuple(dict.fromkeys(code for reading in readings for code in reading.assumed))
    return Statement(tuple(reading.usage for reading in readings), amount, assumed)


def _amount(plain: str) -> tuple[Amount, str] | None:
    """The first amount said in units, else in everyday uses; and the claim without it."""
    alike = likened(plain)
    measured = [q for q in quantities(plain) if _counts(q, plain)]
    if alike:
        # Watts beside an everyday use are that of the appliance, seconds inside it are its own.
        measured = [q for q in measured if q.kind != "power" and not alike.start <= q.start < alike.end]
    if measured:
        one = measured[0]
        rest = plain
        for other in measured:
            rest = rest[: other.start] + " " * (other.end - other.start) + rest[other.end :]
        if alike:
            rest = rest[: alike.start] + " " * (alike.end - alike.start) + rest[alike.end :]
        return Amount(_WHAT_OF[one.kind], one.range, _bound(plain, one.start)), _without_stuff(rest)
    if alike and alike.times > 0:
        rest = f"{plain[: alike.start]} {plain[alike.end :]}"
        amount = Amount("like", Interval.exactly(alike.times), _bound(plain, alike.start), alike.id)
        return amount, rest
    return None


def _counts(one: Quantity, plain: str) -> bool:
    """Whether an amount is one of energy, power, carbon or water."""
    if one.kind == "mass":
        return bool(_CARBON.search(plain))
    if one.kind == "volume":
        return bool(_WATER.search(plain)) or not _CARBON.search(plain)
    return one.kind in _WHAT_OF and one.low > 0


def _by_another_use(plain: str, book: FactorBook) -> tuple[Amount, str] | None:
    """One use of AI as so many of another: "a video takes as much as 100 images", "60 times more than a text"."""
    said = [q for q in quantities(plain) if q.kind == "times"]
    for cut in reversed(list(_LIKE.finditer(plain))):
        left, right = plain[: cut.start()], plain[cut.end() :]
        first, second = _readings(_unsaid(left, said), book), _readings(right, book)
        if len(first) != 1 or len(second) != 1 or not (nouns(left) and nouns(right)):
            continue
        times, other = 1.0, second[0].usage
        if said:
            about = plain[said[0].end :]
            fewer, more = _TIMES_LESS.search(about), _TIMES_MORE.search(about)
            less = bool(fewer) and (more is None or fewer.start() < more.start() or fewer.start() < len(about))  # type: ignore[union-attr]
            times = 1 / said[0].low if less and said[0].low > 0 else said[0].low
        elif first[0].usage.count == other.count == 1 and not re.search(
            r"=|≈|autant|equi|equal|same|meme|as much", cut[0]
        ):
            continue
        amount = Amount("use", Interval.exactly(times), "about", other.text)
        return amount, _unsaid(left, said)
    return None


def _unsaid(text: str, said: list[Quantity]) -> str:
    for one in said:
        if one.end <= len(text):
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _readings(text: str, book: FactorBook) -> tuple[Reading, ...]:
    try:
        return read(text, book)
    except Refusal:
        return ()


def _is_over_time(rest: str, readings: tuple[Reading, ...]) -> bool:
    return bool(_PERIOD.search(rest)) and all("count" in r.assumed or r.usage.count == 1 for r in readings)


def _bound(plain: str, start: int) -> Bound:
    """What the words right before an amount make of it."""
    before = plain[max(0, start - _BEFORE_CHARACTERS) : start]
    for bound, words in _BOUNDS:
        if words.search(before):
            return bound
    return "about"


def _without_stuff(rest: str) -> str:
    """The claim without the words for what was measured, which name no use of AI."""
    return re.sub(r"\b(?:of|de|d|du)?\W*\b(?:co2e?|water|eau|electricity|electricite)\b", " ", rest)
