"""What a board, a finished week and a change of place say."""

from __future__ import annotations

from datetime import date

import pytest

from bot.features.board.card import board_card, placed_card, removed_card, weekly_card
from bot.features.board.decide import Board
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook
from tests.features.memory_decisions import GUILD, MemoryDecisions


async def test_board_shows_the_tally_and_the_goal_without_a_picture(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    await decisions.tell("video 5s")
    shown = await decisions.tally.show(GUILD, "30d")
    without = board_card(shown, None, book, voices["en"])
    standing = await decisions.goals.set(GUILD, "1 kWh", "week")
    card = board_card(shown, standing, book, voices["en"])
    assert "under 1 kWh" in card.text
    assert "under 1 kWh" not in without.text
    assert card.lines[: len(without.lines)] == without.lines
    assert card.picture is None


async def test_weekly_card_names_the_days_of_its_week(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    await decisions.tell("video 5s")
    shown = await decisions.tally.show(GUILD, "7d")
    card = weekly_card(shown, date(2026, 3, 2), book, voices["en"])
    assert card.title == "The week from 2 to 8 March 2026"
    assert card.picture is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_becomes_of_the_board_before_is_said(voices: dict[str, Voice], language: str) -> None:
    voice = voices[language]
    first = placed_card(70, None, voice)
    assert "<#70>" in first.text
    assert placed_card(70, Board(71), voice) == first
    moved, refused = placed_card(70, Board(71, 700), voice), placed_card(70, Board(72, 700, off=True), voice)
    assert "<#71>" in moved.text
    assert "<#72>" in refused.text
    assert len({first.lines, moved.lines, refused.lines}) == 3
    assert [button.verb for button in first.buttons] == ["boardoff"]
    assert removed_card(voice).buttons == ()
