"""`/privacy`: seeing, exporting and erasing, and what is left in the file afterwards."""

from __future__ import annotations

import json
from pathlib import Path

import discord
import pytest

from bot.start.program import Program
from bot.start.wiring import opened
from config.content.notices import NOTICE_KINDS, load_notices
from config.settings import Settings
from energy import FactorBook
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen


async def test_what_is_kept_is_said_in_both_languages(chat: Chat) -> None:
    seen = await chat.slash("privacy")
    assert seen.private
    assert "erased after 7 days" in seen.text
    assert "or of who gave a watched bot its command" in seen.text
    assert "answers, under a mark that differs in each, until it ends" in seen.text
    assert seen.buttons == ["See mine", "Export mine", "Erase mine", "Privacy notice", "Terms"]
    chat.locales["admin"] = "fr"
    manager = await chat.slash("privacy", as_="admin")
    assert "effacés après 7 jours" in manager.text
    assert "ou de qui a donné sa commande à un bot suivi" in manager.text
    assert "Effacer ce serveur" in manager.buttons


async def test_person_sees_and_exports_their_own_entries_only(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s")
    await chat.slash("tally add", activity="9 images", as_="admin")
    panel = await chat.slash("privacy")
    mine = await chat.press(panel, "See mine")
    assert "1 entry:" in mine.text
    assert "• 4 March 2026: 1 AI video of 5 s, here" in mine.text
    assert "9" not in mine.text
    exported = await chat.press(panel, "Export mine")
    (file,) = exported.message.attachments
    told = json.loads(await file.read())
    (row,) = told["entries"]
    assert told["games"] == []
    assert row["usage"] == "video;5s"
    assert set(row) == {"server", "day", "usage", "count", "origin", "author", "source"}


async def test_erasing_mine_asks_once_then_leaves_nothing_in_the_file(
    chat: Chat, program: Program, tmp_path: Path
) -> None:
    await chat.slash("tally add", activity="video 47.11s")
    ((_, record),) = await program.decisions.privacy.mine(chat.people["member"].id)
    await chat.slash("tally add", activity="2 images", as_="admin")
    # Shown, so that what each use takes is noted for the day another edition says otherwise.
    await chat.slash("tally show")
    assert any("video;47.11s" in priced.wh for priced in await program.store.prices.of(chat.guild.id))
    question = await chat.press(await chat.slash("privacy"), "Erase mine")
    assert "cannot be brought back" in question.text
    gone = await chat.press(question, "Yes, erase mine")
    assert "1 entry is gone" in gone.text
    assert "2 items" in (await chat.slash("tally show")).text
    assert await program.decisions.privacy.mine(chat.people["member"].id) == ()
    await program.store.close()
    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        assert bytes.fromhex(record.author) not in raw, file.name
        assert bytes.fromhex(record.source) not in raw, file.name
        assert b"47.11" not in raw, file.name


async def test_manager_erases_the_server_and_everything_forgets_it(chat: Chat, program: Program) -> None:
    await chat.slash("tally add", activity="video 5s")
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    await program.decisions.goals.set(chat.guild.id, "1 kWh", "week")
    question = await chat.press(await chat.slash("privacy", as_="admin"), "Erase this server")
    gone = await chat.press(question, "Yes, erase this server")
    assert "1 entry and all settings of this server are gone" in gone.text
    assert program.decisions.settings.of(chat.guild.id).language is None
    assert await program.store.notes.of(chat.guild.id) == {}
    assert "Nothing is counted" in (await chat.slash("tally show")).text


async def test_member_cannot_erase_the_server(chat: Chat, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even with a manager's own buttons, kept from a time when they managed it."""
    await chat.slash("tally add", activity="video 5s")
    panel = await chat.slash("privacy", as_="admin")
    question = await chat.press(panel, "Erase this server")
    monkeypatch.setattr(discord.Interaction, "permissions", discord.Permissions.none())
    for card, label in ((panel, "Erase this server"), (question, "Yes, erase this server")):
        refused = await chat.press(card, label)
        assert refused.private
        assert "Manage Server" in refused.text
    assert await program.store.ledger.days(chat.guild.id)
    assert chat.again(question).text == question.text
    assert "Erase this server" not in (await chat.slash("privacy")).buttons


async def test_board_forgets_who_was_erased_and_goes_with_its_server(chat: Chat, program: Program) -> None:
    await chat.slash("tally add", activity="video 5s")
    await chat.slash("tally add", activity="2 images", as_="admin")
    await chat.slash("tally board", as_="admin")
    await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    await chat.press(await chat.press(await chat.slash("privacy"), "Erase mine"), "Yes, erase mine")
    await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    (board,) = [seen for seen in await chat.written() if "By origin" in seen.text]
    assert "videos" not in board.text
    panel = await chat.slash("privacy", as_="admin")
    await chat.press(await chat.press(panel, "Erase this server"), "Yes, erase this server")
    assert not [seen for seen in await chat.written() if "By origin" in seen.text]


async def test_server_is_erased_a_week_after_the_bot_left_unless_it_returns(
    chat: Chat, program: Program, clock: Hands
) -> None:
    await chat.slash("tally add", activity="video 5s")
    guild = chat.guild.id
    await program.decisions.privacy.left(guild)
    clock.pass_(days=6)
    assert await program.decisions.privacy.sweep() == 0
    await program.decisions.privacy.returned(guild)
    clock.pass_(days=6)
    assert await program.decisions.privacy.sweep() == 0
    await program.decisions.privacy.left(guild)
    clock.pass_(days=7)
    assert await program.decisions.privacy.sweep() == 1
    assert await program.store.ledger.days(guild) == ()
    assert await program.store.notes.of(guild) == {}


async def test_person_sees_and_exports_their_answers_in_open_games(chat: Chat, program: Program) -> None:
    game = await chat.slash("learn guess", as_="admin")
    (session,) = program.decisions.sessions.of(chat.guild.id)
    await guessed(chat, game, "member", "47.11")
    await guessed(chat, game, "admin", "8")
    panel = await chat.slash("privacy")
    mine = await chat.press(panel, "See mine")
    assert "• Guess still open, here: 1 answer" in mine.text
    exported = await chat.press(panel, "Export mine")
    (file,) = exported.message.attachments
    told = json.loads(await file.read())
    assert told["games"] == [{"server": chat.guild.id, "game": session.id, "answers": {"guess": "47.11"}}]
    await program.decisions.sessions.end(session)
    assert "no answer in an open game" in (await chat.press(panel, "See mine")).text


async def test_erasing_mine_takes_answers_in_open_games_out_of_the_file(
    chat: Chat, program: Program, tmp_path: Path, book: FactorBook
) -> None:
    member, admin = chat.people["member"].id, chat.people["admin"].id
    game = await chat.slash("learn guess", as_="admin")
    (session,) = program.decisions.sessions.of(chat.guild.id)
    await guessed(chat, game, "member", "47.1147")
    await guessed(chat, game, "admin", "8")
    voter = next(one.voter for one in await program.decisions.sessions.answers(session) if one.value == "47.1147")
    await chat.env.settle()
    assert "2 people have guessed" in chat.again(game).text
    question = await chat.press(await chat.slash("privacy"), "Erase mine")
    gone = await chat.press(question, "Yes, erase mine")
    assert "1 answer in open games is gone as well" in gone.text
    await chat.env.settle()
    assert "1 person has guessed" in chat.again(game).text
    await program.store.close()
    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        assert bytes.fromhex(voter) not in raw, file.name
        assert b"47.1147" not in raw, file.name
    async with opened(Settings(), tmp_path / "wattson.db", book) as again:
        assert await again.decisions.privacy.answers(member) == ()
        (kept,) = await again.decisions.privacy.answers(admin)
        assert kept.given["guess"] == "8"


@pytest.mark.parametrize(
    ("language", "titles"), [("en", ("Privacy notice", "Terms")), ("fr", ("Notice", "Conditions"))]
)
async def test_notice_and_terms_are_read_to_their_end(chat: Chat, language: str, titles: tuple[str, str]) -> None:
    chat.locales["member"] = language
    panel = await chat.slash("privacy")
    labels = {"en": ("Privacy notice", "Terms", "Next page"), "fr": ("Confidentialité", "Conditions", "Page suivante")}
    privacy, terms, following = labels[language]
    for kind, label, title in zip(NOTICE_KINDS, (privacy, terms), titles, strict=True):
        seen = await chat.press(panel, label)
        assert seen.private
        assert seen.text.startswith(f"### {title}")
        read = [seen.text]
        while following in seen.buttons:
            await chat.press(seen, following)
            seen = chat.again(seen)
            read.append(seen.text)
        notice = load_notices()[kind, language]
        for section in notice.sections:
            assert any(_plain(section.heading) in text and _plain(section.text) in text for text in read)
    other = await chat.press(await chat.press(panel, terms), "Français" if language == "en" else "English")
    assert other.text.startswith("### Conditions" if language == "en" else "### Terms")


async def guessed(chat: Chat, game: Seen, who: str, typed: str) -> None:
    form = await chat.people[who].click(game.message, label="Guess")
    field = form.modal["components"][0]["component"]["custom_id"]
    await chat.people[who].submit_modal(form, {field: typed})


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
