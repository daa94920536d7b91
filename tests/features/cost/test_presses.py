"""The buttons "Why so wide?" and "Levers" of every card."""

from __future__ import annotations

from tests.chat.simulated import Chat
from tests.features.compare.test_command import drawn


async def test_width_is_explained_by_the_numbers_that_make_it(chat: Chat) -> None:
    asked = await chat.slash("cost video", duration="5s", model="wan2.2-14b")
    seen = await chat.press(asked, "Why so wide?")
    assert seen.private
    assert "The high end is **" in seen.text
    assert "computed from the model's published size" in seen.text
    assert "• which chips and software run it (×): ×3.8" in seen.text
    assert "Only the people who run the machines could narrow it" in seen.text
    assert "1 AI video of 5 s" in (await drawn(chat, seen)).pictures[0]


async def test_picture_has_to_wait_but_the_words_do_not(chat: Chat) -> None:
    asked = await chat.slash("cost image")
    for _ in range(5):
        await chat.press(asked, "Why so wide?")
    seen = await chat.press(asked, "Why so wide?")
    assert "The high end is" in seen.text
    assert "<t:" in seen.text
    assert not seen.pictures


async def test_levers_name_what_they_save_and_open_the_answer_after(chat: Chat) -> None:
    asked = await chat.slash("cost video", duration="20s", resolution="1080p", model="wan2.2-14b", clips=4)
    seen = await chat.press(asked, "Levers")
    assert seen.private
    assert "• 2 instead: saves about **50%**" in seen.text
    assert "• Smaller picture, 1280×720: saves about **" in seen.text
    opened = await chat.press(seen, "2 instead")
    assert opened.text.startswith("### 2 AI videos of 20 s")


async def test_both_buttons_speak_french_and_survive_a_restart(chat: Chat) -> None:
    chat.server_locale = "fr"
    asked = await chat.slash("cost video", duration="10s")
    await chat.restart()
    wide = await chat.press(asked, "Pourquoi si large\N{NARROW NO-BREAK SPACE}?")
    assert "Le haut de la fourchette vaut **60 fois** le bas." in wide.text
    levers = await chat.press(asked, "Leviers")
    assert "Seulement 5 s : économise environ" in levers.text
