"""What a claim states: that a use of AI uses so much energy, carbon or water, or as much as something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from energy.book.factor_book import FactorBook
from energy.claims.bound_phrases import Bound
from energy.claims.bounds import Bounding, bounding
from energy.claims.claim_text import ClaimText, blanked
from energy.claims.equivalent_mentions import Likened, likened
from energy.claims.ratios import Ratio, ratios
from energy.reading.nouns import nouns
from energy.reading.patterns import TOKENS
from energy.reading.quantities import Quantity
from energy.reading.reader import Reading, read
from energy.usage.usage import Usage
from energy.values.errors import Refusal
from energy.values.interval import Interval

What = Literal["energy", "power", "carbon", "water", "like", "use"]
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
_LIKE = re.compile(
    r"\b(?:as (?:much|many|hungry|bad|dirty)(?:\s+\w+){0,3}?\s+as|aussi \w+ que|autant"
    r"(?:\s+\w+){0,4}?\s+qu\W?e?|equivalent(?:e|s)?|equivaut|equivalait"
    r"|equals?|equal to|same(?:\s+\w+){0,3}?\s+as|meme(?:\s+\w+){0,3}?\s+que?|like|comme|than|qu\b|que"
    r"|matches|represente|worth of)\b|=|≈|~"
)
# "As much as 100 images" is as much as they, not up to it.
_EQUAL = re.compile(r"=|≈|autant|equi|equal|same|meme|as much")
_MOST_CHARACTERS = 200
_FARTHEST_RATIO = 48


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
class ParsedClaim:
    """The uses of AI a claim speaks of, all together, what it says they use, and what was taken for granted."""

    usages: tuple[Usage, ...]
    amount: Amount
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stated:
    """An amount, the claim without it and the words that bound it, and that without what denies those words as well."""

    amount: Amount
    rest: str
    undenied: str

    @classmethod
    def of(cls, amount: Amount, rest: str, said: Bounding) -> _Stated:
        """The amount and what is left of a claim; nothing but the amount is cut from `rest` yet."""
        end = min(said.end, len(rest))
        return cls(amount, blanked(rest, (said.start, end)), blanked(rest, (said.denial, end)))


def parse_claim(claim: ClaimText, book: FactorBook) -> ParsedClaim | Gap:
    """What a claim states in numbers, or what it lacks."""
    plain = claim.plain
    if len(plain) > _MOST_CHARACTERS:
        return Gap.AMOUNT
    if _TRAINING.search(plain) or _LARGE.search(plain):
        return Gap.SUBJECT
    stated = _amount(claim) or _by_another_use(claim, book)
    if stated is None:
        return Gap.AMOUNT
    readings = _readings(stated.rest, book)
    if (gap := _gap(stated, readings)) is not None:
        return gap
    assumed = tuple(dict.fromkeys(code for reading in readings for code in reading.assumed))
    return ParsedClaim(tuple(reading.usage for reading in readings), stated.amount, assumed)


def _gap(stated: _Stated, readings: tuple[Reading, ...]) -> Gap | None:
    """What a claim with an amount lacks all the same."""
    rest = stated.rest
    if not readings:
        return Gap.PER_WHAT if _AI.search(rest) else Gap.SUBJECT
    if _ORDINARY.search(rest) and not _AI.search(rest):
        return Gap.SUBJECT
    if _is_over_time(rest, readings):
        return Gap.PERIOD
    if not (nouns(rest) or TOKENS.search(rest)) and not re.search(r"\d", rest):
        return Gap.PER_WHAT
    # "No more than" denies nothing.
    return Gap.DENIED if _DENIAL.search(stated.undenied) else None


def _amount(claim: ClaimText) -> _Stated | None:
    """The first amount said in units, else in everyday uses."""
    alike = likened(claim.plain)
    measured = [one for one in claim.quantities if _counts(one, claim.plain)]
    if alike:
        # Watts beside an everyday use are that of the appliance, seconds inside it are its own.
        measured = [one for one in measured if one.kind != "power" and not alike.start <= one.start < alike.end]
    if measured:
        return _in_units(claim.plain, measured, alike)
    return _in_everyday_uses(claim, alike) if alike and alike.times > 0 else None


def _in_units(plain: str, measured: list[Quantity], alike: Likened | None) -> _Stated:
    one = measured[0]
    said = bounding(plain, one.start, one.end)
    rest = blanked(plain, *((other.start, other.end) for other in (*measured, *([alike] if alike else ()))))
    stated = _Stated.of(Amount(_WHAT_OF[one.kind], one.range, said.bound), rest, said)
    return replace(stated, rest=_without_stuff(stated.rest))


def _in_everyday_uses(claim: ClaimText, alike: Likened) -> _Stated:
    """So many of an everyday use; "twice as much as" one are two."""
    plain, value = claim.plain, Interval.exactly(alike.times)
    if (ratio := _ratio_of(alike, claim)) is None:
        said = bounding(plain, alike.start, alike.end, is_thing=True)
        rest = blanked(plain, (alike.start, alike.end))
    else:
        said = ratio.bounded
        rest = blanked(plain, (ratio.start, alike.end))
        value = ratio.times.scaled(alike.times)
    return _Stated.of(Amount("like", value, said.bound, alike.id), rest, said)


def _ratio_of(alike: Likened, claim: ClaimText) -> Ratio | None:
    """The ratio that multiplies an everyday use: the last before it, with only words between them."""
    for ratio in reversed(ratios(claim)):
        between = claim.plain[ratio.end : alike.start]
        if ratio.end <= alike.start and len(between) <= _FARTHEST_RATIO and not re.search(r"[02-9,;:]", between):
            return ratio
    return None


def _counts(one: Quantity, plain: str) -> bool:
    """Whether an amount is one of energy, power, carbon or water."""
    if one.kind == "mass":
        return bool(_CARBON.search(plain))
    if one.kind == "volume":
        return bool(_WATER.search(plain)) or not _CARBON.search(plain)
    return one.kind == "energy" or (one.kind == "power" and one.low > 0)


def _by_another_use(claim: ClaimText, book: FactorBook) -> _Stated | None:
    """One use of AI as so many of another: "a video uses as much as 100 images", "60 times more than a text"."""
    plain, said = claim.plain, ratios(claim)
    cuts = [*reversed([found.span() for found in _LIKE.finditer(plain)]), *((one.start, one.end) for one in said)]
    for start, end in cuts:
        # A ratio counts no uses: "more than 60 times the energy of an image" is one image.
        rest = blanked(plain, *((one.start, one.end) for one in said))
        left, right = rest[:start], rest[end:]
        first, second = _readings(left, book), _readings(right, book)
        if len(first) != 1 or len(second) != 1 or not (nouns(left) and nouns(right)):
            continue
        other, equal = second[0].usage, bool(_EQUAL.search(plain[start:end]))
        if said:
            # The ratio that leads up to the other use, else the first of all.
            ratio = next((one for one in reversed(said) if one.end <= end), said[0])
            times, bounded = ratio.times, ratio.bounded
        elif equal or not first[0].usage.count == other.count == 1:
            times = Interval.exactly(1.0)
            bounded = bounding(plain, end, len(plain), is_thing=True)
        else:
            continue
        amount = Amount("use", times, bounded.bound, f"{other.key}*{other.count}")
        return _Stated.of(amount, left, bounded)
    return None


def _readings(text: str, book: FactorBook) -> tuple[Reading, ...]:
    try:
        return read(text, book)
    except Refusal:
        return ()


def _is_over_time(rest: str, readings: tuple[Reading, ...]) -> bool:
    return bool(_PERIOD.search(rest)) and all("count" in r.assumed or r.usage.count == 1 for r in readings)


def _without_stuff(rest: str) -> str:
    """The claim without the words for what was measured, which name no use of AI."""
    return re.sub(r"\b(?:of|de|d|du)?\W*\b(?:co2e?|water|eau|electricity|electricite)\b", " ", rest)
