"""`python -m bot invite`: the link that brings the bot into a server, with the scopes and permissions it needs."""

from __future__ import annotations

import base64
import binascii
import re

import discord

from bot.discord_io.permissions import needed
from bot.start.program import StartError

SCOPES = ("bot", "applications.commands")
_SNOWFLAKE = re.compile(r"\d{15,20}")


def invite(token: str | None, application: int | None = None) -> str:
    """The link, for the application named or the one the token is of. Raises StartError."""
    known = application or (application_of(token) if token else None)
    if known is None:
        raise StartError(
            "Whose link? Set DISCORD_TOKEN, or give --application with the Application ID of the developer portal."
        )
    return discord.utils.oauth_url(known, permissions=needed(), scopes=SCOPES)


def application_of(token: str) -> int | None:
    """The application a token is of: its first part is the id in base64. None where it is no such token."""
    first = token.split(".", maxsplit=1)[0]
    try:
        text = base64.b64decode(first + "=" * (-len(first) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return int(text) if _SNOWFLAKE.fullmatch(text) else None
