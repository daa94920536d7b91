"""What would lower an answer, and why its range is as wide as it is."""

from __future__ import annotations

import pytest

from bot.features.cost import SHOWN_LEVERS, Estimator, changes
from bot.features.cost.levers_card import levers_card
from bot.features.cost.uncertainty_card import wide_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import confidence, levers, uncertainty_drivers
from tests.features.words import written

Voices = dict[str, Voice]


def test_each_change_carries_the_question_after_it(estimator: Estimator) -> None:
    answer = estimator.video("20s", "wan2.2-14b", "1080p", 4, "France")
    found = changes(estimator, answer)
    assert [lever for lever, _ in found] == list(levers(answer.question.usage, estimator.book, answer.question.place))
    for lever, subject in found:
        after = estimator.asked(subject)
        assert after.question.usage == lever.instead
        assert after.question.place.id == lever.place.id
        assert after.estimate.facility_energy_wh == lever.energy_wh


def test_a_change_that_stays_leaves_the_place_as_it_was_said(estimator: Estimator) -> None:
    answer = estimator.video("20s", place="Paris")
    for lever, subject in changes(estimator, answer):
        there = estimator.asked(subject).question.place
        assert there == (answer.question.place if lever.code != "place" else lever.place)


def test_a_model_only_the_second_opinion_knows_has_no_levers_and_says_so(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.text(model="gpt-5.2-pro")
    assert changes(estimator, answer) == ()
    assert "No lever is known" in written(levers_card(answer, (), estimator.book, voices["en"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_lever_has_a_line_and_a_button_that_opens_the_answer_after(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    answer = estimator.video("20s", "wan2.2-14b", "1080p", 4)
    found = changes(estimator, answer)[:SHOWN_LEVERS]
    card = levers_card(answer, found, estimator.book, voices[language])
    assert [button.subject for button in card.buttons] == [subject for _, subject in found]
    assert {button.verb for button in card.buttons} == {"show"}
    lines = [line for line in card.lines if line.startswith("•")]
    for line, button in zip(lines, card.buttons, strict=True):
        assert button.label in line


def test_levers_name_what_they_save(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.video("20s", "wan2.2-14b", "1080p", 4)
    text = written(levers_card(answer, changes(estimator, answer), estimator.book, voices["en"]))
    assert "• 2 instead: saves about **50%**" in text
    assert "• Smaller picture, 1280×720: saves about **" in text
    shorter = estimator.video("10s")
    french = written(levers_card(shorter, changes(estimator, shorter), estimator.book, voices["fr"]))
    assert "Seulement 5 s : économise environ" in french


def test_width_is_explained_by_the_numbers_that_make_it(estimator: Estimator, voices: Voices) -> None:
    answer, voice = estimator.video("5s", "wan2.2-14b"), voices["en"]
    card = wide_card(answer, estimator.book, voice)
    text = written(card)
    assert "The high end is **" in text
    assert "computed from the model's published size" in text
    assert "Only the people who run the machines could narrow it" in text
    widest = uncertainty_drivers(answer.estimate)[0]
    assert f"• {voice.text(f'factor.{widest.name}')}: ×{voice.number(widest.range.spread)}" in text
    assert card.picture is not None
    assert "1 AI video of 5 s" in card.picture.alt.replace("\N{NO-BREAK SPACE}", " ")


def test_naming_the_model_is_what_narrows_an_unnamed_one(estimator: Estimator, voices: Voices) -> None:
    text = written(wide_card(estimator.image(), estimator.book, voices["en"]))
    assert "Name the model and the range gets narrower" in text
    assert "Nobody measured it" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_said(estimator: Estimator, voices: Voices, language: str) -> None:
    voice = voices[language]
    for answer in (estimator.video(), estimator.image(model="flux"), estimator.text(), estimator.audio()):
        card = wide_card(answer, estimator.book, voice)
        for reason in confidence(answer.estimate, estimator.book).reasons:
            assert voice.text(f"reason.{reason}") in card.lines[2]
        times = voice.number(answer.estimate.facility_energy_wh.spread)
        assert times in card.lines[1]
