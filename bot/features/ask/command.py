"""`/ask`: one use of AI in free words, or several; and what the buttons of any card of several do."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.ask.card import ask_card
from bot.features.cost.decide import Answer
from bot.features.cost.multi_answer import several_sources_card
from bot.features.tally.card import added_card
from bot.features.tally.command import server
from bot.start.parts import Parts
from bot.store import Origin


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="ask", description=worded(parts.catalog, "command.ask.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction[Any], question: str) -> None:
        async with responses.opened(interaction):
            answers = await parts.live.now(*responses.cost_of(interaction).ask(question))
            language = responses.language_of(interaction, private=False)
            await responses.show(
                interaction, ask_card(answers, parts.cost.book, parts.catalog, language), private=False
            )

    autocomplete.describe(parts, ask, "command.ask")
    autocomplete.offer_phrases(parts, ask, "question")


async def _answers(press: Press) -> tuple[Answer, ...]:
    """The answers whose codes a button of several carries. Raises Refusal where one is kept no more."""
    return tuple(answer for thing in await press.parts.traces.answers(press.subject) for answer in thing)


async def _other_language(press: Press) -> None:
    parts = press.parts
    await press.show(ask_card(await _answers(press), parts.cost.book, parts.catalog, press.language))


async def _sources(press: Press) -> None:
    parts = press.parts
    await press.show(several_sources_card(await _answers(press), parts.cost.book, parts.catalog, press.language))


def _adds(origin: Origin) -> Any:
    """All uses of a card as one entry: counted once however often the press is delivered, undone at once."""

    async def press(press: Press) -> None:
        parts, guild = press.parts, server(press.interaction)
        answers, source = await _answers(press), f"interaction:{press.interaction.id}"
        added = await parts.tally.add(guild, press.interaction.user.id, source, answers, origin)
        await press.show(added_card(added, parts.cost.book, parts.catalog, press.language))

    return press


PRESSES = {
    "asked": _other_language,
    "srcall": _sources,
    "addall": _adds("declared"),
    "addallseen": _adds("estimated"),
}
