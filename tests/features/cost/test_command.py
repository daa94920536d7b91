"""`/cost video | image | text | audio` as people in a server meet it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.chat.simulated import Chat

SIX_LINES = 6


async def test_answer_leads_with_a_range_and_a_comparison(chat: Chat) -> None:
    seen = await chat.slash("cost video", duration="5s")
    assert not seen.private
    title, *lines = seen.text.splitlines()
    assert title == "### 1 AI video of 5 s · 1280×720"
    assert lines[0] == "It takes **about 100 Wh** (10–600 Wh) of electricity."
    assert "microwave oven" in lines[1]
    assert len(lines) <= SIX_LINES
    assert "944 Wh" in lines[-1]
    assert seen.buttons == ["Sources", "Why so wide?", "Levers", "Add to tally", "Français"]


async def test_server_language_decides_public_answers(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("cost video", duration="5s")
    assert "Il faut **environ 100 Wh** (de 10 à 600 Wh) d’électricité." in seen.text
    assert seen.buttons == [
        "Sources",
        "Pourquoi si large\N{NARROW NO-BREAK SPACE}?",
        "Leviers",
        "Ajouter au total",
        "English",
    ]


async def test_person_language_decides_private_answers(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    seen = await chat.slash("cost video", duration="5s", private=True)
    assert seen.private
    assert "Il faut" in seen.text


async def test_default_duration_is_five_seconds(chat: Chat) -> None:
    assert (await chat.slash("cost video")).text == (await chat.slash("cost video", duration="5s")).text


async def test_every_option_shows_in_the_answer(chat: Chat) -> None:
    options = {"duration": "10 s", "model": "veo", "resolution": "1080p", "clips": 3, "place": "Allemagne"}
    seen = await chat.slash("cost video", **options)
    assert "3 AI videos of 10 s · Veo 3.1 · 1920×1080" in seen.text
    assert "Germany" in seen.text
    assert "Google publishes no figure" in seen.text


async def test_sources_answer_privately_after_a_restart(chat: Chat) -> None:
    seen = await chat.slash("cost video", duration="5s", model="wan2.1-14b")
    await chat.restart()
    sources = await chat.press(seen, "Sources", as_="admin")
    assert sources.private
    assert "Alibaba Wan team" in sources.text
    assert "https://" in sources.text


async def test_other_language_is_a_private_copy_after_a_restart(chat: Chat) -> None:
    seen = await chat.slash("cost video", duration="5s")
    await chat.restart()
    copy = await chat.press(seen, "Français")
    assert copy.private
    assert "Il faut **environ 100 Wh**" in copy.text
    assert "It takes" in seen.text
    back = await chat.press(copy, "English")
    assert "It takes **about 100 Wh**" in back.text


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_bad_duration_is_refused_privately_with_an_example(chat: Chat, language: str) -> None:
    chat.locales["member"] = language
    seen = await chat.slash("cost video", duration="banana")
    assert seen.private
    assert ("I can't use that" if language == "en" else "Je ne peux pas m’en servir") in seen.text
    assert "`5s`" in seen.text
    assert len(seen.text) < 500


async def test_unknown_place_names_near_ones_in_the_persons_language(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    seen = await chat.slash("cost video", place="Alemagne")
    assert seen.private
    assert "Allemagne" in seen.text


async def test_outlandish_clip_count_is_refused_privately(chat: Chat) -> None:
    seen = await chat.slash("cost video", clips=10**10)
    assert seen.private
    assert "1000000000" in seen.text


async def test_model_is_offered_while_typing(chat: Chat) -> None:
    offered = await chat.typed("cost video", "model", "wan")
    assert "Wan2.1-T2V-14B (Alibaba)" in [choice["name"] for choice in offered]
    assert len(await chat.typed("cost video", "model", "")) == 25


async def test_place_is_offered_in_the_persons_language(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    offered = await chat.typed("cost video", "place", "alle")
    assert offered[0] == {"name": "Allemagne", "value": "DEU"}


async def test_city_is_offered_while_typing(chat: Chat) -> None:
    offered = await chat.typed("cost video", "place", "montr")
    assert "Montréal" in [choice["name"] for choice in offered]


KINDS: list[tuple[str, dict[str, Any], str, str]] = [
    ("cost image", {"count": 4}, "4 AI images · 1024×1024", "environ 6 Wh**"),
    ("cost text", {"length": "500 tokens"}, "1 AI answer of 500 tokens", "environ 0,3 Wh**"),
    ("cost audio", {"kind": "speech", "duration": "1 min"}, "1 AI voice recording of 60 s", "environ 0,3 Wh**"),
]


@pytest.mark.parametrize(("command", "options", "title", "french"), KINDS)
async def test_every_kind_is_answered_in_public_and_in_the_other_language(
    chat: Chat, command: str, options: dict[str, Any], title: str, french: str
) -> None:
    seen = await chat.slash(command, **options)
    assert not seen.private
    assert seen.text.splitlines()[0] == f"### {title}"
    assert french in (await chat.press(seen, "Français")).text


@pytest.mark.parametrize(
    ("command", "options", "words"),
    [
        ("cost image", {"model": "veo"}, "makes videos, not images"),
        ("cost text", {"length": "5 kg"}, "no length of a text"),
        ("cost audio", {"kind": "speech", "model": "suno"}, "makes music, not speech"),
    ],
)
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


async def test_sound_kinds_are_offered_as_choices(chat: Chat) -> None:
    commands = {command.name: command for command in chat.env.bot.tree.get_commands()}  # type: ignore[attr-defined]
    audio = commands["cost"].get_command("audio")
    kind = next(parameter for parameter in audio.parameters if parameter.name == "kind")
    assert [choice.value for choice in kind.choices] == ["music", "sound", "speech", "transcription"]
