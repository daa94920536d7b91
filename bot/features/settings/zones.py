"""Time zones: which one a server counts its days in, and the day it is there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from energy import Refusal


def zone_of(name: str | None) -> ZoneInfo:
    """A time zone by its IANA name, such as Europe/Paris; UTC for None. Raises Refusal for an unknown one."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refusal(
            "zone.unknown", f"{(name or '')[:40]!r} is no time zone I know.", read=(name or "")[:40]
        ) from None


def today(now: datetime, zone: str | None) -> date:
    """The day it is in a zone; one that is no longer known counts as UTC."""
    try:
        return now.astimezone(zone_of(zone)).date()
    except Refusal:
        return now.date()
