"""Where a server stands with its goal, in words that respect the range."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.features.goal.card import goal_card, no_goal_card
from bot.features.goal.decide import PER, Chance, Goal, GoalProgress
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import Interval

SO_FAR, NOTHING = Interval(30.0, 300.0, 1800.0), Interval.exactly(0.0)
STANDING = GoalProgress(
    Goal(1000.0, "week"),
    date(2026, 3, 2),
    date(2026, 3, 8),
    SO_FAR,
    SO_FAR.scaled(7 / 3),
    Chance.PROBABLY,
    NOTHING,
    Chance.SURELY,
)


def test_week_so_far_and_at_this_pace_come_with_their_ranges(voices: dict[str, Voice]) -> None:
    card = goal_card(STANDING, voices["en"])
    assert card.title == "Goal: at most 1 kWh a week"
    assert "**probably** stays under 1 kWh" in "\n".join(card.lines)
    assert "So far (2 to 8 March 2026): about 300 Wh (30–1,800 Wh); at this pace about 700 Wh" in card.text
    assert len(card.lines) == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("per", PER)
def test_every_chance_is_said_in_its_own_words(voices: dict[str, Voice], language: str, per: str) -> None:
    goal = next(Goal(1000.0, one) for one in PER if one == per)
    standings = [replace(STANDING, goal=goal, chance=chance) for chance in Chance]
    standings.append(replace(STANDING, goal=goal, chance=Chance.PROBABLY_NOT, out_of_pace=True))
    assert len({goal_card(standing, voices[language]).lines[0] for standing in standings}) == len(standings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_period_before_is_said_where_there_was_something(voices: dict[str, Voice], language: str) -> None:
    before = [replace(STANDING, last_time_wh=SO_FAR, last_time=chance) for chance in Chance]
    lines = [goal_card(standing, voices[language]).lines for standing in before]
    assert {len(one) for one in lines} == {3}
    assert len({one[2] for one in lines}) == len(Chance)


def test_empty_week_has_no_pace(voices: dict[str, Voice]) -> None:
    empty = goal_card(replace(STANDING, so_far_wh=NOTHING, pace_wh=NOTHING), voices["en"])
    assert "at this pace" not in empty.text
    assert "2 to 8 March 2026" in empty.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_goal_is_said(voices: dict[str, Voice], language: str) -> None:
    assert no_goal_card(voices[language]).text
