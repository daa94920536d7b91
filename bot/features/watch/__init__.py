"""Counting what generator bots make."""

from bot.features.watch.decide import Rule, WatchService

__all__ = ["Rule", "WatchService"]
