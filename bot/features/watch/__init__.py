"""Counting what generator bots make."""

from bot.features.watch.decide import Rule, WatchService
from bot.features.watch.notes import DRAFT, RULE

__all__ = ["DRAFT", "RULE", "Rule", "WatchService"]
