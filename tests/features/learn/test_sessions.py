"""Games and lessons under way: how many a server may have open, and that what is open is written down."""

from __future__ import annotations

import pytest

from bot.features.learn.sessions import MOST_AT_ONCE, NO_SERVER
from bot.start.program import Program
from energy import Refusal
from tests.restart import Restartable

GUILD, OTHER, LEADER = 7, 8, 1


async def test_a_server_has_twenty_games_open_and_not_one_more(program: Program) -> None:
    sessions = program.decisions.sessions
    opened = [await sessions.begin(GUILD, "guess", ("G35",), "en", LEADER) for _ in range(MOST_AT_ONCE)]
    assert len(opened) == 20
    with pytest.raises(Refusal) as refused:
        await sessions.begin(GUILD, "quiz", ("Q18",), "en", LEADER)
    assert (refused.value.code, refused.value.params) == ("session.many", {"most": "20"})
    assert len(sessions.of(GUILD)) == 20
    await sessions.begin(OTHER, "quiz", ("Q18",), "en", LEADER)
    # The steps of a lesson come with it.
    step = await sessions.begin(GUILD, "guess", ("G35",), "en", LEADER, extra={"class": opened[0].id})
    await sessions.end(opened[0])
    await sessions.begin(GUILD, "quiz", ("Q18",), "en", LEADER)
    with pytest.raises(Refusal):
        await sessions.begin(GUILD, "quiz", ("Q18",), "en", LEADER)
    assert step in sessions.of(GUILD)


async def test_direct_messages_share_no_ration(program: Program) -> None:
    for _ in range(MOST_AT_ONCE + 1):
        await program.decisions.sessions.begin(NO_SERVER, "guess", ("G35",), "en", LEADER)


async def test_the_ration_counts_what_was_open_before_a_restart(restartable: Restartable) -> None:
    for _ in range(MOST_AT_ONCE):
        await restartable.program.decisions.sessions.begin(GUILD, "guess", ("G35",), "en", LEADER)
    program = await restartable.restart()
    with pytest.raises(Refusal, match="20 games are open here"):
        await program.decisions.sessions.begin(GUILD, "guess", ("G35",), "en", LEADER)
