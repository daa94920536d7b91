"""The bot spoken to, in a channel and in a direct message."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import aiohttp
import discord
import pytest

from bot.start.program import Program
from tests.chat.simulated import Chat


def me(chat: Chat) -> str:
    return f"<@{chat.env.bot.user.id}>"  # type: ignore[union-attr]


async def test_mention_is_answered_like_ask(chat: Chat) -> None:
    await chat.says(f"hey {me(chat)} what does a 10 second clip with veo take?")
    answer = (await chat.written())[-1]
    assert answer.text.startswith("### 1 AI video of 10 s · Veo 3.1")
    assert answer.message.message.reference is not None


async def test_mention_speaks_the_servers_language(chat: Chat) -> None:
    chat.env.backend.get_guild(chat.guild.id).preferred_locale = "fr"
    await chat.restart()
    await chat.says(f"{me(chat)} 4 images en HD")
    assert "Il faut" in (await chat.written())[-1].text


async def test_words_without_a_use_get_a_short_answer_that_repeats_nothing(chat: Chat) -> None:
    await chat.says(f"{me(chat)} @everyone [free](https://evil.example) **thanks** zebulon")
    answer = (await chat.written())[-1]
    assert answer.text.startswith("### I didn't find a use of AI")
    for word in ("everyone", "evil", "zebulon", "thanks"):
        assert word not in answer.text
    helped = await chat.press(answer, "What works?")
    assert helped.private
    assert "What does AI take?" in helped.text


@pytest.mark.parametrize("words", ["video 5s", "@everyone video 5s", "<@123456789012345678> video 5s"])
async def test_words_to_others_are_left_alone(chat: Chat, words: str) -> None:
    await chat.says(words)
    assert len(await chat.written()) == 1


async def test_direct_message_is_answered_without_a_mention(chat: Chat) -> None:
    messages = await chat.direct_words("2 images and a video of 5 seconds")
    assert "2 uses of AI" in messages[-1].text


async def test_mention_is_found_again_by_its_code(chat: Chat, program: Program) -> None:
    await chat.says(f"{me(chat)} video 5s")
    code = program.decisions.estimator.video("5s").estimate.trace
    assert code in (await chat.written())[-1].text
    assert f"Trace {code}" in (await chat.slash("source", code=code)).text


async def test_question_deleted_meanwhile_troubles_nobody(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_late(*_: Any, **__: Any) -> None:
        # What Discord answers then; the simulation lets such a reply through.
        response = Mock(spec=aiohttp.ClientResponse, status=400, reason="Bad Request")
        raise discord.HTTPException(response, {"code": 50035, "message": "message_reference: Unknown message"})

    monkeypatch.setattr(discord.Message, "reply", too_late)
    await chat.says(f"{me(chat)} video 5s")
    assert len(await chat.written()) == 1


async def test_nothing_is_said_where_the_bot_may_not_write(chat: Chat) -> None:
    nobody, admin = discord.PermissionOverwrite(send_messages=False), discord.PermissionOverwrite(send_messages=True)
    rules = {chat.guild.default_role: nobody, chat.people["admin"]: admin}
    chat.channel = chat.guild.create_text_channel("announcements", overwrites=rules)
    await chat.says(f"{me(chat)} video 5s", as_="admin")
    assert len(await chat.written()) == 1
