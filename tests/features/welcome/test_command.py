"""The one hello: where it may be said, in the server's language."""

from __future__ import annotations

from typing import Any

from bot.start.program import Program
from tests.chat.simulated import Chat, Seen


async def test_bot_says_hello_once_ever_in_the_servers_language(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    await joined(chat)
    assert not await greetings(chat)  # the server has no channel for that
    chat.env.backend.edit_guild(chat.guild.id, {"system_channel_id": chat.channel.id})
    chat.forbid(chat.channel, send_messages=True)
    await joined(chat)
    assert not await greetings(chat)
    chat.forbid(chat.channel)
    await joined(chat)
    await chat.restart()
    await joined(chat)
    (hello,) = await greetings(chat)
    assert hello.text.startswith("### Bonjour, je suis Wattson")
    assert "`/setup`" in hello.text
    assert hello.text.count("•") == 3
    assert (await chat.press(hello, hello.buttons[0])).private


async def joined(chat: Chat) -> None:
    await chat.env.settle()
    bot: Any = chat.env.bot
    await bot.on_guild_join(bot.get_guild(chat.guild.id))
    await chat.env.settle()


async def greetings(chat: Chat) -> list[Seen]:
    return [seen for seen in await chat.written() if "Wattson" in seen.text]
