"""Which bounds and parts a claim states, whatever it says them of."""

from __future__ import annotations

import re

import pytest

from energy import ClaimText, stated_bounds, stated_parts

PHONE = re.compile(r"phone|telephone|microwave|micro-ondes")


def bounds(text: str) -> set[tuple[str, str | None]]:
    claim = ClaimText.of(text)
    things = (one.span() for one in PHONE.finditer(claim.plain))
    return {(one.bound, one.amount.kind if one.amount else None) for one in stated_bounds(claim, things)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an image uses less than 3 Wh", {("under", "energy")}),
        ("an image emits at least 3 g of CO2", {("over", "mass")}),
        ("an image uses up to 10 times more", {("upto", "times")}),
        ("less than a phone", {("under", None)}),
        ("more than running a microwave for an hour", {("over", None)}),
        ("an hour of microwave or more", {("over", None)}),
        ("une image consomme plus de 3 Wh", {("over", "energy")}),
        ("pas plus qu'un téléphone", {("under", None)}),
        ("une heure de micro-ondes au maximum", {("upto", None)}),
        # No bound: about, ranges, years, equality, and comparatives that belong to a ratio.
        ("an image uses about 3 Wh", set()),
        ("from 3 Wh up to 5 Wh", set()),
        ("more than 2024", set()),
        ("as much as an hour of microwave", set()),
        ("10 times more than a phone", set()),
        ("une image consomme environ 3 Wh", set()),
        ("10 fois moins qu'un téléphone", set()),
        ("4 fois plus qu'une vidéo de 3 secondes", set()),
    ],
)
def test_every_bound_is_found_with_what_it_bounds(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("half the energy of a video", (0.5,)),
        ("a tenth of a phone charge", (0.1,)),
        ("la moitié d'une vidéo", (0.5,)),
        ("half a litre of water", ()),
        ("a tenth of a second of microwave", ()),
        ("70 times a video", ()),
        ("un dixième de seconde", ()),
    ],
)
def test_parts_are_of_other_things_and_not_of_units(text: str, parts: tuple[float, ...]) -> None:
    assert stated_parts(ClaimText.of(text)) == pytest.approx(parts)


def test_so_many_of_a_thing_are_a_part_too() -> None:
    claim = ClaimText.of("an AI song = 10 full phone charges, 20 prompts")
    assert stated_parts(claim, [one.span() for one in PHONE.finditer(claim.plain)]) == (10.0,)
