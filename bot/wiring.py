"""The composition root: builds all that is not Discord."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from bot.services.cost import CostService
from bot.services.language import Languages
from bot.services.parts import Parts
from config.catalog import load_catalog
from config.settings import Settings, SettingsError
from energy import Refusal, load_book, load_opinions


def build(settings: Settings) -> Parts:
    """The parts the settings ask for. Raises BookError, CatalogError or SettingsError, each one helpful sentence."""
    book = load_book()
    try:
        place = book.place_id(settings.wattson_place)
    except Refusal as refusal:
        raise SettingsError(f"WATTSON_PLACE: {refusal}") from None
    return Parts(
        load_catalog(), Languages(settings.wattson_language), CostService(book, place, load_opinions()), _version()
    )


def _version() -> str:
    try:
        return version("wattson")
    except PackageNotFoundError:
        return "unpackaged"
