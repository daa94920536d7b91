"""What a person is told they answered."""

from __future__ import annotations

from bot.features.learn.sessions import LEADS
from bot.features.privacy.decide import Answered


def test_leading_a_game_is_no_answer_to_it() -> None:
    assert Answered(7, "game", {"0": "1", "1": "3"}).count == 2
    assert Answered(7, "game", {LEADS: "1", "0": "1", "1": "3"}).count == 2
