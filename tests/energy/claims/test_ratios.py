"""So many times another use: the comparative that belongs to the number says which way, in both languages."""

from __future__ import annotations

import pytest

from energy import FactorBook
from energy.claims.bound_phrases import Bound
from energy.claims.claim_text import ClaimText
from energy.claims.parsed_claim import ParsedClaim, parse_claim

# A sentence, how its ratio is bounded, and how many times the other use is stated.
RATIOS: list[tuple[str, Bound, float]] = [
    ("a 5 second AI video takes 70 times more than an AI image with fewer steps", "about", 70),
    ("a 5 second AI video takes 70 times more than a less detailed AI image", "about", 70),
    ("a 5 second AI video takes 70 times as much as an AI image with fewer steps", "about", 70),
    ("a 5 second AI video uses 70 times the energy of an AI image", "about", 70),
    ("a 5 second AI video's use is 70 times higher than an AI image", "about", 70),
    ("a 5 second AI video uses 70x more than an AI image", "about", 70),
    ("a 5 second AI video uses 70 × as much as an AI image", "about", 70),
    ("a 5 second AI video uses 70x an AI image", "about", 70),
    ("an AI image uses 70 times less than a 5 second AI video with more steps", "about", 1 / 70),
    ("an AI image uses 70 times less energy than a 5 second AI video", "about", 1 / 70),
    ("an AI image is 70 times lower than a 5 second AI video", "about", 1 / 70),
    ("an AI image is 70 times more efficient than a 5 second AI video", "about", 1 / 70),
    ("a 5 second AI video is 70 times less efficient than an AI image", "about", 70),
    ("an AI image uses half as much as a 5 second AI video", "about", 0.5),
    ("an AI image uses half the energy of a 5 second AI video", "about", 0.5),
    ("an AI image uses a tenth of a 5 second AI video", "about", 0.1),
    ("a 5 second AI video uses twice as much as an AI image", "about", 2),
    ("an AI image uses 10% of a 5 second AI video", "about", 0.1),
    ("a 5 second AI video uses 50% more than an AI image", "about", 1.5),
    ("an AI image uses 20% less than a 5 second AI video", "about", 0.8),
    ("a 5 second AI video uses at least 70 times more than an AI image", "over", 70),
    ("a 5 second AI video uses up to 70 times more than an AI image", "upto", 70),
    ("a 5 second AI video uses no more than 70 times an AI image", "under", 70),
    ("an AI image uses at least 70 times less than a 5 second AI video", "under", 1 / 70),
    ("une vidéo IA de 5 s consomme 70 fois plus qu'une image IA avec moins d'étapes", "about", 70),
    ("une vidéo IA de 5 s consomme 70 fois plus d'énergie qu'une image IA moins détaillée", "about", 70),
    ("une vidéo IA de 5 s consomme 70 fois l'énergie d'une image IA", "about", 70),
    ("une vidéo IA de 5 s consomme 70 fois autant qu'une image IA", "about", 70),
    ("une image IA consomme 70 fois moins qu'une vidéo IA de 5 s", "about", 1 / 70),
    ("une image IA consomme deux fois moins qu'une vidéo IA de 5 s avec plus d'étapes", "about", 0.5),
    ("une image IA est 70 fois plus sobre qu'une vidéo IA de 5 s", "about", 1 / 70),
    ("une image IA consomme un dixième d'une vidéo IA de 5 s", "about", 0.1),
    ("une image IA consomme un dixième de ce que consomme une vidéo IA de 5 s", "about", 0.1),
    ("une image IA consomme la moitié d'une vidéo IA de 5 s", "about", 0.5),
    ("une image IA consomme moitié moins qu'une vidéo IA de 5 s", "about", 0.5),
    ("une image IA consomme le tiers d'une vidéo IA de 5 s", "about", 1 / 3),
    ("une image IA consomme les trois quarts d'une vidéo IA de 5 s", "about", 0.75),
    ("an AI image uses two thirds of a 5 second AI video", "about", 2 / 3),
    ("an AI image uses 1/70th of a 5 second AI video", "about", 1 / 70),
    ("fewer people know that a 5 second AI video uses 70 times more than an AI image", "about", 70),
    ("une vidéo IA de 5 s consomme le double d'une image IA", "about", 2),
    ("une image IA consomme 20 % de moins qu'une vidéo IA de 5 s", "about", 0.8),
    ("une vidéo IA de 5 s consomme au moins 70 fois plus qu'une image IA", "over", 70),
    ("une vidéo IA de 5 s consomme plus de 70 fois l'énergie d'une image IA", "over", 70),
    ("une vidéo IA de 5 s consomme jusqu'à 70 fois plus qu'une image IA", "upto", 70),
    ("une image IA consomme plus de 70 fois moins qu'une vidéo IA de 5 s", "under", 1 / 70),
]


def parsed(sentence: str, book: FactorBook) -> ParsedClaim:
    found = parse_claim(ClaimText.of(sentence), book)
    assert isinstance(found, ParsedClaim), found
    return found


@pytest.mark.parametrize(("sentence", "bound", "times"), RATIOS)
def test_a_ratio_goes_the_way_its_own_comparative_says(
    sentence: str, bound: Bound, times: float, book: FactorBook
) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound) == ("use", bound)
    assert amount.value.central == pytest.approx(times, rel=2e-3)


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("a 5 second AI video takes less than 100 AI images", "under"),
        ("a 5 second AI video takes more than 100 AI images", "over"),
        ("a 5 second AI video takes no more than 100 AI images", "under"),
        ("a 5 second AI video takes as much as 100 AI images", "about"),
        ("une vidéo IA de 5 s consomme moins que 100 images IA", "under"),
        ("une vidéo IA de 5 s consomme plus que 100 images IA", "over"),
        ("une vidéo IA de 5 s ne consomme pas plus que 100 images IA", "under"),
        ("une vidéo IA de 5 s consomme autant que 100 images IA", "about"),
    ],
)
def test_many_of_another_use_are_bounded_as_well(sentence: str, bound: Bound, book: FactorBook) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound, amount.value.central) == ("use", bound, 1.0)
    assert amount.of.endswith("*100")
