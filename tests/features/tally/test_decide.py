"""How much one entry of a tally may hold."""

from __future__ import annotations

from bot.start.program import Program


async def test_fifty_uses_are_counted_at_once(program: Program) -> None:
    counted = await program.decisions.tally.read(7, "+".join(["gif"] * 50))
    assert [usage.activity for usage in counted] == ["video"] * 50
