"""What a server chose for itself: its language, place and time zone."""

from bot.features.settings.decide import ServerSettings, SettingsService
from bot.features.settings.notes import LANGUAGE, PLACE, ZONE
from bot.features.settings.zones import today, zone_of

__all__ = ["LANGUAGE", "PLACE", "ZONE", "ServerSettings", "SettingsService", "today", "zone_of"]
