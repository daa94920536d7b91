"""The page about the tally: where its board and weekly card go, its goal, which bots are watched."""

from __future__ import annotations

from bot.discord_io.own_messages import delete_message
from bot.discord_io.permissions import managed
from bot.discord_io.presses import Form, Press
from bot.features.board import Boards
from bot.features.goal import NO_GOAL, PER, Goals
from bot.features.setup.card import NOT_CHOSEN
from bot.features.setup.panel import Panel, chosen_channel
from bot.features.watch import WatchService

_MAX_TYPED = 40


class TallyPage:
    """What is chosen on the page."""

    def __init__(self, panel: Panel, boards: Boards, goals: Goals, watch: WatchService) -> None:
        self._panel = panel
        self._boards = boards
        self._goals = goals
        self._watch = watch
        self.presses = {
            "setboard": self._board,
            "weekly": self._weekly,
            "setgoal": self._goal,
            "setunwatch": self._unwatch,
        }

    async def _board(self, press: Press) -> None:
        """A channel chosen, or none."""
        guild = managed(press.interaction)
        where = None if press.subject == "off" else chosen_channel(press)
        before = await self._boards.move(guild, where.id if where else None)
        await self._panel.show(press, "tally")
        if before:
            await delete_message(press.interaction.guild, before.channel, before.message)

    async def _weekly(self, press: Press) -> None:
        """A channel chosen from the list, or the button of an older panel: on here, or off."""
        guild = managed(press.interaction)
        channel = None if press.subject == "off" else chosen_channel(press).id
        await self._boards.subscribe(guild, channel)
        await self._panel.show(press, "tally")

    async def _goal(self, press: Press) -> None:
        """A line of the list, or the amount typed for a week or a month."""
        guild = managed(press.interaction)
        typed = next((per for per in PER if per == press.subject), None)
        asked = next((per for per in PER if per == press.values[0]), None) if typed is None else None
        if asked is not None:
            title, label = (press.voice.text(f"setup.{key}") for key in (f"goal_set_{asked}", "form_goal"))
            await press.ask(Form(title, label, "setgoal", press.voice.language, _MAX_TYPED, asked))
            return
        if typed is not None or press.values[0] == NOT_CHOSEN:
            await self._goals.set(guild, press.values[0] if typed else NO_GOAL, typed or PER[0])
            self._boards.mark_stale(guild)
        await self._panel.show(press, "tally")

    async def _unwatch(self, press: Press) -> None:
        await self._watch.stop(managed(press.interaction), int(press.values[0]))
        await self._panel.show(press, "tally")
