"""Prompts at fixed hours: posting one that is due, and the page of `/setup` that says when."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.discord_io import responses
from bot.discord_io.components import view_of
from bot.discord_io.presses import Press
from bot.features.learn.prompt.card import prompt_card
from bot.features.schedule.timetable import Due
from bot.features.setup.card import NOT_CHOSEN
from bot.features.setup.command import chosen_channel, managed, panel
from bot.start.parts import Parts

log = logging.getLogger(__name__)
_LONGEST_NONCE = 25


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add nothing: there is no command to type, only the page."""


async def post(client: discord.Client, parts: Parts, due: Due) -> None:
    """Post a prompt. Where the bot may not write, there are none any more, and the next manager who looks reads so.

    Raises what the network raises where trying again may help; the prompt is due again then. Raises WriteFailed.
    """
    server, schedules = client.get_guild(due.guild), parts.schedules
    if server is None or server.unavailable:  # not arrived yet, or away for a while
        return
    channel = server.get_channel(due.channel)
    if not isinstance(channel, discord.TextChannel):
        await _refused(parts, due)
        return
    before = schedules.of(due.guild)
    # Noted first: after a crash a prompt is rather not posted than posted twice.
    identity = await schedules.deal(due)
    if identity is None:
        return
    card = prompt_card(identity, parts.lessons, parts.catalog, responses.server_language(server, parts))
    try:
        # Discord drops a second message with the same nonce, should only its answer have been lost.
        await channel.send(view=view_of(card), nonce=f"{due.guild}{due.day:%y%m%d}p"[-_LONGEST_NONCE:])
    except (discord.Forbidden, discord.NotFound):
        await _refused(parts, due)
    except responses.NETWORK as trouble:
        if not isinstance(trouble, discord.HTTPException) or responses.passes(trouble):
            await schedules.undo(due, before)
        raise


async def _refused(parts: Parts, due: Due) -> None:
    log.warning("server %s: its prompts are off, as I may not write in channel %s", due.guild, due.channel)
    await parts.schedules.refuse(due)


async def _place(press: Press) -> None:
    guild = managed(press.interaction)
    channel = None if press.subject == "off" else chosen_channel(press).id
    await press.parts.schedules.place(guild, channel)
    await _changed(press)


async def _days(press: Press) -> None:
    await press.parts.schedules.choose_days(managed(press.interaction), {int(day) for day in press.values})
    await _changed(press)


async def _hour(press: Press) -> None:
    await press.parts.schedules.choose_hour(managed(press.interaction), int(press.values[0]))
    await _changed(press)


async def _about(press: Press) -> None:
    """All beside some subjects means what was added last: some where it was all before, else all."""
    guild, schedules = managed(press.interaction), press.parts.schedules
    some = set(press.values) - {NOT_CHOSEN}
    all_again = NOT_CHOSEN in press.values and schedules.of(guild).subjects
    await schedules.choose_subjects(guild, () if all_again else some)
    await _changed(press)


async def _changed(press: Press) -> None:
    await press.change(await panel(press.interaction, "prompts", press.language))


PRESSES = {"setprompts": _place, "promptdays": _days, "prompthour": _hour, "promptabout": _about}
