"""The one small server the stand-in pretends to be: its ids, people and places, as Discord writes them."""

from __future__ import annotations

import base64
import itertools
import time
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

APPLICATION = "1000000000000000001"
GUILD = "1000000000000000002"
# A server the bot is no member of.
ELSEWHERE = "1000000000000000003"
# Shaped like a real token (id, time, signature) but computed, so that secret scanners find nothing to report.
TOKEN = ".".join((base64.b64encode(APPLICATION.encode()).decode(), "GStand", "in-on-the-loopback-only-never-real0000"))

MANAGE_GUILD = 1 << 5
# View, send, embed, attach, read history, use commands: what an ordinary member may do.
EVERYDAY = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31

_EPOCH_MS = 1_420_070_400_000
_count = itertools.count()


def snowflake() -> str:
    """A fresh id carrying the present time, which bots read back as the moment of creation."""
    return str(time.time_ns() // 1_000_000 - _EPOCH_MS << 22 | next(_count) % 4096)


@dataclass(frozen=True, slots=True)
class Person:
    """A Discord account."""

    id: str
    name: str
    bot: bool = False

    def user(self) -> Json:
        return {
            "id": self.id,
            "username": self.name,
            "global_name": None if self.bot else self.name.title(),
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }

    def member(self, permissions: int = EVERYDAY) -> Json:
        return {
            "user": self.user(),
            "roles": [],
            "joined_at": "2024-01-01T00:00:00+00:00",
            "nick": None,
            "avatar": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "permissions": str(permissions),
        }


@dataclass(frozen=True, slots=True)
class Channel:
    """A text channel of the server, or (type 1) a direct conversation."""

    id: str
    name: str
    type: int = 0

    def json(self, recipient: Person | None = None) -> Json:
        here: Json = {"id": self.id, "type": self.type, "flags": 0, "last_message_id": None}
        if self.type == 1:
            return here | {"recipients": [recipient.user()] if recipient else []}
        return here | {
            "name": self.name,
            "guild_id": GUILD,
            "position": 0,
            "parent_id": None,
            "topic": None,
            "nsfw": False,
            "rate_limit_per_user": 0,
            "permission_overwrites": [],
            "permissions": str(EVERYDAY),
        }


BOT = Person(APPLICATION, "the-bot", bot=True)
OWNER = Person("1000000000000000100", "owner")
ALICE = Person("1000000000000000101", "alice")
BRUNO = Person("1000000000000000102", "bruno")
GENERAL = Channel("1000000000000000200", "general")
DIRECT = Channel("1000000000000000201", "", type=1)


def application() -> Json:
    return {
        "id": APPLICATION,
        "name": "the-bot",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": OWNER.user(),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "bot": BOT.user(),
    }


def guild(locale: str = "en-US") -> Json:
    everyone = {"id": GUILD, "name": "@everyone", "permissions": str(EVERYDAY), "position": 0, "color": 0}
    return {
        "id": GUILD,
        "name": "Loopback",
        "owner_id": OWNER.id,
        "preferred_locale": locale,
        "features": [],
        "roles": [everyone | {"hoist": False, "managed": False, "mentionable": False, "flags": 0}],
        "channels": [GENERAL.json()],
        "members": [BOT.member()],
        "member_count": 4,
        "large": False,
        "unavailable": False,
        "emojis": [],
        "stickers": [],
        "threads": [],
        "voice_states": [],
        "presences": [],
    }
