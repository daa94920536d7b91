"""Things side by side: what takes least, how many times more the others take, and whether that is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.compare import compared
from bot.features.compare.decide import ComparedOption, ratios
from bot.features.cost import Estimator
from energy import Interval, Usage
from tests.features.words import refused


def test_each_option_is_read_in_the_order_given(estimator: Estimator) -> None:
    clip, picture, both = compared(estimator, ("video 5s", "1 image", "3 images and 1 page"))
    assert clip.answers == (estimator.video("5s"),)
    assert picture.answers == (estimator.image(),)
    assert both.answers == estimator.ask("3 images and 1 page")


def test_uses_of_one_option_count_together(estimator: Estimator) -> None:
    (both,) = compared(estimator, ("3 images and a 5s video",))
    one, other = (answer.estimate.facility_energy_wh for answer in both.answers)
    assert both.energy_wh == one.plus(other)
    assert both.energy_wh.central == pytest.approx(one.central + other.central)


@pytest.mark.parametrize("words", ["what's the weather", "\u202evideo 5s", "", " "])
@pytest.mark.parametrize("at", [0, 1])
def test_one_option_that_cannot_be_read_refuses_all(estimator: Estimator, words: str, at: int) -> None:
    typed = ["video 5s", "1 image"]
    typed[at] = words
    assert refused(compared, estimator, typed).code.startswith("ask.")


def test_each_is_set_against_the_least_the_largest_first(estimator: Estimator) -> None:
    things = compared(estimator, ("1 image", "500 tokens", "video 5s"))
    picture, text, clip = things
    first, second = ratios(things)
    assert (first.more, first.less) == (clip, text)
    assert (second.more, second.less) == (picture, text)
    for ratio in (first, second):
        assert ratio.times == pytest.approx(ratio.more.energy_wh.central / text.energy_wh.central)


def test_a_ratio_is_sure_only_where_the_ranges_do_not_meet(estimator: Estimator) -> None:
    things = compared(estimator, ("video 5s", "1 image", "500 tokens"))
    for ratio in ratios(things):
        assert ratio.sure == (ratio.more.energy_wh.low > ratio.less.energy_wh.high)
    assert [ratio.sure for ratio in ratios(things)] == [True, False]


def test_a_range_above_the_others_central_value_is_not_sure_before_it_is_above_its_high_end(
    estimator: Estimator,
) -> None:
    text = estimator.text().estimate.facility_energy_wh
    between = set()
    for count in range(1, 40):
        more, less = compared(estimator, (f"{count} images", "500 tokens"))
        (ratio,) = ratios((more, less))
        assert ratio.sure == (more.energy_wh.low > text.high)
        if more.energy_wh.low > text.central:
            between.add(ratio.sure)
    assert between == {False, True}


def test_the_same_twice_is_once_the_other_and_not_sure(estimator: Estimator) -> None:
    (ratio,) = ratios(compared(estimator, ("4 images", "4 images")))
    assert (ratio.times, ratio.sure) == (1.0, False)


def test_nothing_to_compare_is_refused(estimator: Estimator) -> None:
    assert refused(compared, estimator, ()).code == "ask.unreadable"


def test_one_thing_alone_is_more_than_nothing_else(estimator: Estimator) -> None:
    assert ratios([ComparedOption((estimator.image(),))]) == ()


@pytest.mark.parametrize(("low", "sure"), [(31.0, True), (30.0, False), (25.0, False), (5.0, False)])
def test_more_is_sure_where_its_least_is_above_the_most_of_the_other(
    estimator: Estimator, low: float, sure: bool
) -> None:
    answer = estimator.used(Usage("video", 5.0))

    def using(wh: Interval) -> ComparedOption:
        return ComparedOption((replace(answer, estimate=replace(answer.estimate, facility_energy_wh=wh)),))

    less, more = using(Interval(10.0, 20.0, 30.0)), using(Interval(low, 50.0, 60.0))
    (found,) = ratios((more, less))
    assert (found.more, found.less, found.times, found.sure) == (more, less, 2.5, sure)
