"""At least, at most, about: what the words around a stated amount make of it, in both languages."""

from __future__ import annotations

import pytest

from energy import FactorBook
from energy.claims.bound_phrases import Bound
from energy.claims.claim_text import ClaimText
from energy.claims.parsed_claim import Gap, ParsedClaim, parse_claim

# A sentence, how its amount is bounded, and the two ends of the amount in Wh.
AMOUNTS: list[tuple[str, Bound, float, float]] = [
    # At least.
    ("a 5 second AI video uses at least 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses at the very least 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses no less than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses not less than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses no fewer than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video never uses less than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video doesn't use less than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video never drops below 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses upwards of 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses a minimum of 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses minimum 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses ≥ 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses >3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses 3+ kWh", "over", 3000, 3000),
    ("a 5 second AI video uses more than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses more energy than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses well over 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video exceeds 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses in excess of 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses at least about 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh or more", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh of electricity or more", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh at least", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh minimum", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh, if not more", "over", 3000, 3000),
    ("a 5 second AI video uses at least 2 to 3 kWh", "over", 2000, 3000),
    ("une vidéo IA de 5 s consomme au moins 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme au minimum 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme un minimum de 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s ne consomme pas moins de 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s ne consomme jamais moins de 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s ne descend jamais sous les 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme plus de 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme plus d'un kWh", "over", 1000, 1000),
    ("une vidéo IA de 5 s consomme plus d'énergie que 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s dépasse les 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme au-delà de 3 kWh", "over", 3000, 3000),
    ("la consommation d'une vidéo IA de 5 s est supérieure à 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme 3 kWh et plus", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme 3 kWh, voire plus", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme 3 kWh au moins", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme 3 kWh d'électricité au minimum", "over", 3000, 3000),
    ("At a minimum, a 5 second AI video uses 3 kWh", "over", 3000, 3000),
    ("At a minimum, a 5 second AI video uses about 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video can't be made with less than 3 kWh", "over", 3000, 3000),
    ("a 5 second AI video uses 3 kWh and up", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme à minima 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s consomme bien plus de 3 kWh", "over", 3000, 3000),
    ("Au minimum, une vidéo IA de 5 s consomme 3 kWh", "over", 3000, 3000),
    ("une vidéo IA de 5 s ne consomme rien de moins que 3 kWh", "over", 3000, 3000),
    # At most.
    ("No AI image uses more than 3 Wh", "under", 3, 3),
    ("an AI image can be made without exceeding 3 Wh", "under", 3, 3),
    ("on génère une image IA sans dépasser 3 Wh", "under", 3, 3),
    ("une image IA ne consomme guère plus de 3 Wh", "under", 3, 3),
    ("an AI image uses at most 3 Wh", "under", 3, 3),
    ("an AI image uses no more than 3 Wh", "under", 3, 3),
    ("an AI image uses not more than 3 Wh", "under", 3, 3),
    ("an AI image doesn't use any more than 3 Wh", "under", 3, 3),
    ("an AI image does not exceed 3 Wh", "under", 3, 3),
    ("an AI image uses less than 3 Wh", "under", 3, 3),
    ("an AI image uses under 3 Wh", "under", 3, 3),
    ("an AI image stays below 3 Wh", "under", 3, 3),
    ("an AI image uses ≤ 3 Wh", "under", 3, 3),
    ("an AI image uses 3 Wh or less", "under", 3, 3),
    ("an AI image uses 3 Wh at most", "under", 3, 3),
    ("une image IA consomme au plus 3 Wh", "under", 3, 3),
    ("une image IA ne consomme pas plus de 3 Wh", "under", 3, 3),
    ("une image IA ne consomme jamais plus de 3 Wh", "under", 3, 3),
    ("une image IA ne dépasse pas 3 Wh", "under", 3, 3),
    ("une image IA consomme moins de 3 Wh", "under", 3, 3),
    ("une image IA consomme moins d'un Wh", "under", 1, 1),
    ("une image IA reste en dessous de 3 Wh", "under", 3, 3),
    ("la consommation d'une image IA est inférieure à 3 Wh", "under", 3, 3),
    ("une image IA consomme 3 Wh ou moins", "under", 3, 3),
    ("une image IA consomme 3 Wh tout au plus", "under", 3, 3),
    # Two bounds that disagree: the nearer counts.
    ("an AI image uses at least roughly 3 Wh at most", "under", 3, 3),
    ("an AI image uses at most 3 Wh per image or more", "under", 3, 3),
    # Up to: the upper end itself is stated.
    ("an AI image uses up to 3 Wh", "upto", 3, 3),
    ("an AI image uses as much as 3 Wh", "upto", 3, 3),
    ("an AI image uses max 3 Wh", "upto", 3, 3),
    ("an AI image uses a maximum of 3 Wh", "upto", 3, 3),
    ("an AI image uses 3 Wh max", "upto", 3, 3),
    ("an AI image uses 3 Wh tops", "upto", 3, 3),
    ("an AI image uses up to nearly 3 Wh", "upto", 3, 3),
    ("une image IA consomme jusqu'à 3 Wh", "upto", 3, 3),
    ("une image IA consomme jusqu’à près de 3 Wh", "upto", 3, 3),
    ("une image IA consomme au maximum 3 Wh", "upto", 3, 3),
    ("une image IA consomme 3 Wh maximum", "upto", 3, 3),
    ("une image IA consomme 3 Wh au max", "upto", 3, 3),
    # About, and words that bound something else.
    ("an AI image uses about 3 Wh", "about", 3, 3),
    ("an AI image uses nearly 3 Wh", "about", 3, 3),
    ("an AI image uses a little more than 3 Wh", "about", 3, 3),
    ("an AI image uses not far from 3 Wh", "about", 3, 3),
    ("an AI image uses 3 Wh, more or less", "about", 3, 3),
    ("an AI image uses less than you think, about 3 Wh", "about", 3, 3),
    ("an AI video of more than 5 s uses 3 Wh", "about", 3, 3),
    ("an AI image uses 3 Wh, and more often than you think", "about", 3, 3),
    ("under the hood an AI image uses 3 Wh", "about", 3, 3),
    ("an AI image with no more than 20 steps uses 3 Wh", "about", 3, 3),
    ("an AI image uses 3 Wh, less than a search", "about", 3, 3),
    ("en plus une image IA consomme 3 Wh", "about", 3, 3),
    ("une image IA consomme plus ou moins 3 Wh", "about", 3, 3),
    ("une image IA consomme environ 3 Wh", "about", 3, 3),
    ("une image IA consomme près de 3 Wh", "about", 3, 3),
    ("une image IA consomme presque 3 Wh", "about", 3, 3),
    ("une image IA consomme à peine plus de 3 Wh", "about", 3, 3),
    ("une image IA consomme 3 Wh, plus ou moins", "about", 3, 3),
    ("une image IA consomme pas loin de 3 Wh", "about", 3, 3),
    ("une vidéo IA de moins de 5 s consomme 3 Wh", "about", 3, 3),
]
# A sentence about an everyday use, its bound, the use and how many of it.
LIKENESSES: list[tuple[str, Bound, str, float]] = [
    ("a 5 second AI video uses at least 10 phone charges", "over", "phone-charge", 10),
    ("a 5 second AI video uses more energy than charging your phone 10 times", "over", "phone-charge", 10),
    ("a 5 second AI video uses no more than 10 minutes of microwave", "under", "microwave-minute", 10),
    ("a 5 second AI video uses up to 10 minutes of microwave", "upto", "microwave-minute", 10),
    ("a 5 second AI video uses 10 minutes of microwave or more", "over", "microwave-minute", 10),
    ("a 5 second AI video uses twice as much energy as 10 minutes of microwave", "about", "microwave-minute", 20),
    ("a 5 second AI video uses 10 times less than an hour of microwave", "about", "microwave-minute", 6),
    ("une vidéo IA de 5 s consomme au moins 10 recharges de téléphone", "over", "phone-charge", 10),
    ("une vidéo IA de 5 s consomme plus qu'une heure de micro-ondes", "over", "microwave-minute", 60),
    ("une vidéo IA de 5 s consomme moins d'une heure de micro-ondes", "under", "microwave-minute", 60),
    ("une vidéo IA de 5 s consomme au plus 10 minutes de micro-ondes", "under", "microwave-minute", 10),
    ("une vidéo IA de 5 s consomme jusqu'à 10 minutes de micro-ondes", "upto", "microwave-minute", 10),
    ("une vidéo IA de 5 s consomme 10 fois plus qu'une recharge de téléphone", "about", "phone-charge", 10),
]


def parsed(sentence: str, book: FactorBook) -> ParsedClaim:
    found = parse_claim(ClaimText.of(sentence), book)
    assert isinstance(found, ParsedClaim), found
    return found


@pytest.mark.parametrize(("sentence", "bound", "low", "high"), AMOUNTS)
def test_the_words_around_an_amount_bound_it(
    sentence: str, bound: Bound, low: float, high: float, book: FactorBook
) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound) == ("energy", bound)
    assert (amount.value.low, amount.value.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(("sentence", "bound", "thing", "times"), LIKENESSES)
def test_an_everyday_use_is_bounded_and_multiplied(
    sentence: str, bound: Bound, thing: str, times: float, book: FactorBook
) -> None:
    amount = parsed(sentence, book).amount
    assert (amount.what, amount.bound, amount.of) == ("like", bound, thing)
    assert amount.value.central == pytest.approx(times)


@pytest.mark.parametrize(
    "sentence",
    [
        "an AI image does not use 3 kWh",
        "an AI image doesn't use about 3 kWh",
        "une image IA ne consomme pas 3 kWh",
        "it is false that an AI image uses at least 3 kWh",
        "c'est faux qu'une image IA consomme au moins 3 kWh",
    ],
)
def test_a_denial_is_no_bound(sentence: str, book: FactorBook) -> None:
    assert parse_claim(ClaimText.of(sentence), book) is Gap.DENIED
