"""`/tally`: a community's cumulative footprint, told, looked at, taken back and exported."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.start.program import Program
from bot.start.wiring import opened
from bot.store import PastEstimates
from config.settings import Settings
from energy import FactorBook, Refusal
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen
from tests.features.compare.test_command import drawn


async def add(chat: Chat, activity: str, **more: Any) -> Seen:
    return await chat.slash("tally add", activity=activity, **more)


async def test_what_is_added_shows_in_the_total_with_its_range(chat: Chat) -> None:
    added = await add(chat, "video 5s", times=3)
    assert added.private
    assert "• 3 AI videos of 5 s" in added.text
    assert "This server's last 30 days: about 300 Wh (30–1,800 Wh)." in added.text
    await add(chat, "4 images", as_="admin")
    seen = await chat.slash("tally show", period="7d")
    assert not seen.private
    assert "It takes **about 310 Wh (31–1,800 Wh)** of electricity." in seen.text
    assert "• videos: about 300 Wh (30–1,800 Wh), 3 items" in seen.text
    await add(chat, "1 page")
    assert "• text: about 0.39 Wh (0.13–2 Wh), 1 item\n" in (await chat.slash("tally show")).text
    assert "• images: about 6 Wh (0.8–32 Wh), 4 items" in seen.text
    assert "• told by members: about 310 Wh" in seen.text
    assert "never" in seen.text
    assert "microwave" in seen.text


async def test_total_comes_with_a_picture_of_its_kinds(chat: Chat) -> None:
    await add(chat, "3 images and a video of 5s")
    seen = await drawn(chat, await chat.slash("tally show"))
    assert "stacked by kind" in seen.pictures[0]
    assert "all together, about 100 Wh" in seen.pictures[0]
    assert "images, about 4.5 Wh" in seen.pictures[0]


async def test_history_is_drawn_day_by_day_and_said_in_words(chat: Chat, clock: Hands) -> None:
    await add(chat, "video 5s", times=2)
    clock.pass_(days=2)
    await add(chat, "10 images")
    seen = await drawn(chat, await chat.slash("tally history", period="7d"))
    assert "Highest, 4 March 2026: about 200 Wh (20–1,200 Wh)." in seen.text
    assert "Latest, 6 March 2026: about 15 Wh (2–80 Wh)." in seen.text
    assert "4 March 2026, about 200 Wh" in seen.pictures[0]


@pytest.mark.parametrize(("period", "by"), [("30d", "a day"), ("12mo", "a week"), ("all", "a month")])
async def test_long_histories_are_drawn_by_weeks_and_months(
    chat: Chat, clock: Hands, program: Program, period: str, by: str
) -> None:
    clock.moment = datetime(2020, 1, 1, tzinfo=UTC)
    await add(chat, "1 image")
    clock.moment = datetime(2026, 3, 4, tzinfo=UTC)
    await add(chat, "video 5s")
    assert f"One column {by}" in (await chat.slash("tally history", period=period)).text
    history = await program.decisions.tally.history(chat.guild.id, period)  # type: ignore[arg-type]
    assert sum(column.total.count for column in history.columns) == (2 if period == "all" else 1)


async def test_days_are_those_of_the_servers_time_zone(chat: Chat, clock: Hands, program: Program) -> None:
    await program.decisions.settings.choose_zone(chat.guild.id, "Pacific/Auckland")
    clock.moment = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    await add(chat, "1 image")
    (row,) = await program.store.ledger.days(chat.guild.id)
    assert row.day == date(2026, 3, 5)


async def test_button_on_any_card_adds_its_use_once_a_press(chat: Chat) -> None:
    card = await chat.slash("cost video", duration="10s", model="veo-3.1")
    await chat.restart()
    added = await chat.press(card, "Add to tally", as_="admin")
    assert added.private
    assert "• 1 AI video of 10 s · Veo 3.1" in added.text
    undone = await chat.press(added, "Undo")
    assert "### Taken back" in undone.text
    assert "Nothing is counted" in (await chat.slash("tally show")).text


async def test_undo_under_a_card_takes_back_that_cards_entry_once(chat: Chat, program: Program) -> None:
    first = await add(chat, "video 5s")
    await add(chat, "2 images")
    await chat.restart()
    undone = await chat.press(first, "Undo")
    assert "• 1 AI video of 5 s" in undone.text
    again = await chat.press(first, "Undo")
    assert again.private
    assert again.text.startswith("### Taken back already")
    totals = (await program.decisions.tally.show(chat.guild.id, "all")).totals
    assert set(totals.kinds) == {"image"}
    chat.locales["member"] = "fr"
    third = await add(chat, "une page")
    await chat.press(third, "Annuler")
    assert "### Déjà annulé" in (await chat.press(third, "Annuler")).text


async def test_undo_of_another_version_is_refused(chat: Chat, program: Program) -> None:
    added = await add(chat, "video 5s")
    (button,) = [custom_id for custom_id in added.custom_ids if ":undo:" in custom_id]
    assert len(button) <= 100
    chat.rename_buttons(added, button.removeprefix("w1:undo:en:"), "-")
    refused = await chat.press(added, "Undo")
    assert "older version" in refused.text
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 1


async def test_undo_delivered_twice_takes_back_one_entry(program: Program) -> None:
    tally = program.decisions.tally
    for number in range(3):
        await tally.add(1, 2, f"interaction:{number}", await tally.read(1, "video 5s"))
    taken = [await tally.undo(1, 2, "interaction:9") for _ in range(3)]
    assert [len(usages) for usages in taken] == [1, 0, 0]
    assert (await tally.show(1, "all")).totals.total.count == 2


async def test_nobody_takes_back_what_somebody_else_told(program: Program) -> None:
    tally = program.decisions.tally
    added = await tally.add(1, 2, "interaction:3", await tally.read(1, "video 5s"))
    with pytest.raises(Refusal, match="nothing of yours"):
        await tally.undo(1, 77, "interaction:4", added.source)
    assert (await tally.show(1, "all")).totals.total.count == 1


async def test_message_menu_adds_as_an_estimate(chat: Chat) -> None:
    file = {"filename": "a.png", "content_type": "image/png", "width": 1024, "height": 1024}
    seen = await chat.points_at(await chat.says("", files=[file]))
    await chat.press(seen, "Add to tally")
    assert "• estimated from messages: about 1.5 Wh" in (await chat.slash("tally show")).text


async def test_same_interaction_delivered_twice_counts_once(chat: Chat, program: Program) -> None:
    tally = program.decisions.tally
    usages = await tally.read(1, "video 5s")
    first = await tally.add(1, 2, "interaction:3", usages)
    again = await tally.add(1, 2, "interaction:3", usages)
    assert (first.new, again.new) == (True, False)
    assert (await tally.show(1, "all")).totals.total.count == 1


async def test_undo_takes_back_only_ones_own_last_entry(chat: Chat) -> None:
    await add(chat, "video 5s")
    await add(chat, "2 images", as_="admin")
    assert "AI video" in (await chat.slash("tally undo")).text
    refused = await chat.slash("tally undo")
    assert refused.private
    assert "nothing of yours" in refused.text
    assert "2 items" in (await chat.slash("tally show")).text


async def test_corrected_book_corrects_the_past_and_says_by_how_much(
    tmp_path: Path, book: FactorBook, clock: Hands
) -> None:
    """A year of videos, re-priced by a book whose unnamed video takes a tenth."""
    file = tmp_path / "months.db"
    async with opened(Settings(), file, replace(book, version="old"), clock) as then:
        tally = then.decisions.tally
        await tally.add(1, 2, "interaction:3", await tally.read(1, "video 5s", 10))
        # Nobody looked at it: what was counted is priced all the same.
        assert tally.unremembered() == (1,)
        await tally.remember_prices(1)
        assert tally.unremembered() == ()
    video = book.factors.video
    unnamed = replace(video.unnamed_wh, low=1.0, central=10.0, high=60.0)
    newer = replace(book, version="new", factors=replace(book.factors, video=replace(video, unnamed_wh=unnamed)))
    clock.pass_(days=20)
    async with opened(Settings(), file, newer, clock) as now:
        shown = await now.decisions.tally.show(1, "all")
        assert shown.totals.total.energy_wh.central == pytest.approx(100.0)
        assert shown.before is not None
        assert (shown.before.book, shown.before.day) == ("old", date(2026, 3, 4))
        assert shown.before.energy_wh.central == pytest.approx(1000.0)
        assert shown.before.times == pytest.approx(0.1)


MOVED: list[tuple[float, str, str]] = [
    (1 / 50, "Today's method gives 50 times as much.", "La méthode d’aujourd’hui donne 50 fois autant."),
    (0.8, "Today's method gives 25% more.", "La méthode d’aujourd’hui donne 25 % de plus."),
    (10.0, "Today's method gives 90% less.", "La méthode d’aujourd’hui donne 90 % de moins."),
]


async def noted(chat: Chat, program: Program, wh: tuple[float, float, float], book: str = "old") -> None:
    priced = PastEstimates(book, date(2026, 2, 1), {"video;5s": wh})
    await program.store.prices.keep(chat.guild.id, priced, {"video;5s"})


@pytest.mark.parametrize(("factor", "english", "french"), MOVED)
async def test_card_says_what_the_method_before_gave_and_by_how_much_it_moved(
    chat: Chat, program: Program, factor: float, english: str, french: str
) -> None:
    await add(chat, "video 5s", times=10)
    await noted(chat, program, (10 * factor, 100 * factor, 600 * factor))
    seen = await chat.slash("tally show")
    assert "With the method used until 1 February 2026 (edition old), the same came to about " in seen.text
    assert english in seen.text
    assert french in (await chat.press(seen, "Français")).text
    assert "Avec la méthode en usage jusqu’au 1er février 2026" in (await chat.press(seen, "Français")).text


async def test_another_range_around_the_same_middle_is_told(chat: Chat, program: Program) -> None:
    await add(chat, "video 5s")
    await noted(chat, program, (50.0, 100.0, 200.0))
    assert "the same middle and another range" in (await chat.slash("tally show")).text


async def test_edition_that_says_the_same_is_not_mentioned(chat: Chat, program: Program) -> None:
    await add(chat, "video 5s", times=10)
    await noted(chat, program, (10.0, 100.0, 600.0))
    assert "With the method used" not in (await chat.slash("tally show")).text


@pytest.mark.parametrize("way", ["command", "button", "round"])
async def test_prices_are_noted_whoever_looks_or_nobody(chat: Chat, program: Program, way: str) -> None:
    added = await add(chat, "video 5s")
    if way == "command":
        await chat.slash("tally show")
    elif way == "button":
        await chat.press(added, "Tally")
    else:
        await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    (priced,) = await program.store.prices.of(chat.guild.id)
    assert priced.book == program.decisions.estimator.book.version
    assert set(priced.wh) == {"video;5s"}


async def test_prices_of_two_editions_are_kept_and_no_more(chat: Chat, program: Program) -> None:
    await add(chat, "video 5s")
    for number, book in enumerate(("a", "b", "c"), 1):
        priced = PastEstimates(book, date(2026, 1, number), {"video;5s": (1.0, 2.0, 3.0), "video;6s": (1.0, 2.0, 3.0)})
        await program.store.prices.keep(chat.guild.id, priced, {"video;5s", "video;6s"})
    assert [one.book for one in await program.store.prices.of(chat.guild.id)] == ["c", "b"]
    await chat.slash("tally show")
    found = await program.store.prices.of(chat.guild.id)
    assert [one.book for one in found] == [program.decisions.estimator.book.version, "c"]
    # Nobody in this server has counted the other one.
    assert all(set(one.wh) == {"video;5s"} for one in found)


async def test_model_the_book_lost_is_kept_but_not_in_the_total(chat: Chat, program: Program) -> None:
    from bot.store import Action

    gone = (("video;5s;model=gone-1", 2), ("video;5s", 1))
    await program.store.ledger.add(Action(chat.guild.id, date(2026, 3, 4), gone, "declared", "x"))
    seen = await chat.slash("tally show")
    assert "2 items are of models that today's edition no longer knows" in seen.text
    assert "about 100 Wh" in seen.text


async def test_export_names_nobody_and_is_for_managers(chat: Chat) -> None:
    await add(chat, "video 5s", times=2)
    seen = await chat.slash("tally export", as_="admin")
    assert seen.private
    (file,) = seen.message.attachments
    (row,) = csv.DictReader(io.StringIO((await file.read()).decode()))
    assert row["day"] == "2026-03-04"
    assert row["usage"] == "video;5s"
    assert float(row["energy_wh_central"]) == pytest.approx(200.0)
    seen = await chat.slash("tally export", as_="admin", format="json")
    (file,) = seen.message.attachments
    assert json.loads(await file.read())[0]["count"] == 2
    assert set(row) == {
        "day",
        "usage",
        "origin",
        "count",
        "energy_wh_low",
        "energy_wh_central",
        "energy_wh_high",
        "book",
    }


MANAGED: list[tuple[str, dict[str, Any]]] = [
    ("tally export", {}),
    ("tally goal", {"energy": "10 kWh"}),
    ("tally board", {}),
]


@pytest.mark.parametrize(("command", "options"), MANAGED)
async def test_managers_commands_refuse_everybody_else(chat: Chat, command: str, options: dict[str, Any]) -> None:
    seen = await chat.slash(command, **options)
    assert seen.private
    assert "Manage Server" in seen.text
    chat.locales["member"] = "fr"
    assert "Gérer le serveur" in (await chat.slash(command, **options)).text


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"activity": "what's the weather"}, "no use of AI"),
    ({"activity": "video 5s", "times": 0}, "how many times"),
    ({"activity": "video 5s", "times": -3}, "how many times"),
    ({"activity": "video 5s", "times": 10**10}, "whole number from 1"),
    ({"activity": "video -5s"}, ""),
]


@pytest.mark.parametrize(("options", "words"), REFUSED)
async def test_bad_entry_is_refused_and_counts_nothing(
    chat: Chat, program: Program, options: dict[str, Any], words: str
) -> None:
    seen = await chat.slash("tally add", **options)
    assert seen.private
    assert words in seen.text
    chat.locales["member"] = "fr"
    assert "### Je ne peux pas" in (await chat.slash("tally add", **options)).text
    assert not await program.store.ledger.days(chat.guild.id)


async def test_entry_that_cannot_be_written_is_said_and_not_counted(chat: Chat, program: Program) -> None:
    await program.store.close()
    seen = await add(chat, "video 5s")
    assert seen.private
    assert seen.text.startswith("### Not saved")


async def test_full_disk_does_not_take_back_a_tally_that_was_shown(
    chat: Chat, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    await add(chat, "video 5s")
    writer = program.store._writer  # type: ignore[attr-defined]
    pages = await writer.do(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
    await writer.do(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    while not caplog.records:  # until no page has room
        await chat.slash("tally add", activity="1 image")
    before = len(await chat.written())
    caplog.clear()
    seen = await chat.slash("tally show")
    assert "about" in seen.text
    assert len(await chat.written()) == before + 1
    if caplog.records:
        assert "prices could not be kept" in caplog.text


async def test_what_was_counted_is_not_called_unsaved_where_the_month_cannot_be_read(
    chat: Chat, program: Program
) -> None:
    await add(chat, "video 5s")
    await program.store._readers.close()  # type: ignore[attr-defined]
    seen = await add(chat, "video 5s")
    assert seen.text.startswith("### Added")
    assert "last 30 days" not in seen.text
    assert "Undo" in seen.buttons


async def test_whole_tally_speaks_french(chat: Chat) -> None:
    chat.server_locale = "fr"
    chat.locales["member"] = "fr"
    added = await add(chat, "une vidéo de 5 s")
    assert added.text.startswith("### Ajouté")
    assert "Les 30 derniers jours de ce serveur : environ 100 Wh (de 10 à 600 Wh)." in added.text
    shown = await chat.slash("tally show", period="all")
    assert "• vidéos : environ 100 Wh (de 10 à 600 Wh), 1 usage\n" in shown.text
    assert "Il a fallu **environ 100 Wh" in shown.text
    assert "Le plus haut, 4 mars 2026" in (await chat.press(shown, "Historique")).text
    assert "### Annulé" in (await chat.slash("tally undo")).text


async def test_export_speaks_french_and_a_file_too_large_is_refused(
    chat: Chat, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.locales["admin"] = "fr"
    await add(chat, "2 images et une vidéo de 5 s")
    seen = await chat.slash("tally export", as_="admin")
    assert "### Le total en fichier" in seen.text
    monkeypatch.setattr("bot.features.tally.decide._MOST_EXPORTED", 1)
    refused = await chat.slash("tally export", as_="admin")
    assert "trop gros pour Discord" in refused.text


async def test_time_with_nothing_in_it_is_not_called_an_empty_tally(chat: Chat, clock: Hands) -> None:
    await add(chat, "video 5s")
    clock.pass_(days=40)
    assert "Nothing is counted in this time" in (await chat.slash("tally show")).text
    assert "Nothing is counted in this time" in (await chat.slash("tally history")).text
    assert "about 100 Wh" in (await chat.slash("tally show", period="all")).text


async def test_no_add_button_where_there_is_no_tally(chat: Chat) -> None:
    seen = await chat.direct("cost video", duration="5s")
    assert "Add to tally" not in seen.buttons
    assert "Sources" in seen.buttons


async def test_old_button_in_a_direct_message_is_refused(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    card = await chat.slash("cost video", duration="5s")
    monkeypatch.setattr(discord.Client, "get_guild", lambda *_: None)
    refused = await chat.press(card, "Add to tally")
    assert refused.private
    assert "A tally belongs to a server" in refused.text
