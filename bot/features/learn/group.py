"""The group of `/learn` commands, and what they share."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Protocol, get_args

import discord
from discord import app_commands

from bot.cards.card import Card
from bot.discord_io import responses
from bot.discord_io.presses import Press
from bot.discord_io.translator import worded
from bot.features.learn.session import Session
from bot.features.learn.sessions import NO_SERVER
from bot.start.parts import Parts
from config.content.tables import Subject
from energy import Refusal

SUBJECTS: tuple[Subject, ...] = get_args(Subject)


class Shows(Protocol):
    """What a session's message shows now, or at its end."""

    def __call__(self, session: Session, parts: Parts, *, over: bool = False) -> Awaitable[Card]:
        """The card."""
        ...


def add(tree: app_commands.CommandTree[Any], parts: Parts) -> None:
    """Add the group to the tree; each game adds its command to it."""
    tree.add_command(
        app_commands.Group(
            name="learn",
            description=worded(parts.catalog, "command.learn.description"),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
    )


def group(tree: app_commands.CommandTree[Any]) -> app_commands.Group:
    """The group, for a game to add its command to."""
    found = tree.get_command("learn")
    assert isinstance(found, app_commands.Group)
    return found


def subjects(parts: Parts) -> list[app_commands.Choice[str]]:
    """The subjects to choose from."""
    return [
        app_commands.Choice(name=worded(parts.catalog, f"learn.subject.{subject}"), value=subject)
        for subject in SUBJECTS
    ]


def subject_of(typed: str | None) -> Subject | None:
    """The subject that was chosen."""
    return next((subject for subject in SUBJECTS if subject == typed), None)


def server(interaction: discord.Interaction[Any]) -> int:
    """Where a session belongs: a server that has the bot, else to nobody."""
    return interaction.guild_id or NO_SERVER if responses.has_bot(interaction) else NO_SERVER


async def post(interaction: discord.Interaction[Any], session: Session, card: Card) -> None:
    """Show a session to everybody and note where, so that its message follows it."""
    await responses.show(interaction, card, private=False)
    if session.guild != NO_SERVER and interaction.channel_id is not None:
        message = await interaction.original_response()
        await responses.parts_of(interaction).sessions.posted(session, interaction.channel_id, message.id)


def own_language(press: Press) -> str:
    """The person's own language: what only they see speaks it."""
    return responses.language_of(press.interaction, private=True)


async def led(press: Press, subject: str) -> Session:
    """The session, where the person opened it or manages messages here. Raises Refusal."""
    session = press.parts.sessions.get(subject)
    manages = press.interaction.permissions.manage_messages or press.interaction.permissions.manage_guild
    if manages or await press.parts.sessions.leads(session, press.interaction.user.id):
        return session
    raise Refusal("session.leader", "Only who began it, or who manages messages here, may do that.")
