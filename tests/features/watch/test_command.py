"""`/tally watch`: what generator bots make, counted from what Discord tells about their messages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.features.watch.decide import Rule
from bot.features.watch.decide import Seen as Message
from bot.start.program import Program
from bot.start.wiring import opened
from config.content.watch_recipes import load_recipes
from config.settings import Settings
from energy import FactorBook, read
from tests.chat.hands import Hands
from tests.chat.simulated import Chat

BOT, CHANNEL, GUILD = 11, 22, 33
PROMPT = Message(1, BOT, CHANNEL, answers=True, follows_up=False, person=44)


async def watching(program: Program, words: str = "4 images", lately: tuple[Message, ...] = (PROMPT,)) -> int:
    usages = await program.decisions.tally.read(GUILD, words)
    _, would = await program.decisions.watch.draft(GUILD, BOT, CHANNEL, usages, lately)
    await program.decisions.watch.start(GUILD, BOT, CHANNEL)
    return would


async def total(program: Program) -> int:
    return (await program.decisions.tally.show(GUILD, "all")).totals.total.count


async def test_one_prompt_is_so_many_items_and_counts_once_however_often_it_comes(program: Program) -> None:
    await watching(program)
    assert await program.decisions.watch.see(GUILD, PROMPT)
    for _ in range(3):
        assert not await program.decisions.watch.see(GUILD, PROMPT)
    assert await total(program) == 4
    (row,) = await program.store.ledger.days(GUILD)
    assert row.origin == "counted"


async def test_follow_ups_notices_other_bots_and_other_channels_do_not_count(program: Program) -> None:
    await watching(program)
    for other in (
        replace(PROMPT, message=2, follows_up=True),
        replace(PROMPT, message=3, answers=False),
        replace(PROMPT, message=4, author=12),
        replace(PROMPT, message=5, channel=23),
    ):
        assert not await program.decisions.watch.see(GUILD, other)
    assert not await program.decisions.watch.see(99, PROMPT)
    assert await total(program) == 0


async def test_bot_without_commands_counts_by_the_message(program: Program) -> None:
    plain = replace(PROMPT, answers=False, person=None)
    assert await watching(program, lately=(plain, replace(plain, message=2))) == 2
    assert await program.decisions.watch.see(GUILD, plain)


async def test_dry_run_counts_nothing(program: Program) -> None:
    lately = [replace(PROMPT, message=number) for number in range(14)] + [replace(PROMPT, message=99, author=12)]
    usages = await program.decisions.tally.read(GUILD, "4 images")
    _, would = await program.decisions.watch.draft(GUILD, BOT, CHANNEL, usages, lately)
    assert would == 14
    assert not await program.decisions.watch.see(GUILD, PROMPT)
    assert await total(program) == 0


async def test_deleted_message_is_taken_back_and_does_not_come_again(program: Program) -> None:
    await watching(program)
    await program.decisions.watch.see(GUILD, PROMPT)
    assert await program.decisions.watch.gone(GUILD, PROMPT.message)
    assert await total(program) == 0
    assert not await program.decisions.watch.see(GUILD, PROMPT)
    assert not await program.decisions.watch.gone(GUILD, PROMPT.message)


async def test_rules_survive_a_restart_and_end_when_told(tmp_path: Path, book: FactorBook, clock: Hands) -> None:
    async with opened(Settings(), tmp_path / "w.db", book, clock) as program:
        await watching(program)
    async with opened(Settings(), tmp_path / "w.db", book, clock) as program:
        assert program.decisions.watch.of(GUILD) == (Rule(BOT, CHANNEL, (("image;1image", 4),), answers_only=True),)
        assert await program.decisions.watch.stop(GUILD, BOT) == 1
        assert not await program.decisions.watch.see(GUILD, PROMPT)


async def test_person_who_gave_the_prompt_can_erase_it(program: Program) -> None:
    await watching(program)
    await program.decisions.watch.see(GUILD, PROMPT)
    assert await program.decisions.privacy.erase_person(44) == 1
    assert await total(program) == 0


def test_every_recipe_can_be_read(book: FactorBook) -> None:
    recipes = load_recipes()
    assert len(recipes) >= 5
    for recipe in recipes:
        assert read(recipe.counts_as, book)


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
