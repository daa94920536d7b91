"""`/cost video | image | text | audio`: what a use of AI takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, get_args

import discord
from discord import app_commands

from bot.commands import door
from bot.commands.words import worded
from bot.render.cost import cost_card
from bot.services import lookup
from bot.services.cost import DEFAULT_CLIP, DEFAULT_LENGTH, DEFAULT_SOUND, Answer
from bot.services.parts import Parts
from energy.records import Activity, AudioKind

Typing = list[app_commands.Choice[str]]
Interaction = discord.Interaction[Any]


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command group to the tree."""
    group = app_commands.Group(
        name="cost",
        description=worded(parts.catalog, "command.cost.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )
    for make in (_video, _image, _text, _audio):
        group.add_command(make(parts))
    tree.add_command(group)


async def answer(interaction: Interaction, parts: Parts, ask: Callable[[], Answer], *, private: bool) -> None:
    """Answer what was typed, then show the card; a refusal is shown by the door before anything else is."""
    async with door.opened(interaction):
        found = ask()
        language = door.language_of(interaction, private=private)
        await door.show(interaction, cost_card(found, parts.cost.book, parts.catalog, language), private=private)


def _video(parts: Parts) -> app_commands.Command[Any, ..., None]:
    async def video(
        interaction: Interaction,
        duration: str = DEFAULT_CLIP,
        model: str | None = None,
        resolution: str | None = None,
        clips: int = 1,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - Discord passes options by name
    ) -> None:
        ask = parts.cost.video
        await answer(interaction, parts, lambda: ask(duration, model, resolution, clips, place), private=private)

    return _command(parts, "video", video)


def _image(parts: Parts) -> app_commands.Command[Any, ..., None]:
    async def image(
        interaction: Interaction,
        count: int = 1,
        model: str | None = None,
        size: str | None = None,
        steps: int | None = None,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = parts.cost.image
        await answer(interaction, parts, lambda: ask(count, model, size, steps, place), private=private)

    return _command(parts, "image", image)


def _text(parts: Parts) -> app_commands.Command[Any, ..., None]:
    async def text(
        interaction: Interaction,
        length: str = DEFAULT_LENGTH,
        model: str | None = None,
        count: int = 1,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = parts.cost.text
        await answer(interaction, parts, lambda: ask(length, model, count, place), private=private)

    return _command(parts, "text", text)


def _audio(parts: Parts) -> app_commands.Command[Any, ..., None]:
    async def audio(
        interaction: Interaction,
        kind: str | None = None,
        duration: str = DEFAULT_SOUND,
        model: str | None = None,
        place: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        ask = parts.cost.audio
        await answer(interaction, parts, lambda: ask(kind, duration, model, place), private=private)

    kinds = [
        app_commands.Choice(name=worded(parts.catalog, f"command.cost.kind.{kind}"), value=kind)
        for kind in get_args(AudioKind)
    ]
    return _command(parts, "audio", app_commands.choices(kind=kinds)(audio))


def _command(
    parts: Parts, name: Activity, callback: Callable[..., Awaitable[None]]
) -> app_commands.Command[Any, ..., None]:
    """A command of the group: its words from the catalog, its models and places offered while typing."""
    key = f"command.cost.{name}"
    options = [o for o in callback.__annotations__ if o not in ("interaction", "return")]
    described = app_commands.describe(**{o: worded(parts.catalog, f"{key}.{o}") for o in options})(callback)
    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=name,
        description=worded(parts.catalog, f"{key}.description"),
        callback=described,  # type: ignore[arg-type]
    )

    @command.autocomplete("model")
    async def model_typed(interaction: Interaction, typed: str) -> Typing:
        del interaction
        return _choices(lookup.models(parts.cost.book, typed, name))

    @command.autocomplete("place")
    async def place_typed(interaction: Interaction, typed: str) -> Typing:
        language = door.language_of(interaction, private=True)
        return _choices(lookup.places(parts.cost.book, typed, language))

    return command


def _choices(found: list[tuple[str, str]]) -> Typing:
    return [app_commands.Choice(name=name[:100], value=identity) for name, identity in found]
