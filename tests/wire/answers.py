"""What the bot made of one interaction: its first answer, the edits and the follow-ups."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from .gestures import Gesture
from .messages import EPHEMERAL, LOADING, Files, parts
from .world import Channel, Json

# Discord forgets an interaction that nobody acknowledged for so long.
DEADLINE_S = 3.0


@dataclass(slots=True)
class Answer:
    """The answer to one interaction, growing while the bot works on it."""

    id: str
    token: str
    channel: Channel
    gesture: Gesture
    sent_at: float = field(default_factory=time.monotonic)
    type: int = 0
    data: Json = field(default_factory=dict)
    files: Files = field(default_factory=dict)
    elapsed_s: float = 0.0
    # The message as it stands now; None for an autocomplete, a form, or once deleted.
    message: Json | None = None
    edits: list[Json] = field(default_factory=list)
    followups: list[Json] = field(default_factory=list)
    # Every callback that arrived, and Discord's error codes for those it refused (10062 late, 40060 twice).
    attempts: int = 0
    refusals: list[int] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def deferred(self) -> bool:
        return self.type in (5, 6)

    @property
    def flags(self) -> int:
        """The flags of the first answer, as the bot sent them."""
        return int(self.data.get("flags") or 0)

    @property
    def ephemeral(self) -> bool:
        return bool((self.message["flags"] if self.message else self.flags) & EPHEMERAL)

    @property
    def text(self) -> str:
        """All the words of the message as it stands now: content, embeds, text displays."""
        return words(self.message) if self.message else ""

    @property
    def custom_ids(self) -> list[str]:
        components = self.message["components"] if self.message else self.data.get("components", ())
        return [part["custom_id"] for part in parts(components) if "custom_id" in part]

    @property
    def choices(self) -> list[Json]:
        """The suggestions of an autocomplete."""
        return list(self.data.get("choices", ()))

    @property
    def expired(self) -> bool:
        return self.type == 0 and time.monotonic() - self.sent_at > DEADLINE_S

    async def attempted(self, attempts: int, timeout: float) -> None:
        """Until the bot has called back so many times, accepted or refused."""
        await self._until(lambda: self.attempts >= attempts, timeout, "answer")

    async def settled(self, timeout: float = 30.0) -> Answer:
        """Until a deferred answer has been filled in; at once for any other."""
        await self._until(self._is_settled, timeout, "end of the deferral")
        return self

    async def followed(self, count: int = 1, timeout: float = 30.0) -> Json:
        """The `count`-th follow-up, once there."""
        await self._until(lambda: len(self.followups) >= count, timeout, f"follow-up {count}")
        return self.followups[count - 1]

    async def edited(self, count: int = 1, timeout: float = 30.0) -> Json:
        """What the `count`-th edit asked for, once there."""
        await self._until(lambda: len(self.edits) >= count, timeout, f"edit {count}")
        return self.edits[count - 1]

    def changed(self) -> None:
        self._changed.set()

    def _is_settled(self) -> bool:
        if self.type == 6:
            return bool(self.edits or self.followups)
        return self.type != 5 or not self.message or not self.message["flags"] & LOADING

    async def _until(self, done: Callable[[], bool], timeout: float, what: str) -> None:
        try:
            async with asyncio.timeout(timeout):
                while not done():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise TimeoutError(f"no {what} within {timeout:g} s (callbacks refused: {self.refusals})") from None


def words(message: Json) -> str:
    """All the words a message shows, one piece a line."""
    found = [message["content"]]
    for embed in message["embeds"]:
        found += [embed.get("title"), embed.get("description")]
        found += [text for one in embed.get("fields", ()) for text in (one["name"], one["value"])]
    found += [part.get("content") for part in parts(message["components"])]
    return "\n".join(text for text in found if text)
