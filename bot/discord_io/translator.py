"""The words of commands in every language, from the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from config.text.catalog import Catalog

_LANGUAGE_OF = {
    discord.Locale.french: "fr",
    discord.Locale.american_english: "en",
    discord.Locale.british_english: "en",
}


class CommandWords:
    """What commands, options and choices are called, by their keys in the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __call__(self, key: str) -> locale_str:
        """A text whose translations the translator finds by its key."""
        return locale_str(self._catalog.text("en", key), key=key)

    def describe(self, command: app_commands.Command[Any, ..., Any], key: str) -> None:
        """Give each of a command's options its words."""
        options = {option.name: self(f"{key}.{option.name}") for option in command.parameters}
        app_commands.describe(**options)(command)

    def choices(self, key: str, values: Sequence[str]) -> list[app_commands.Choice[str]]:
        """Values to choose from, each worded under the key."""
        return [app_commands.Choice(name=self(f"{key}.{value}"), value=value) for value in values]


class CatalogTranslator(app_commands.Translator):
    """Answers discord.py's questions from the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The text in a locale we speak other than the default, else None."""
        del context
        language = _LANGUAGE_OF.get(locale)
        key = string.extras.get("key")
        return self._catalog.text(language, key) if language not in (None, "en") and key else None
