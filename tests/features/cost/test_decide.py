"""What one use of AI uses: what was typed is checked, answered by the book, and found again from a button."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.features.cost import Answer, Estimator
from bot.features.cost.decide import DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND
from energy import FactorBook, PlaceBasis, Settings, Usage, estimate, fitting
from energy.usage.habit import MAX_PEOPLE
from energy.usage.settings import MAX_STEPS
from energy.usage.usage import LIMITS, MAX_COUNT
from tests.features.words import refused

Ask = Callable[[Estimator], Answer]

# Everything that decides a question: kind, amount, model, size, steps, kind of sound, count, and each kind of place.
ASKED: list[Ask] = [
    lambda it: it.video(),
    lambda it: it.video("10 s", "veo", "1080p", 3, "Allemagne"),
    lambda it: it.video("5s", "veo"),
    lambda it: it.video(place="London"),
    lambda it: it.video(place="Québec"),
    lambda it: it.at("FRA").video(),
    lambda it: it.image(4, "flux", "1024x1024", 20),
    lambda it: it.text("reasoning"),
    lambda it: it.text(model="gpt-5.2-pro"),
    lambda it: it.audio("speech", "1 min"),
]
BAD_DURATIONS = {
    "": "duration.unreadable",
    " ": "duration.unreadable",
    "banana": "duration.unreadable",
    "5 kg": "duration.unreadable",
    "1e9s": "duration.unreadable",
    "NaN": "duration.unreadable",
    "-3s": "duration.positive",
    "0": "duration.positive",
    "x" * 4000: "duration.long",
    "\u202e5s": "duration.invisible",
    "5\u200bs": "duration.invisible",
    "9999h": "amount.video",
}
REFUSED: list[tuple[Ask, str]] = [
    (lambda it: it.video(model="midjourney"), "model.activity"),
    (lambda it: it.video(model="klingg"), "model.unknown"),
    (lambda it: it.video(resolution="banana"), "resolution.unreadable"),
    (lambda it: it.video(place="Alemagne"), "place.unknown"),
    (lambda it: it.image(0), "count.range"),
    (lambda it: it.image(size="banana"), "resolution.unreadable"),
    (lambda it: it.image(steps=0), "steps.range"),
    (lambda it: it.image(model="veo"), "model.activity"),
    (lambda it: it.text("5 kg"), "length.unreadable"),
    (lambda it: it.text("x" * 4000), "length.long"),
    (lambda it: it.text(model="zorglub"), "model.unknown"),
    (lambda it: it.audio("speech", model="suno"), "audio.kind"),
    (lambda it: it.audio("opera"), "kind.unknown"),
    (lambda it: it.audio(duration="-3s"), "duration.positive"),
    (lambda it: it.ask("what's the weather")[0], "ask.unreadable"),
    (lambda it: it.ask("\u202evideo 5s")[0], "ask.invisible"),
    (lambda it: it.ask("@everyone " * 50)[0], "ask.long"),
]

# What no version wrote, and what this one knows no more.
UNREADABLE = [
    "",
    "x",
    "@",
    "video;5s@",
    "video;5s*1@WLD",
    "video;5s*1@WLDX",
    "video;5s*1@XXXS",
    "video;5s*1@WLDF!zz",
    "dream;5s*1@WLDF",
    "video;5s;model=gone*1@WLDF",
    "video;5s*0@WLDF",
    "video;9999999s*1@WLDF",
]


@pytest.mark.parametrize("ask", ASKED)
def test_an_answer_is_the_books_estimate_of_its_question(estimator: Estimator, ask: Ask) -> None:
    answer = ask(estimator)
    usage, place = answer.question.usage, answer.question.place
    assert answer.estimate == estimate(usage, estimator.book, place, estimator.opinions)
    assert answer.comparison == fitting(answer.estimate.facility_energy_wh, estimator.book)


@pytest.mark.parametrize("ask", ASKED)
def test_a_button_carries_the_whole_question(estimator: Estimator, ask: Ask) -> None:
    answer = ask(estimator)
    another = Estimator(estimator.book, opinions=estimator.opinions)
    assert another.asked(answer.question.subject) == answer


def test_every_question_has_a_subject_and_a_code_of_its_own(estimator: Estimator) -> None:
    answers = [ask(estimator) for ask in ASKED]
    assert len({answer.question.subject for answer in answers}) == len(ASKED)
    assert len({answer.estimate.trace for answer in answers}) == len(ASKED)


@pytest.mark.parametrize("subject", UNREADABLE)
def test_a_button_of_another_version_is_refused(estimator: Estimator, subject: str) -> None:
    assert refused(estimator.asked, subject).code == "button.old"


def test_every_option_that_was_typed_is_in_the_question(estimator: Estimator) -> None:
    question = estimator.video("10 s", " veo ", "1080p", 3, " Allemagne ").question
    assert question.usage == Usage("video", 10.0, 3, "veo-3.1", Settings(1920, 1080))
    assert (question.place.id, question.place.basis) == ("DEU", PlaceBasis.STATED)
    assert estimator.image(4, size="512x768", steps=20).question.usage == Usage(
        "image", 1.0, 4, settings=Settings(512, 768, 20)
    )
    assert estimator.image(steps=20).question.usage.settings == Settings(steps=20)
    assert estimator.audio("speech", "1 min").question.usage == Usage("audio", 60.0, settings=Settings(kind="speech"))


def test_what_is_left_out_or_empty_is_what_is_taken_for_granted(estimator: Estimator) -> None:
    assert estimator.video() == estimator.video(DEFAULT_CLIP, "", "", 1, "") == estimator.video("5s", " ", " ", 1, " ")
    assert estimator.image() == estimator.image(1, "", "", None, "")
    assert estimator.text() == estimator.text(DEFAULT_LENGTH, "", 1, "")
    assert estimator.audio() == estimator.audio("", DEFAULT_SOUND, "", "")


@pytest.mark.parametrize("typed", BAD_DURATIONS)
def test_what_is_no_length_of_a_clip_is_refused(estimator: Estimator, typed: str) -> None:
    assert refused(estimator.video, typed).code == BAD_DURATIONS[typed]


@pytest.mark.parametrize(("ask", "code"), REFUSED)
def test_what_cannot_be_answered_is_refused(estimator: Estimator, ask: Ask, code: str) -> None:
    assert refused(ask, estimator).code == code


@pytest.mark.parametrize("count", [0, -1, MAX_COUNT + 1, MAX_PEOPLE])
def test_an_outlandish_count_is_refused_and_the_most_is_named(estimator: Estimator, count: int) -> None:
    for refusal in (
        refused(estimator.video, clips=count),
        refused(estimator.image, count),
        refused(estimator.text, count=count),
    ):
        assert (refusal.code, refusal.params["most"]) == ("count.range", str(MAX_COUNT))


@pytest.mark.parametrize("count", [1, MAX_COUNT])
def test_the_least_and_the_most_are_answered(estimator: Estimator, count: int) -> None:
    assert estimator.video(clips=count).estimate.usage.count == count


def test_the_shortest_and_the_longest_clip_are_answered_and_no_others(estimator: Estimator) -> None:
    least, most, _ = LIMITS["video"]
    for length_s in (least, most):
        assert estimator.video(f"{length_s:g}s").question.usage.amount == length_s
    for length_s in (least * 0.9, most + 1):
        assert refused(estimator.video, f"{length_s:g}s").code == "amount.video"


def test_the_fewest_and_the_most_steps_are_answered_and_no_others(estimator: Estimator) -> None:
    for steps in (1, MAX_STEPS):
        assert estimator.image(steps=steps).question.usage.settings.steps == steps
    assert refused(estimator.image, steps=MAX_STEPS + 1).code == "steps.range"


def test_near_names_are_offered_for_a_name_nobody_knows(estimator: Estimator) -> None:
    near = refused(estimator.video, model="klingg").params["ids"].split(",")
    assert all(identity.startswith("kling") for identity in near)
    assert refused(estimator.video, place="Alemagne").params["ids"].split(",")[0] == "DEU"


def test_a_model_that_only_the_second_opinion_knows_needs_it(estimator: Estimator, book: FactorBook) -> None:
    assert estimator.text(model="gpt-5.2-pro").question.usage.model == "ecologits/openai/gpt-5.2-pro"
    assert refused(Estimator(book).text, model="gpt-5.2-pro").code == "model.unknown"


def test_uses_in_free_words_are_answered_in_their_order(estimator: Estimator) -> None:
    answers = estimator.ask("3 images and a 10 second clip with veo", "France")
    assert answers == (estimator.image(3, place="France"), estimator.video("10s", "veo", place="France"))


def test_the_same_question_has_one_answer_however_many_are_asked_between(book: FactorBook) -> None:
    estimator = Estimator(book)
    first = estimator.video("5s")
    assert estimator.video("5s") is first
    for count in range(2, 300):
        estimator.image(count)
    assert estimator.video("5s") == first


def test_a_clip_of_another_length_has_another_code(estimator: Estimator) -> None:
    codes = [estimator.video(length).estimate.trace for length in ("5s", "5 s", "6s")]
    assert codes[0] == codes[1] != codes[2]


def test_a_place_that_was_said_goes_before_the_models_and_the_models_before_the_servers(estimator: Estimator) -> None:
    here = estimator.at("FRA")
    for answer, identity, basis in (
        (here.video(model="veo", place="Allemagne"), "DEU", PlaceBasis.STATED),
        (here.video(model="veo"), "USA", PlaceBasis.USUAL),
        (here.video(), "FRA", PlaceBasis.SERVER),
        (estimator.video(), "WLD", PlaceBasis.FALLBACK),
    ):
        assert (answer.question.place.id, answer.question.place.basis) == (identity, basis)


def test_a_server_is_answered_at_the_place_it_chose_and_others_at_the_operators(book: FactorBook) -> None:
    chosen: dict[int | None, str] = {1: "FRA"}
    estimator = Estimator(book, "DEU", chosen_place=chosen.get)
    assert estimator.of_server(1).video().question.place.id == "FRA"
    assert estimator.of_server(1) is estimator.at("FRA")
    for elsewhere in (estimator, estimator.of_server(2), estimator.of_server(None), estimator.at(None)):
        assert elsewhere.video().question.place.id == "DEU"
    chosen[1] = "DEU"
    assert estimator.of_server(1) is estimator


def test_the_sources_of_an_answer_are_each_named_once(estimator: Estimator) -> None:
    book = estimator.book
    outlier = book.factors.video.outlier_wh.source
    for answer, besides in ((estimator.video("5s", "wan2.1-14b"), {outlier}), (estimator.image(), set())):
        sources = answer.sources(book)
        assert len(sources) == len(set(sources))
        assert set(sources) == {*answer.estimate.sources, answer.comparison.source, *besides}
        assert set(sources) <= book.sources.keys()
