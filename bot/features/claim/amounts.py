"""Whether the amounts, parts and bounds of a text are those of a known claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from energy import Quantity, QuantityKind, StatedBound, is_same_amount

# What it costs to leave an amount out: a year little, how many much, for 2.9 kWh for 1,000 are not 2.9 kWh.
_LEFT_OUT: Mapping[QuantityKind, float] = {"year": 0.95, "count": 0.45}
_SAME_PART = 1.06


def amounts_agree(
    said: Sequence[Quantity],
    wording: Sequence[Quantity],
    claim: Sequence[Quantity],
    always: frozenset[QuantityKind],
) -> float:
    """1 where every amount of a text is one of the wording's, 0 where one contradicts it, less where one is missing.

    `claim` are the amounts of all wordings of the claim, `always` the kinds that nearly all of them name.
    """
    factor = 1.0
    kinds: set[QuantityKind] = {one.kind for one in said} | {one.kind for one in wording}
    for kind in kinds:
        ours = [one for one in said if one.kind == kind]
        theirs = [one for one in wording if one.kind == kind]
        if ours and theirs:
            strangers = _strangers(ours, theirs)
            lost = _strangers(theirs, ours)
            if strangers and (lost or len(_strangers(strangers, claim)) == len(strangers)):
                return 0.0
            factor *= (0.6 if kind == "times" else 0.9) ** len(lost)
        elif ours:
            if kind == "year":
                continue
            if _strangers(ours, claim):
                # So many times something is another claim than that something.
                factor *= 0.0 if kind == "times" or any(one.kind == kind for one in claim) else 0.6
            else:
                factor *= 0.95
        else:
            factor *= _LEFT_OUT.get(kind, 0.6 if kind in always else 0.85)
    return factor


def bounds_agree(said: Iterable[StatedBound], known: Sequence[StatedBound]) -> bool:
    """Whether a wording, or all of a claim's, state every bound that a text states."""
    return all(any(one.agrees(other) for other in known) for one in said)


def parts_agree(said: Iterable[float], claim: Sequence[float]) -> bool:
    """Whether every part of something else that a text states is one of the claim's, or its inverse."""
    return all(any(_is_same_part(one, other) or _is_same_part(one, 1 / other) for other in claim) for one in said)


def _is_same_part(one: float, other: float) -> bool:
    return one <= other * _SAME_PART and other <= one * _SAME_PART


def _strangers(amounts: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """The amounts that are none of the others."""
    return [one for one in amounts if not any(is_same_amount(one, other) for other in others)]
