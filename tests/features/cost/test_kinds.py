"""`/cost image | text | audio` and `/ask` as people meet them, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.chat.simulated import Chat

ANSWERS: list[tuple[str, dict[str, Any], str, str, str]] = [
    (
        "cost image",
        {"count": 4},
        "4 AI images · 1024×1024",
        "about 6 Wh** (0.8–32 Wh)",
        "environ 6 Wh** (de 0,8 à 32 Wh)",
    ),
    (
        "cost text",
        {"length": "500 tokens"},
        "1 AI answer of 500 tokens",
        "about 0.3 Wh** (0.1–1.5 Wh)",
        "environ 0,3 Wh**",
    ),
    (
        "cost text",
        {"length": "reasoning"},
        "1 AI answer of 500 tokens, with reasoning",
        "about 4 Wh** (1–20 Wh)",
        "environ 4 Wh**",
    ),
    (
        "cost audio",
        {"kind": "speech", "duration": "1 min"},
        "1 AI voice recording of 60 s",
        "about 0.3 Wh** (0.03–3 Wh)",
        "environ 0,3 Wh**",
    ),
]


@pytest.mark.parametrize(("command", "options", "title", "english", "french"), ANSWERS)
async def test_every_kind_is_answered_in_both_languages(
    chat: Chat, command: str, options: dict[str, Any], title: str, english: str, french: str
) -> None:
    seen = await chat.slash(command, **options)
    assert not seen.private
    assert seen.text.splitlines()[0] == f"### {title}"
    assert english in seen.text
    assert "944" not in seen.text
    assert french in (await chat.press(seen, "Français")).text


async def test_sources_of_an_answer_name_the_second_opinion(chat: Chat) -> None:
    seen = await chat.slash("cost text", length="1 page", model="gemini-2.5-pro")
    assert "EcoLogits answers otherwise" in seen.text
    assert "EcoLogits 0.11.3, estimates for language models" in (await chat.press(seen, "Sources")).text


async def test_model_that_only_ecologits_knows_is_answered_and_labelled(chat: Chat) -> None:
    seen = await chat.slash("cost text", model="gpt-5.2-pro")
    assert "gpt-5.2-pro" in seen.text.splitlines()[0]
    assert "not in our own book" in seen.text
    assert "GenAI Impact" in (await chat.press(seen, "Sources")).text


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("cost image", {"count": 0}, "whole number"),
    ("cost image", {"size": "banana"}, "no picture size"),
    ("cost image", {"steps": 0}, "1 to 1000 steps"),
    ("cost image", {"model": "veo"}, "makes videos, not images"),
    ("cost text", {"length": "5 kg"}, "no length of a text"),
    ("cost text", {"length": "x" * 4000}, "are plenty"),
    ("cost text", {"model": "zorglub"}, "Near names"),
    ("cost audio", {"kind": "speech", "model": "suno"}, "makes music, not speech"),
    ("cost audio", {"duration": "-3s"}, "longer than nothing"),
    ("ask", {"question": "what's the weather"}, "no use of AI"),
    ("ask", {"question": "\u202evideo 5s"}, "invisible"),
    ("ask", {"question": "@everyone " * 50}, "are plenty"),
]


@pytest.mark.parametrize(("command", "options", "words"), REFUSED)
async def test_bad_input_is_refused_privately_with_what_would_work(
    chat: Chat, command: str, options: dict[str, Any], words: str
) -> None:
    seen = await chat.slash(command, **options)
    assert seen.private
    assert words in seen.text
    chat.locales["member"] = "fr"
    seen = await chat.slash(command, **options)
    assert seen.private
    assert "Je ne peux pas m’en servir" in seen.text


async def test_one_use_in_a_sentence_is_its_card(chat: Chat) -> None:
    seen = await chat.slash("ask", question="hey, how much does a 10 second clip with veo take?")
    assert seen.text.splitlines()[0] == "### 1 AI video of 10 s · Veo 3.1 · 1280×720"


async def test_several_uses_are_a_list_with_what_they_take_together(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("ask", question="3 images et une vidéo de 10 s")
    assert "2 usages de l’IA" in seen.text
    assert "Au total, **environ 230 Wh**" in seen.text
    opened = await chat.press(seen, seen.buttons[1])
    assert opened.private
    assert "1 vidéo par IA de 10 s" in opened.text


async def test_sound_kinds_are_offered_as_choices(chat: Chat) -> None:
    commands = {command.name: command for command in chat.env.bot.tree.get_commands()}  # type: ignore[attr-defined]
    audio = commands["cost"].get_command("audio")
    kind = next(parameter for parameter in audio.parameters if parameter.name == "kind")
    assert [choice.value for choice in kind.choices] == ["music", "sound", "speech", "transcription"]
