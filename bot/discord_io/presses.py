"""Buttons, lists and forms coming back: handed to the feature that knows their verb."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self, cast

import discord

from bot.cards.card import Card
from bot.cards.refusal import old_button
from bot.discord_io.components import BUTTON, CHANNELS, FORM, SELECT
from bot.discord_io.responses import Interaction, Responses
from config.text.voice import Voice

_FORM_OPEN_S = 900.0
_ASKED = r":(?P<verb>[a-z]+):(?P<language>en|fr):(?P<subject>.+)"
KNOWN = re.compile(f"(?P<prefix>{BUTTON}|{SELECT}|{CHANNELS}|{FORM}){_ASKED}")


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed, a line chosen or a form sent: the card's voice, about what, and what was chosen or typed."""

    interaction: Interaction
    io: Responses
    voice: Voice
    subject: str
    values: tuple[str, ...] = ()

    @property
    def person(self) -> int:
        """Who pressed."""
        return self.interaction.user.id

    @property
    def own_voice(self) -> Voice:
        """The person's own voice, for what only they see."""
        return self.io.voice(self.interaction, private=True)

    async def show(self, card: Card) -> None:
        """Answer with a new private card."""
        await self.io.show(self.interaction, card, private=True)

    async def ask(self, form: Form) -> None:
        """Open a form."""
        await self.interaction.response.send_modal(form)

    async def change(self, card: Card) -> None:
        """Put a card in the place of the one that was pressed."""
        await self.io.change(self.interaction, card)

    async def turn(self, card: Card) -> None:
        """Change what only this person sees; what others read too stays, and the answer is private."""
        message = self.interaction.message
        if message is not None and message.flags.ephemeral:
            await self.change(card)
        else:
            await self.show(card)


Handler = Callable[[Press], Awaitable[None]]


class Presses:
    """What every button, list and form does, by its verb."""

    def __init__(self, io: Responses, handlers: Mapping[str, Handler]) -> None:
        self._io = io
        self.handlers = handlers

    async def answer(self, interaction: Interaction, asked: Mapping[str, Any], values: tuple[str, ...]) -> None:
        """Hand a press to the feature that knows its verb, inside the error door."""
        if not await self._io.admitted(interaction):
            return
        handler = self.handlers.get(asked["verb"])
        async with self._io.opened(interaction, f"button {asked['verb']}" if handler else None):
            if handler is None:
                raise old_button()
            await handler(Press(interaction, self._io, self._io.voices.of(asked["language"]), asked["subject"], values))

    async def others(self, interaction: Interaction) -> None:
        """Answer a form of ours, and refuse what no version of this program knows any more."""
        data: Mapping[str, Any] = interaction.data or {}
        known = KNOWN.fullmatch(str(data.get("custom_id", "")))
        if known is None:
            await self._io.failed(interaction, old_button())
        elif known["prefix"] == FORM:
            lines = [label["component"] for label in data.get("components", ()) if "component" in label]
            typed = tuple(str(line.get("value", "")) for line in lines)
            await self.answer(interaction, known.groupdict(), typed)


class _HasPresses(Protocol):
    presses: Presses


class CardItem(
    discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]],
    template=re.compile(f"(?:{BUTTON}|{SELECT}|{CHANNELS}){_ASKED}"),
):
    """A button or list of a card, recreated from its custom id at every press; a channel is handed on by its id."""

    def __init__(self, item: discord.ui.Item[discord.ui.LayoutView], asked: Mapping[str, Any]) -> None:
        self._asked = asked
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the item. discord.py swallows what is raised here, so nothing is checked before `callback`."""
        del interaction
        return cls(item, match.groupdict())

    async def callback(self, interaction: Interaction) -> None:
        """Answer a press or a choice."""
        data: Mapping[str, Any] = interaction.data or {}
        presses = cast("_HasPresses", interaction.client).presses
        await presses.answer(interaction, self._asked, tuple(data.get("values", ())))


class Form(discord.ui.Modal):
    """One line to type. What is sent comes back by its custom id, so a form opened before a restart still works."""

    def __init__(self, title: str, label: str, verb: str, language: str, most: int, subject: str = "-") -> None:
        super().__init__(title=title, timeout=_FORM_OPEN_S, custom_id=f"{FORM}:{verb}:{language}:{subject}")
        line: discord.ui.TextInput[Any] = discord.ui.TextInput(max_length=most)
        self.add_item(discord.ui.Label(text=label, component=line))
