"""How many bots a server may watch."""

from __future__ import annotations

import pytest

from bot.features.watch.decide import MOST_RULES, Rule
from bot.start.program import Program
from energy import Refusal, Usage

GUILD, BOT = 7, 9


async def test_a_full_list_takes_no_other_bot_but_changes_those_on_it(program: Program) -> None:
    watch = program.decisions.watch

    async def begun(channel: int, usage: Usage) -> Rule:
        await watch.draft(GUILD, BOT, channel, [usage], ())
        return await watch.start(GUILD, BOT, channel)

    for channel in range(MOST_RULES):
        await begun(channel, Usage("image"))
    with pytest.raises(Refusal) as refused:
        await begun(MOST_RULES, Usage("image"))
    assert (refused.value.code, refused.value.params) == ("watch.many", {"most": str(MOST_RULES)})
    assert len(watch.of(GUILD)) == MOST_RULES
    changed = await begun(0, Usage("video", 5.0))
    assert changed in watch.of(GUILD)
    assert len(watch.of(GUILD)) == MOST_RULES
