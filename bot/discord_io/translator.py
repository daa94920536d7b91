"""Command descriptions in every language, from the catalog."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str

from config.text.catalog import Catalog

_LANGUAGE_OF = {
    discord.Locale.french: "fr",
    discord.Locale.american_english: "en",
    discord.Locale.british_english: "en",
}


def worded(catalog: Catalog, key: str) -> locale_str:
    """A description whose translations the translator finds by its key."""
    return locale_str(catalog.text("en", key), key=key)


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
