"""`/tally watch`: what generator bots make, counted from what Discord tells about their messages."""

from __future__ import annotations

import pytest

from bot.start.program import Program
from tests.chat.simulated import Chat


async def test_manager_watches_a_bot_after_a_dry_run(chat: Chat, program: Program) -> None:
    artist = chat.guild.add_member(chat.env.create_user("artist", bot=True))
    chat.people["artist"] = artist
    await chat.says("a picture", as_="artist")
    draft = await chat.slash("tally watch", bot=artist, counts_as="4 images", as_="admin")
    assert draft.private
    assert "In the last hour I would have counted **1** message." in draft.text
    assert "never words or pictures" in draft.text
    assert "Nothing is counted" in (await chat.slash("tally show")).text
    on = await chat.press(draft, "Start watching")
    assert on.text.startswith("### Watching")
    message = await chat.says("another", as_="artist")
    assert "• counted from bots: about 6 Wh (0.8–32 Wh), 4 items" in (await chat.slash("tally show")).text
    await artist.edit(message, "another, finer")
    assert "4 items" in (await chat.slash("tally show")).text
    await artist.delete(message)
    assert "Nothing is counted" in (await chat.slash("tally show")).text
    off = await chat.slash("tally unwatch", bot=artist, as_="admin")
    assert "no longer counted" in off.text
    await chat.says("more", as_="artist")
    assert "Nothing is counted" in (await chat.slash("tally show")).text


@pytest.mark.parametrize("language", ["en-US", "fr"])
async def test_people_are_never_watched_and_members_cannot_watch(chat: Chat, language: str) -> None:
    chat.locales = dict.fromkeys(("admin", "member"), language)
    person = chat.people["member"]
    refused = await chat.slash("tally watch", bot=person, counts_as="1 image", as_="admin")
    assert refused.private
    assert ("never people" if language == "en-US" else "jamais des personnes") in refused.text
    refused = await chat.slash("tally watch", bot=person, counts_as="1 image")
    assert ("Manage Server" if language == "en-US" else "Gérer le serveur") in refused.text
    refused = await chat.slash("tally unwatch", bot=person, as_="admin")
    assert ("not watched" if language == "en-US" else "n’est pas suivi") in refused.text


async def test_recipes_are_offered_while_typing(chat: Chat) -> None:
    chat.locales["admin"] = "fr"
    offers = await chat.typed("tally watch", "counts_as", "", as_="admin")
    shown = offers[0]["name"].replace("\N{NO-BREAK SPACE}", " ")
    assert shown == "Une demande donne une grille de quatre images : 4 images par IA"
    assert offers[0]["value"] == "4 images"
    (song,) = (offer for offer in offers if offer["value"] == "2 minutes of music")
    assert song["name"].endswith("1 musique par IA de 2\N{NO-BREAK SPACE}min")
