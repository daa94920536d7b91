"""The page about prompts at fixed hours: where, when and about what."""

from __future__ import annotations

from bot.discord_io.permissions import managed
from bot.discord_io.presses import Press
from bot.features.schedule import Schedules
from bot.features.setup.card import NOT_CHOSEN
from bot.features.setup.panel import Panel, chosen_channel


class PromptsPage:
    """What is chosen on the page."""

    def __init__(self, panel: Panel, schedules: Schedules) -> None:
        self._panel = panel
        self._schedules = schedules
        self.presses = {
            "setprompts": self._place,
            "promptdays": self._days,
            "prompthour": self._hour,
            "promptabout": self._about,
        }

    async def _place(self, press: Press) -> None:
        guild = managed(press.interaction)
        channel = None if press.subject == "off" else chosen_channel(press).id
        await self._schedules.place(guild, channel)
        await self._panel.show(press, "prompts")

    async def _days(self, press: Press) -> None:
        await self._schedules.choose_days(managed(press.interaction), {int(day) for day in press.values})
        await self._panel.show(press, "prompts")

    async def _hour(self, press: Press) -> None:
        await self._schedules.choose_hour(managed(press.interaction), int(press.values[0]))
        await self._panel.show(press, "prompts")

    async def _about(self, press: Press) -> None:
        """All beside some subjects means what was added last: some where it was all before, else all."""
        guild, schedules = managed(press.interaction), self._schedules
        some = set(press.values) - {NOT_CHOSEN}
        all_again = NOT_CHOSEN in press.values and schedules.of(guild).subjects
        await schedules.choose_subjects(guild, () if all_again else some)
        await self._panel.show(press, "prompts")
