"""How much is under way at once: beyond it people hear "busy" at once instead of waiting for an answer too late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from energy import Refusal


class LoadLimiter:
    """Counts the answers under way; `most` of them are about what one core gives within Discord's three seconds."""

    def __init__(self, most: int = 500) -> None:
        self._most = most
        self._closed = False
        self.inside = 0

    def close(self) -> None:
        """Let nobody in any more: the bot is being stopped."""
        self._closed = True

    def check(self) -> None:
        """Raises Refusal where no more should come in."""
        if self._closed:
            raise Refusal("stopping", "The bot is being stopped: try again in a minute.")
        if self.inside >= self._most:
            raise Refusal("busy", "Too many questions at once: try again in a moment.")

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Be under way."""
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
