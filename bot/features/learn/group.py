"""The group of `/learn` commands, and what its games share."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol, get_args

from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction, Responses, has_bot
from bot.features.learn.message_refresher import MessageRefresher
from bot.features.learn.session import Session
from bot.features.learn.sessions import NO_SERVER, Sessions
from config.content.tables import Subject
from energy import Refusal

SUBJECTS: tuple[Subject, ...] = get_args(Subject)


class Shows(Protocol):
    """What a session's message shows now, or at its end."""

    def __call__(self, session: Session, *, over: bool = False) -> Awaitable[Card]:
        """The card."""
        ...


class LearnGroup:
    """`/learn` itself, and the messages of its games, kept up to date."""

    def __init__(self, io: Responses, sessions: Sessions) -> None:
        self.io = io
        self.sessions = sessions
        self.refresher = MessageRefresher(sessions)
        self.feature = Feature(
            name="learn",
            add=self._add,
            load=sessions.load,
            forget=sessions.forget,
            each_minute=self.refresher.each_minute,
            started=self.refresher.start,
            stopped=self.refresher.stop,
        )

    def _add(self, tree: Tree) -> None:
        """Add the group to the tree; each game adds its command to it."""
        tree.add_command(
            app_commands.Group(
                name="learn",
                description=self.io.words("command.learn.description"),
                allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
                allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            )
        )

    @property
    def subjects(self) -> list[app_commands.Choice[str]]:
        """The subjects to choose from."""
        return self.io.words.choices("learn.subject", SUBJECTS)

    async def post(self, interaction: Interaction, session: Session, card: Card) -> None:
        """Show a session to everybody and note where, so that its message follows it."""
        await self.io.show(interaction, card, private=False)
        if session.guild != NO_SERVER and interaction.channel_id is not None:
            message = await interaction.original_response()
            await self.sessions.posted(session, interaction.channel_id, message.id)

    async def led(self, press: Press, subject: str) -> Session:
        """The session, where the person opened it or manages messages here. Raises Refusal."""
        session = self.sessions.get(subject)
        manages = press.interaction.permissions.manage_messages or press.interaction.permissions.manage_guild
        if manages or await self.sessions.leads(session, press.person):
            return session
        raise Refusal("session.leader", "Only who began it, or who manages messages here, may do that.")


def group_of(tree: Tree) -> app_commands.Group:
    """The group, for a game to add its command to."""
    found = tree.get_command("learn")
    assert isinstance(found, app_commands.Group)
    return found


def subject_of(typed: str | None) -> Subject | None:
    """The subject that was chosen."""
    return next((subject for subject in SUBJECTS if subject == typed), None)


def server_of(interaction: Interaction) -> int:
    """Where a session belongs: a server that has the bot, else to nobody."""
    return interaction.guild_id or NO_SERVER if has_bot(interaction) else NO_SERVER
