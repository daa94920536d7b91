"""Answers by live carbon: who tells, when and counting what is said, the fallback too, and all of it lasts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.features.cost import Estimator
from bot.features.cost.levers import changes
from bot.features.cost.live_codec import with_live_code
from bot.grid.latest import LatestFigures
from bot.start import wiring
from bot.start.program import Program
from bot.start.terminal import say
from config.settings import Settings
from energy import Basis, FactorBook
from energy.places.live import Live
from energy.places.place import at_moment, place_of, yearly
from tests.chat.hands import Hands
from tests.chat.simulated import Chat
from tests.features.attachments.test_command import MP4

from .servers import Servers, mapped

TOLD = "live figure by RTE éCO2mix, 4 March 2026 at 12:00 UTC"


@pytest.fixture
async def live(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, book: FactorBook, clock: Hands, figures: LatestFigures
) -> AsyncIterator[Program]:
    monkeypatch.setattr(wiring, "chosen", lambda *_: figures)
    async with wiring.opened(Settings(), tmp_path / "live.db", book, clock) as made:
        yield made


@pytest.fixture
def estimator(live: Program) -> Estimator:
    return live.decisions.estimator


@pytest.fixture
async def chat(live: Program) -> AsyncIterator[Chat]:
    made = Chat(lambda: Wattson(live.io, live.features, Registration()))
    await made.open()
    yield made
    await made.close()


async def test_live_figure_prices_the_carbon_and_nothing_else(estimator: Estimator) -> None:
    before = estimator.video(place="UK")
    (after,) = await estimator.at_this_moment(before)
    assert after.estimate.facility_energy_wh == before.estimate.facility_energy_wh
    assert after.estimate.water_ml == before.estimate.water_ml
    assert after.estimate.carbon_g.central == pytest.approx(100.0 * 149.0 / 1000.0)
    assert after.estimate.trace != before.estimate.trace
    assert "neso-live" in after.sources(estimator.book)
    assert "ember-owid-2026" not in after.sources(estimator.book)


async def test_combustion_and_life_cycle_have_ranges_of_their_own(estimator: Estimator) -> None:
    grid = estimator.book.factors.grid
    for place, spread in (("France", grid.direct_spread), ("Germany", grid.method_spread)):
        (answer,) = await estimator.at_this_moment(estimator.image(place=place))
        there = answer.question.place
        assert there.live is not None
        assert there.carbon_g_per_kwh == spread.range.scaled(there.live.g_per_kwh)
        assert next(f for f in answer.estimate.factors if f.name == "carbon_method_spread").range == spread.range


async def test_card_names_who_tells_when_and_what_is_counted(chat: Chat) -> None:
    seen = await chat.slash("cost video", place="UK")
    assert (
        "on this grid: United Kingdom (live figure by NESO, 4 March 2026 at 12:00 UTC, computed: it counts" in seen.text
    )
    assert "what power plants burn, not the life cycle)" in seen.text
    assert len(seen.text.splitlines()) <= 7
    copy = await chat.press(seen, "Français")
    assert "chiffre en direct de NESO, le 4 mars 2026 à 12:00 UTC, calculé : il compte" in copy.text
    assert "15 g" in seen.text
    assert "15 g" in copy.text


async def test_buttons_keep_the_moment_after_hours_and_a_restart(chat: Chat, clock: Hands, servers: Servers) -> None:
    seen = await chat.slash("cost video", place="Germany")
    code = re.search(r"Trace ([0-9A-Z]{6})", seen.text)
    servers.says(mapped(clock.moment, "DE", carbonIntensity=500))
    clock.pass_(hours=5)
    await chat.restart()
    copy = await chat.press(seen, "Français")
    assert code is not None
    assert code[1] in copy.text
    sources = await chat.press(seen, "Sources")
    assert "Electricity Maps API, latest carbon intensity" in sources.text


async def test_trace_tells_the_moment_and_keeps_it(chat: Chat, clock: Hands) -> None:
    seen = await chat.slash("cost image", place="France")
    code = re.search(r"Trace ([0-9A-Z]{6})", seen.text)
    assert code is not None
    clock.pass_(days=30)
    told = await chat.slash("source", code=code[1])
    assert "live figure by RTE éCO2mix, 4 March 2026 at 12:00 UTC" in told.text
    assert "21 g of CO₂e per kWh. That moment is part of the question" in told.text
    assert "today's answer is the same" in told.text


async def test_every_way_to_ask_is_answered_live(chat: Chat, live: Program) -> None:
    await live.decisions.settings.choose_place(chat.guild.id, "France")
    assert TOLD in (await chat.slash("ask", question="4 images")).text
    await chat.says(f"<@{chat.env.bot.user.id}> 4 images")  # type: ignore[union-attr]
    assert TOLD in (await chat.written())[-1].text
    seen = await chat.points_at(await chat.says("", files=[MP4]))
    assert TOLD in seen.text
    assert TOLD in (await chat.chosen(seen, "How long?", "10 s")).text
    await chat.press(seen, "Post here")
    assert TOLD in (await chat.written())[-1].text


async def test_years_are_priced_by_the_year(chat: Chat, live: Program) -> None:
    for asked in (
        await chat.slash("whatif", activity="4 images", place="UK"),
        await chat.slash("compare", first="4 images", second="1 page"),
    ):
        assert "live figure" not in asked.text


async def test_terminal_says_the_same(live: Program, capsys: pytest.CaptureFixture[str]) -> None:
    await say("/cost image place:France", live, "en")
    assert TOLD in capsys.readouterr().out


@pytest.mark.parametrize("status", [500, 429])
async def test_failure_is_answered_by_the_yearly_figure_by_name(chat: Chat, servers: Servers, status: int) -> None:
    servers.status = status
    seen = await chat.slash("cost video", place="UK")
    words = "(no live figure by NESO just now; instead the yearly one: Ember, Our World in Data, 2025)"
    assert f"on this grid: United Kingdom {words}" in seen.text
    copy = await chat.press(seen, "Français")
    assert "pas de chiffre en direct de NESO pour l’instant" in copy.text


async def test_places_without_a_provider_are_answered_as_ever(estimator: Estimator, servers: Servers) -> None:
    for place in (None, "Japan", "Northern Ireland", "Corsica"):
        before = estimator.video(place=place)
        assert await estimator.at_this_moment(before) == (before,)
    assert not servers.asked


async def test_several_uses_at_one_place_are_one_question(estimator: Estimator, servers: Servers) -> None:
    one, other, elsewhere = estimator.video(place="UK"), estimator.image(place="London"), estimator.image()
    first, second, third = await estimator.at_this_moment(one, other, elsewhere)
    assert len(servers.asked) == 1
    assert first.question.place.live == second.question.place.live is not None
    assert second.question.place.asked == "london"
    assert third == elsewhere


@pytest.mark.parametrize("basis", [Basis.MODELLED, Basis.ESTIMATED])
@pytest.mark.parametrize("source", ["neso-live", "rte-live", "electricity-maps-live"])
@pytest.mark.parametrize("value", [0.1, 21.0, 149.3, 2000.0])
def test_question_in_a_button_is_the_same_question(
    program: Program, book: FactorBook, clock: Hands, value: float, source: str, basis: Basis
) -> None:
    asked = program.decisions.estimator.video("5s", "wan2.2-14b", place="Paris")
    place = at_moment(asked.question.place, Live(value, clock.moment, source, basis), book)
    answer = program.decisions.estimator.answer(replace(asked.question, place=place))
    again = program.decisions.estimator.asked(answer.question.subject)
    assert again == answer
    assert again.estimate.trace == answer.estimate.trace
    missed = replace(asked.question, place=replace(asked.question.place, missing=source))
    assert program.decisions.estimator.asked(missed.subject).question == missed


@pytest.mark.parametrize(
    "signs", ["x", "gm", "gm1.1", "gm20001.1c3f2a8", "gm0.1c3f2a8", "gz1.1c3f2a8", "gm٣.1c3f2a8", "g!"]
)
def test_signs_of_nobody_are_refused(book: FactorBook, signs: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        with_live_code(place_of(book, "UK"), signs, book)


async def test_levers_compare_places_by_one_method(estimator: Estimator) -> None:
    before = estimator.video("20s", place="UK")
    (after,) = await estimator.at_this_moment(before)
    told, asked = changes(estimator, after), changes(estimator, before)
    assert [lever for lever, _ in told] == [lever for lever, _ in asked]
    for lever, subject in told:
        assert (estimator.asked(subject).question.place.live is not None) == (lever.place.id == "GBR")


def test_place_goes_back_to_its_year(book: FactorBook, clock: Hands) -> None:
    place = place_of(book, "Manchester")
    live = at_moment(place, Live(80.0, clock.moment, "neso-live"), book)
    assert live.source == "neso-live"
    assert yearly(live, book) == place


async def test_notes_say_it_in_plain_english(estimator: Estimator, servers: Servers) -> None:
    (answer,) = await estimator.at_this_moment(estimator.image(place="France"))
    note = next(note for note in answer.estimate.notes if note.code == "place.live")
    assert note.text == (
        "Carbon by the live figure of RTE éCO2mix, 2026-03-04 12:00 UTC (modelled); it counts what plants burn, not the"
        " life cycle."
    )
    servers.status = 500
    (answer,) = await estimator.at_this_moment(estimator.image(place="UK"))
    assert "NESO gives no live figure now" in next(n.text for n in answer.estimate.notes if n.code == "place.missing")
