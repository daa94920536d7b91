"""Every server's prompts at fixed hours: set, found due, noted before they are posted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.features.schedule.notes import SCHEDULE, ScheduleNote
from bot.features.schedule.timetable import DAYS, HOURS, SUBJECTS, Due, Schedule, from_note, next_prompt
from bot.features.settings import SettingsService, zone_of
from bot.store import Notes, WriteFailed, read_notes
from config.content.tables import Subject
from config.content.teaching import Prompt
from energy import Refusal

# A prompt that was missed is left out where the next one comes within this time: two at once are a burst.
APART = timedelta(hours=1)


class Schedules:
    """Every server's schedule, in memory and in the store."""

    def __init__(self, notes: Notes, settings: SettingsService, prompts: Mapping[str, Prompt], clock: Clock) -> None:
        self._notes = notes
        self._settings = settings
        self._prompts = prompts
        self._clock = clock
        self._known: dict[int, Schedule] = {}

    async def load(self) -> None:
        """Read what was set."""
        for (guild, _), note in (await read_notes(self._notes, SCHEDULE)).items():
            self._known[guild] = from_note(note)

    def of(self, guild: int) -> Schedule:
        """A server's schedule; one without a channel where there is none."""
        return self._known.get(guild, Schedule())

    def zone(self, guild: int) -> ZoneInfo:
        """The zone a server's hours are in; UTC where it chose none that is known."""
        try:
            return zone_of(self._settings.of(guild).zone)
        except Refusal:
            return zone_of(None)

    def next(self, guild: int) -> datetime | None:
        """When the next prompt comes; None where none does."""
        schedule = self.of(guild)
        return schedule.following(self._clock.now(), self.zone(guild)) if schedule.channel is not None else None

    def left(self, guild: int) -> tuple[int, int]:
        """How many prompts of the chosen subjects were not shown yet, and how many there are."""
        schedule = self.of(guild)
        pool = self._pool(schedule)
        return len([one for one in pool if one not in schedule.shown]), len(pool)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects there are prompts about."""
        found = {prompt.subject for prompt in self._prompts.values()}
        return tuple(subject for subject in SUBJECTS if subject in found)

    async def place(self, guild: int, channel: int | None) -> None:
        """Post prompts in a channel from the next hour on, or nowhere. Raises WriteFailed."""
        await self._settle(guild, replace(self.of(guild), channel=channel, refused=None, told=False))

    async def choose_days(self, guild: int, days: Collection[int]) -> None:
        """Set the weekdays. Raises WriteFailed."""
        chosen = tuple(day for day in DAYS if day in days)
        await self._settle(guild, replace(self.of(guild), days=chosen or self.of(guild).days))

    async def choose_hour(self, guild: int, hour: int) -> None:
        """Set the hour. Raises WriteFailed."""
        await self._settle(guild, replace(self.of(guild), hour=hour if hour in HOURS else self.of(guild).hour))

    async def choose_subjects(self, guild: int, subjects: Collection[str]) -> None:
        """Set what prompts are about; all for none. Raises WriteFailed."""
        await self._keep(guild, replace(self.of(guild), subjects=tuple(one for one in SUBJECTS if one in subjects)))

    def due(self) -> tuple[Due, ...]:
        """The servers whose hour has come, or came while nobody was there: one prompt each, however long that was."""
        now, found = self._clock.now(), []
        for guild, schedule in self._known.items():
            if schedule.channel is None:
                continue
            zone = self.zone(guild)
            day = schedule.latest(now, zone)
            if day > schedule.done and replace(schedule, done=day).following(now, zone) - now > APART:
                found.append(Due(guild, schedule.channel, day))
        return tuple(found)

    async def deal(self, due: Due) -> str | None:
        """Note, before anything is posted, that a day is dealt with; what comes, if anything does.

        Raises WriteFailed.
        """
        schedule = self.of(due.guild)
        if schedule.channel != due.channel:
            return None
        pool = self._pool(schedule)
        chosen, shown = next_prompt(pool, schedule.shown, f"{due.guild} {due.day}") if pool else (None, schedule.shown)
        await self._keep(due.guild, replace(schedule, done=due.day, shown=shown))
        return chosen

    async def undo(self, due: Due, before: Schedule) -> None:
        """A prompt could not be posted for now: it is due again, the same one. Raises WriteFailed."""
        schedule = self.of(due.guild)
        if schedule.done == due.day:
            await self._keep(due.guild, replace(schedule, done=before.done, shown=before.shown))

    async def refuse(self, due: Due) -> None:
        """Try no more: the bot may not write there. Raises WriteFailed."""
        schedule = self.of(due.guild)
        if schedule.channel == due.channel:
            await self._keep(due.guild, replace(schedule, channel=None, refused=due.channel, told=False))

    async def notice(self, guild: int) -> int | None:
        """The channel that refused prompts, for the first manager who looks; None afterwards. Raises WriteFailed."""
        schedule = self.of(guild)
        if schedule.refused is None or schedule.told:
            return None
        await self._keep(guild, replace(schedule, told=True))
        return schedule.refused

    def _pool(self, schedule: Schedule) -> list[str]:
        return [
            name for name, one in self._prompts.items() if not schedule.subjects or one.subject in schedule.subjects
        ]

    async def _settle(self, guild: int, schedule: Schedule) -> None:
        """Keep other hours: what would have been due by them already is not made up for."""
        latest = schedule.latest(self._clock.now(), self.zone(guild))
        await self._keep(guild, replace(schedule, done=max(schedule.done, latest)))

    async def _keep(self, guild: int, schedule: Schedule) -> None:
        # In memory first, so that a round and a manager at the same time see what the other did.
        before, self._known[guild] = self.of(guild), schedule
        try:
            await self._notes.put(guild, SCHEDULE.name, ScheduleNote(**asdict(schedule)).text())
        except WriteFailed:
            if self.of(guild) is schedule:
                self._known[guild] = before
            raise

    def forget(self, guild: int) -> None:
        """Drop what is in memory of a server."""
        self._known.pop(guild, None)
