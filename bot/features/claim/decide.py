"""Checks a claim: against the base of claims that circulate, else by arithmetic, else it says what is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from bot.features.claim.lexicon import Lexicon
from bot.features.claim.matching import ClaimIndex
from bot.features.cost.decide import CostService
from config.content.claim_base import Claim, ClaimVerdict
from config.content.computed import Value, computed
from config.content.ideas import Concepts
from energy import (
    Amount,
    Bound,
    Gap,
    Interval,
    Refusal,
    Source,
    Statement,
    Usage,
    Verdict,
    What,
    folded,
    judge,
    read_statement,
)

LONGEST = 300
_LETTERS = 3
_OLD = "This button belongs to an older version; ask again."


@dataclass(frozen=True, slots=True)
class Curated:
    """A claim of the base, with its figures by today's book."""

    id: str
    claim: Claim
    values: Mapping[str, Value]
    sources: tuple[Source, ...]

    @property
    def verdict(self) -> ClaimVerdict:
        """What became of it."""
        return self.claim.verdict

    @property
    def subject(self) -> str:
        """The claim in few signs, so that a button carries it."""
        return self.id


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure somebody stated, beside today's range."""

    statement: Statement
    judged: Verdict
    sources: tuple[Source, ...]

    @property
    def verdict(self) -> ClaimVerdict:
        """What became of it."""
        return self.judged.verdict

    @property
    def subject(self) -> str:
        """The statement in few signs, so that a button carries it; nothing of what was typed."""
        amount = self.statement.amount
        uses = "+".join(usage.text for usage in self.statement.usages)
        ends = f"{amount.value.low:.6g}~{amount.value.high:.6g}"
        return f"{amount.what}~{ends}~{amount.bound}~{amount.of or '-'}~{uses}"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Neither in the base nor a figure that can be checked, and why."""

    gap: Gap
    verdict: ClaimVerdict = "unknown"


Checked = Curated | Reckoned | NotKnown


class ClaimChecker:
    """Checks claims; `sources` are all that the base may name."""

    def __init__(
        self, claims: Mapping[str, Claim], concepts: Concepts, sources: Mapping[str, Source], cost: CostService
    ) -> None:
        self.claims = claims
        self._concepts = concepts
        self._sources = sources
        self._cost = cost
        self._exact = {folded(wording): i for i, claim in claims.items() for wording in claim.wordings}
        self._index: ClaimIndex | None = None

    async def check(self, text: str) -> Checked:
        """What becomes of a claim. Raises Refusal where there is nothing to read."""
        if sum(sign.isalpha() for sign in text) < _LETTERS:
            raise Refusal("claim.empty", "Type a claim, such as: one AI image = a phone charge.", read=text[:40])
        if len(text) > LONGEST:
            raise Refusal("claim.long", f"A claim has at most {LONGEST} signs.", most=str(LONGEST))
        if (same := self._exact.get(folded(text))) is not None:
            return self.curated(same)
        if self._index is None:
            # A quarter of a second of reading: not at the start, and not on the event loop.
            self._index = await asyncio.to_thread(self._indexed)
        if (match := self._index.best(text)) is not None:
            return self.curated(match.claim)
        statement = read_statement(text, self._cost.book)
        return NotKnown(statement) if isinstance(statement, Gap) else self._reckoned(statement)

    def _indexed(self) -> ClaimIndex:
        wordings = [wording for claim in self.claims.values() for wording in claim.wordings]
        return ClaimIndex.of(self.claims, Lexicon(self._concepts, wordings))

    def curated(self, identity: str) -> Curated:
        """A claim of the base by its id."""
        claim = self.claims[identity]
        sources = tuple(self._sources[source] for source in claim.sources)
        return Curated(identity, claim, computed(claim.figures, self._cost), sources)

    def asked(self, subject: str) -> Curated | Reckoned:
        """What a button carries. Raises Refusal where this version cannot read it."""
        if subject in self.claims:
            return self.curated(subject)
        try:
            what, low, high, bound, of, uses = subject.split("~", 5)
            kind = next(one for one in get_args(What) if one == what)
            limit = next(one for one in get_args(Bound) if one == bound)
            ends = float(low), float(high)
            value = Interval(ends[0], ends[0] if ends[0] == ends[1] else (ends[0] * ends[1]) ** 0.5, ends[1])
            usages = tuple(Usage.from_text(use) for use in uses.split("+"))
            return self._reckoned(Statement(usages, Amount(kind, value, limit, "" if of == "-" else of)))
        except (ValueError, KeyError, StopIteration, Refusal):
            raise Refusal("button.old", _OLD) from None

    def _reckoned(self, statement: Statement) -> Reckoned:
        book, amount = self._cost.book, statement.amount
        answers = [self._cost.used(usage) for usage in statement.usages]
        other = self._cost.used(Usage.from_text(amount.of)).estimate if amount.what == "use" else None
        judged = judge(statement, [answer.estimate for answer in answers], book, other)
        named = [source for answer in answers for source in answer.estimate.sources]
        named += [book.equivalents[amount.of].kwh_per_unit.source] if amount.what == "like" else []
        named += other.sources if other else ()
        return Reckoned(statement, judged, tuple(book.sources[source] for source in dict.fromkeys(named)))
