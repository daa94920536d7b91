"""`/learn prompt`: something to discuss with a worked example; what it reaches comes apart, for whoever leads."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat


async def test_a_prompt_is_for_everybody_and_its_end_for_who_leads(chat: Chat) -> None:
    posted = await chat.slash("learn prompt", topic="water")
    assert not posted.private
    assert "water" in posted.text.lower()
    end = await chat.press(posted, "What it reaches", as_="admin")
    assert end.private
    assert end.text.startswith("### What a good discussion reaches")
    sources = await chat.press(posted, "Sources")
    assert sources.private
    assert "1. **" in sources.text


async def test_another_prompt_is_another_one_of_the_same_subject(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn prompt", topic="video")
    questions = {one.text.split("\n")[1] for one in [await chat.press(posted, "Another one") for _ in range(5)]}
    assert posted.text.split("\n")[1] not in questions


async def test_a_prompt_in_french_and_back(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    posted = await chat.slash("learn prompt")
    assert "Exemple chiffré :" in posted.text
    english = await chat.press(posted, "English")
    assert english.private
    assert "Worked example:" in english.text


async def test_a_prompt_of_another_version_is_refused(chat: Chat) -> None:
    posted = await chat.slash("learn prompt")
    chat.rename_buttons(posted, ":P", ":X")
    refused = await chat.press(chat.again(posted), "What it reaches")
    assert refused.private
    assert "older version" in refused.text


async def test_alone_in_a_direct_message(chat: Chat) -> None:
    assert "Worked example:" in (await chat.direct("learn prompt", topic="training")).text
