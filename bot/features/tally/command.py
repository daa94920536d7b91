"""`/tally add | show | history | undo | export`, and the button that adds any card's use."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Attachment, Card
from bot.discord_io import autocomplete, responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.setup.command import managed
from bot.features.tally.card import added_card, tally_card, undone_card
from bot.features.tally.export import FORMATS, exported
from bot.features.tally.history_card import history_card
from bot.features.tally.periods import PERIODS, Period
from bot.start.parts import Parts
from bot.store import Origin, WriteFailed
from energy import Refusal

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
_INTERACTION = "interaction:"
_DEFAULT: Period = "30d"
# Discord takes files up to 10 MiB from anybody.
_MOST_BYTES = 9 * 1024 * 1024


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command group to the tree."""
    group = app_commands.Group(
        name="tally",
        description=worded(parts.catalog, "command.tally.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )
    _adding(group, parts)
    _looking(group, parts)
    _taking(group, parts)
    tree.add_command(group)


def server(interaction: Interaction) -> int:
    """The server a tally belongs to. Raises Refusal where there is none."""
    if not responses.has_bot(interaction) or interaction.guild_id is None:
        raise Refusal("tally.no_server", "A tally belongs to a server that I am a member of.")
    return interaction.guild_id


def periods(parts: Parts) -> list[app_commands.Choice[str]]:
    """The spans to choose from."""
    return [
        app_commands.Choice(name=worded(parts.catalog, f"command.tally.period.{period}"), value=period)
        for period in PERIODS
    ]


def _adding(group: app_commands.Group, parts: Parts) -> None:
    @group.command(name="add", description=worded(parts.catalog, "command.tally.add.description"))
    async def add_(interaction: Interaction, activity: str, times: int = 1) -> None:
        async with responses.opened(interaction):
            guild = server(interaction)
            answers = parts.tally.read(activity, times)
            language = responses.language_of(interaction, private=True)
            added = await parts.tally.add(guild, interaction.user.id, source_of(interaction), answers)
            await responses.show(interaction, added_card(added, parts.cost.book, parts.catalog, language), private=True)

    @group.command(name="undo", description=worded(parts.catalog, "command.tally.undo.description"))
    async def undo(interaction: Interaction) -> None:
        async with responses.opened(interaction):
            await responses.show(interaction, await _undone(interaction, parts, None), private=True)

    autocomplete.describe(parts, add_, "command.tally.add")
    autocomplete.offer_phrases(parts, add_, "activity")


def _looking(group: app_commands.Group, parts: Parts) -> None:
    @group.command(name="show", description=worded(parts.catalog, "command.tally.show.description"))
    @app_commands.choices(period=periods(parts))
    async def show(interaction: Interaction, period: str = _DEFAULT) -> None:
        async with responses.opened(interaction):
            guild, language = server(interaction), responses.language_of(interaction, private=False)
            card = await _tally(parts, guild, period, language)
            await responses.show(interaction, responses.rationed(interaction, card, language), private=False)
            await _remember_prices(parts, guild)

    @group.command(name="history", description=worded(parts.catalog, "command.tally.history.description"))
    @app_commands.choices(period=periods(parts))
    async def history(interaction: Interaction, period: str = _DEFAULT) -> None:
        async with responses.opened(interaction):
            guild, language = server(interaction), responses.language_of(interaction, private=False)
            found = await parts.tally.history(guild, _period(period))
            card = history_card(found, parts.catalog, language)
            await responses.show(interaction, responses.rationed(interaction, card, language), private=False)

    autocomplete.describe(parts, show, "command.tally.show")
    autocomplete.describe(parts, history, "command.tally.history")


def _taking(group: app_commands.Group, parts: Parts) -> None:
    forms = [
        app_commands.Choice(name=worded(parts.catalog, f"command.tally.form.{form}"), value=form) for form in FORMATS
    ]

    @group.command(name="export", description=worded(parts.catalog, "command.tally.export.description"))
    @app_commands.choices(format=forms)
    async def export(interaction: Interaction, format: str = FORMATS[0]) -> None:  # noqa: A002 - so it is called
        async with responses.opened(interaction):
            server(interaction)
            guild = managed(interaction)
            language = responses.language_of(interaction, private=True)
            rows = await parts.tally.days(guild)
            form = next(known for known in FORMATS if known == format)
            data = await asyncio.to_thread(exported, rows, parts.cost.book.version, form)
            if len(data) > _MOST_BYTES:
                raise Refusal("tally.large", "The file is too large for Discord.")
            title = parts.catalog.text(language, "tally.export_title")
            lines = (parts.catalog.text(language, "tally.export"),)
            card = Card(title, lines, files=(Attachment(f"tally.{form}", data),))
            await responses.show(interaction, card, private=True)

    autocomplete.describe(parts, export, "command.tally.export")


async def _tally(parts: Parts, guild: int, period: str, language: str) -> Card:
    return tally_card(await parts.tally.show(guild, _period(period)), parts.cost.book, parts.catalog, language)


async def _remember_prices(parts: Parts, guild: int) -> None:
    """Keep what was said by today's book. The card is out already: a full disk is logged, not told."""
    try:
        await parts.tally.remember_prices(guild)
    except WriteFailed as trouble:
        log.error("server %s: its prices could not be kept: %s", guild, trouble)


async def _undone(interaction: Interaction, parts: Parts, entry: str | None) -> Card:
    """Take back the last entry of whoever asks, or a certain one of theirs."""
    guild, language = server(interaction), responses.language_of(interaction, private=True)
    usages = await parts.tally.undo(guild, interaction.user.id, source_of(interaction), entry)
    return undone_card(usages, parts.cost.book, parts.catalog, language)


def _period(value: str) -> Period:
    return next((period for period in PERIODS if period == value), _DEFAULT)


def source_of(interaction: Interaction) -> str:
    """What the ledger knows an interaction by."""
    return f"{_INTERACTION}{interaction.id}"


def _adds(origin: Origin) -> Any:
    async def press(press: Press) -> None:
        parts, guild, answer = press.parts, server(press.interaction), press.answer
        source = source_of(press.interaction)
        added = await parts.tally.add(guild, press.interaction.user.id, source, (answer,), origin)
        await press.show(added_card(added, parts.cost.book, parts.catalog, press.language))

    return press


async def _undo(press: Press) -> None:
    if not press.subject.startswith(_INTERACTION):
        raise Refusal("button.old", "This button belongs to an older version; ask again.")
    await press.show(await _undone(press.interaction, press.parts, press.subject))


async def _show(press: Press) -> None:
    guild = server(press.interaction)
    card = await _tally(press.parts, guild, press.subject, press.language)
    await press.show(responses.rationed(press.interaction, card, press.language))
    await _remember_prices(press.parts, guild)


async def _history(press: Press) -> None:
    found = await press.parts.tally.history(server(press.interaction), _period(press.subject))
    card = history_card(found, press.parts.catalog, press.language)
    await press.show(responses.rationed(press.interaction, card, press.language))


PRESSES = {
    "add": _adds("declared"),
    "addseen": _adds("estimated"),
    "undo": _undo,
    "tally": _show,
    "history": _history,
}
