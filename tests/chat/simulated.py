"""Discord as tests see it: people who type, press and read. Only this file and the playground know SimCord."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord.backend.models.channel import Overwrite
from simcord.enums import OverwriteType
from simcord.results import ResponseMessage

from bot.start.playground import locales

BUTTON, SELECT, CHANNELS, TEXT, GALLERY = 2, 3, 8, 10, 12


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
        return [part["custom_id"] for part in self.parts if part["type"] in (BUTTON, SELECT)]

    @property
    def lists(self) -> dict[str, list[str]]:
        """Every list by its placeholder, with what can be chosen."""
        return {
            part["placeholder"]: [option["label"] for option in part["options"]]
            for part in self.parts
            if part["type"] == SELECT
        }

    @property
    def pictures(self) -> list[str]:
        """The alt text of every picture."""
        return [item["description"] for part in self.parts if part["type"] == GALLERY for item in part["items"]]


class Chat:
    """A server with an admin and a member, and the real bot in it."""

    def __init__(self, make_bot: Callable[[], discord.Client]) -> None:
        self._make_bot = make_bot
        self._hook = contextlib.ExitStack()
        self.locales: dict[str, str] = {}
        self.server_locale = "en-US"
        self.people: dict[str, Any] = {}
        self.users: dict[str, Any] = {}

    async def open(self) -> None:
        self._hook.enter_context(locales(self._locales_of))
        self.env = simcord.Env(self._make_bot())
        await self.env.start()
        guild = self.env.create_guild("Workshop")
        role = guild.create_role("Manager", permissions=discord.Permissions(manage_guild=True))
        self.channel = guild.create_text_channel("general")
        self.guild = guild
        self.users = {name: self.env.create_user(name) for name in ("admin", "member")}
        self.people["admin"] = guild.add_member(self.users["admin"], roles=[role])
        self.people["member"] = guild.add_member(self.users["member"])
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

    async def choose(self, seen: Seen, placeholder: str, label: str, *, as_: str | None = None) -> Any:
        """Choose a line of a list; returns the whole result, for a form may open."""
        who = as_ or seen.who
        part = next(p for p in seen.parts if p["type"] == SELECT and p["placeholder"] == placeholder)
        value = next(o["value"] for o in part["options"] if o["label"] == label)
        return await self.people[who].select(seen.message, [value], custom_id=part["custom_id"])

    async def chosen(self, seen: Seen, placeholder: str, label: str, *, as_: str | None = None) -> Seen:
        """What a card shows after a choice that changes it."""
        result = await self.choose(seen, placeholder, label, as_=as_)
        return Seen(as_ or seen.who, result.response or self.again(seen).message)

    async def placed(self, seen: Seen, placeholder: str, channel: Any, *, as_: str | None = None) -> Seen:
        """What a card shows after a channel was chosen from a list of them."""
        who = as_ or seen.who
        part = next(p for p in seen.parts if p["type"] == CHANNELS and p["placeholder"] == placeholder)
        result = await self.people[who].select(seen.message, [channel], custom_id=part["custom_id"])
        return Seen(who, result.response or self.again(seen).message)

    async def several(self, seen: Seen, placeholder: str, *labels: str) -> Seen:
        """What a card shows after several lines of a list were chosen."""
        part = next(p for p in seen.parts if p["type"] == SELECT and p["placeholder"] == placeholder)
        values = [o["value"] for o in part["options"] if o["label"] in labels]
        result = await self.people[seen.who].select(seen.message, values, custom_id=part["custom_id"])
        return Seen(seen.who, result.response or self.again(seen).message)

    def again(self, seen: Seen) -> Seen:
        """The same message as it looks now."""
        stored = self.env.backend.get_message(seen.message.channel_id, seen.message.id)
        return Seen(seen.who, ResponseMessage(self.env, stored))

    async def says(self, content: str, *, as_: str = "member", files: Sequence[dict[str, Any]] = ()) -> Any:
        """A message somebody writes, with files as Discord describes them."""
        data = [(str(file["filename"]), b"x") for file in files]
        message = await self.people[as_].send(self.channel, content, attachments=data)
        if files:
            stored = self.env.backend.get_message(message.channel.id, message.id)
            for attachment, file in zip(stored.attachments, files, strict=True):
                attachment.update(file)
        return message

    async def points_at(self, message: Any, menu: str = "Estimate AI energy", *, as_: str = "member") -> Seen:
        """Right-click a message and choose a menu."""
        result = await self.people[as_].context_menu(self.channel, menu, message)
        return Seen(as_, result.response)

    async def written(self) -> list[Seen]:
        """Every message of the channel, the oldest first."""
        await self.env.settle()
        stored = self.env.backend.messages.get(self.channel.id, {})
        return [Seen("member", ResponseMessage(self.env, stored[number])) for number in sorted(stored)]

    async def direct(self, command: str, /, **options: Any) -> Seen:
        """A command in a direct message."""
        return Seen("member", (await self.users["member"].slash(command, **options)).response)

    async def direct_words(self, content: str) -> list[Seen]:
        """Words in a direct message, and all that is in it afterwards."""
        await self.users["member"].send_dm(content)
        await self.env.settle()
        stored = self.env.backend.messages.get(self.users["member"].dm_channel.id, {})
        return [Seen("member", ResponseMessage(self.env, stored[number])) for number in sorted(stored)]

    async def typed(self, command: str, option: str, text: str, /, *, as_: str = "member") -> list[dict[str, Any]]:
        choices = await self.people[as_].autocomplete(self.channel, command, option, text)
        return list(choices)

    def forbid(self, channel: Any, **denied: bool) -> None:
        """Deny everybody, the bot among them, some permissions in a channel; none: all is as before."""
        if not denied:
            self.env.backend.delete_overwrite(channel.id, self.guild.default_role.id)
            return
        deny = discord.Permissions(**denied).value
        overwrite = Overwrite(self.guild.default_role.id, OverwriteType.ROLE, deny=deny)
        self.env.backend.set_overwrite(channel.id, overwrite)

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
