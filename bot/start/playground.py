"""The playground: the very same client inside SimCord's local browser page. No token, no account, no network."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import discord
import simcord
from simcord import interactions
from simcord._clock import Clock

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.demo import fill
from bot.start.demo_lesson import teach
from bot.start.program import Program, StartError
from config.settings import Settings

HOST = "127.0.0.1"
_LOCALES = {"en": "en-US", "fr": "fr"}


async def play(program: Program, settings: Settings, stop: asyncio.Event, *, demo: bool = False) -> None:
    """Open the page, print its address, serve it until `stop` is set or the page ends it. Raises StartError.

    `demo`: with a month of a made-up community in it, and a lesson it had.
    """
    port = settings.wattson_playground_port
    if port and _taken(port):
        raise StartError(f"Port {port} is already in use: choose another with --port, or none for any free one.")
    bot = Wattson(program.io, program.features, Registration())
    running = simcord.run(bot, check_errors=False)
    _make_present(running)
    async with running as env:
        server_locale = _LOCALES[settings.wattson_language]
        guild = env.create_guild("Wattson playground", preferred_locale=server_locale)
        manager = guild.create_role("Manager", permissions=discord.Permissions(manage_guild=True))
        channel = guild.create_text_channel("playground", topic="/cost video")
        names = ("Alice (admin)", "Bob") if settings.wattson_language == "en" else ("Alice (admin)", "Benoît")
        admin = guild.add_member(env.create_user("alice", global_name=names[0]), roles=[manager])
        member = guild.add_member(env.create_user("member", global_name=names[1]))
        if demo:
            await fill(program, guild.id, channel.id, (admin.id, member.id))
            await bot.jobs.walk()
            await teach(bot, program, channel.id, settings.wattson_language, admin.id)
        with locales(lambda _: (server_locale, server_locale)):
            async with env.preview(channel, viewers=[admin, member], layout="channel", port=port) as page:
                _announce(page.url)
                waits = [asyncio.ensure_future(stop.wait()), asyncio.ensure_future(page.wait_closed())]
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                for wait in waits:
                    wait.cancel()


def _announce(url: str) -> None:
    print(f"Wattson's playground is open at {url}\nType /cost video there. Ctrl-C ends it.", flush=True)
    # Elsewhere `webbrowser` would start a text browser inside this terminal.
    if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(url)


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _make_present(running: Any) -> None:
    """Give the simulated Discord today's date and the bot its name (SimCord 3.2.1 has no public way)."""

    class Present(Clock):
        def now(self) -> datetime:
            return datetime.now(UTC)

    backend = running._env.backend
    backend.clock = Present()
    backend.bot_user.name = "Wattson"


@contextlib.contextmanager
def locales(choose: Callable[[int], tuple[str, str]]) -> Iterator[None]:
    """Let people and server speak: `choose` gives both locales for a user's id.

    SimCord 3.2.1 says en-US whoever speaks and whatever the server's setting.
    """
    original = interactions.base_payload

    def base_payload(backend: Any, **given: Any) -> Any:
        record, payload = original(backend, **given)
        payload["locale"], server = choose(given["user_id"])
        if "guild_locale" in payload:
            payload["guild_locale"] = server
        return record, payload

    interactions.base_payload = base_payload
    try:
        yield
    finally:
        interactions.base_payload = original
