"""A claim is checked against the base, else by arithmetic, else it is said what is missing."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.features.claim import ClaimChecker, Curated
from bot.features.claim.decide import LONGEST, Checked, Computed, NotKnown
from bot.features.cost import Estimator
from energy import Bound, Gap, Interval, Refusal, Usage, What
from energy.claims.judgement import Judged, Reason
from tests.features.words import refused

# Arithmetic: a figure, and what becomes of it.
FIGURES = [
    ("an AI image uses 2 Wh", "supported"),
    ("une image par IA consomme 1,5 Wh", "supported"),
    ("an AI image uses 2 kWh", "false"),
    ("une image par IA consomme 2 MWh", "false"),
    ("a 5 second AI video takes 100 Wh", "supported"),
    ("une vidéo IA de 5 s demande 100 kWh", "false"),
    ("a 5 second AI video takes 580 Wh", "partly"),
    ("a 5 second AI video takes 1.2 kWh", "contested"),
    ("a chatbot answer uses 0.3 Wh", "supported"),
    ("une réponse de chatbot consomme 300 Wh", "false"),
    ("a chatbot answer costs 300 mWh", "supported"),
    ("a chatbot answer uses 500 W", "false"),
    ("a 5 second AI video needs 0.36 MJ", "supported"),
    ("a 5 second AI video = 7 minutes of microwave", "supported"),
    ("10 secondes de musique par IA demandent 1 Wh", "supported"),
    ("100 AI images use 150 Wh", "supported"),
    ("a reasoning answer takes 4 Wh", "supported"),
]
# Nothing at all, and ranges that begin with nothing.
NOTHING = [
    ("an AI image uses 0 Wh", "false", Reason.ZERO),
    ("an AI image uses 0 g of CO2", "false", Reason.ZERO),
    ("an AI image uses at most 0 kWh", "false", Reason.ZERO),
    ("a chatbot answer uses up to 0 Wh", "false", Reason.ZERO),
    ("a chatbot answer uses 0 mL of water", "false", Reason.ZERO),
    ("une image IA émet 0 kg de CO2", "false", Reason.ZERO),
    ("une image IA consomme moins de 0 Wh", "false", Reason.ZERO),
    ("une réponse de chatbot consomme 0,0 litre d'eau", "false", Reason.ZERO),
    ("an AI image uses more than 0 Wh", "supported", Reason.FITS),
    ("an AI image uses 0 to 2 Wh", "supported", Reason.FITS),
    ("une image IA consomme entre 0 et 2 Wh", "supported", Reason.FITS),
]
UNKNOWN = [
    "AI will write all the novels",
    "l'IA va remplacer les artistes",
    "AI uses 3 kWh",
    "hello, how are you today?",
    "il fait beau aujourd'hui",
    "my train was late again",
    "a car uses 20 kWh per 100 km",
    "@everyone free nitro",
]
# What is read of a figure: each kind of amount, bound and subject.
READ = [
    ("an AI image uses 2 kWh", "energy~2000~2000~about~-~image;1image*1"),
    ("an AI image is at least 2 kWh", "energy~2000~2000~over~-~image;1image*1"),
    ("a chatbot answer uses 500 W", "power~500~500~about~-~text;500token*1"),
    ("an AI image emits 5 g of CO2", "carbon~5~5~about~-~image;1image*1"),
    ("an AI image uses 5 mL of water", "water~5~5~about~-~image;1image*1"),
    ("a 5 second AI video = 7 minutes of microwave", "like~7~7~about~microwave-minute~video;5s*1"),
    ("an AI video uses as much as 10 AI images", "use~1~1~about~image;1image*10~video;5s*1"),
    ("2 AI images and 1 AI video use 100 Wh", "energy~100~100~about~-~image;1image*2+video;5s*1"),
]


async def computed(checker: ClaimChecker, text: str) -> Computed:
    checked = await checker.check(text)
    assert isinstance(checked, Computed), checked
    return checked


@pytest.mark.parametrize(("text", "verdict"), FIGURES)
async def test_a_figure_is_judged_by_arithmetic(checker: ClaimChecker, text: str, verdict: str) -> None:
    checked = await checker.check(text)
    assert checked.verdict == verdict, checked
    assert isinstance(checked, Computed)


@pytest.mark.parametrize(("text", "verdict", "reason"), NOTHING)
async def test_nothing_is_judged_like_any_figure(
    checker: ClaimChecker, text: str, verdict: str, reason: Reason
) -> None:
    checked = await computed(checker, text)
    again = checker.asked(checked.subject)
    assert isinstance(again, Computed)
    for one in (checked, again):
        assert (one.judged.verdict, one.judged.reason) == (verdict, reason)


@pytest.mark.parametrize("bound", get_args(Bound))
@pytest.mark.parametrize("what", get_args(What))
@pytest.mark.parametrize("ends", ["0~0", "0~5"])
def test_a_button_that_carries_nothing_is_judged(checker: ClaimChecker, what: str, ends: str, bound: str) -> None:
    of = {"like": "phone-charge", "use": "text;500token*1"}.get(what, "-")
    found = checker.asked(f"{what}~{ends}~{bound}~{of}~image;1image*1")
    assert isinstance(found, Computed)
    assert found.verdict in get_args(Judged)


@pytest.mark.parametrize("text", UNKNOWN)
async def test_what_cannot_be_judged_is_said_to_be_unknown(checker: ClaimChecker, text: str) -> None:
    assert isinstance(await checker.check(text), NotKnown)


@pytest.mark.parametrize(("text", "subject"), READ)
async def test_a_figure_is_read_whole(checker: ClaimChecker, text: str, subject: str) -> None:
    assert (await computed(checker, text)).subject == subject


async def test_a_figure_is_set_beside_todays_range(checker: ClaimChecker, estimator: Estimator) -> None:
    checked = await computed(checker, "2 AI images and 1 AI video use 100 Wh")
    images, clip = estimator.image(2).estimate, estimator.video().estimate
    assert checked.judged.today == images.facility_energy_wh.plus(clip.facility_energy_wh)
    assert checked.judged.stated.central == 100.0
    assert {source.producer for source in checked.sources} == {
        estimator.book.sources[identity].producer for one in (images, clip) for identity in one.sources
    }


async def test_a_comparison_names_the_source_of_what_it_is_compared_with(
    checker: ClaimChecker, estimator: Estimator
) -> None:
    book = estimator.book
    like = await computed(checker, "a 5 second AI video = 7 minutes of microwave")
    assert book.sources[book.equivalents["microwave-minute"].kwh_per_unit.source] in like.sources
    use = await computed(checker, "an AI video uses as much as 10 AI images")
    ten = estimator.used(Usage("image", 1.0, 10)).estimate
    assert {book.sources[identity] for identity in ten.sources} <= set(use.sources)
    assert use.judged.stated.central == pytest.approx(ten.facility_energy_wh.central)


async def test_what_is_missing_is_named(checker: ClaimChecker) -> None:
    for text, gap in (("AI will write all the novels", Gap.AMOUNT), ("AI uses 3 kWh", Gap.PER_WHAT)):
        checked = await checker.check(text)
        assert isinstance(checked, NotKnown)
        assert (checked.gap, checked.verdict) == (gap, "unknown")


async def test_the_base_holds_what_was_promised(checker: ClaimChecker) -> None:
    claims = checker.claims
    article = [identity for identity in claims if identity[0] in "CM"]
    assert len(article) == 42
    assert len(claims) - len(article) >= 20
    assert all(claim.sources or claim.verdict in ("opinion", "rhetorical") for claim in claims.values())


async def test_a_claim_of_the_base_has_its_figures_and_numbered_sources(checker: ClaimChecker) -> None:
    for identity, claim in checker.claims.items():
        checked = checker.curated(identity)
        assert (checked.id, checked.subject, checked.verdict) == (identity, identity, claim.verdict)
        assert checked.values.keys() >= claim.figures.keys()
        assert list(checked.numbers.items()) == [(source, at) for at, source in enumerate(claim.sources, 1)]
        assert len(checked.sources) == len(claim.sources)
        assert checker.asked(checked.subject) == checked


async def test_a_button_carries_what_was_computed_and_nothing_typed(checker: ClaimChecker) -> None:
    for text, _ in (*FIGURES, *READ):
        checked: Checked = await checker.check(text)
        assert isinstance(checked, Curated | Computed)
        again = checker.asked(checked.subject)
        assert again.verdict == checked.verdict
        assert again.sources == checked.sources
        if isinstance(again, Computed) and isinstance(checked, Computed):
            assert again.judged.reason == checked.judged.reason
            assert again.judged.today == checked.judged.today


def test_a_range_in_a_button_is_judged_by_its_middle(checker: ClaimChecker) -> None:
    found = checker.asked("energy~1~4~about~-~image;1image*1")
    assert isinstance(found, Computed)
    assert found.judged.stated == Interval(1.0, 2.0, 4.0)


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "C99",
        "energy~1~2~about~-~dream;5s*1",
        "energy~1~2~about~-~",
        "energy~1~2~about~-~image;1image*0",
        "energy~1~2~about~-~image;1image",
        "energy~1~2~about~-",
        "energy~2~1~about~-~image;1image*1",
        "energy~-1~1~about~-~image;1image*1",
        "energy~nan~nan~about~-~image;1image*1",
        "energy~inf~inf~about~-~image;1image*1",
        "energy~one~two~about~-~image;1image*1",
        "energy~1~2~maybe~-~image;1image*1",
        "love~1~2~about~-~image;1image*1",
        "like~1~1~about~gone~image;1image*1",
        "use~1~1~about~gone~image;1image*1",
    ],
)
def test_a_button_of_another_version_is_refused(checker: ClaimChecker, subject: str) -> None:
    assert refused(checker.asked, subject).code == "button.old"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "claim.empty"),
        ("   ", "claim.empty"),
        ("!!", "claim.empty"),
        ("42", "claim.empty"),
        ("ab 1", "claim.empty"),
        ("\u202e", "claim.empty"),
        ("1" * 400, "claim.empty"),
        ("x" * 400, "claim.long"),
        ("x" * (LONGEST + 1), "claim.long"),
    ],
)
async def test_what_is_no_claim_is_refused(checker: ClaimChecker, text: str, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        await checker.check(text)
    assert caught.value.code == code
    assert len(caught.value.params.get("read", "")) <= 40


@pytest.mark.parametrize("text", ["abc", "x" * LONGEST])
async def test_the_shortest_and_the_longest_claim_are_looked_at(checker: ClaimChecker, text: str) -> None:
    assert isinstance(await checker.check(text), NotKnown)


@pytest.mark.parametrize("text", ["eau", "1 e.a.u. 2", "a" * LONGEST])
async def test_three_letters_to_the_most_characters_are_read_as_a_claim(checker: ClaimChecker, text: str) -> None:
    assert (await checker.check(text)).verdict == "unknown"


@pytest.mark.parametrize(("text", "code"), [("ea 100 %", "claim.empty"), ("a" * (LONGEST + 1), "claim.long")])
async def test_what_is_shorter_or_longer_is_refused(checker: ClaimChecker, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await checker.check(text)
    assert refused.value.code == code
