"""A stated figure against today's range: inside, at the edge, beyond it, or in the wrong unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import FactorBook, Interval, Usage, estimate, load_book, place_of
from energy.claims.bound_phrases import Bound
from energy.claims.claim_text import ClaimText
from energy.claims.judgement import NEAR, Judgement, Reason, judge
from energy.claims.parsed_claim import Amount, Gap, ParsedClaim, What, parse_claim

BOOK = load_book()
IMAGE = Usage("image")
TODAY = estimate(IMAGE, BOOK, place_of(BOOK, None))


def stated(wh: float, what: What = "energy", bound: Bound = "about") -> Judgement:
    return judge(ParsedClaim((IMAGE,), Amount(what, Interval.exactly(wh), bound)), [TODAY], BOOK)


def test_the_golden_image_is_judged_by_hand() -> None:
    """1.5 Wh (0.2 to 8): 4.5 is three times the middle, 8 the end, 24 three times the end."""
    assert [stated(wh).verdict for wh in (1.5, 4.4, 7.9, 23.0, 25.0)] == [
        "supported",
        "supported",
        "partly",
        "contested",
        "false",
    ]
    assert [stated(wh).verdict for wh in (0.51, 0.21, 0.07, 0.05)] == ["supported", "partly", "contested", "false"]


@pytest.mark.parametrize(
    ("bound", "wh", "verdict", "reason"),
    [
        # More than: true up to the middle of 1.5, possible up to the end of 8, wrong from three times that.
        ("over", 0.001, "supported", Reason.FITS),
        ("over", 1.4, "supported", Reason.FITS),
        ("over", 1.6, "partly", Reason.EDGE),
        ("over", 7.9, "partly", Reason.EDGE),
        ("over", 8.1, "contested", Reason.HIGH),
        ("over", 23.0, "contested", Reason.HIGH),
        ("over", 25.0, "false", Reason.HIGH),
        # Less than: the same the other way, from the middle down to the end of 0.2 and a third of it.
        ("under", 500.0, "supported", Reason.FITS),
        ("under", 1.6, "supported", Reason.FITS),
        ("under", 1.4, "partly", Reason.EDGE),
        ("under", 0.21, "partly", Reason.EDGE),
        ("under", 0.19, "contested", Reason.LOW),
        ("under", 0.07, "contested", Reason.LOW),
        ("under", 0.06, "false", Reason.LOW),
        # Up to: the upper end is stated, so anything from the middle to the end is right.
        ("upto", 1.6, "supported", Reason.FITS),
        ("upto", 7.9, "supported", Reason.FITS),
        ("upto", 8.1, "contested", Reason.HIGH),
        ("upto", 23.0, "contested", Reason.HIGH),
        ("upto", 25.0, "false", Reason.HIGH),
        ("upto", 1.4, "partly", Reason.EDGE),
        ("upto", 0.19, "contested", Reason.LOW),
        ("upto", 0.06, "false", Reason.LOW),
    ],
)
def test_a_bounded_figure_is_judged_by_hand(bound: Bound, wh: float, verdict: str, reason: Reason) -> None:
    judged = stated(wh, bound=bound)
    assert (judged.verdict, judged.reason) == (verdict, reason)


def test_a_figure_right_on_a_limit_gets_the_milder_verdict() -> None:
    today = TODAY.facility_energy_wh
    assert stated(today.high).verdict == stated(today.high, bound="over").verdict == "partly"
    assert stated(NEAR * today.high).verdict == stated(NEAR * today.high, bound="over").verdict == "contested"
    assert stated(today.central, bound="over").verdict == stated(today.central, bound="under").verdict == "supported"
    assert stated(today.low).verdict == stated(today.low, bound="under").verdict == "partly"
    assert stated(today.low / NEAR).verdict == stated(today.low / NEAR, bound="under").verdict == "contested"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("a 5 second AI video uses at least 3 kWh", "false"),
        ("a 5 second AI video uses no less than 3 kWh", "false"),
        ("une vidéo IA de 5 s consomme au moins 3 kWh", "false"),
        ("une vidéo IA de 5 s ne consomme pas moins de 3 kWh", "false"),
        ("a 5 second AI video uses at most 3 kWh", "supported"),
        ("une vidéo IA de 5 s consomme au plus 3 kWh", "supported"),
        ("une vidéo IA de 5 s consomme jusqu'à 3 kWh", "false"),
    ],
)
def test_a_lower_bound_is_not_judged_as_an_upper_one(text: str, verdict: str) -> None:
    claim = parse_claim(ClaimText.of(text), BOOK)
    assert isinstance(claim, ParsedClaim)
    today = [estimate(usage, BOOK, place_of(BOOK, None)) for usage in claim.usages]
    assert judge(claim, today, BOOK).verdict == verdict


def test_a_thousand_too_many_is_a_slip_and_watts_are_power() -> None:
    slipped = stated(1500.0)
    assert (slipped.verdict, slipped.reason, slipped.slip) == ("false", Reason.SLIP, 1000.0)
    assert stated(0.0015).slip == pytest.approx(0.001)
    assert stated(1.5, "power").reason is Reason.POWER


@given(st.floats(min_value=1e-9, max_value=1e12))
def test_further_from_the_middle_is_never_judged_milder(wh: float) -> None:
    order = {"supported": 0, "partly": 1, "contested": 2, "false": 3}
    centre = TODAY.facility_energy_wh.central
    further = centre * (wh / centre) ** 1.5
    assert order[stated(further).verdict] >= order[stated(wh).verdict]


@given(st.floats(min_value=1e-9, max_value=1e12))
def test_what_today_says_itself_is_supported_and_everything_gets_a_verdict(wh: float) -> None:
    assert stated(TODAY.facility_energy_wh.central).verdict == "supported"
    assert stated(wh).verdict in ("supported", "partly", "contested", "false")


@pytest.mark.parametrize(
    ("text", "usage", "what", "value"),
    [
        ("an AI image uses 2.9 Wh", "image;1image", "energy", 2.9),
        ("une image IA consomme 0,29 kWh", "image;1image", "energy", 290.0),
        ("a 5 second AI video needs 3.6 MJ", "video;5s", "energy", 1000.0),
        ("a 5 second AI video emits 40 g of CO2", "video;5s", "carbon", 40.0),
        ("a chatbot answer drinks half a litre of water", "text;500token", "water", 500.0),
    ],
)
def test_a_statement_is_read(text: str, usage: str, what: str, value: float) -> None:
    found = parse_claim(ClaimText.of(text), BOOK)
    assert isinstance(found, ParsedClaim)
    assert found.usages[0].key.startswith(usage)
    assert found.amount.what == what
    assert found.amount.value.central == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("AI uses 3 kWh", Gap.PER_WHAT),
        ("a 5 second AI video is fun", Gap.AMOUNT),
        ("training an image model takes 3 GWh", Gap.SUBJECT),
        ("AI images take 3 kWh a day", Gap.PERIOD),
        ("an AI image does not use 3 kWh", Gap.DENIED),
    ],
)
def test_what_is_missing_is_named(text: str, gap: Gap) -> None:
    assert parse_claim(ClaimText.of(text), BOOK) is gap


def test_the_book_of_tests_is_the_book(book: FactorBook) -> None:
    assert book.version == BOOK.version
