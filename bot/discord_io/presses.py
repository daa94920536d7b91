"""Buttons and lists of every card: what to do and about what is in the custom id, so a restart changes nothing."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self, cast

import discord

from bot.cards.card import Button, Card, ChannelSelect, Select
from bot.discord_io import responses
from bot.features.cost.decide import Answer, CostService
from bot.start.parts import Parts
from energy import Refusal

_BUTTON, _SELECT, _CHANNELS, _FORM_SENT = "w1", "s1", "c1", "f1"
_MAX_CUSTOM_ID = 100
_FORM_OPEN_S = 900.0
_FORM = r":(?P<verb>[a-z]+):(?P<language>en|fr):(?P<subject>.+)"


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed, a line chosen or a form sent: the card's language, about what, and what was chosen or typed."""

    interaction: discord.Interaction[Any]
    language: str
    subject: str
    values: tuple[str, ...] = ()

    @property
    def parts(self) -> Parts:
        """The services."""
        return responses.parts_of(self.interaction)

    @property
    def cost(self) -> CostService:
        """The cost service of the server the press came from."""
        return responses.cost_of(self.interaction)

    @property
    def answer(self) -> Answer:
        """Today's answer to the question in the subject. Raises Refusal where this version cannot read it."""
        return self.parts.cost.asked(self.subject)

    async def show(self, card: Card) -> None:
        """Answer with a new private card."""
        await responses.show(self.interaction, card, private=True)

    async def ask(self, form: Form) -> None:
        """Open a form."""
        await self.interaction.response.send_modal(form)

    async def change(self, card: Card) -> None:
        """Put a card in the place of the one that was pressed."""
        await responses.change(self.interaction, card)

    async def turn(self, card: Card) -> None:
        """Change what only this person sees; what others read too stays, and the answer is private."""
        message = self.interaction.message
        if message is not None and message.flags.ephemeral:
            await self.change(card)
        else:
            await self.show(card)


Handler = Callable[[Press], Awaitable[None]]


class _HasPresses(Protocol):
    presses: Mapping[str, Handler]


def custom_id(item: Button | Select) -> str:
    """All that a press needs to be answered, in one text."""
    prefix = _BUTTON if isinstance(item, Button) else _CHANNELS if isinstance(item, ChannelSelect) else _SELECT
    return f"{prefix}:{item.verb}:{item.language}:{item.subject}"


def fits(item: Button | Select) -> bool:
    """Whether Discord takes the item: a question too long for its id gets none rather than a dead one."""
    return len(custom_id(item)) <= _MAX_CUSTOM_ID


async def answer(
    interaction: discord.Interaction[Any], asked: Mapping[str, str | Any], values: tuple[str, ...] = ()
) -> None:
    """Hand a press to the feature that knows its verb, inside the error responses."""
    if not await responses.admitted(interaction):
        return
    handler = cast("_HasPresses", interaction.client).presses.get(asked["verb"])
    async with responses.opened(interaction, f"button {asked['verb']}" if handler else None):
        if handler is None:
            raise Refusal("button.old", "This button belongs to an older version; ask again.")
        await handler(Press(interaction, asked["language"], asked["subject"], values))


class CardItem(
    discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]],
    template=re.compile(f"(?:{_BUTTON}|{_SELECT}|{_CHANNELS}){_FORM}"),
):
    """A button or list of a card, recreated from its custom id at every press; a channel is handed on by its id."""

    def __init__(self, item: discord.ui.Item[discord.ui.LayoutView], asked: Mapping[str, Any]) -> None:
        self._asked = asked
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the item. discord.py swallows what is raised here, so nothing is checked before `callback`."""
        del interaction
        return cls(item, match.groupdict())

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press or a choice."""
        data: Mapping[str, Any] = interaction.data or {}
        await answer(interaction, self._asked, tuple(data.get("values", ())))


class Form(discord.ui.Modal):
    """One line to type. What is sent comes back through `sent`, so a form opened before a restart still works."""

    def __init__(self, title: str, label: str, verb: str, language: str, most: int, subject: str = "-") -> None:
        super().__init__(title=title, timeout=_FORM_OPEN_S, custom_id=f"{_FORM_SENT}:{verb}:{language}:{subject}")
        line: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=most)
        self.add_item(discord.ui.Label(text=label, component=line))


async def sent(interaction: discord.Interaction[Any]) -> bool:
    """Answer a form of ours; False where it is none."""
    data: Mapping[str, Any] = interaction.data or {}
    if not (form := KNOWN.fullmatch(str(data.get("custom_id", "")))) or form["prefix"] != _FORM_SENT:
        return False
    lines = [label["component"] for label in data.get("components", ()) if "component" in label]
    await answer(interaction, form.groupdict(), tuple(str(line.get("value", "")) for line in lines))
    return True


KNOWN = re.compile(f"(?P<prefix>{_BUTTON}|{_SELECT}|{_CHANNELS}|{_FORM_SENT}){_FORM}")
