"""How many answers went out, how they ended and how long they took; nobody is told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

# `busy`: turned away at the door. `unsaved`: the store did not write. `fault`: ours. `unreachable`: Discord's or ours.
Outcome = Literal["answered", "refused", "busy", "unsaved", "fault", "unreachable"]


class Meter:
    """Hands each answer on to whoever counts them; by default nobody does."""

    def __init__(self) -> None:
        # Told the command's name, how it ended, and the seconds until the person saw something.
        self.on_answer: Callable[[str, Outcome, float], None] = lambda *_: None
