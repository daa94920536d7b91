"""An answer by its grid's live figure: only where somebody tells, and said where they cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.features.cost import Estimator, changes
from bot.features.cost.live_codec import MARK, live_code, with_live_code
from bot.grid import LatestFigures
from energy import Basis, FactorBook, Live, at_moment, load_opinions, place_of
from energy.places.live import METHODS
from tests.chat.hands import Hands

NOW = Hands().now()
FIGURES = {"GBR": Live(149.0, NOW, "neso-live"), "FRA": None}


class Told(LatestFigures):
    """Tells what it was given; None where nothing came in time."""

    def __init__(self, figures: Mapping[str, Live | None]) -> None:
        super().__init__((), Hands())
        self.asked: list[str] = []
        self._figures = figures

    def source(self, place: str) -> str | None:
        return {"GBR": "neso-live", "FRA": "rte-live"}.get(place)

    async def now(self, place: str) -> Live | None:
        self.asked.append(place)
        return self._figures[place]


@pytest.fixture
def grid() -> Told:
    return Told(FIGURES)


@pytest.fixture
def live(book: FactorBook, grid: Told) -> Estimator:
    return Estimator(book, opinions=load_opinions(), grid=grid)


async def test_without_anybody_who_tells_answers_stay_as_they_are(estimator: Estimator, book: FactorBook) -> None:
    answer = estimator.video(place="UK")
    assert await estimator.at_this_moment(answer) == (answer,)
    nobody = Estimator(book, grid=LatestFigures((), Hands()))
    assert await nobody.at_this_moment(nobody.video(place="UK")) == (nobody.video(place="UK"),)


async def test_a_live_figure_changes_the_carbon_and_nothing_else(live: Estimator) -> None:
    before = live.video(place="UK")
    (after,) = await live.at_this_moment(before)
    assert after.question.place.live == FIGURES["GBR"]
    assert after.estimate.facility_energy_wh == before.estimate.facility_energy_wh
    assert after.estimate.water_ml == before.estimate.water_ml
    assert after.estimate.carbon_g != before.estimate.carbon_g
    assert after.estimate.trace != before.estimate.trace


async def test_a_figure_that_did_not_come_is_said_to_be_missing(live: Estimator) -> None:
    before = live.video(place="France")
    (after,) = await live.at_this_moment(before)
    assert (after.question.place.live, after.question.place.missing) == (None, "rte-live")
    assert after.estimate.carbon_g == before.estimate.carbon_g


async def test_one_place_is_asked_about_once_and_the_order_stays(live: Estimator, grid: Told) -> None:
    asked = (live.image(), live.video(place="UK"), live.image(place="London"), live.text(place="Japan"))
    world, clip, picture, text = await live.at_this_moment(*asked)
    assert grid.asked == ["GBR"]
    assert (world, text) == (asked[0], asked[3])
    assert clip.question.place.live == picture.question.place.live == FIGURES["GBR"]
    assert picture.question.place.asked == "london"


@pytest.mark.parametrize("place", ["Northern Ireland", "Corsica"])
async def test_a_region_with_a_grid_of_its_own_is_not_told_of_another(live: Estimator, grid: Told, place: str) -> None:
    answer = live.video(place=place)
    assert await live.at_this_moment(answer) == (answer,)
    assert grid.asked == []


async def test_a_lever_that_stays_keeps_the_live_figure_and_another_place_has_its_year(live: Estimator) -> None:
    (answer,) = await live.at_this_moment(live.video("20s", place="UK"))
    found = changes(live, answer)
    assert {lever.place.id == "GBR" for lever, _ in found} == {True, False}
    for lever, subject in found:
        there = live.asked(subject).question.place
        assert there == (answer.question.place if lever.place.id == "GBR" else lever.place)


async def test_a_live_answer_is_found_again_from_its_button(live: Estimator, estimator: Estimator) -> None:
    for answer in await live.at_this_moment(live.video(place="London"), live.image(place="France")):
        assert estimator.asked(answer.question.subject) == answer


@pytest.mark.parametrize("basis", [Basis.MODELLED, Basis.ESTIMATED])
@pytest.mark.parametrize("source", METHODS)
def test_the_code_of_a_figure_is_the_figure(book: FactorBook, source: str, basis: Basis) -> None:
    yearly = place_of(book, "UK")
    place = at_moment(yearly, Live(149.3, NOW, source, basis), book)
    assert with_live_code(yearly, live_code(place).removeprefix(MARK), book) == place
    missed = replace(yearly, missing=source)
    assert with_live_code(yearly, live_code(missed).removeprefix(MARK), book) == missed


def test_a_yearly_figure_needs_no_code(book: FactorBook) -> None:
    yearly = place_of(book, "UK")
    assert live_code(yearly) == ""
    assert with_live_code(yearly, "", book) is yearly
