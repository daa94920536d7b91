"""Charts go in, pictures come out, drawn by one process beside the bot.

Matplotlib would hold up the event loop, its import alone lasts seconds on a small machine, and it holds a hundred
megabytes; so it lives in a process that the first picture starts and that ends when no picture has been drawn for ten
minutes.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.cards.charts.chart import Chart
from bot.cards.charts.drawing_process import WORKER, DrawingProcess, PictureError
from bot.cards.charts.kept_pictures import KeptPictures

__all__ = ["ChartProcess", "PictureError"]


class ChartProcess:
    """Draws charts, one at a time; keeps the last pictures."""

    def __init__(
        self,
        *,
        limit_s: float = 10.0,
        idle_s: float = 600.0,
        waiting: int = 8,
        kept: int = 64,
        kept_bytes: int = 4 * 1024 * 1024,
        worker: str = WORKER,
    ) -> None:
        self._limit_s, self._idle_s, self._waiting = limit_s, idle_s, waiting
        self._kept = KeptPictures(kept, kept_bytes)
        self._drawing: dict[Chart, asyncio.Task[bytes]] = {}
        self._process = DrawingProcess(worker, limit_s)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="charts")
        self._idle: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The number of the drawing process, if one is running."""
        return self._process.pid

    async def draw(self, chart: Chart) -> bytes:
        """The picture of a chart, as a PNG. A `PictureError` says that there is none in time."""
        if (picture := self._kept.get(chart)) is not None:
            return picture
        task = self._drawing.get(chart)
        if task is None:
            if len(self._drawing) >= self._waiting:
                raise PictureError(f"{self._waiting} pictures are being drawn already")
            task = self._drawing[chart] = asyncio.create_task(self._drawn(chart))
            task.add_done_callback(_looked_at)
        try:
            # Shielded: others may wait for the same picture, and the next one who asks finds it drawn.
            return await asyncio.wait_for(asyncio.shield(task), self._limit_s)
        except TimeoutError:
            raise PictureError(f"no picture within {self._limit_s:g} s") from None

    def close(self) -> None:
        """End the drawing process at once, for good; people who still wait get a `PictureError`."""
        self._wake()
        self._process.kill()
        self._thread.shutdown()
        self._process.stop()

    async def _drawn(self, chart: Chart) -> bytes:
        self._wake()
        try:
            if self._process.closed:
                raise PictureError("the drawing process is closed")
            picture = await asyncio.get_running_loop().run_in_executor(self._thread, self._process.ask, chart)
            self._kept.put(chart, picture)
            return picture
        finally:
            del self._drawing[chart]
            if not (self._drawing or self._process.closed):
                self._idle = asyncio.get_running_loop().call_later(self._idle_s, self._rest)

    def _wake(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        # In the thread that asks: a chart that arrives meanwhile waits for the end, and starts another process.
        self._thread.submit(self._process.stop)


def _looked_at(task: asyncio.Task[bytes]) -> None:
    """Without this, asyncio complains of a failure that nobody waited for any more."""
    if not task.cancelled():
        task.exception()
