"""Buttons, lists and trace codes on messages that 0.1.0 sent: each still gives what it says."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import Any

import discord

from energy.estimate.trace import trace_code
from tests.chat.simulated import BUTTON, CHANNELS, SELECT, Chat, Seen
from tests.recorded.conftest import RECORDED, Recorded

# Each ends, erases or moves on what others are about: pressed last, in this order.
LAST = (
    *("debnext", "classnext", "reveal", "quizend", "orderend", "debend", "promptend", "classend"),
    *("setgoal", "setunwatch", "boardoff", "sureme", "surehere"),
)
IDS: dict[str, dict[str, Any]] = json.loads((RECORDED / "custom_ids.json").read_text())


def in_order() -> list[str]:
    """Every recorded button and list, those that end something last."""
    pressed = [one for one in IDS if IDS[one]["type"] in (BUTTON, SELECT, CHANNELS)]
    return sorted(pressed, key=lambda one: LAST.index(verb(one)) + 1 if verb(one) in LAST else 0)


def verb(custom_id: str) -> str:
    return custom_id.split(":")[1]


def old_message(custom_id: str) -> discord.ui.LayoutView:
    """A message with one recorded button or list, as the bot sent it then."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.ActionRow(_item(custom_id)))
    view.stop()
    return view


def _item(custom_id: str) -> discord.ui.Item[discord.ui.LayoutView]:
    recorded = IDS[custom_id]
    if recorded["type"] == BUTTON:
        return discord.ui.Button(label="as it was", custom_id=custom_id)
    if recorded["type"] == CHANNELS:
        return discord.ui.ChannelSelect(custom_id=custom_id)
    return discord.ui.Select(custom_id=custom_id, options=[discord.SelectOption(label=v) for v in recorded["values"]])


async def test_every_button_and_list_of_0_1_0_still_answers(recorded: Recorded, chat: Chat) -> None:
    assert chat.guild.id == recorded.facts["guild"]
    assert len(IDS) > 400
    channel = chat.env.bot.get_channel(chat.channel.id)
    assert isinstance(channel, discord.TextChannel)
    admin, answers = chat.people["admin"], {}
    for custom_id in in_order():
        recorded_as = IDS[custom_id]
        sent = await channel.send(view=old_message(custom_id))
        if recorded_as["type"] == BUTTON:
            result = await admin.click(sent, custom_id=custom_id)
        else:
            values = recorded_as["values"][-1:] or [chat.channel]
            result = await admin.select(sent, values, custom_id=custom_id)
        answers[custom_id] = Seen("admin", result.response).text
    # What that dry run had counted was taken over then, so there is nothing to start any more.
    assert {verb(one) for one, text in answers.items() if "older version" in text} == {"watch"}


async def test_every_trace_code_of_0_1_0_still_says_what_it_said(recorded: Recorded) -> None:
    memory = recorded.program.decisions.memory
    with contextlib.closing(sqlite3.connect(f"file:{RECORDED / 'wattson.db'}?immutable=1", uri=True)) as then:
        codes = [code for (code,) in then.execute("SELECT code FROM traces")]
    assert len(codes) == 39
    for code in codes:
        found = await memory.find(code)
        assert found.book == recorded.facts["book"]
        assert found.today is not None
        assert found.then.stages
        today = found.today.estimate
        assert trace_code(today.usage, today.place, found.book) == code
