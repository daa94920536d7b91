"""What a server chose for itself: its language, place and time zone; read at the start, then answered from memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.features.settings.notes import LANGUAGE, PLACE, ZONE, LanguageNote, PlaceNote, ZoneNote
from bot.features.settings.zones import zone_of
from bot.store import Notes, read_notes
from energy import FactorBook


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """A server's own settings; None where it left the choice to us."""

    language: str | None = None
    place: str | None = None
    zone: str | None = None


class SettingsService:
    """The settings of every server that made any."""

    def __init__(self, notes: Notes, book: FactorBook) -> None:
        self._notes = notes
        self._book = book
        self._known: dict[int, ServerSettings] = {}
        # Told the server's id after every choice.
        self.on_change: Callable[[int], None] = lambda _: None

    async def load(self) -> None:
        """Read what was chosen before; a place that is no longer in the book counts as not chosen."""
        for (guild, _), language in (await read_notes(self._notes, LANGUAGE)).items():
            self._known[guild] = replace(self.of(guild), language=language.value)
        for (guild, _), place in (await read_notes(self._notes, PLACE)).items():
            if place.value in self._book.places:
                self._known[guild] = replace(self.of(guild), place=place.value)
        for (guild, _), zone in (await read_notes(self._notes, ZONE)).items():
            self._known[guild] = replace(self.of(guild), zone=zone.value)

    def of(self, guild: int | None) -> ServerSettings:
        """A server's settings; everything None outside servers."""
        return self._known.get(guild, ServerSettings()) if guild is not None else ServerSettings()

    def place_of(self, guild: int | None) -> str | None:
        """The id of the place a server chose."""
        return self.of(guild).place

    def language_of(self, guild: int | None) -> str | None:
        """The language a server's managers chose."""
        return self.of(guild).language

    async def choose_language(self, guild: int, language: str | None) -> None:
        """Set a server's language, or leave it to Discord's own setting. Raises WriteFailed."""
        await self._notes.put(guild, LANGUAGE.name, LanguageNote(value=language).text() if language else None)
        self._choose(guild, replace(self.of(guild), language=language))

    async def choose_place(self, guild: int, typed: str | None) -> None:
        """Set the place a server's answers are estimated for, by id or name.

        Raises Refusal for an unknown one, WriteFailed.
        """
        place = self._book.place_id(typed) if typed else None
        await self._notes.put(guild, PLACE.name, PlaceNote(value=place).text() if place else None)
        self._choose(guild, replace(self.of(guild), place=place))

    async def choose_zone(self, guild: int, typed: str | None) -> None:
        """Set the time zone a server's days are counted in. Raises Refusal for an unknown one, WriteFailed."""
        zone = zone_of(typed.strip()).key if typed else None
        await self._notes.put(guild, ZONE.name, ZoneNote(value=zone).text() if zone else None)
        self._choose(guild, replace(self.of(guild), zone=zone))

    def _choose(self, guild: int, setup: ServerSettings) -> None:
        self._known[guild] = setup
        self.on_change(guild)

    def forget(self, guild: int) -> None:
        """Drop what is in memory of a server that left."""
        self._known.pop(guild, None)
