"""Pictures are rationed for each person: the words come all the same, and how long to wait is told to them alone."""

from __future__ import annotations

import pytest

from tests.chat.simulated import Chat, Seen


@pytest.mark.parametrize(("command", "options"), [("tally show", {}), ("tally history", {}), ("why", {})], ids=str)
async def test_public_answer_comes_without_a_picture_and_the_wait_is_told_privately(
    chat: Chat, command: str, options: dict[str, str]
) -> None:
    chat.locales["member"] = "fr"
    await chat.slash("tally add", activity="video 5s")
    for _ in range(5):
        await chat.slash("compare", first="video 5s", second="1 image")
    result = await chat.people["member"].slash(chat.channel, command, **options)
    public, (note,) = Seen("member", result.response), (Seen("member", found) for found in result.followups)
    assert not public.private
    assert not public.pictures
    assert "<t:" not in public.text
    assert note.private
    assert "la prochaine <t:" in note.text


async def test_private_answer_says_in_its_own_words_how_long_to_wait(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s")
    shown = await chat.slash("tally show")
    for _ in range(5):
        await chat.press(shown, "History")
    result = await chat.people["member"].click(shown.message, label="History")
    private = Seen("member", result.response)
    assert private.private
    assert "the next one <t:" in private.text
    assert not private.pictures
    assert not result.followups
