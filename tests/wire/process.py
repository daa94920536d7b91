"""The bot as a process of its own, sent to the stand-in: started, read, stopped."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from .standin import Standin

CHECKOUT = Path(__file__).parents[2]


class Process:
    """A running bot, and what it has said so far."""

    def __init__(self, process: asyncio.subprocess.Process, started_at: float) -> None:
        self.started_at = started_at
        self.lines: list[str] = []
        self._process = process
        self._reading = asyncio.create_task(self._read())

    @property
    def pid(self) -> int:
        return self._process.pid

    def signal(self, number: int) -> None:
        """Send it a signal, and go on."""
        self._process.send_signal(number)

    async def ended(self, timeout: float = 60.0) -> int:
        """The exit status, once the bot has stopped by itself."""
        status = await asyncio.wait_for(self._process.wait(), timeout)
        await self._reading
        return status

    async def stop(self, timeout: float = 60.0) -> int:
        """Ask it to stop, as a container would; kill it when it does not."""
        if self._process.returncode is None:
            self._process.terminate()
        try:
            return await self.ended(timeout)
        except TimeoutError:
            self._process.kill()
            return await self.ended()

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self.lines.append(line.decode(errors="replace").rstrip("\n"))


@asynccontextmanager
async def launched(
    standin: Standin,
    *arguments: str,
    env: Mapping[str, str],
    cwd: Path = CHECKOUT,
    module: str = "tests.wire.launch",
) -> AsyncIterator[Process]:
    """The bot from the checkout, with only the settings in `env`; stopped at the end. Another `module`, another bot."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    started_at = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        str(standin.port),
        *arguments,
        cwd=cwd,
        env=inherited | {"PYTHONPATH": str(CHECKOUT)} | dict(env),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    bot = Process(process, started_at)
    try:
        yield bot
    finally:
        await bot.stop()


def settings(standin: Standin, folder: Path, **more: str) -> dict[str, str]:
    """What it is started with: the stand-in's token, and a database in the folder."""
    return {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db", **more}
