"""How many things a clause counts, and what to say of a text that counts nothing readable."""

from __future__ import annotations

import re

from energy.book.records import Activity
from energy.reading.model_mentions import MARK
from energy.reading.nouns import Found, head, nouns
from energy.reading.patterns import AFTER_NOUN, BATCHES, HELD, NUMBER, VERSION
from energy.reading.vocabulary import HOLDERS, NOUNS
from energy.values.errors import Refusal

_LARGEST_COUNT_DIGITS = 30


def unreadable(text: str) -> Refusal:
    """The refusal of a text in which no use of AI can be read."""
    return Refusal(
        "ask.unreadable",
        f"I can't read a use of AI in {text[:60]!r}. Try: video 5s, 4 images, a 1 page answer with gpt-4o, "
        "10s of music, or a 10 second 1080p clip with veo.",
        read=text[:60],
    )


def whole(number: str) -> int:
    """A whole number of any length, cut to what no count exceeds."""
    return int(number[:_LARGEST_COUNT_DIGITS])


def count_in(rest: str, said: str, activity: Activity) -> int | None:
    """How many: the number before the noun ("3 belles images"), or right after it ("images: 3").

    `rest` is the clause without what was understood before, `said` the whole of it. Raises Refusal for half a thing.
    """
    rest = VERSION.sub(lambda found: _without_version(found, rest), rest)
    if batches := BATCHES.search(rest):
        return whole(batches[1]) * whole(batches[2])
    lead = _counted(rest)
    if lead and lead.word in HOLDERS and (held := HELD.search(rest, lead.end)):
        return int(held[1])
    before = rest[: lead.start] if lead else rest
    if numbers := list(NUMBER.finditer(before)):
        last = numbers[-1]
        if "." in last[0]:
            if before[last.end() :].strip() == "" and lead:
                raise unreadable(MARK.sub(" ", said).strip())
            return None
        return whole(last[0])
    if lead and (after := AFTER_NOUN.match(rest, lead.end)) and (lead.noun.plural or activity == "image"):
        return whole(after[1])
    return None


def _without_version(found: re.Match[str], rest: str) -> str:
    """A number right after a model is its version, unless things are counted: "midjourney 4 images"."""
    following = rest[found.end() :].split()[:3]
    counts = "." not in found[2] and any((n := NOUNS.get(w.strip(",:"))) and n.plural for w in following)
    is_article = found[2] == "1" and bool(following) and following[0] in NOUNS
    return found[0] if counts or is_article else found[1]


def _counted(text: str) -> Found | None:
    """The noun whose number is the count: the leading one, or what a verb is about."""
    lead = head(text)
    if lead and (lead.noun.verb or lead.noun.kind == "transcription"):
        later = [f for f in nouns(text) if f.start > lead.start]
        if later and (lead.noun.verb or not NUMBER.search(text[: lead.start])):
            return later[0]
    return lead
