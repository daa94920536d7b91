"""`/setup`: one panel of pages, and what the bot may not do."""

from __future__ import annotations

import discord
import pytest

from bot.discord_io.client import intents
from bot.start.program import Program
from tests.chat.simulated import Chat


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


async def test_disk_trouble_is_said_and_nothing_changes(chat: Chat, program: Program) -> None:
    panel = await chat.slash("setup", as_="admin")
    await program.store.close()
    result = await chat.choose(panel, "Language", "French", as_="admin")
    assert result.response.ephemeral
    assert program.decisions.settings.of(chat.guild.id).language is None


async def test_board_weekly_card_and_goal_are_set_up_in_the_panel(chat: Chat, program: Program) -> None:
    room = chat.guild.create_text_channel("numbers")
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    panel = await chat.placed(panel, "Channel of the board", room)
    assert f"**Board**: in <#{room.id}>" in panel.text
    panel = await chat.placed(panel, "Channel of the weekly card", room)
    assert f"Mondays in <#{room.id}>" in panel.text
    form = await chat.choose(panel, "Goal", "a ceiling for each week…")
    await chat.restart()
    field = form.modal["components"][0]["component"]["custom_id"]
    await chat.people["admin"].submit_modal(form, {field: "10 kWh"})
    panel = chat.again(panel)
    assert "**Goal**: at most 10 kWh a week" in panel.text
    panel = await chat.press(panel, "Remove the board")
    panel = await chat.press(panel, "End the weekly card")
    panel = await chat.chosen(panel, "Goal", "no goal")
    assert "**Board**: none" in panel.text
    assert "**Weekly card**: none" in panel.text
    assert "**Goal**: none" in panel.text
    assert await program.decisions.goals.of(chat.guild.id) is None


async def test_board_moved_in_the_panel_takes_its_message_along(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s")
    await chat.slash("tally board", as_="admin")
    await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    assert [seen for seen in await chat.written() if "By origin" in seen.text]
    room = chat.guild.create_text_channel("numbers")
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    await chat.placed(panel, "Channel of the board", room)
    assert not [seen for seen in await chat.written() if "By origin" in seen.text]


async def test_watched_bot_is_ended_in_the_panel(chat: Chat, program: Program) -> None:
    guild = chat.guild.id
    usages = await program.decisions.tally.read(guild, "4 images")
    await program.decisions.watch.draft(guild, 44, chat.channel.id, usages, ())
    await program.decisions.watch.start(guild, 44, chat.channel.id)
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    assert f"• <@44> in <#{chat.channel.id}>" in panel.text
    gone = await chat.chosen(panel, "Watch a bot no more", "44")
    assert "**Watched bots**: none" in gone.text
    assert program.decisions.watch.of(guild) == ()


async def test_what_is_lacking_is_said_live_with_how_to_grant_it(chat: Chat, program: Program) -> None:
    await program.decisions.boards.move(chat.guild.id, chat.channel.id)
    await program.decisions.boards.subscribe(chat.guild.id, chat.channel.id)
    room = chat.guild.create_text_channel("office")
    page = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    assert page.text.count("granted") == 2
    chat.forbid(chat.channel, read_message_history=True)
    page = await chat.press(page, "Check again")
    assert page.text.count("granted") == 1
    assert "Missing there: **Read Message History**. To grant it: the channel's *Edit Channel*" in page.text
    chat.forbid(chat.channel, send_messages=True)
    main = await chat.press(page, "Language and place")
    assert f"**Board** in <#{chat.channel.id}> can't work: missing there **Send Messages**" in main.text
    assert "**Weekly card** in" in main.text
    chat.forbid(chat.channel)
    assert "can't work" not in (await chat.press(main, "Check again")).text
    await program.decisions.schedules.place(chat.guild.id, room.id)
    chat.env.backend.delete_channel(room.id)
    assert f"**Prompts**: its channel (<#{room.id}>) is gone" in (await chat.slash("setup", as_="admin")).text


async def test_watching_that_no_message_reaches_is_said(chat: Chat, program: Program) -> None:
    guild = chat.guild.id
    usages = await program.decisions.tally.read(guild, "4 images")
    await program.decisions.watch.draft(guild, 44, chat.channel.id, usages, ())
    await program.decisions.watch.start(guild, 44, chat.channel.id)
    chat.env.bot._connection._intents = intents(watch=False)
    panel = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    assert "`WATTSON_WATCH`" in panel.text


async def test_every_part_of_the_panel_is_for_managers_and_outlives_a_restart(
    chat: Chat, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = await chat.slash("setup", as_="admin")
    tally = await chat.press(await chat.slash("setup", as_="admin"), "Tally")
    prompts = await chat.press(await chat.slash("setup", as_="admin"), "Prompts")
    await chat.restart()
    monkeypatch.setattr(discord.Interaction, "permissions", discord.Permissions.none())
    refusals = [
        await chat.press(main, "Tally"),
        await chat.placed(tally, "Channel of the board", chat.channel),
        await chat.placed(tally, "Channel of the weekly card", chat.channel),
        await chat.chosen(tally, "Goal", "no goal"),
        await chat.placed(prompts, "Channel of the prompts", chat.channel),
        await chat.chosen(prompts, "Days", "Friday"),
        await chat.chosen(prompts, "Hour", "17:00"),
        await chat.chosen(prompts, "Topics", "water"),
    ]
    assert all(seen.private and "Manage Server" in seen.text for seen in refusals)
    assert await program.store.notes.of(chat.guild.id) == {}
