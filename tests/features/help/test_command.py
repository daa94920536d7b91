"""`/help` as people meet it."""

from __future__ import annotations

from tests.chat.simulated import Chat


async def test_help_offers_three_examples_that_answer_privately(chat: Chat) -> None:
    seen = await chat.slash("help")
    assert seen.private
    assert len(seen.buttons) == 3
    for label in seen.buttons:
        answer = await chat.press(seen, label)
        assert answer.private
        assert "It takes **about" in answer.text


async def test_help_speaks_french(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    seen = await chat.slash("help")
    assert "Que consomme l’IA ?" in seen.text
    assert "Il faut" in (await chat.press(seen, seen.buttons[0])).text
