"""The same answers from a terminal, without Discord."""

from __future__ import annotations

import pytest

from bot.start.app import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(["say", *arguments]) == status
    text = capsys.readouterr().out
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_command_prints_its_cards_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "/cost video duration:5s")
    assert text.splitlines()[0] == "1 AI video of 5 s · 1280×720"
    assert "It takes about 100 Wh (10–600 Wh) of electricity." in text
    assert "*" not in text
    assert "-#" not in text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/compare first:video 5s second:4 images", "Side by side"),
        ("/whatif activity:1 page people:2 million times:3 per:week", "2,000,000 people, 3 times a week"),
        ("/why", "Unexplained remainder ÷5.1 (3.5–7.4)"),
        ("/why topic:two versions of one paper", "How Hungry is AI"),
    ],
)
def test_further_commands_print_theirs(capsys: pytest.CaptureFixture[str], command: str, words: str) -> None:
    assert words in said(capsys, command)


@pytest.mark.parametrize("command", ["/whatif", "/whatif activity:1 page times:x", "/whatif activity:1 page per:hour"])
def test_option_of_the_wrong_kind_is_one_sentence(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert said(capsys, command, status=1).startswith("wattson: ")


def test_language_may_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Il faut environ 100 Wh" in said(capsys, "/cost video duration:5s", "--language", "fr")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/cost video duration:1 min model:veo clips:3 place:Allemagne", "3 AI videos of 60 s · Veo 3.1"),
        ("/cost image count:4 model:sdxl size:512x512 steps:20", "4 AI images · SDXL-base · 512×512"),
        ("/cost text length:1 page model:gpt-4o", "1 AI answer of 650 tokens · GPT-4o"),
        ("/cost audio kind:speech duration:1 min", "1 AI voice recording of 60 s"),
        ("/cost video", "1 AI video of 5 s"),
        ("/ask question:3 images and a 10 second clip", "2 uses of AI"),
        ("/ask two images", "2 AI images"),
        ("/help", "What does AI take?"),
        ("/about", "No AI writes these answers"),
    ],
)
def test_every_command_answers(capsys: pytest.CaptureFixture[str], command: str, words: str) -> None:
    assert words in said(capsys, command)


@pytest.mark.parametrize(
    "command", ["/cost video duration:banana", "/cost video duration:", "/ask bonjour", "/why topic:K7Q2M9 B8GNNJ"]
)
def test_refusal_is_printed_with_status_three(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert "I can't use that" in said(capsys, command, status=3)


@pytest.mark.parametrize("command", ["", "/dance", "/cost", "/cost video 5s", "/cost audio loudness:9"])
def test_unknown_command_or_option_says_what_there_is(capsys: pytest.CaptureFixture[str], command: str) -> None:
    text = said(capsys, command, status=1)
    assert len(text.strip().splitlines()) == 1
    assert "/cost" in text
