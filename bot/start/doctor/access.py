"""The way to Discord: the token, and what Discord says of the application where it can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import discord
from discord.http import Route

from bot.discord_io.client import intents
from bot.start.doctor.finding import Finding, fail, ok, warn
from bot.start.invite import application_of
from config.settings import Settings, SettingsError

PATIENCE_S = 5.0
# Past this, Discord's three seconds and the days of a tally are not what this machine takes them for.
SLOW_S, WRONG_S = 5.0, 120.0
_PORTAL = "https://discord.com/developers/applications"
_GATES = {1 << 12: "presences", 1 << 13: "presences", 1 << 14: "members", 1 << 15: "members"} | {
    1 << 18: "message content",
    1 << 19: "message content",
}


async def access(settings: Settings) -> list[Finding]:
    """The token as it stands here, the intents asked for, then Discord's own word."""
    wanted = intents(watch=settings.wattson_watch)
    names = ", ".join(name for name, on in wanted if on)
    found = [ok("intents", f"asks for {names}; none is privileged, so nothing is to be switched on")]
    try:
        token = settings.token
    except SettingsError as error:
        return [fail("token", str(error).rstrip("."), "write the token into that file, readable by the bot"), *found]
    if token is None:
        todo = f"set DISCORD_TOKEN or DISCORD_TOKEN_FILE to the token from {_PORTAL}"
        return [warn("token", "there is none: the bot starts as a playground in the browser", todo), *found]
    if trouble := malformed(token):
        again = f"copy it again from {_PORTAL}, page Bot, Reset Token"
        return [fail("token", trouble, again), *found]
    application = application_of(token)
    return [ok("token", f"well formed, of application {application}"), *found, *await _asked(token, application)]


def malformed(token: str) -> str:
    """What is wrong with a token's form, without a letter of it; nothing where it could be one."""
    if token.lower().startswith("bot "):
        return 'it begins with "Bot ", which is no part of it'
    if token[0] in "\"'" or token[-1] in "\"'":
        return "it stands in quotation marks, which are no part of it"
    if any(letter.isspace() for letter in token):
        return "there is a space or a line break in it"
    if token.count(".") != 2:
        return "it does not have three parts with dots between: it may be the client secret, or cut off"
    if application_of(token) is None:
        return "its first part is not an application's id"
    return ""


async def _asked(token: str, application: int | None) -> list[Finding]:
    """What Discord says, within five seconds, or that it could not be asked."""
    headers = {"Authorization": f"Bot {token}", "User-Agent": f"DiscordBot (wattson doctor, {discord.__version__})"}
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_S)) as session,
            session.get(f"{Route.BASE}/applications/@me", headers=headers, allow_redirects=False) as answer,
        ):
            said = await answer.json() if answer.status == 200 else {}
    except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as trouble:
        reason = f"it did not answer within {PATIENCE_S:g} s" if isinstance(trouble, TimeoutError) else "no connection"
        todo = "run this again where https://discord.com can be reached; offline, flags and token are not checked there"
        return [warn("application", f"Discord could not be asked ({reason})", todo)]
    if answer.status == 401:
        return [
            fail("application", "Discord refuses this token", f"reset it at {_PORTAL}, page Bot, and copy it again")
        ]
    if answer.status != 200:
        return [warn("application", f"Discord answered {answer.status}", "run this again in a minute")]
    return [*_application(said, application), *_clock(answer.headers.get("Date"))]


def _application(said: Mapping[str, Any], application: int | None) -> list[Finding]:
    page = f"{_PORTAL}/{said.get('id')}"
    found: list[Finding] = []
    if str(application) != said.get("id"):
        todo = f"python -m bot invite --application {said.get('id')}"
        found.append(
            warn("application", f"the token is of application {said.get('id')}: an old one", f"invite by {todo}")
        )
    if said.get("interactions_endpoint_url"):
        todo = f"empty Interactions Endpoint URL at {page}/information"
        found.append(fail("application", "commands are sent to a web address and never reach the bot", todo))
    if said.get("bot_require_code_grant"):
        todo = f"switch off Requires OAuth2 Code Grant at {page}/bot"
        found.append(fail("application", "the invite link is refused, as it asks for a code grant", todo))
    if not said.get("bot_public", True):
        todo = f"switch on Public Bot at {page}/bot, should others invite it"
        found.append(ok("application", "only its owner can invite it", todo))
    kinds = said.get("integration_types_config")
    if kinds is not None and "1" not in kinds:
        todo = f"tick User Install at {page}/installation, should people use it in direct messages and anywhere"
        found.append(warn("application", "people cannot install it for themselves", todo))
    if surplus := sorted({name for bit, name in _GATES.items() if int(said.get("flags") or 0) & bit}):
        todo = f"switch them off at {page}/bot"
        found.append(warn("application", f"it may see {', '.join(surplus)}, which it has no use for", todo))
    return found or [ok("application", "Discord knows it, and its switches are as they should be")]


def _clock(date: str | None) -> list[Finding]:
    try:
        apart_s = abs((datetime.now(UTC) - parsedate_to_datetime(date or "")).total_seconds())
    except (ValueError, TypeError):
        return []
    said, todo = f"{apart_s:.0f} s from Discord's", "switch on time synchronisation (timedatectl set-ntp true)"
    if apart_s > WRONG_S:
        return [fail("clock", said, todo)]
    return [warn("clock", said, todo) if apart_s > SLOW_S else ok("clock", said)]
