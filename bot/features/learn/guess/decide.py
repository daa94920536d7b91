"""Guessing a quantity: a guess each, scored by ratio, then how the room's guesses spread."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.features.learn.question_bank import QuestionBank, ShownItem, draw
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from config.content.computed import Value
from config.content.tables import Subject
from config.content.teaching import GuessItem
from energy import S_PER_MIN, Refusal, plain_claim, quantities

REVEALED = "revealed"
# A guess ten times off gets half the points, a hundred times off none: 100 (1 - |log10 of the ratio| / 2).
_FULL, _DECADES = 100, 2.0
_MAX_TYPED = 60
_MOST = 1e18
# What kinds of amount fit a unit, and how many base units one is; a bare number is in the unit asked for.
_KINDS = {
    "Wh": "energy",
    "W": "power",
    "g": "mass",
    "g/kWh": "mass",
    "mL": "volume",
    "times": "times",
    "min": "duration",
    "s": "duration",
    "%": "share",
}
_PER_KWH = re.compile(r"(?:\s*/\s*|\s(?:per|par)\s)(?:1\s)?(?:kwh|kilo-?watt-?(?:hour|heure))\b")
# A comma before one or two last digits separates decimals, in either language; before three it groups thousands.
_DECIMALS = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d|,))")
_NO_ZERO = re.compile(r"(?<![\w.,])[.,](?=\d)")
_NUMBER = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class Own:
    """A person's guess and its score, 0 to 100."""

    guess: float
    points: int


@dataclass(frozen=True, slots=True)
class GuessPage:
    """A quantity to guess, and what it is."""

    shown: ShownItem[GuessItem]
    truth: Value


class Guesses:
    """Games over the quantities of the content."""

    def __init__(self, bank: QuestionBank, sessions: Sessions) -> None:
        self._bank = bank
        self._sessions = sessions

    async def begin(self, guild: int, subject: Subject | None, language: str, leader: int) -> Session:
        """Draw a quantity and open a session. Raises Refusal, WriteFailed."""
        seen = {session.content_ids[0] for session in self._sessions.of(guild) if session.kind == "guess"}
        pool = [identity for identity, one in self._bank.guesses.items() if subject in (None, one.subject)]
        return await self._sessions.begin(guild, "guess", (draw(pool, seen),), language, leader)

    def asked(self, session: Session) -> GuessPage:
        """What is guessed, and the answer by today's book. Raises Refusal where this version has it no more."""
        shown = self._bank.shown(self._bank.guesses, session.content_ids[0])
        return GuessPage(shown, shown.values[shown.item.answer])

    async def guess(self, session: Session, person: int, typed: str) -> float:
        """Keep a guess; it may be changed until the answer is shown. Raises Refusal for no such amount, WriteFailed."""
        if session.phase == REVEALED:
            raise Refusal("guess.revealed", "The answer is out; guesses are closed.")
        value = read_guess(typed, self.asked(session).truth.unit)
        await self._sessions.answer(session, "guess", person, f"{value:.12g}", change=True)
        return value

    async def reveal(self, session: Session) -> Session:
        """Close the guesses. Raises Refusal where the game is over, WriteFailed."""
        return await self._sessions.alter(session, phase=REVEALED)

    async def own(self, session: Session, person: int) -> Own | None:
        """A person's own guess, scored."""
        given = (await self._sessions.answered(session, person)).get("guess")
        return Own(float(given), points(float(given), self.asked(session).truth)) if given is not None else None

    async def all(self, session: Session) -> tuple[float, ...]:
        """Everybody's guesses, the lowest first."""
        return tuple(sorted(float(one.value) for one in await self._sessions.answers(session)))


def read_guess(typed: str, unit: str) -> float:
    """A guess in the base unit of the answer. Raises Refusal where it is no such amount."""
    pointed = _NO_ZERO.sub("0.", _DECIMALS.sub(".", typed[:_MAX_TYPED]))
    plain = plain_claim(pointed).strip()
    plain = _PER_KWH.sub("", plain) if unit == "g/kWh" else plain
    found, bare = quantities(plain), _NUMBER.findall(plain)
    value, fits = 0.0, not plain.startswith("-")
    if len(found) == 1 and found[0].kind not in ("count", "year"):
        value, fits = found[0].range.central, fits and found[0].kind == _KINDS.get(unit)
        value = value / S_PER_MIN if unit == "min" else value
    elif len(found) == 1:
        value = found[0].range.central
    elif not found and len(bare) == 1 and (bare[0] != "1" or plain == "1"):
        # A decimal without a unit; "1" stands for "a" as well, so only alone.
        value = float(bare[0])
    if not fits or not 0 < value < _MOST:
        raise Refusal("guess.unreadable", f"{typed[:40]!r} is no amount in {unit}.", read=typed[:40], unit=unit or "-")
    return value


def points(guess: float, truth: Value) -> int:
    """0 to 100: full inside the answer's own range, less with every time it is off beyond the central value."""
    if truth.range.contains(guess):
        return _FULL
    return round(_FULL * max(0.0, 1.0 - abs(math.log10(guess / truth.range.central)) / _DECADES))


def spread(guesses: Sequence[float], bins: int = 8) -> tuple[tuple[float, float, int], ...]:
    """The guesses counted between equal steps of ratio, as (low, high, how many)."""
    low, high = min(guesses), max(guesses)
    if low == high:
        return ((low / 1.2, high * 1.2, len(guesses)),)
    step = math.log10(high / low) / bins
    edges = [low * 10 ** (step * number) for number in range(bins)] + [high]
    counts = [0] * bins
    for guess in guesses:
        counts[min(bins - 1, int(math.log10(guess / low) / step))] += 1
    return tuple((edges[n], edges[n + 1], count) for n, count in enumerate(counts))
