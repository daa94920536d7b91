"""Checks a claim: against the base of claims that circulate, else by arithmetic, else it says what is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from bot.cards.refusal import old_button
from bot.features.claim.lexicon import Lexicon
from bot.features.claim.matching import ClaimIndex
from bot.features.cost import Estimator
from config.content.claim_base import Claim, ClaimVerdict
from config.content.computed import Value, computed
from config.content.concepts import Concepts
from energy import (
    Amount,
    Bound,
    ClaimText,
    Gap,
    Interval,
    Judgement,
    ParsedClaim,
    Refusal,
    Source,
    Usage,
    What,
    folded,
    judge,
    parse_claim,
)

LONGEST = 300
_LETTERS = 3


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
    def numbers(self) -> dict[str, int]:
        """The number under which each source is shown."""
        return {source: number for number, source in enumerate(self.claim.sources, 1)}

    @property
    def subject(self) -> str:
        """The claim in few characters, so that a button carries it."""
        return self.id


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure somebody stated, beside today's range."""

    parsed: ParsedClaim
    judged: Judgement
    sources: tuple[Source, ...]

    @property
    def verdict(self) -> ClaimVerdict:
        """What became of it."""
        return self.judged.verdict

    @property
    def subject(self) -> str:
        """The parsed claim in few characters, so that a button carries it; nothing of what was typed."""
        amount = self.parsed.amount
        uses = "+".join(f"{usage.key}*{usage.count}" for usage in self.parsed.usages)
        ends = f"{amount.value.low:.6g}~{amount.value.high:.6g}"
        return f"{amount.what}~{ends}~{amount.bound}~{amount.of or '-'}~{uses}"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Neither in the base nor a figure that can be checked, and why."""

    gap: Gap
    verdict: ClaimVerdict = "unknown"


Checked = Curated | Computed | NotKnown


class ClaimChecker:
    """Checks claims; `sources` are all that the base may name."""

    def __init__(
        self, claims: Mapping[str, Claim], concepts: Concepts, sources: Mapping[str, Source], estimator: Estimator
    ) -> None:
        self.claims = claims
        self._concepts = concepts
        self._sources = sources
        self._estimator = estimator
        self._exact = {folded(wording): i for i, claim in claims.items() for wording in claim.wordings}
        self._index: ClaimIndex | None = None

    async def check(self, text: str) -> Checked:
        """What becomes of a claim. Raises Refusal where there is nothing to read."""
        if sum(character.isalpha() for character in text) < _LETTERS:
            raise Refusal("claim.empty", "Type a claim, such as: one AI image = a phone charge.", read=text[:40])
        if len(text) > LONGEST:
            raise Refusal("claim.long", f"A claim has at most {LONGEST} characters.", most=str(LONGEST))
        if (same := self._exact.get(folded(text))) is not None:
            return self.curated(same)
        if self._index is None:
            # A quarter of a second of reading: not at the start, and not on the event loop.
            self._index = await asyncio.to_thread(self._indexed)
        plain = ClaimText.of(text)
        if (match := self._index.best(plain)) is not None:
            return self.curated(match.claim)
        parsed = parse_claim(plain, self._estimator.book)
        return NotKnown(parsed) if isinstance(parsed, Gap) else self._computed(parsed)

    def _indexed(self) -> ClaimIndex:
        wordings = {i: [ClaimText.of(one) for one in claim.wordings] for i, claim in self.claims.items()}
        return ClaimIndex.of(wordings, Lexicon(self._concepts, (one for each in wordings.values() for one in each)))

    def curated(self, identity: str) -> Curated:
        """A claim of the base by its id."""
        claim = self.claims[identity]
        sources = tuple(self._sources[source] for source in claim.sources)
        return Curated(
            identity, claim, computed(claim.figures, self._estimator.book, self._estimator.opinions), sources
        )

    def asked(self, subject: str) -> Curated | Computed:
        """What a button carries. Raises Refusal where this version cannot read it."""
        if subject in self.claims:
            return self.curated(subject)
        try:
            what, low, high, bound, of, uses = subject.split("~", 5)
            kind = next(one for one in get_args(What) if one == what)
            limit = next(one for one in get_args(Bound) if one == bound)
            value = Interval.between(float(low), float(high))
            usages = tuple(_usage(use) for use in uses.split("+"))
            return self._computed(ParsedClaim(usages, Amount(kind, value, limit, "" if of == "-" else of)))
        except (ValueError, KeyError, StopIteration, Refusal):
            raise old_button() from None

    def _computed(self, parsed: ParsedClaim) -> Computed:
        book, amount = self._estimator.book, parsed.amount
        answers = [self._estimator.used(usage) for usage in parsed.usages]
        other = self._estimator.used(_usage(amount.of)).estimate if amount.what == "use" else None
        judged = judge(parsed, [answer.estimate for answer in answers], book, other)
        named = [source for answer in answers for source in answer.estimate.sources]
        named += [book.equivalents[amount.of].kwh_per_unit.source] if amount.what == "like" else []
        named += other.sources if other else ()
        return Computed(parsed, judged, tuple(book.sources[source] for source in dict.fromkeys(named)))


def _usage(text: str) -> Usage:
    key, count = text.rsplit("*", 1)
    return Usage.from_key(key, int(count))
