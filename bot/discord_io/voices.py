"""Which voice a reply has: the server's in public, the person's in private."""

from __future__ import annotations

from collections.abc import Callable

import discord

from config.text.catalog import LANGUAGES, Catalog
from config.text.voice import Voice

# Discord gives this to every server whose owner never chose a language.
_UNCHOSEN = "en-US"


class Voices:
    """Picks among the languages we speak.

    `default` is the operator's, for a server that chose none; `chosen` says what a server's managers set here.
    """

    def __init__(self, catalog: Catalog, default: str, chosen: Callable[[int | None], str | None]) -> None:
        self.catalog = catalog
        self._by_language = {language: Voice(catalog, language) for language in LANGUAGES}
        self._default = default
        self._chosen = chosen

    def of(self, language: str) -> Voice:
        """The voice of a language; the operator's where we do not speak it."""
        return self._by_language.get(language) or self._by_language[self._default]

    def person(self, locale: str) -> Voice:
        """The voice of a private reply, from the person's Discord locale."""
        return self.of(locale.split("-", maxsplit=1)[0])

    def replying(self, interaction: discord.Interaction, *, private: bool) -> Voice:
        """The voice of the answer to an interaction; outside a server it is the person's."""
        guild = interaction.guild_id
        if private or guild is None or interaction.guild_locale is None:
            return self.person(interaction.locale.value)
        community = interaction.guild is not None and "COMMUNITY" in interaction.guild.features
        return self.server(guild, interaction.guild_locale.value, community=community)

    def speaking_in(self, guild: discord.Guild) -> Voice:
        """The voice of what is said in a server without an interaction."""
        return self.server(guild.id, guild.preferred_locale.value, community="COMMUNITY" in guild.features)

    def server(self, guild: int, locale: str, *, community: bool) -> Voice:
        """The voice of a server: as set here, else its Discord locale, which only `community` servers choose."""
        if (chosen := self._chosen(guild)) is not None:
            return self.of(chosen)
        return self.of(self._default) if locale == _UNCHOSEN and not community else self.person(locale)
