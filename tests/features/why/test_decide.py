"""A chain that a button carries is the same chain, or an old button."""

from __future__ import annotations

import pytest

from bot.features.why.decide import Why
from bot.start.program import Program
from energy import Refusal


async def test_every_chain_comes_back_from_its_button_and_the_one_after_the_last_is_refused(program: Program) -> None:
    reconciler = program.decisions.reconciler
    for identity, topic in reconciler.topics.all.items():
        for index in range(len(topic.chains)):
            again = await reconciler.asked(reconciler.chain(identity, index).subject)
            assert isinstance(again, Why)
            assert (again.id, again.index) == (identity, index)
        with pytest.raises(Refusal):
            await reconciler.asked(f"{identity}.{len(topic.chains)}")
