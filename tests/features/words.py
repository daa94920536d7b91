"""What a card or a refusal says, in plain Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import pytest

from bot.cards.card import Card
from energy import Refusal

Given = ParamSpec("Given")


def written(card: Card) -> str:
    """Title and lines as they are read, no-break spaces as plain ones."""
    text = "\n".join((card.title, *card.lines))
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def refused(decide: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> Refusal:
    """The refusal of a decision."""
    with pytest.raises(Refusal) as caught:
        decide(*given, **named)
    return caught.value
