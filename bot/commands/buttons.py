"""The buttons of every card: what to do and about what is in the custom id, so a restart changes nothing."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from bot.commands import door
from bot.render.card import Button
from bot.render.cost import cost_card, sources_card

_PREFIX = "w1"
_MAX_CUSTOM_ID = 100
TEMPLATE = re.compile(rf"{_PREFIX}:(?P<verb>src|lang|show):(?P<language>en|fr):(?P<subject>.+)")


def custom_id(button: Button) -> str:
    """All that a press needs to be answered, in one text."""
    return f"{_PREFIX}:{button.verb}:{button.language}:{button.subject}"


def fits(button: Button) -> bool:
    """Whether Discord takes the button: a question too long for its id gets none rather than a dead one."""
    return len(custom_id(button)) <= _MAX_CUSTOM_ID


class CardButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=TEMPLATE):
    """A button of a card, recreated from its custom id at every press."""

    def __init__(self, button: Button) -> None:
        self._asked = button
        super().__init__(discord.ui.Button(label=button.label, custom_id=custom_id(button)))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the button. discord.py swallows what is raised here, so nothing is checked before `callback`."""
        del interaction, item
        return cls(Button("…", match["verb"], match["language"], match["subject"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press privately."""
        async with door.opened(interaction):
            parts, asked = door.parts_of(interaction), self._asked
            answer = parts.cost.asked(asked.subject)
            make = sources_card if asked.verb == "src" else cost_card
            await door.show(interaction, make(answer, parts.cost.book, parts.catalog, asked.language), private=True)
