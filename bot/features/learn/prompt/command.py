"""`/learn prompt`: something to discuss, with a worked example."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.sentences import listed_sources_card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.learn import group as learn
from bot.features.learn.prompt.card import prompt_card, reaches_card
from bot.features.learn.question_bank import drawn, known
from bot.start.parts import Parts


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the group."""
    group = learn.group(tree)

    @group.command(name="prompt", description=worded(parts.catalog, "command.learn.prompt.description"))
    @app_commands.choices(topic=learn.subjects(parts))
    async def prompt(interaction: discord.Interaction[Any], topic: str | None = None) -> None:
        async with responses.opened(interaction):
            identity = _another(parts, learn.subject_of(topic))
            language = responses.language_of(interaction, private=False)
            await responses.show(
                interaction, prompt_card(identity, parts.lessons, parts.catalog, language), private=False
            )

    autocomplete.describe(parts, prompt, "command.learn.prompt")


def _another(parts: Parts, subject: str | None, last: str = "") -> str:
    prompts = parts.lessons.prompts
    pool = [identity for identity, one in prompts.items() if subject in (None, one.subject)]
    return drawn(pool, (last,))


async def _next(press: Press) -> None:
    subject = known(press.parts.lessons.prompts, press.subject).subject
    identity = _another(press.parts, subject, press.subject)
    await press.show(prompt_card(identity, press.parts.lessons, press.parts.catalog, press.language))


async def _other_language(press: Press) -> None:
    known(press.parts.lessons.prompts, press.subject)
    await press.show(prompt_card(press.subject, press.parts.lessons, press.parts.catalog, press.language))


async def _reaches(press: Press) -> None:
    known(press.parts.lessons.prompts, press.subject)
    await press.show(reaches_card(press.subject, press.parts.lessons, press.parts.catalog, press.language))


async def _sources(press: Press) -> None:
    parts, prompt = press.parts, known(press.parts.lessons.prompts, press.subject)
    title = parts.catalog.text(press.language, "prompt.title")
    await press.show(listed_sources_card(title, parts.lessons.sources_of(prompt), parts.catalog, press.language))


PRESSES = {"prompt": _next, "promptlang": _other_language, "promptend": _reaches, "promptsrc": _sources}
