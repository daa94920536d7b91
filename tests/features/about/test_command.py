"""`/about` as people meet it."""

from __future__ import annotations

import pytest

from tests.chat.simulated import Chat


@pytest.mark.parametrize(("language", "promise"), [("en", "No AI writes these answers"), ("fr", "Aucune IA n’écrit")])
async def test_about_says_that_no_ai_answers_and_what_it_takes(chat: Chat, language: str, promise: str) -> None:
    chat.locales["member"] = language
    seen = await chat.slash("about")
    assert seen.private
    assert promise in seen.text
    assert "Wh" in seen.text
    assert "Ember" in seen.text
