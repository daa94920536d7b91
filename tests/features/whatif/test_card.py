"""A habit shared by many in words."""

from __future__ import annotations

import pytest

from bot.cards.refusal import refusal_card
from bot.features.cost import MAX_LINES, Estimator
from bot.features.whatif import PERIODS, whatif, whatif_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import Period
from tests.features.words import refused, written

Voices = dict[str, Voice]


@pytest.mark.parametrize("per", PERIODS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_habit_takes_six_lines_at_most(estimator: Estimator, voices: Voices, per: Period, language: str) -> None:
    habit = whatif(estimator, "a 10 second clip with veo", "2 million", 3.0, per)
    card = whatif_card(habit, estimator.book, voices[language])
    assert len("\n".join(card.lines).splitlines()) <= MAX_LINES
    assert habit.once.estimate.trace in card.lines[-1]


@pytest.mark.parametrize("per", PERIODS)
def test_a_habit_of_a_year_is_totalled_once_and_others_twice(estimator: Estimator, voices: Voices, per: Period) -> None:
    text = written(whatif_card(whatif(estimator, "1 image", per=per), estimator.book, voices["en"]))
    assert text.count("In a year:") == 1
    assert text.count(f"In a {per}:") == 1


@pytest.mark.parametrize(
    ("people", "times", "per", "words"),
    [
        ("1", 1.0, "day", "1 person, 1 time a day"),
        ("1000", 1.0, "day", "1,000 people, 1 time a day"),
        ("2 million", 3.0, "week", "2,000,000 people, 3 times a week"),
        ("2", 0.5, "month", "2 people, 0.5 times a month"),
    ],
)
def test_people_and_times_are_said_in_plain_words(
    estimator: Estimator, voices: Voices, people: str, times: float, per: Period, words: str
) -> None:
    habit = whatif(estimator, "1 image", people, times, per)
    assert words in written(whatif_card(habit, estimator.book, voices["en"]))


def test_a_habit_in_french(estimator: Estimator, voices: Voices) -> None:
    habit = whatif(estimator, "1 image", "1 million", per="year", place="France")
    text = written(whatif_card(habit, estimator.book, voices["fr"]))
    assert "1 000 000 personnes, 1 fois par an" in text
    assert "sur ce réseau électrique : France" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_are_about_the_use_done_once_but_the_last(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    habit = whatif(estimator, "1 image", "1 million")
    *once, other = whatif_card(habit, estimator.book, voices[language]).buttons
    assert [button.verb for button in once] == ["src", "wide", "lev", "add"]
    assert {button.subject for button in once} == {habit.once.question.subject}
    assert (other.verb, other.subject, other.language) == ("what", habit.subject, voices[language].other)


@pytest.mark.parametrize(
    ("activity", "people", "times", "place", "words"),
    [
        ("nothing at all", "1", 1.0, None, "no use of AI"),
        ("3 images and a video", "1", 1.0, None, "more than one activity"),
        ("1 image", "many", 1.0, None, "no number of people"),
        ("1 image", "0", 1.0, None, "1 to 10 billion"),
        ("1 image", "1", -1.0, None, "how many times"),
        ("1 image", "1", 1.0, "Atlantis", "don't know a place"),
    ],
)
def test_a_refusal_says_what_would_work(
    estimator: Estimator, voices: Voices, activity: str, people: str, times: float, place: str | None, words: str
) -> None:
    refusal = refused(whatif, estimator, activity, people, times, "day", place)
    assert words in written(refusal_card(refusal, estimator.book, voices["en"]))
    assert "Je ne peux pas" in written(refusal_card(refusal, estimator.book, voices["fr"]))
