"""The bot at Discord: connected until it is told to stop, then stopped without dropping what was begun."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator

import aiohttp
import discord

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.discord_io.responses import Responses
from bot.start.program import Program, StartError
from config.settings import Settings

log = logging.getLogger(__name__)
# Five seconds in all: what is under way, then Discord's goodbye; the rest is the store's.
FINISH_S, GOODBYE_S, LOOK_EVERY_S = 3.0, 1.0, 0.02
# Collections of the middle-aged to one of everything; Python's own number is 10.
_FULL_AFTER = 50


async def connect(program: Program, settings: Settings, token: str, stop: asyncio.Event) -> None:
    """Answer people at Discord until `stop` is set. Raises StartError."""
    client = Wattson(program.io, program.features, Registration(settings.state_folder), watch=settings.wattson_watch)
    async with _watched(program, settings, client):
        _spare_pauses()
        running = asyncio.create_task(client.start(token))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            else:
                await finished(program.io)
        except discord.LoginFailure:
            raise StartError(
                "Discord refuses this token: copy it again from the developer portal into DISCORD_TOKEN."
            ) from None
        except discord.PrivilegedIntentsRequired:
            raise StartError(
                "Discord asks for privileged intents, which this bot does not use; check the application."
            ) from None
        except (discord.ConnectionClosed, discord.GatewayNotFound) as error:
            code = getattr(error, "code", "no gateway")
            raise StartError(f"Discord closed the connection for good ({code}): run `python -m bot doctor`.") from None
        except (aiohttp.ClientError, OSError) as error:
            raise StartError(
                f"Discord cannot be reached ({type(error).__name__}): check the network and try again."
            ) from None
        except discord.HTTPException as error:
            raise StartError(
                f"Discord answers {error.status} {error.response.reason}: try again in a minute."
            ) from None
        finally:
            stopping.cancel()
            await _closed(client, running)


def _spare_pauses() -> None:
    """Keep the garbage collector from making answers wait: up to 40 ms each time, with all the bot has loaded.

    What is loaded by now stays, so it need not be looked through again; the rest is, in full, five times more rarely.
    """
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _FULL_AFTER)


async def finished(io: Responses) -> None:
    """Let nobody in any more, and wait for what is under way: whoever was acknowledged gets the answer."""
    io.close()
    loop = asyncio.get_running_loop()
    until = loop.time() + FINISH_S
    while io.under_way and loop.time() < until:  # noqa: ASYNC110 - only while it stops
        await asyncio.sleep(LOOK_EVERY_S)
    if io.under_way:
        log.warning("%d answers were not finished in time.", io.under_way)


async def _closed(client: Wattson, running: asyncio.Task[None]) -> None:
    try:
        # A connection that is dead without knowing it may be waited for.
        await asyncio.wait_for(client.close(), GOODBYE_S)
    except TimeoutError:
        log.warning("Discord did not say goodbye in time.")
        running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def connected(client: discord.Client) -> bool:
    """Whether events arrive: the gateway is open and knows the session."""
    # There is none before the login, whatever the annotation says.
    gateway: discord.gateway.DiscordWebSocket | None = client.ws
    return gateway is not None and gateway.open and gateway.session_id is not None


@contextlib.asynccontextmanager
async def _watched(program: Program, settings: Settings, client: Wattson) -> AsyncIterator[None]:
    """Health and metrics, where they are wanted. Raises StartError."""
    if settings.http is None:
        yield
        return
    # Imported here: aiohttp's server loads for 0.2 s, and most bots serve no page.
    from bot.start.web import served

    async with contextlib.AsyncExitStack() as stack:
        try:
            at = await stack.enter_async_context(served(settings.http, program, lambda: connected(client)))
        except OSError as error:
            raise StartError(
                f"WATTSON_HTTP: {settings.wattson_http} cannot be used ({error.strerror}); choose another port."
            ) from None
        log.info("Health and metrics are at %s/healthz and %s/metrics.", at, at)
        yield
