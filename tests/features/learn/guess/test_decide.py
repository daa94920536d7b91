"""What is guessed next is something else than what is being guessed."""

from __future__ import annotations

from bot.features.learn.sessions import MOST_AT_ONCE
from bot.start.program import Program

GUILD, LEADER = 7, 1


async def test_no_quantity_is_guessed_twice_at_once_while_there_are_others(program: Program) -> None:
    decisions = program.decisions
    assert len(decisions.bank.guesses) >= MOST_AT_ONCE
    games = [await decisions.guesses.begin(GUILD, None, "en", LEADER) for _ in range(MOST_AT_ONCE)]
    assert len({game.content_ids for game in games}) == MOST_AT_ONCE
