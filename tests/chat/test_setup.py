"""`/setup`: a server's language and place."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bot.parts import Parts
from bot.wiring import opened
from config.settings import Settings
from energy import FactorBook

from .simulated import Chat


async def test_language_of_public_answers_follows_the_servers_choice(chat: Chat) -> None:
    panel = await chat.slash("setup", as_="admin")
    assert panel.private
    assert "**Language** of public answers: as Discord has it" in panel.text
    changed = await chat.chosen(panel, "Language", "French")
    assert "**Language** of public answers: French" in changed.text
    assert "Il faut" in (await chat.slash("cost video", duration="5s")).text
    back = await chat.chosen(changed, "Language", "as Discord has it for this server")
    assert "as Discord has it" in back.text
    assert "It takes" in (await chat.slash("cost video", duration="5s")).text


async def test_place_of_answers_follows_the_servers_choice(chat: Chat) -> None:
    panel = await chat.chosen(await chat.slash("setup", as_="admin"), "Place", "France")
    assert "reckoned with: France" in panel.text
    assert "on the grid this server is set to: France" in (await chat.slash("cost video", duration="5s")).text
    assert "this server is set to: France" in (await chat.slash("ask", question="4 images")).text
    assert "on this grid: Poland" in (await chat.slash("cost video", place="Poland")).text


async def test_any_place_can_be_typed_and_a_wrong_one_is_refused(chat: Chat) -> None:
    panel = await chat.slash("setup", as_="admin")
    form = await chat.choose(panel, "Place", "another place…", as_="admin")
    field = form.modal["components"][0]["component"]["custom_id"]
    refused = await chat.people["admin"].submit_modal(form, {field: "Atlantis"})
    assert refused.response.ephemeral
    form = await chat.choose(panel, "Place", "another place…", as_="admin")
    field = form.modal["components"][0]["component"]["custom_id"]
    await chat.restart()
    await chat.people["admin"].submit_modal(form, {field: "Allemagne"})
    assert "reckoned with: Germany" in chat.again(panel).text


async def test_choices_survive_a_restart_and_stay_with_their_server(tmp_path: Path, book: FactorBook) -> None:
    for round_ in range(2):
        async with opened(Settings(), tmp_path / "wattson.db", book) as parts:
            if round_ == 0:
                await parts.setups.choose_language(7, "fr")
                await parts.setups.choose_place(7, "Belgique")
                await parts.setups.choose_place(8, "Japan")
                await parts.setups.choose_place(8, None)
            assert (parts.setups.of(7).language, parts.setups.of(7).place) == ("fr", "BEL")
            assert parts.setups.of(8).place is None
            assert parts.setups.of(None).language is None


async def test_setup_is_for_managers_whatever_discord_let_through(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = await chat.slash("setup", as_="admin")
    monkeypatch.setattr(discord.Interaction, "permissions", discord.Permissions.none())
    chat.locales["admin"] = "fr"
    refused = await chat.choose(panel, "Language", "French", as_="admin")
    assert refused.response.ephemeral
    assert "as Discord has it" in chat.again(panel).text


async def test_setup_speaks_french(chat: Chat) -> None:
    chat.locales["admin"] = "fr"
    panel = await chat.slash("setup", as_="admin")
    assert panel.text.startswith("### Les réglages de ce serveur")
    assert set(panel.lists) == {"Langue", "Lieu", "Fuseau horaire"}


async def test_disk_trouble_is_said_and_nothing_changes(chat: Chat, parts: Parts) -> None:
    panel = await chat.slash("setup", as_="admin")
    await parts.store.close()
    result = await chat.choose(panel, "Language", "French", as_="admin")
    assert result.response.ephemeral
    assert parts.setups.of(chat.guild.id).language is None
