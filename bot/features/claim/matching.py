"""Which claim of the base a text is, however it is worded; none where subject, amounts, bounds or direction differ."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.features.claim.amounts import amounts_agree, bounds_agree, parts_agree
from bot.features.claim.lexicon import UNKNOWN, ClaimIdeas, Lexicon
from energy import ClaimText, Quantity, QuantityKind, StatedBound

# Tuned by leaving each wording of the base out and looking for it: see tests/features/claim/test_claims.py.
ENOUGH = 0.5
_EXTRA, _MISSING = 0.5, 0.5
_KNOWN_ELSEWHERE, _OPTIONAL = 0.7, 0.3
_NEVER_SEEN, _GUARDED, _OWN_WORD = 0.45, 1.25, 0.7
_CORE = 0.7
# AI and what it makes: a text that names none of it, nor a product, speaks of something else.
_MADE = ("ai", "video", "image", "text", "audio", "datacentre", "training", "inference", "model")
# What AI uses: a claim that always names some of it is not meant by a text that names none.
_RESOURCES = frozenset(
    [
        "energy",
        "carbon",
        "water",
        "climate",
        "bill",
        "grid",
        "fossil",
        "renewable",
        "nuclear",
        "plant",
        "cooling",
        "microwave",
        "oven",
        "led",
        "phone",
        "bottle",
        "kettle",
        "streaming",
        "television",
    ]
)
_DENIED, _LOST_THING, _NO_MACHINE, _NO_RESOURCE = 0.3, 0.8, 0.6, 0.8
_LOST_CORE = 0.6
_NEARLY_ALWAYS = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the base and how surely the text is one of its wordings, from 0 to 1."""

    claim: str
    score: float


@dataclass(frozen=True, slots=True)
class _Wording:
    said: ClaimIdeas
    ideas: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What the wordings of a claim have in common: how many of them hold an idea."""

    id: str
    wordings: tuple[_Wording, ...]
    shares: Mapping[str, float]
    things: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]
    names_resource: bool
    amounts: tuple[Quantity, ...]
    always: frozenset[QuantityKind]
    bounds: tuple[StatedBound, ...]
    parts: tuple[float, ...]
    ways: Mapping[tuple[str, str], int]


class ClaimIndex:
    """The base, ready to be searched in a few milliseconds."""

    def __init__(self, said: Mapping[str, Sequence[ClaimIdeas]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        concepts = lexicon.concepts
        self._things, self._names = frozenset(concepts.things), frozenset(concepts.names)
        self._sides = self._things | self._names | concepts.compared
        self._signs = {name: direction.sign for name, direction in concepts.directions.items()}
        self._against = {**concepts.opposites, **{other: one for one, other in concepts.opposites.items()}}
        self._profiles = [self._profile(identity, wordings) for identity, wordings in said.items()]
        self._weights = self._weighed()

    @classmethod
    def of(cls, wordings: Mapping[str, Sequence[ClaimText]], lexicon: Lexicon) -> ClaimIndex:
        """The index of a base of claims, by their wordings."""
        return cls({i: [lexicon.read(one) for one in each] for i, each in wordings.items()}, lexicon)

    def best(self, claim: ClaimText) -> Match | None:
        """The claim of the base that a text states, or None where it states none of the base surely enough."""
        found = self.ranked(self._lexicon.read(claim))
        return found[0] if found and found[0].score >= ENOUGH else None

    def ranked(self, said: ClaimIdeas) -> list[Match]:
        """Every claim that is not ruled out, the likeliest first."""
        ideas = frozenset(said.ideas)
        weights = {idea: self._weight(idea) for idea in ideas}
        found = []
        for profile in self._profiles:
            allowed = self._allowed(said, ideas, profile)
            if allowed <= 0:
                continue
            score = allowed * max(self._alike(said, ideas, weights, one, profile) for one in profile.wordings)
            found.append(Match(profile.id, score))
        return sorted(found, key=lambda match: -match.score)

    def _alike(
        self, said: ClaimIdeas, ideas: frozenset[str], weights: Mapping[str, float], one: _Wording, profile: _Profile
    ) -> float:
        """How much of a text and a wording is the same."""
        same = sum(weights[idea] for idea in ideas & one.ideas)
        if not (same and bounds_agree((bound for bound in said.bounds if bound.of_thing), one.said.bounds)):
            return 0.0
        extra = sum(
            weights[idea] * (1 - _KNOWN_ELSEWHERE * min(1.0, 2 * profile.shares.get(idea, 0.0)))
            for idea in ideas - one.ideas
        )
        missing = sum(
            self._weights[idea] * (_OPTIONAL + (1 - _OPTIONAL) * profile.shares[idea]) for idea in one.ideas - ideas
        )
        amounts = amounts_agree(said.quantities, one.said.quantities, profile.amounts, profile.always)
        denial = 1.0 if said.denies == one.said.denies else _DENIED
        return amounts * denial * same / (same + _EXTRA * extra + _MISSING * missing)

    def _allowed(self, said: ClaimIdeas, ideas: frozenset[str], profile: _Profile) -> float:
        """1 where nothing speaks against the claim, 0 where subject, name, bound, part or direction are others."""
        if ideas & self._things - profile.things or not parts_agree(said.parts, profile.parts):
            return 0.0
        if not bounds_agree((bound for bound in said.bounds if not bound.of_thing), profile.bounds):
            return 0.0
        for idea in ideas:
            other = self._against.get(idea)
            if other and other in profile.shares and idea not in profile.shares:
                return 0.0
        factor = 1.0
        strangers, lost = ideas & self._names - profile.names, profile.core & self._names - ideas
        if strangers and lost:
            return 0.0
        if strangers:
            factor *= 0.7
        for way, sign in self._ways(said).items():
            if profile.ways.get(way, sign) != sign:
                return 0.0
        if _MADE[0] in profile.core and not ideas & (self._names | set(_MADE)):
            factor *= _NO_MACHINE
        if profile.names_resource and not ideas & _RESOURCES:
            factor *= _NO_RESOURCE
        if any(bound.of_thing for bound in said.bounds):
            # "Less than an hour of microwave" is a figure of its own, unless a text says all that the claim is about.
            factor *= _LOST_CORE ** len(profile.core - self._things - ideas)
        lost_things = profile.core & self._things - ideas
        return factor * _LOST_THING ** len(lost_things)

    def _ways(self, said: ClaimIdeas) -> dict[tuple[str, str], int]:
        """Which of two things uses more, for each two that a comparison names: 1 the first, -1 the second."""
        turns = [at for at, idea in enumerate(said.ideas) if idea in self._signs]
        turns = turns or [at for at, idea in enumerate(said.ideas) if idea == "times"]
        if not turns:
            return {}
        sign = math.prod(self._signs.get(said.ideas[at], 1) for at in turns)
        first, second = set(said.ideas[: turns[0]]) & self._sides, set(said.ideas[turns[-1] + 1 :]) & self._sides
        found = {}
        for one in first - second:
            for other in second - first:
                pair = (one, other) if one < other else (other, one)
                found[pair] = sign if pair[0] == one else -sign
        return found

    def _profile(self, identity: str, said: Sequence[ClaimIdeas]) -> _Profile:
        counts = Counter(idea for one in said for idea in set(one.ideas))
        shares = {idea: count / len(said) for idea, count in counts.items()}
        kinds = Counter(kind for one in said for kind in {quantity.kind for quantity in one.quantities})
        ways: dict[tuple[str, str], list[int]] = {}
        for one in said:
            for pair, sign in self._ways(one).items():
                ways.setdefault(pair, []).append(sign)
        return _Profile(
            identity,
            tuple(_Wording(one, frozenset(one.ideas)) for one in said),
            shares,
            frozenset(shares) & self._things,
            frozenset(shares) & self._names,
            frozenset(idea for idea, share in shares.items() if share >= _CORE),
            sum(bool(_RESOURCES & set(one.ideas)) for one in said) >= _NEARLY_ALWAYS * len(said),
            tuple(quantity for one in said for quantity in one.quantities),
            frozenset(kind for kind, number in kinds.items() if number >= _CORE * len(said)),
            tuple(bound for one in said for bound in one.bounds),
            tuple(part for one in said for part in one.parts),
            {pair: signs[0] for pair, signs in ways.items() if len(signs) > 1 and len(set(signs)) == 1},
        )

    def _weighed(self) -> dict[str, float]:
        """How much each idea tells: the fewer claims hold it, the more."""
        held: Counter[str] = Counter()
        for profile in self._profiles:
            for idea, share in profile.shares.items():
                held[idea] += min(1.0, 2 * share)  # type: ignore[assignment]
        count = len(self._profiles)
        most = math.log(1 + count / 0.5)
        return {idea: self._kind(idea) * math.log(1 + count / (0.5 + number)) / most for idea, number in held.items()}

    def _kind(self, idea: str) -> float:
        if idea.startswith(UNKNOWN):
            return _OWN_WORD
        return _GUARDED if idea in self._things or idea in self._names else 1.0

    def _weight(self, idea: str) -> float:
        return self._weights.get(idea, _NEVER_SEEN * self._kind(idea))
