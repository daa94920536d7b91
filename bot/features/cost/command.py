"""`/cost video | image | text | audio`: what a use of AI takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any, get_args

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.cost.card import cost_card, sources_card
from bot.features.cost.decide import DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND, Answer
from bot.features.cost.levers import changes
from bot.features.cost.levers_card import levers_card
from bot.features.cost.uncertainty_card import wide_card
from bot.start.parts import Parts
from energy import Activity, AudioKind

Interaction = discord.Interaction[Any]
Wording = Callable[[Answer, str], Card]
# Cards kept for the next who asks the same, as most people do; a few KiB each.
_KEPT = 200


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command group to the tree."""
    group = app_commands.Group(
        name="cost",
        description=worded(parts.catalog, "command.cost.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )

    @lru_cache(_KEPT)
    def card(found: Answer, language: str) -> Card:
        return cost_card(found, parts.cost.book, parts.catalog, language)

    for make in (_video, _image, _text, _audio):
        group.add_command(make(parts, card))
    tree.add_command(group)


async def answer(
    interaction: Interaction, parts: Parts, card: Wording, ask: Callable[[], Answer], *, private: bool
) -> None:
    """Answer what was typed, then show the card; a refusal is shown by the door before anything else is."""
    async with responses.opened(interaction):
        (found,) = await parts.live.now(ask())
        language = responses.language_of(interaction, private=private)
        await responses.show(interaction, card(found, language), private=private)


def _video(parts: Parts, card: Wording) -> app_commands.Command[Any, ..., None]:
    async def video(
        interaction: Interaction,
        duration: str = DEFAULT_CLIP,
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - Discord passes options by name
    ) -> None:
        ask = responses.cost_of(interaction).video
        await answer(interaction, parts, card, lambda: ask(duration, model, resolution, clips, place), private=private)

    return _command(parts, "video", video)


def _image(parts: Parts, card: Wording) -> app_commands.Command[Any, ..., None]:
    async def image(
        interaction: Interaction,
        count: int = 1,
        model: str | None = None,
        size: str | None = None,
        steps: int | None = None,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = responses.cost_of(interaction).image
        await answer(interaction, parts, card, lambda: ask(count, model, size, steps, place), private=private)

    return _command(parts, "image", image)


def _text(parts: Parts, card: Wording) -> app_commands.Command[Any, ..., None]:
    async def text(
        interaction: Interaction,
        length: str = DEFAULT_LENGTH,
        model: str | None = None,
        count: int = 1,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = responses.cost_of(interaction).text
        await answer(interaction, parts, card, lambda: ask(length, model, count, place), private=private)

    return _command(parts, "text", text)


def _audio(parts: Parts, card: Wording) -> app_commands.Command[Any, ..., None]:
    async def audio(
        interaction: Interaction,
        kind: str | None = None,
        duration: str = DEFAULT_SOUND,
        model: str | None = None,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = responses.cost_of(interaction).audio
        await answer(interaction, parts, card, lambda: ask(kind, duration, model, place), private=private)

    kinds = [
        app_commands.Choice(name=worded(parts.catalog, f"command.cost.kind.{kind}"), value=kind)
        for kind in get_args(AudioKind)
    ]
    return _command(parts, "audio", app_commands.choices(kind=kinds)(audio))


def _command(
    parts: Parts, name: Activity, callback: Callable[..., Awaitable[None]]
) -> app_commands.Command[Any, ..., None]:
    """A command of the group: its words from the catalog, its models and places offered while autocomplete."""
    key = f"command.cost.{name}"
    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=name,
        description=worded(parts.catalog, f"{key}.description"),
        callback=callback,  # type: ignore[arg-type]
    )
    autocomplete.describe(parts, command, key)
    autocomplete.offer_models(parts, command, name)
    autocomplete.offer_places(parts, command)
    return command


async def _sources(press: Press) -> None:
    await press.show(sources_card(press.answer, press.parts.cost.book, press.parts.catalog, press.language))


async def _card(press: Press) -> None:
    await press.show(cost_card(press.answer, press.parts.cost.book, press.parts.catalog, press.language))


async def _wide(press: Press) -> None:
    parts = press.parts
    card = wide_card(press.answer, parts.cost.book, parts.catalog, press.language)
    await press.show(responses.rationed(press.interaction, card, press.language))


async def _levers(press: Press) -> None:
    parts, found = press.parts, press.answer
    await press.show(levers_card(found, changes(parts.cost, found), parts.cost.book, parts.catalog, press.language))


PRESSES = {"src": _sources, "lang": _card, "show": _card, "wide": _wide, "lev": _levers}
