"""`/tally add | show | history | undo | export`, and the buttons that add any card's use."""

from __future__ import annotations

import asyncio
import logging

from discord import app_commands

from bot.cards.card import Attachment, Card
from bot.cards.refusal import old_button
from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.permissions import managed
from bot.discord_io.presses import Handler, Press
from bot.discord_io.responses import Interaction, Responses, member_server
from bot.features.cost import AnswerMemory, Estimator
from bot.features.tally.card import added_card, tally_card, undone_card
from bot.features.tally.decide import TallyService
from bot.features.tally.export import FORMATS, exported
from bot.features.tally.history_card import history_card
from bot.features.tally.periods import TALLY_PERIODS, TallyPeriod
from bot.store import Origin, WriteFailed
from config.text.voice import Voice
from energy import Refusal, Usage

log = logging.getLogger(__name__)
_INTERACTION = "interaction:"
_DEFAULT: TallyPeriod = "30d"
# Discord takes files up to 10 MiB from anybody.
_MOST_BYTES = 9 * 1024 * 1024


class TallyCommands:
    """The commands of `/tally` that people use, and what the buttons of tallies do."""

    def __init__(
        self, io: Responses, complete: Autocomplete, tally: TallyService, estimator: Estimator, memory: AnswerMemory
    ) -> None:
        self._io = io
        self._complete = complete
        self._tally = tally
        self._estimator = estimator
        self._memory = memory
        self.feature = Feature(
            name="tally",
            add=self._add,
            presses={
                "add": self._adds("declared"),
                "addseen": self._adds("estimated"),
                "addall": self._adds_all("declared"),
                "addallseen": self._adds_all("estimated"),
                "undo": self._undo,
                "tally": self._show,
                "history": self._history,
            },
            each_minute=lambda _: ((guild, tally.remember_prices(guild)) for guild in tally.unremembered()),
        )

    def _add(self, tree: Tree) -> None:
        group = app_commands.Group(
            name="tally",
            description=self._io.words("command.tally.description"),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        )
        self._adding(group)
        self._looking(group)
        self._taking(group)
        tree.add_command(group)

    def _adding(self, group: app_commands.Group) -> None:
        @group.command(name="add", description=self._io.words("command.tally.add.description"))
        async def add_(interaction: Interaction, activity: str, times: int = 1) -> None:
            async with self._io.opened(interaction):
                guild = member_server(interaction)
                usages = await self._tally.read(guild, activity, times)
                card = await self._added(interaction, guild, usages, "declared", self._own(interaction))
                await self._io.show(interaction, card, private=True)

        @group.command(name="undo", description=self._io.words("command.tally.undo.description"))
        async def undo(interaction: Interaction) -> None:
            async with self._io.opened(interaction):
                await self._io.show(interaction, await self._undone(interaction, None), private=True)

        self._io.words.describe(add_, "command.tally.add")
        self._complete.phrases(add_, "activity")

    def _looking(self, group: app_commands.Group) -> None:
        periods = self._io.words.choices("command.tally.period", TALLY_PERIODS)

        @group.command(name="show", description=self._io.words("command.tally.show.description"))
        @app_commands.choices(period=periods)
        async def show(interaction: Interaction, period: str = _DEFAULT) -> None:
            async with self._io.opened(interaction):
                guild, voice = member_server(interaction), self._io.voice(interaction, private=False)
                card = self._io.rationed(interaction, await self._shown(guild, period, voice), voice)
                await self._io.show(interaction, card, private=False)
                await self._remember_prices(guild)

        @group.command(name="history", description=self._io.words("command.tally.history.description"))
        @app_commands.choices(period=periods)
        async def history(interaction: Interaction, period: str = _DEFAULT) -> None:
            async with self._io.opened(interaction):
                guild, voice = member_server(interaction), self._io.voice(interaction, private=False)
                card = history_card(await self._tally.history(guild, _period(period)), voice)
                await self._io.show(interaction, self._io.rationed(interaction, card, voice), private=False)

        self._io.words.describe(show, "command.tally.show")
        self._io.words.describe(history, "command.tally.history")

    def _taking(self, group: app_commands.Group) -> None:
        @group.command(name="export", description=self._io.words("command.tally.export.description"))
        @app_commands.choices(format=self._io.words.choices("command.tally.form", FORMATS))
        async def export(interaction: Interaction, format: str = FORMATS[0]) -> None:  # noqa: A002 - so it is called
            async with self._io.opened(interaction):
                member_server(interaction)
                guild, voice = managed(interaction), self._own(interaction)
                rows = await self._tally.days(guild)
                form = next(known for known in FORMATS if known == format)
                data = await asyncio.to_thread(exported, rows, self._estimator.book.version, form)
                if len(data) > _MOST_BYTES:
                    raise Refusal("tally.large", "The file is too large for Discord.")
                file = Attachment(f"tally.{form}", data)
                card = Card(voice.text("tally.export_title"), (voice.text("tally.export"),), files=(file,))
                await self._io.show(interaction, card, private=True)

        self._io.words.describe(export, "command.tally.export")

    def _own(self, interaction: Interaction) -> Voice:
        return self._io.voice(interaction, private=True)

    async def _added(
        self, interaction: Interaction, guild: int, usages: tuple[Usage, ...], origin: Origin, voice: Voice
    ) -> Card:
        """Count uses as one entry: once however often the interaction is delivered, undone at once."""
        added = await self._tally.add(guild, interaction.user.id, source_of(interaction), usages, origin)
        return added_card(added, self._estimator.book, voice)

    async def _shown(self, guild: int, period: str, voice: Voice) -> Card:
        return tally_card(await self._tally.show(guild, _period(period)), self._estimator.book, voice)

    async def _remember_prices(self, guild: int) -> None:
        """Keep what was said by today's book. The card is out already: a full disk is logged, not told."""
        try:
            await self._tally.remember_prices(guild)
        except WriteFailed as trouble:
            log.error("server %s: its prices could not be kept: %s", guild, trouble)

    async def _undone(self, interaction: Interaction, entry: str | None) -> Card:
        """Take back the last entry of the person who asks, or a certain one of theirs."""
        guild, voice = member_server(interaction), self._own(interaction)
        usages = await self._tally.undo(guild, interaction.user.id, source_of(interaction), entry)
        return undone_card(usages, self._estimator.book, voice)

    def _adds(self, origin: Origin) -> Handler:
        async def press(press: Press) -> None:
            guild, answer = member_server(press.interaction), self._estimator.asked(press.subject)
            usages = (answer.question.usage,)
            await press.show(await self._added(press.interaction, guild, usages, origin, press.voice))

        return press

    def _adds_all(self, origin: Origin) -> Handler:
        async def press(press: Press) -> None:
            guild, things = member_server(press.interaction), await self._memory.answers(press.subject)
            usages = tuple(answer.question.usage for thing in things for answer in thing)
            await press.show(await self._added(press.interaction, guild, usages, origin, press.voice))

        return press

    async def _undo(self, press: Press) -> None:
        if not press.subject.startswith(_INTERACTION):
            raise old_button()
        await press.show(await self._undone(press.interaction, press.subject))

    async def _show(self, press: Press) -> None:
        guild = member_server(press.interaction)
        card = await self._shown(guild, press.subject, press.voice)
        await press.show(self._io.rationed(press.interaction, card, press.voice))
        await self._remember_prices(guild)

    async def _history(self, press: Press) -> None:
        found = await self._tally.history(member_server(press.interaction), _period(press.subject))
        card = history_card(found, press.voice)
        await press.show(self._io.rationed(press.interaction, card, press.voice))


def source_of(interaction: Interaction) -> str:
    """What the ledger knows an interaction by."""
    return f"{_INTERACTION}{interaction.id}"


def _period(value: str) -> TallyPeriod:
    return next((period for period in TALLY_PERIODS if period == value), _DEFAULT)
