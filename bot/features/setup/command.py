"""`/setup`: a panel of pages for a server's managers; language, place and zone are the first."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import responses
from bot.discord_io.permissions import permit
from bot.discord_io.presses import Form, Press
from bot.discord_io.translator import worded
from bot.features.schedule.card import schedule_page
from bot.features.setup.card import ANOTHER, NOT_CHOSEN, PAGES, Page, setup_card
from bot.features.setup.permission_status import Permit, Thing
from bot.features.setup.tally_card import tally_page
from bot.start.parts import Parts
from energy import Refusal

_MAX_TYPED = 60


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the command to the tree."""

    @tree.command(name="setup", description=worded(parts.catalog, "command.setup.description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def setup(interaction: discord.Interaction[Any]) -> None:
        async with responses.opened(interaction):
            language, guild = responses.language_of(interaction, private=True), managed(interaction)
            notice = await parts.schedules.notice(guild)
            await responses.show(interaction, await panel(interaction, "main", language, notice=notice), private=True)


def managed(interaction: discord.Interaction[Any]) -> int:
    """The server's id. Raises Refusal where the person may not manage it: Discord's own check is only a default."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refusal("manager.needed", "This needs the permission Manage Server.")
    return interaction.guild_id


async def panel(interaction: discord.Interaction[Any], page: Page, language: str, *, notice: int | None = None) -> Card:
    """A page: what is set, and what the bot may do now in the channels it needs. Raises Refusal for who may not."""
    parts, guild = responses.parts_of(interaction), managed(interaction)
    permits, book, words = _permits(interaction, guild), parts.cost.book, parts.catalog
    if page == "tally":
        weekly, watched = parts.boards.weekly(guild), parts.watch.of(guild)
        known = {rule.bot: interaction.client.get_user(rule.bot) for rule in watched}
        return tally_page(
            parts.boards.board(guild),
            weekly.channel if weekly else None,
            await parts.goals.of(guild),
            watched,
            permits,
            words,
            language,
            names={bot: user.display_name for bot, user in known.items() if user is not None},
            deaf=not interaction.client.intents.guild_messages,
        )
    if page == "prompts":
        schedules, schedule = parts.schedules, parts.schedules.of(guild)
        where = schedule.channel if schedule.refused is None else schedule.refused
        return schedule_page(
            schedule,
            schedules.subjects,
            schedules.left(guild),
            schedules.next(guild),
            schedules.zone(guild).key,
            permits.get(("prompt", where)) if where is not None else None,
            words,
            language,
        )
    return setup_card(parts.setups.of(guild), book, words, language, permits=permits, notice=notice)


def _permits(interaction: discord.Interaction[Any], guild: int) -> dict[tuple[Thing, int], Permit]:
    """What everything that is set up needs, and may not do, as Discord has it this moment."""
    parts, server = responses.parts_of(interaction), interaction.client.get_guild(guild)
    board, weekly = parts.boards.board(guild), parts.boards.weekly(guild)
    schedule = parts.schedules.of(guild)
    placed: list[tuple[Thing, int | None]] = [
        ("board", board.channel if board else None),
        ("weekly", weekly.channel if weekly else None),
        ("prompt", schedule.channel if schedule.refused is None else schedule.refused),
        *(("watch", rule.channel) for rule in parts.watch.of(guild)),
    ]
    if server is None:
        return {}
    return {(thing, channel): permit(server, thing, channel) for thing, channel in placed if channel is not None}


async def _page(press: Press) -> None:
    page = next((page for page in PAGES if page == press.subject), PAGES[0])
    await press.change(await panel(press.interaction, page, press.language))


async def _language(press: Press) -> None:
    guild = managed(press.interaction)
    chosen = press.values[0]
    await press.parts.setups.choose_language(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(await panel(press.interaction, "main", press.language))


async def _place(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "place")
        return
    await press.parts.setups.choose_place(guild, None if chosen == NOT_CHOSEN else chosen)
    await press.change(await panel(press.interaction, "main", press.language))


async def _zone(press: Press) -> None:
    guild, chosen = managed(press.interaction), press.values[0]
    if chosen == ANOTHER:
        await _type(press, "zone")
        return
    await press.parts.setups.choose_zone(guild, chosen)
    await press.change(await panel(press.interaction, "main", press.language))


async def _weekly(press: Press) -> None:
    """A channel chosen from the list, or the button of an older panel: on here, or off."""
    guild = managed(press.interaction)
    channel = None if press.subject == "off" else chosen_channel(press).id
    await press.parts.boards.subscribe(guild, channel)
    await press.change(await panel(press.interaction, "tally", press.language))


async def _type(press: Press, what: str) -> None:
    words = press.parts.catalog
    title, label = (words.text(press.language, f"setup.form_{part}") for part in (f"{what}_title", what))
    await press.ask(Form(title, label, f"set{what}", press.language, _MAX_TYPED))


def chosen_channel(press: Press) -> discord.TextChannel:
    """The channel that was chosen, else the one the press came from. Raises Refusal where the bot may not write."""
    guild = press.interaction.guild
    return text_channel(
        guild.get_channel(int(press.values[0])) if press.values and guild else press.interaction.channel
    )


def text_channel(channel: object) -> discord.TextChannel:
    """A channel for what the bot says unasked. Raises Refusal where it is no text channel or may not be written in."""
    if not isinstance(channel, discord.TextChannel):
        raise Refusal("board.channel", "Choose a text channel of this server.")
    may = channel.permissions_for(channel.guild.me)
    if not (may.view_channel and may.send_messages):
        raise Refusal("board.forbidden", "I may not write in that channel: View Channel and Send Messages are needed.")
    return channel


PRESSES = {"setpage": _page, "setlang": _language, "setplace": _place, "setzone": _zone, "weekly": _weekly}
