"""`/tally`: a community's cumulative footprint, told, looked at, taken back and exported."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import discord
import pytest

from bot.start.program import Program
from bot.store import PastEstimates
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


async def test_message_menu_adds_as_an_estimate(chat: Chat) -> None:
    file = {"filename": "a.png", "content_type": "image/png", "width": 1024, "height": 1024}
    seen = await chat.points_at(await chat.says("", files=[file]))
    await chat.press(seen, "Add to tally")
    assert "• estimated from messages: about 1.5 Wh" in (await chat.slash("tally show")).text


async def test_method_before_is_told_in_both_languages(chat: Chat, program: Program) -> None:
    await add(chat, "video 5s", times=10)
    priced = PastEstimates("old", date(2026, 2, 1), {"video;5s": (8.0, 80.0, 480.0)})
    await program.store.prices.keep(chat.guild.id, priced, {"video;5s"})
    seen = await chat.slash("tally show")
    assert "With the method used until 1 February 2026 (edition old), the same came to about " in seen.text
    assert "Today's method gives 25% more." in seen.text
    french = await chat.press(seen, "Français")
    assert "Avec la méthode en usage jusqu’au 1er février 2026" in french.text
    assert "La méthode d’aujourd’hui donne 25 % de plus." in french.text


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


async def test_bad_entry_is_refused_and_counts_nothing(chat: Chat, program: Program) -> None:
    seen = await add(chat, "video 5s", times=0)
    assert seen.private
    assert "how many times" in seen.text
    chat.locales["member"] = "fr"
    assert "### Je ne peux pas" in (await add(chat, "what's the weather")).text
    assert not await program.store.ledger.days(chat.guild.id)


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
