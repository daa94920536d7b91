"""What a command needs of the rest of the bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.services.cost import CostService
from bot.services.language import Languages
from config.catalog import Catalog


class StartError(Exception):
    """A start that cannot succeed: one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The services and texts, built once by the composition root."""

    catalog: Catalog
    languages: Languages
    cost: CostService
    version: str
