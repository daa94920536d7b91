"""What Discord wraps around a gesture before it sends it to the bot: who, where, in which language."""

from __future__ import annotations

from .gestures import Gesture
from .world import APPLICATION, DIRECT, ELSEWHERE, EVERYDAY, GENERAL, GUILD, Json, Person


def envelope(
    gesture: Gesture,
    *,
    id: str,
    token: str,
    user: Person,
    permissions: int,
    locale: str,
    guild_locale: str,
    guild: bool,
    away: bool = False,
) -> Json:
    """The data of one INTERACTION_CREATE event; `away` is in a server that only the person brought the bot to."""
    channel = GENERAL.json() if guild else DIRECT.json(user)
    sent: Json = {
        "id": id,
        "application_id": APPLICATION,
        "type": gesture.type,
        "data": gesture.data,
        "token": token,
        "version": 1,
        "channel": channel,
        "channel_id": channel["id"],
        "app_permissions": str(EVERYDAY),
        "locale": locale,
        "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    if gesture.message is not None:
        sent["message"] = gesture.message
    if not guild:
        # A direct message reaches a bot that the person installed for themselves.
        owners = {"1": user.id}
        return sent | {"user": user.user(), "context": 1, "authorizing_integration_owners": owners}
    server = ELSEWHERE if away else GUILD
    return sent | {
        "guild_id": server,
        "guild": {"id": server, "locale": guild_locale, "features": []},
        "guild_locale": guild_locale,
        "member": user.member(permissions),
        "context": 0,
        "authorizing_integration_owners": {"1": user.id} if away else {"0": GUILD},
    }
