"""A stand-in for this process, the smallest bot connected to it, and the whole one as a process of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from .process import Process, launched, settings
from .smallest import Client, connected
from .standin import Standin


@pytest.fixture
async def standin(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Standin]:
    async with Standin() as discord_here:
        monkeypatch.setattr(Route, "BASE", discord_here.url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord_here.gateway.url))
        yield discord_here


@pytest.fixture
async def client(standin: Standin) -> AsyncIterator[Client]:
    async with connected(standin, discord.Intents(guilds=True)) as running:
        yield running


@pytest.fixture
async def bot(standin: Standin, tmp_path: Path) -> AsyncIterator[Process]:
    async with launched(standin, env=settings(standin, tmp_path)) as process:
        await standin.wait_synced()
        await standin.wait_ready()
        yield process
