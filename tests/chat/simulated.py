"""Discord as tests see it: people who type, press and read. Only this file and the playground know SimCord."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
import simcord

from bot.playground import locales

BUTTON, TEXT = 2, 10


def every_part(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in components:
        yield part
        yield from every_part(part.get("components", []))


@dataclass
class Seen:
    """What one person sees after one action."""

    who: str
    message: Any

    @property
    def parts(self) -> list[dict[str, Any]]:
        return list(every_part(self.message.components)) if self.message else []

    @property
    def text(self) -> str:
        """Every text shown, no-break spaces as plain ones."""
        shown = "\n".join(part["content"] for part in self.parts if part["type"] == TEXT)
        return shown.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")

    @property
    def private(self) -> bool:
        return bool(self.message and self.message.ephemeral)

    @property
    def buttons(self) -> list[str]:
        return [part["label"] for part in self.parts if part["type"] == BUTTON]

    @property
    def custom_ids(self) -> list[str]:
        return [part["custom_id"] for part in self.parts if part["type"] == BUTTON]


class Chat:
    """A server with an admin and a member, and the real bot in it."""

    def __init__(self, make_bot: Callable[[], discord.Client]) -> None:
        self._make_bot = make_bot
        self._hook = contextlib.ExitStack()
        self.locales: dict[str, str] = {}
        self.server_locale = "en-US"
        self.people: dict[str, Any] = {}

    async def open(self) -> None:
        self._hook.enter_context(locales(self._locales_of))
        self.env = simcord.Env(self._make_bot())
        await self.env.start()
        guild = self.env.create_guild("Workshop")
        role = guild.create_role("Manager", permissions=discord.Permissions(manage_guild=True))
        self.channel = guild.create_text_channel("general")
        self.people["admin"] = guild.add_member(self.env.create_user("admin"), roles=[role])
        self.people["member"] = guild.add_member(self.env.create_user("member"))
        await self.env.settle()

    async def close(self) -> None:
        unseen = self.env.errors
        try:
            await self.env.shutdown()
        finally:
            self._hook.close()
        assert not unseen, unseen

    async def slash(self, command: str, /, *, as_: str = "member", **options: Any) -> Seen:
        result = await self.people[as_].slash(self.channel, command, **options)
        return Seen(as_, result.response)

    async def press(self, seen: Seen, label: str, *, as_: str | None = None) -> Seen:
        who = as_ or seen.who
        return Seen(who, (await self.people[who].click(seen.message, label=label)).response)

    async def typed(self, command: str, option: str, text: str, /, *, as_: str = "member") -> list[dict[str, Any]]:
        choices = await self.people[as_].autocomplete(self.channel, command, option, text)
        return list(choices)

    def rename_buttons(self, seen: Seen, old: str, new: str) -> None:
        """Turn a sent message into one of another version."""
        stored = self.env.backend.get_message(seen.message.channel_id, seen.message.id)
        for part in every_part(stored.components):
            if "custom_id" in part:
                part["custom_id"] = part["custom_id"].replace(old, new)

    async def restart(self) -> None:
        await self.env.restart_bot(self._make_bot())

    def _locales_of(self, user_id: int) -> tuple[str, str]:
        who = next((name for name, person in self.people.items() if person.id == user_id), "")
        return self.locales.get(who, "en-US"), self.server_locale
