"""The same use by many people, for long: totals by period and year, within limits, and found again from a button."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.whatif import PERIODS
from bot.features.whatif.decide import DEFAULT_PEOPLE, DEFAULT_PERIOD, asked, whatif
from energy import Period, PlaceBasis, Refusal
from energy.usage.habit import MAX_PEOPLE, MAX_TIMES, MIN_TIMES
from tests.features.words import refused


@pytest.mark.parametrize("per", PERIODS)
def test_a_habit_takes_as_much_as_all_its_times_together(estimator: Estimator, per: Period) -> None:
    habit = whatif(estimator, "video 5s", "2 million", 3, per)
    once = habit.once.estimate.facility_energy_wh
    assert habit.shared.one == habit.once.estimate
    for end in ("low", "central", "high"):
        in_period = getattr(habit.shared.per_period.energy_wh, end)
        assert in_period == pytest.approx(2_000_000 * 3 * getattr(once, end))
    if per == "year":
        assert habit.shared.per_year.energy_wh == habit.shared.per_period.energy_wh


def test_a_year_has_as_many_days_weeks_and_months_as_a_year_has(estimator: Estimator) -> None:
    in_a_year = {per: whatif(estimator, "1 image", "1", 1, per).shared.per_year.energy_wh.central for per in PERIODS}
    once = in_a_year["year"]
    assert in_a_year["month"] == pytest.approx(12 * once)
    assert in_a_year["day"] == pytest.approx(365.25 * once, rel=1e-3)
    assert in_a_year["week"] == pytest.approx(in_a_year["day"] / 7, rel=3e-3)


def test_everything_but_the_activity_may_be_left_out(estimator: Estimator) -> None:
    habit = whatif(estimator, "1 image")
    assert habit == whatif(estimator, "1 image", DEFAULT_PEOPLE, 1.0, DEFAULT_PERIOD)
    assert (habit.shared.people, habit.shared.times, habit.shared.per) == (1000, 1.0, "day")


def test_a_habit_is_at_the_place_that_was_said(estimator: Estimator) -> None:
    habit = whatif(estimator, "1 image", place="France")
    assert (habit.once.question.place.id, habit.once.question.place.basis) == ("FRA", PlaceBasis.STATED)
    assert habit.shared.one == estimator.image(place="France").estimate


@pytest.mark.parametrize(
    ("activity", "people", "times", "place", "code"),
    [
        ("nothing at all", "1", 1.0, None, "ask.unreadable"),
        ("3 images and a video", "1", 1.0, None, "whatif.several"),
        ("1 image", "many", 1.0, None, "people.unreadable"),
        ("1 image", "0", 1.0, None, "people.range"),
        ("1 image", str(MAX_PEOPLE + 1), 1.0, None, "people.range"),
        ("1 image", "1", -1.0, None, "times.range"),
        ("1 image", "1", 0.0, None, "times.range"),
        ("1 image", "1", MIN_TIMES * 0.99, None, "times.range"),
        ("1 image", "1", MAX_TIMES * 1.01, None, "times.range"),
        ("1 image", "1", float("nan"), None, "times.range"),
        ("1 image", "1", float("inf"), None, "times.range"),
        ("1 image", "1", 1.0, "Atlantis", "place.unknown"),
    ],
)
def test_a_bad_habit_is_refused(
    estimator: Estimator, activity: str, people: str, times: float, place: str | None, code: str
) -> None:
    assert refused(whatif, estimator, activity, people, times, "day", place).code == code


@pytest.mark.parametrize("people", [1, MAX_PEOPLE])
@pytest.mark.parametrize("times", [MIN_TIMES, MAX_TIMES])
def test_the_fewest_and_the_most_are_answered(estimator: Estimator, people: int, times: float) -> None:
    habit = whatif(estimator, "1 image", str(people), times)
    assert (habit.shared.people, habit.shared.times) == (people, times)


@pytest.mark.parametrize("per", PERIODS)
def test_a_button_carries_the_whole_habit(estimator: Estimator, per: Period) -> None:
    for habit in (
        whatif(estimator, "a 10 second clip with veo", "2 million", 0.35, per, "London"),
        whatif(estimator.at("FRA"), "1 image", "1", MAX_TIMES, per),
    ):
        assert asked(estimator, habit.subject) == habit


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "image;1image*1@WLDF",
        "image;1image*1@WLDF~1~1",
        "image;1image*1@WLDF~1~1~decade",
        "image;1image*1@WLDF~one~1~day",
        "image;1image*1@WLDF~1~often~day",
        "dream;1image*1@WLDF~1~1~day",
    ],
)
def test_a_button_of_another_version_is_refused(estimator: Estimator, subject: str) -> None:
    assert refused(asked, estimator, subject).code == "button.old"


@pytest.mark.parametrize("subject", ["image;1image*1@WLDF~0~1~day", "image;1image*1@WLDF~1~0~day"])
def test_a_button_with_an_outlandish_number_is_refused(estimator: Estimator, subject: str) -> None:
    assert refused(asked, estimator, subject).code in ("people.range", "times.range")


def test_a_habit_comes_back_from_its_button_and_one_for_an_unknown_period_is_refused(estimator: Estimator) -> None:
    habit = whatif(estimator, "video 5s", "1000", 3.0, "week")
    assert asked(estimator, habit.subject) == habit
    with pytest.raises(Refusal):
        asked(estimator, habit.subject.replace("~week", "~fortnight"))
