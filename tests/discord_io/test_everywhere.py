"""Asking and understanding work in direct messages, and wherever a person installed the bot for themselves."""

from __future__ import annotations

import discord
import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from tests.chat.simulated import Chat
from tests.features.source.test_command import code_of

ANYWHERE: dict[str, dict[str, str]] = {
    "cost image": {},
    "cost text": {"length": "1 page"},
    "cost audio": {"duration": "2 min"},
    "cost video": {"duration": "5s"},
    "ask": {"question": "4 images"},
    "compare": {"first": "1 image", "second": "video 5s"},
    "whatif": {"activity": "video 5s", "people": "2 million"},
    "explain": {},
    "why": {},
    "claim": {"text": "one AI image = a phone charge"},
    "privacy": {},
    "help": {},
    "about": {},
    "learn quiz": {},
    "learn guess": {},
    "learn order": {},
    "learn debate": {},
    "learn prompt": {},
}
TOP_LEVEL = {name.split()[0] for name in ANYWHERE} | {"source", "Estimate AI energy", "Check this claim"}


@pytest.mark.parametrize("command", ANYWHERE)
async def test_a_command_answers_in_a_direct_message(chat: Chat, command: str) -> None:
    seen = await chat.direct(command, **ANYWHERE[command])
    assert seen.text.startswith("### ")
    assert "I can't use that" not in seen.text
    assert "Something went wrong" not in seen.text


async def test_a_trace_code_of_a_server_is_found_in_a_direct_message(chat: Chat) -> None:
    asked = await chat.slash("cost video", duration="5s")
    code = code_of(asked)
    assert code in (await chat.direct("source", code=code)).text


async def test_every_command_says_where_it_can_be_used(program: Program) -> None:
    bot = Wattson(program.io, program.features, Registration())
    try:
        known = {command.name: command for command in bot.tree.walk_commands() if command.parent is None}
        known |= {menu.name: menu for kind in discord.AppCommandType for menu in bot.tree.get_commands(type=kind)}
        for name in TOP_LEVEL:
            contexts, installs = known[name].allowed_contexts, known[name].allowed_installs
            assert contexts is not None, name
            assert installs is not None, name
            assert all((contexts.guild, contexts.dm_channel, contexts.private_channel)), name
            assert all((installs.guild, installs.user)), name
        for name in ("tally", "setup"):
            contexts = known[name].allowed_contexts
            assert contexts is not None
            assert not contexts.dm_channel
    finally:
        await bot.close()
