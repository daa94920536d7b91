"""`/compare`: things side by side, in words and as a picture."""

from __future__ import annotations

import asyncio

from tests.chat.simulated import Chat, Seen
from tests.restart import Restarted


async def drawn(chat: Chat, seen: Seen) -> Seen:
    """The message once its picture came: the first one takes longer than anybody should wait for words."""
    for _ in range(100):
        if (now := chat.again(seen)).pictures:
            return now
        await asyncio.sleep(0.1)
        await chat.env.settle()
    raise AssertionError("no picture came")


async def test_ranges_that_do_not_meet_are_told_from_those_that_do(chat: Chat) -> None:
    seen = await chat.slash("compare", first="video 5s", second="1 image", third="500 tokens")
    assert not seen.private
    assert "• 1 AI video of 5 s · 1280×720: **about 100 Wh** (10–600 Wh)" in seen.text
    assert "1280×720: **about 100 Wh** (10–600 Wh), about **330 times** the least" in seen.text
    assert "their ranges don't meet" in seen.text
    assert "their ranges overlap: it could be the other way round" in seen.text


async def test_picture_comes_with_alt_text_and_after_the_words_where_it_takes_long(chat: Chat) -> None:
    seen = await drawn(chat, await chat.slash("compare", first="video 5s", second="1 image"))
    assert len(seen.pictures) == 1
    assert "1 AI video of 5 s · 1280×720, about 100 Wh (10–600 Wh)" in seen.pictures[0]
    assert "phone charge, 16 Wh" in seen.pictures[0]
    (attached,) = seen.message.attachments
    assert (await attached.read()).startswith(b"\x89PNG")
    assert "about 100 Wh" in seen.text


async def test_comparison_speaks_french_where_the_server_does(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("compare", first="vidéo 5 s", second="500 jetons")
    assert seen.text.startswith("### Côte à côte")
    assert "environ **330 fois** le moins gourmand" in seen.text


async def test_other_language_still_works_after_a_restart(chat: Chat, restarted: Restarted) -> None:
    seen = await chat.slash("compare", first="video 5s", second="1 image")
    await restarted()
    french = await chat.press(seen, "Français")
    assert french.private
    assert french.text.startswith("### Côte à côte")


async def test_unreadable_thing_is_refused_privately(chat: Chat) -> None:
    words = "what's the weather"
    seen = await chat.slash("compare", first="video 5s", second=words)
    assert seen.private
    assert seen.text.startswith("### I can't use that")
    chat.locales["member"] = "fr"
    assert "Je ne peux pas" in (await chat.slash("compare", first=words, second="video 5s")).text


async def test_too_many_pictures_have_to_wait(chat: Chat) -> None:
    for _ in range(5):
        assert not (await chat.slash("compare", first="video 5s", second="1 image")).private
    seen = await chat.slash("compare", first="video 5s", second="1 image")
    assert seen.private
    assert "<t:" in seen.text
    assert not (await chat.slash("compare", first="video 5s", second="1 image", as_="admin")).private
