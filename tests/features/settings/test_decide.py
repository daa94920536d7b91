"""What a server chose for itself: each choice its own, kept, and left to us where it is taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.settings import ServerSettings, today, zone_of
from bot.store import WriteFailed
from config.text.catalog import LANGUAGES
from energy import EnergyError, Refusal
from tests.features.memory_decisions import GUILD, OTHER, MemoryDecisions

NONE = ServerSettings()


async def test_choices_survive_a_restart_and_stay_with_their_server(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_language(GUILD, "fr")
    await decisions.settings.choose_place(GUILD, "Belgique")
    await decisions.settings.choose_zone(GUILD, " Europe/Brussels ")
    await decisions.settings.choose_place(OTHER, "Japan")
    await decisions.settings.choose_place(OTHER, None)
    chosen = ServerSettings("fr", "BEL", "Europe/Brussels")
    for settings in (decisions.settings, (await decisions.again()).settings):
        assert settings.of(GUILD) == chosen
        assert (settings.language_of(GUILD), settings.place_of(GUILD)) == ("fr", "BEL")
        assert settings.of(OTHER) == NONE
        assert settings.of(None) == NONE
        assert (settings.language_of(None), settings.place_of(None)) == (None, None)


@pytest.mark.parametrize("nothing", [None, ""])
async def test_choice_taken_back_leaves_nothing_behind(decisions: MemoryDecisions, nothing: str | None) -> None:
    settings = decisions.settings
    await settings.choose_language(GUILD, LANGUAGES[-1])
    await settings.choose_place(GUILD, "FRA")
    await settings.choose_zone(GUILD, "UTC")
    for choose in (settings.choose_language, settings.choose_place, settings.choose_zone):
        await choose(GUILD, nothing)
    assert not any((settings.of(GUILD).language, settings.of(GUILD).place, settings.of(GUILD).zone))
    assert await decisions.store.notes.of(GUILD) == {}


async def test_place_nobody_knows_is_refused_and_nothing_changes(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_place(GUILD, "France")
    with pytest.raises(EnergyError, match="Atlantis"):
        await decisions.settings.choose_place(GUILD, "Atlantis")
    assert decisions.settings.place_of(GUILD) == "FRA"


@pytest.mark.parametrize("typed", ["Europe/Atlantis", "../../etc/passwd", "Europe", "x" * 300, "a\0b"])
async def test_zone_nobody_knows_is_refused_and_nothing_changes(decisions: MemoryDecisions, typed: str) -> None:
    await decisions.settings.choose_zone(GUILD, "Europe/Paris")
    with pytest.raises(Refusal) as refused:
        await decisions.settings.choose_zone(GUILD, typed)
    assert (refused.value.code, refused.value.params) == ("zone.unknown", {"read": typed[:40]})
    assert decisions.settings.of(GUILD).zone == "Europe/Paris"


async def test_every_choice_is_told_and_a_refused_one_is_not(decisions: MemoryDecisions) -> None:
    told: list[int] = []
    decisions.settings.on_change = told.append
    await decisions.settings.choose_language(GUILD, "fr")
    await decisions.settings.choose_place(OTHER, "FRA")
    await decisions.settings.choose_zone(GUILD, None)
    with pytest.raises(EnergyError):
        await decisions.settings.choose_place(GUILD, "Atlantis")
    assert told == [GUILD, OTHER, GUILD]


async def test_choice_that_cannot_be_kept_is_not_in_force(decisions: MemoryDecisions) -> None:
    decisions.disk.full = True
    settings = decisions.settings
    for choose, typed in (
        (settings.choose_language, "fr"),
        (settings.choose_place, "FRA"),
        (settings.choose_zone, "UTC"),
    ):
        with pytest.raises(WriteFailed):
            await choose(GUILD, typed)
    assert settings.of(GUILD) == NONE


async def test_place_that_left_the_book_counts_as_not_chosen(decisions: MemoryDecisions) -> None:
    await decisions.store.notes.put(GUILD, "setup.place", "ATL")
    await decisions.store.notes.put(GUILD, "setup.language", "tlh")
    await decisions.store.notes.put(GUILD, "setup.zone", "Europe/Paris")
    assert (await decisions.again()).settings.of(GUILD) == ServerSettings(zone="Europe/Paris")


async def test_server_that_is_forgotten_chose_nothing(decisions: MemoryDecisions) -> None:
    await decisions.settings.choose_language(GUILD, "fr")
    decisions.settings.forget(GUILD)
    decisions.settings.forget(OTHER)
    assert decisions.settings.of(GUILD) == NONE


@pytest.mark.parametrize(
    ("zone", "day"),
    [(None, 4), ("UTC", 4), ("Pacific/Auckland", 5), ("America/Los_Angeles", 4), ("Mars/Olympus", 4)],
)
def test_day_is_that_of_the_zone_and_of_utc_where_it_is_unknown(zone: str | None, day: int) -> None:
    assert today(datetime(2026, 3, 4, 23, 30, tzinfo=UTC), zone) == date(2026, 3, day)


@given(minutes=st.integers(0, 365 * 24 * 60), zone=st.sampled_from(["Pacific/Kiritimati", "Pacific/Niue", "UTC"]))
def test_day_of_a_zone_is_never_further_than_one_from_utc(minutes: int, zone: str) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert abs((today(now, zone) - now.date()).days) <= 1
    assert zone_of(zone).key == zone
