"""Bounds said in a roundabout way (far from, short of, rarely over, a sign, a peak), and what only looks like one."""

from __future__ import annotations

import pytest

from energy import FactorBook
from energy.claims.bound_phrases import Bound
from energy.claims.claim_text import ClaimText
from energy.claims.parsed_claim import ParsedClaim, parse_claim

# What an amount stays away from.
SHORT_OF: list[tuple[str, Bound, float]] = [
    ("an AI image is nowhere near 100 Wh", "under", 100),
    ("an AI image uses nowhere close to 100 Wh", "under", 100),
    ("an AI image isn't anywhere near 100 Wh", "under", 100),
    ("an AI image doesn't come close to 100 Wh", "under", 100),
    ("an AI image is not even close to 100 Wh", "under", 100),
    ("an AI image is far from 100 Wh", "under", 100),
    ("an AI image is far from using 100 Wh", "under", 100),
    ("an AI image is a long way off 100 Wh", "under", 100),
    ("an AI image falls short of 100 Wh", "under", 100),
    ("an AI image falls well short of 100 Wh", "under", 100),
    ("an AI image stays short of 100 Wh", "under", 100),
    ("an AI image fails to reach 100 Wh", "under", 100),
    ("an AI image fails to exceed 100 Wh", "under", 100),
    ("an AI image never reaches 100 Wh", "under", 100),
    ("une image IA est loin de 100 Wh", "under", 100),
    ("une image IA est très loin des 100 Wh", "under", 100),
    ("une image IA est loin de consommer 100 Wh", "under", 100),
    ("une image IA est loin d'un kWh", "under", 1000),
    ("une image IA reste en deçà de 100 Wh", "under", 100),
    ("une image IA reste bien en deçà d'un kWh", "under", 1000),
    ("une image IA n'atteint pas 100 Wh", "under", 100),
    ("une image IA peine à atteindre 100 Wh", "under", 100),
    # A distance denied is a nearness.
    ("an AI image is not far from 100 Wh", "about", 100),
    ("an AI image isn't very far off 100 Wh", "about", 100),
    ("an AI image is never far from 100 Wh", "about", 100),
    ("an AI image falls just short of 100 Wh", "about", 100),
    ("une image IA n'est pas loin d'un kWh", "about", 1000),
    ("une image IA n'est pas très loin de 100 Wh", "about", 100),
    ("une image IA n'est plus très loin de 100 Wh", "about", 100),
    # Far from something else, and by far.
    ("far from home, an AI image uses 100 Wh", "about", 100),
    ("a short AI video of 5 s uses 100 Wh", "about", 100),
    ("une image IA consomme de loin 100 Wh", "about", 100),
    ("une image IA, loin du micro-ondes, consomme 100 Wh", "about", 100),
]
# What seldom happens.
RARELY: list[tuple[str, Bound, float]] = [
    ("an AI image rarely uses more than 100 Wh", "under", 100),
    ("an AI image seldom uses more than 100 Wh", "under", 100),
    ("an AI image hardly ever uses more than 100 Wh", "under", 100),
    ("an AI image rarely exceeds 100 Wh", "under", 100),
    ("an AI image rarely ever needs any more than 100 Wh", "under", 100),
    ("an AI image rarely uses less than 1 Wh", "over", 1),
    ("une image IA consomme rarement plus de 100 Wh", "under", 100),
    ("une image IA a rarement besoin de plus de 100 Wh", "under", 100),
    ("une image IA dépasse rarement 100 Wh", "under", 100),
    ("une image IA ne dépasse que rarement 100 Wh", "under", 100),
    ("une image IA consomme rarement moins de 1 Wh", "over", 1),
    ("a rarely used AI image uses 100 Wh", "about", 100),
    ("a rarely used model exceeds 100 Wh for an AI image", "over", 100),
    ("an AI image, rarely used, uses more than 100 Wh", "over", 100),
    ("une image IA rarement utilisée consomme plus de 100 Wh", "over", 100),
    ("une image IA dépasse souvent 100 Wh", "over", 100),
]
# Comparisons that are bounded themselves.
AS_MUCH: list[tuple[str, Bound, float]] = [
    ("an AI image uses at least as much as 100 Wh", "over", 100),
    ("an AI image uses no more than as much as 100 Wh", "under", 100),
    ("an AI image uses as much as 100 Wh", "upto", 100),
    ("une image IA consomme au moins autant que 100 Wh", "over", 100),
]
# A sign for a word, as in French chats.
SIGNS: list[tuple[str, Bound, float]] = [
    ("une image IA consomme - de 2 kWh", "under", 2000),
    ("une image IA consomme -de 2 kWh", "under", 2000),
    ("une image IA consomme – de deux kWh", "under", 2000),
    ("une image IA, - de 2 kWh", "under", 2000),
    ("une image IA consomme + de 2 kWh", "over", 2000),
    ("une image IA consomme +de 2 kWh", "over", 2000),
    ("+ de 2 kWh pour une image IA", "over", 2000),
    ("une image IA consomme + d'un kWh", "over", 1000),
    ("une image IA consomme 10 - 20 Wh", "about", 14.142),
    ("an AI image uses 10 - 20 Wh", "about", 14.142),
    ("une image IA, c'est - de travail et 2 kWh", "about", 2000),
    ("une image IA + une vidéo IA consomment 2 kWh", "about", 2000),
    ("une image IA - de bonne qualité - consomme 2 kWh", "about", 2000),
]
# The upper end.
PEAKS: list[tuple[str, Bound, float]] = [
    ("an AI image tops out at 100 Wh", "upto", 100),
    ("an AI image maxes out at 100 Wh", "upto", 100),
    ("an AI image caps out at 100 Wh", "upto", 100),
    ("an AI image is capped at 100 Wh", "upto", 100),
    ("an AI image peaks at 100 Wh", "upto", 100),
    ("an AI image peaks at about 100 Wh", "upto", 100),
    ("une image IA plafonne à 100 Wh", "upto", 100),
    ("une image IA plafonne à environ 100 Wh", "upto", 100),
    ("une image IA culmine à 100 Wh", "upto", 100),
    ("an AI image tops 100 Wh", "over", 100),
    ("at peak an AI image uses 100 Wh", "about", 100),
    ("an AI image with a cap at 20 steps uses 100 Wh", "about", 100),
]
# So many times another use, or so many of an everyday one.
OTHERS: list[tuple[str, Bound, str, float]] = [
    ("une vidéo IA de 5 s consomme plus du double d'une image IA", "over", "use", 2),
    ("une vidéo IA de 5 s consomme plus du triple d'une image IA", "over", "use", 3),
    ("une vidéo IA de 5 s consomme moins du double d'une image IA", "under", "use", 2),
    ("une vidéo IA de 5 s consomme le double d'une image IA", "about", "use", 2),
    ("une image IA consomme moins du tiers d'une vidéo IA de 5 s", "under", "use", 1 / 3),
    ("une image IA consomme plus de la moitié d'une vidéo IA de 5 s", "over", "use", 0.5),
    ("une vidéo IA de 5 s consomme + de 70 fois plus qu'une image IA", "over", "use", 70),
    ("a 5 second AI video uses more than double an AI image", "over", "use", 2),
    ("a 5 second AI video rarely uses more than 70 times an AI image", "under", "use", 70),
    ("a 5 second AI video peaks at 70 times an AI image", "upto", "use", 70),
    ("a 5 second AI video is nowhere near an hour of microwave", "under", "like", 60),
    ("a 5 second AI video is far from using a microwave for an hour", "under", "like", 60),
    ("a 5 second AI video rarely uses more than an hour of microwave", "under", "like", 60),
    ("a 5 second AI video maxes out at an hour of microwave", "upto", "like", 60),
    ("a 5 second AI video uses as much as an hour of microwave", "about", "like", 60),
    ("a 5 second AI video uses at least as much as an hour of microwave", "over", "like", 60),
    ("a 5 second AI video uses at least as much as 100 AI images", "over", "use", 1),
    ("a 5 second AI video uses as much as 100 AI images", "about", "use", 1),
    ("une vidéo IA de 5 s consomme au moins autant qu'une heure de micro-ondes", "over", "like", 60),
    ("une vidéo IA de 5 s consomme autant qu'une heure de micro-ondes", "about", "like", 60),
    ("une vidéo IA de 5 s consomme au moins autant que 100 images IA", "over", "use", 1),
    ("une vidéo IA de 5 s est loin d'une heure de micro-ondes", "under", "like", 60),
    ("une vidéo IA de 5 s consomme rarement plus d'une heure de micro-ondes", "under", "like", 60),
    ("une vidéo IA de 5 s plafonne à une heure de micro-ondes", "upto", "like", 60),
]


def parsed(sentence: str, book: FactorBook) -> ParsedClaim:
    found = parse_claim(ClaimText.of(sentence), book)
    assert isinstance(found, ParsedClaim), found
    return found


@pytest.mark.parametrize(("sentence", "bound", "wh"), [*SHORT_OF, *RARELY, *AS_MUCH, *SIGNS, *PEAKS])
def test_a_bound_in_other_words_is_read(sentence: str, bound: Bound, wh: float, book: FactorBook) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound) == ("energy", bound)
    assert amount.value.central == pytest.approx(wh, rel=1e-3)


@pytest.mark.parametrize(("sentence", "bound", "what", "times"), OTHERS)
def test_other_uses_are_bounded_in_other_words_too(
    sentence: str, bound: Bound, what: str, times: float, book: FactorBook
) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound) == (what, bound)
    assert amount.value.central == pytest.approx(times)
