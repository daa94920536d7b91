"""`/setup`: a panel of pages for a server's managers; language, place and zone are the first."""

from __future__ import annotations

from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.permissions import managed
from bot.discord_io.presses import Form, Press
from bot.discord_io.responses import Interaction, Responses
from bot.features.board import Boards
from bot.features.goal import Goals
from bot.features.schedule import Schedules
from bot.features.settings import SettingsService
from bot.features.setup.card import ANOTHER, NOT_CHOSEN, PAGES
from bot.features.setup.panel import Panel
from bot.features.setup.prompts_page import PromptsPage
from bot.features.setup.tally_page import TallyPage
from bot.features.watch import WatchService

_MAX_TYPED = 60


class SetupCommand:
    """`/setup`, and what is chosen on its pages."""

    def __init__(
        self,
        io: Responses,
        settings: SettingsService,
        boards: Boards,
        goals: Goals,
        watch: WatchService,
        schedules: Schedules,
    ) -> None:
        self._io = io
        self._settings = settings
        self._schedules = schedules
        self._panel = Panel(io.book, settings, boards, goals, watch, schedules)
        self.feature = Feature(
            name="setup",
            add=self._add,
            presses={
                "setpage": self._page,
                "setlang": self._language,
                "setplace": self._place,
                "setzone": self._zone,
                **TallyPage(self._panel, boards, goals, watch).presses,
                **PromptsPage(self._panel, schedules).presses,
            },
            load=settings.load,
            forget=settings.forget,
        )

    def _add(self, tree: Tree) -> None:
        @tree.command(name="setup", description=self._io.words("command.setup.description"))
        @app_commands.default_permissions(manage_guild=True)
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
        async def setup(interaction: Interaction) -> None:
            async with self._io.opened(interaction):
                voice = self._io.voice(interaction, private=True)
                notice = await self._schedules.notice(managed(interaction))
                card = await self._panel.page(interaction, "main", voice, notice=notice)
                await self._io.show(interaction, card, private=True)

    async def _page(self, press: Press) -> None:
        await self._panel.show(press, next((page for page in PAGES if page == press.subject), PAGES[0]))

    async def _language(self, press: Press) -> None:
        guild, chosen = managed(press.interaction), press.values[0]
        await self._settings.choose_language(guild, None if chosen == NOT_CHOSEN else chosen)
        await self._panel.show(press, "main")

    async def _place(self, press: Press) -> None:
        guild, chosen = managed(press.interaction), press.values[0]
        if chosen == ANOTHER:
            await _type(press, "place")
            return
        await self._settings.choose_place(guild, None if chosen == NOT_CHOSEN else chosen)
        await self._panel.show(press, "main")

    async def _zone(self, press: Press) -> None:
        guild, chosen = managed(press.interaction), press.values[0]
        if chosen == ANOTHER:
            await _type(press, "zone")
            return
        await self._settings.choose_zone(guild, chosen)
        await self._panel.show(press, "main")


async def _type(press: Press, what: str) -> None:
    title, label = (press.voice.text(f"setup.form_{part}") for part in (f"{what}_title", what))
    await press.ask(Form(title, label, f"set{what}", press.voice.language, _MAX_TYPED))
