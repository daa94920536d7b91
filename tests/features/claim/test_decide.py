"""How short and how long a claim may be."""

from __future__ import annotations

import pytest

from bot.features.claim.decide import LONGEST
from bot.start.program import Program
from energy import Refusal


@pytest.mark.parametrize("text", ["eau", "1 e.a.u. 2", "a" * LONGEST])
async def test_three_letters_to_the_most_characters_are_read_as_a_claim(program: Program, text: str) -> None:
    assert (await program.decisions.claims.check(text)).verdict == "unknown"


@pytest.mark.parametrize(("text", "code"), [("ea 100 %", "claim.empty"), ("a" * (LONGEST + 1), "claim.long")])
async def test_what_is_shorter_or_longer_is_refused(program: Program, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await program.decisions.claims.check(text)
    assert refused.value.code == code
