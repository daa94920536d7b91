"""Amounts with their units in the words of a claim, English or French: so many Wh, grams, litres, watts, per cents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from energy.reading.amounts import read_duration, without_accents
from energy.reading.numerals import in_digits
from energy.reading.patterns import LENGTH
from energy.values.errors import Refusal
from energy.values.interval import Interval
from energy.values.units import (
    G_PER_KG,
    G_PER_TONNE,
    JOULES_PER_GJ,
    JOULES_PER_KJ,
    JOULES_PER_MJ,
    KM_PER_MILE,
    ML_PER_CL,
    ML_PER_DROP,
    ML_PER_GALLON,
    ML_PER_L,
    ML_PER_M3,
    ML_PER_TEASPOON,
    W_PER_GW,
    W_PER_KW,
    W_PER_MW,
    W_PER_TW,
    WH_PER_GWH,
    WH_PER_KWH,
    WH_PER_MWH,
    WH_PER_TWH,
    wh_from_joules,
)

QuantityKind = Literal[
    "energy", "power", "mass", "volume", "duration", "distance", "money", "share", "times", "year", "count"
]
_NUMBER = r"(?<![\w.])(?<!\w-)(\d+(?:\.\d+)?)"
# Two ends said together: "10-50", "10 to 50", "entre 10 et 50".
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|to|and|et|or|ou)\s*(?=\d+(?:\.\d+)?)")
_UNITS: tuple[tuple[QuantityKind, str, float], ...] = (
    ("power", r"(?:kw|kilo\s?watts?)(?:\s?/\s?h|\s(?:per|par)\s(?:1\s)?(?:hour|heure))", W_PER_KW),
    ("power", r"w(?:atts?)?(?:\s?/\s?h|\s(?:per|par)\s(?:1\s)?(?:hour|heure))", 1.0),
    ("energy", r"(?:tw|tera-?watts?)[\s.-]?h(?:ours?|eures?|rs?)?", WH_PER_TWH),
    ("energy", r"(?:gw|giga-?watts?)[\s.-]?h(?:ours?|eures?|rs?)?", WH_PER_GWH),
    ("energy", r"(?:mw|mega-?watts?)[\s.-]?h(?:ours?|eures?|rs?)?", WH_PER_MWH),
    ("energy", r"(?:kw|kilo-?watts?)[\s.-]?h(?:ours?|eures?|rs?)?", WH_PER_KWH),
    ("energy", r"milli-?watts?[\s.-]?h(?:ours?|eures?|rs?)?", 1 / W_PER_KW),
    ("energy", r"w(?:atts?)?[\s.-]?h(?:ours?|eures?|rs?)?", 1.0),
    ("energy", r"(?:gj|giga-?joules?)", wh_from_joules(JOULES_PER_GJ)),
    ("energy", r"(?:mj|mega-?joules?)", wh_from_joules(JOULES_PER_MJ)),
    ("energy", r"(?:kj|kilo-?joules?)", wh_from_joules(JOULES_PER_KJ)),
    ("energy", r"j(?:oules?)?", wh_from_joules(1.0)),
    ("power", r"(?:tw|tera-?watts?)", W_PER_TW),
    ("power", r"(?:gw|giga-?watts?)", W_PER_GW),
    ("power", r"(?:mw|mega-?watts?)", W_PER_MW),
    ("power", r"(?:kw|kilo-?watts?)", W_PER_KW),
    ("power", r"w(?:atts?)?", 1.0),
    ("mass", r"(?:mg|milli-?gram(?:me)?s?)", 1 / G_PER_KG),
    ("mass", r"(?:kg|kilos?|kilo-?gram(?:me)?s?)", G_PER_KG),
    ("mass", r"(?:metric )?(?:t|tonnes?|tons?)", G_PER_TONNE),
    ("mass", r"(?:g|gr|gram(?:me)?s?)", 1.0),
    ("volume", r"(?:ml|milli-?lit(?:re|er)s?)", 1.0),
    ("volume", r"(?:cl|centi-?lit(?:re|er)s?)", ML_PER_CL),
    ("volume", r"(?:l|lit(?:re|er)s?)", ML_PER_L),
    ("volume", r"m3|cubic met(?:re|er)s?|metres? cubes?", ML_PER_M3),
    ("volume", r"gal(?:lon)?s?", ML_PER_GALLON),
    ("volume", r"drops?|gouttes?", ML_PER_DROP),
    ("volume", r"teaspoons?|(?:petites? )?cuill?eres? (?:to|de) (?:cafe|the)", ML_PER_TEASPOON),
    ("distance", r"(?:km|kilomet(?:re|er)s?)", 1.0),
    ("distance", r"miles?", KM_PER_MILE),
    ("money", r"(?:€|\$|£|euros?|eur|dollars?|usd)", 1.0),
    ("share", r"(?:%|per-?cents?|pour-?cents?|(?:per|pour) 100)", 1.0),
    ("times", r"(?:x|times|fois|-?fold)", 1.0),
)
_UNIT = re.compile(r"\s*-?\s*(?:" + "|".join(f"({words})" for _, words, _ in _UNITS) + r")(?![\w])")
_START = re.compile(_NUMBER)
_END = re.compile(r"\d+(?:\.\d+)?")
_TIMES_BEFORE = re.compile(r"(?<!\w)x\s?(\d+(?:\.\d+)?)(?![\w.])(?!\s*[a-z]{1,3}\b)")
# Words that multiply by themselves.
_MULTIPLES = ((re.compile(r"\bdoubl\w*"), 2.0), (re.compile(r"\btripl\w*"), 3.0), (re.compile(r"\bquadrupl\w*"), 4.0),
              (re.compile(r"\bhalv\w+|\bdivis\w+ par 2\b"), 0.5))  # fmt: skip
_FRACTIONS = tuple(
    (re.compile(rf"\b1[\s-](?:{words})(?:\s+(?:of|de|d))?(?:\s+1(?=\s)|(?=\s))"), f"{1 / parts:.4g}")
    for words, parts in (("third|tiers", 3), ("quarter|quart", 4), ("fifth|cinquieme", 5), ("tenth|dixieme", 10),
                         ("fifteenth|quinzieme", 15), ("hundredth|centieme", 100), ("thousandth|millieme", 1000))
)  # fmt: skip
_MONEY_BEFORE = re.compile(r"[$€£]\s?(\d+(?:\.\d+)?)")
_ALWAYS_ON = re.compile(r"\b24\s*(?:h|hours?|heures?)?\s*(?:/|sur)\s*(?:24|7)\b(?:\s*(?:h|hours?|heures?)\b)?")
_THOUSANDS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)k(?=\s|$)(?!\s*(?:video|clip|resolution))")
# A number right after one of these is its version.
_VERSION = re.compile(
    r"\b(?:chatgpt|gpt|veo|sora|llama|claude|sonnet|opus|haiku|gemini|mistral|kling|wan|flux|sd|sdxl|deepseek|grok|qwen"
    r"|phi|gemma|runway|gen|dall-?e|midjourney|stable diffusion|imagen|cogvideox|scope|unit|unite|reacteur)"
    r"[\s-]*[vr]?(\d+(?:\.\d+)?)(?!\s*(?:[kmgt]?wh|[kmg]?j|ml|cl|l|g|kg|w|%|x|times|fois|s|sec|min|h)\b)"
)
_AT = re.compile(r"(?<!\w)à(?!\w)")
# In French an oven is spelt like the English number.
_FOUR = re.compile(r"\b(de|du|le|un|au|d'un|ton|mon|son|votre|notre)\s+four\b|\bfour(?=\s+[eé]lectrique)")
_PART_OF_ONE = re.compile(r"(?<![\w./])1/(\d{1,3})(?![\w./])")
_LEADING_ZERO = re.compile(r"(?<![\d.,])0,(?=\d)")
# French has no comma but before decimals; "1,000" alone is borrowed from English.
_FRENCH = re.compile(r"[éèêàçùœ]|\b(?:de|du|des|le|la|les|une|est|pour|par|et)\b|\b[dl]['’]")
_DECIMALS = re.compile(r"(?<=\d),(?=\d)(?!000(?!\d))")
_INVERTED = re.compile(r"\ba-t-(?=il|elle|on)")
# Small letters and capitals are told apart here alone: a thousandth of a Wh is no million of them.
_MILLI = re.compile(r"(?<=[\d\s])mW(?=h\b)")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or two ends of one, in the base unit of its kind (Wh, W, g, mL, s, km, %), and where it stands."""

    kind: QuantityKind
    low: float
    high: float
    start: int
    end: int

    @property
    def range(self) -> Interval:
        """The same as a range."""
        return Interval.between(*sorted((self.low, self.high)))


def plain_claim(text: str) -> str:
    """A claim in lower case, without accents and invisible characters, numbers in digits; à is written as to."""
    text = _MILLI.sub("milliwatt", unicodedata.normalize("NFKC", text)).casefold()
    text = "".join(" " if unicodedata.category(one).startswith("C") else one for one in text)
    text = _INVERTED.sub("at ", _DECIMALS.sub(".", text) if _FRENCH.search(text) else text)
    # Without its accent à would be the English article, and between two numbers it means "to".
    text = _AT.sub(" to ", text.replace("×", "x").replace("\N{FRACTION SLASH}", "/").replace("œ", "oe"))
    text = _PART_OF_ONE.sub(lambda found: f"{1 / max(1, int(found[1])):.3g}", _FOUR.sub(r"\1 oven", text))
    text = without_accents(text).translate({ord(dash): "-" for dash in "‐‑‒–—−"})
    text = _THOUSANDS.sub(lambda found: f"{float(found[1]) * 1000:g}", in_digits(_LEADING_ZERO.sub("0.", text)))
    for words, part in _FRACTIONS:
        text = words.sub(part, text)
    return text


def quantities(plain: str) -> tuple[Quantity, ...]:
    """Every amount of a plain claim, in its order; the number one alone, and numbers in names, are none."""
    plain = _blanked(_ALWAYS_ON, plain)
    plain = _VERSION.sub(lambda found: found[0][: found.start(1) - found.start()] + "v" * len(found[1]), plain)
    found: list[Quantity] = []
    for pattern, kind in ((_MONEY_BEFORE, "money"), (_TIMES_BEFORE, "times")):
        for match in pattern.finditer(plain):
            if match[1] != "1":
                found.append(Quantity(kind, float(match[1]), float(match[1]), *match.span()))  # type: ignore[arg-type]
        plain = _blanked(pattern, plain)
    for words, times in _MULTIPLES:
        found += [Quantity("times", times, times, *match.span()) for match in words.finditer(plain)]
    at = 0
    while number := _START.search(plain, at):
        if one := _measured(plain, number):
            found.append(one)
        at = one.end if one else number.end()
    return tuple(sorted(found, key=lambda one: one.start))


def _measured(plain: str, match: re.Match[str]) -> Quantity | None:
    """The amount that begins with a number: its unit, or that it counts something."""
    low = high = float(match[1])
    end = match.end()
    pair = _RANGE.match(plain, match.start())
    if pair and (second := _END.match(plain, pair.end())):
        unit = _unit_at(plain, second.end())
        # "2 and 5 s" are two numbers where each has a unit or they fall.
        if float(second[0]) > low and (unit or _bare_at(plain, second.end())):
            high, end = float(second[0]), second.end()
    if unit := _unit_at(plain, end):
        kind, factor, end = unit
        one = Quantity(kind, low * factor, high * factor, match.start(), end)
        return None if kind == "times" and one.high == 1.0 else one
    if length := LENGTH.match(plain, match.start() if high == low else end - len(f"{high:g}")):
        try:
            seconds = read_duration(length[0].replace("-", " "))
        except Refusal:
            return None
        return Quantity("duration", seconds * low / high, seconds, match.start(), length.end())
    if high == low == 1.0 or not low.is_integer() or not _bare_at(plain, end):
        return None
    kind = "year" if low.is_integer() and int(low) in _YEARS and "." not in match[1] else "count"
    return Quantity(kind, low, high, match.start(), end)


def _unit_at(plain: str, at: int) -> tuple[QuantityKind, float, int] | None:
    """The unit that stands here, how many base units it is, and where it ends."""
    if (found := _UNIT.match(plain, at)) is None or found.lastindex is None:
        return None
    kind, _, factor = _UNITS[found.lastindex - 1]
    return kind, factor, found.end()


def _bare_at(plain: str, at: int) -> bool:
    return at >= len(plain) or not re.match(r"\w|\.\d", plain[at:])


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with what a pattern finds made spaces, so that places stay."""
    return pattern.sub(lambda found: " " * len(found[0]), text)
