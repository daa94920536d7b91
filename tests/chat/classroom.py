"""A simulated class: pupils in a lesson's thread."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import Any

from simcord.results import ResponseMessage

from bot.discord_io.client import Wattson
from bot.features.learn.session import Session
from bot.start.program import Program

from .simulated import SELECT, Chat, Seen


@dataclass
class Lesson:
    """A lesson under way as its people see it."""

    chat: Chat
    program: Program
    id: str
    thread_id: int

    @property
    def session(self) -> Session:
        return self.program.decisions.sessions.get(f"{self.chat.guild.id}.{self.id}")

    @property
    def phase(self) -> str:
        return self.session.phase

    def thread(self) -> list[Seen]:
        """Every message of the thread that everybody sees, the oldest first."""
        stored = self.chat.env.backend.messages.get(self.thread_id, {})
        seen = [Seen("admin", ResponseMessage(self.chat.env, stored[number])) for number in sorted(stored)]
        return [one for one in seen if not one.private]

    @property
    def card(self) -> Seen:
        """The lesson's own card, at the top."""
        return self.thread()[0]

    @property
    def newest(self) -> Seen:
        return self.thread()[-1]

    async def press(self, seen: Seen, label: str, who: str = "admin") -> Seen:
        return await self.chat.press(seen, label, as_=who)

    async def next(self, button: str = "Next step") -> None:
        await self.press(self.card, button)
        await caught_up(self.chat, self.program)

    async def types(self, seen: Seen, button: str, typed: str, who: str) -> Seen:
        """Press a button that opens a form, and send it."""
        form = await self.chat.people[who].click(seen.message, label=button)
        field = form.modal["components"][0]["component"]["custom_id"]
        return Seen(who, (await self.chat.people[who].submit_modal(form, {field: typed})).response)

    async def pulls(self, who: str, number: int) -> Seen:
        """Choose a lever from the list of the newest message."""
        part = next(p for p in self.newest.parts if p["type"] == SELECT)
        result: Any = await self.chat.people[who].select(
            self.newest.message, [str(number)], custom_id=part["custom_id"]
        )
        return Seen(who, result.response)


async def sheet_of(lesson: Lesson, button: str = "End and get the sheet") -> tuple[Seen, str, list[list[str]]]:
    """The lesson ended by its leader: what only they see, the page (no-break spaces as plain ones) and the table."""
    seen = await lesson.press(lesson.card, button)
    page, table = [(await file.read()).decode("utf-8-sig") for file in seen.message.attachments]
    await caught_up(lesson.chat, lesson.program)
    plain = re.sub("[\\N{NO-BREAK SPACE}\\N{NARROW NO-BREAK SPACE}]", " ", page)
    return seen, plain, list(csv.reader(io.StringIO(table)))


async def caught_up(chat: Chat, program: Program) -> None:
    """Every message of a game is as it should be, pictures included."""
    await program.lesson.refresher.settled()
    await chat.env.settle()


async def walked(chat: Chat, program: Program) -> None:
    """The minute in which the bot looks around comes round."""
    bot = chat.env.bot
    assert isinstance(bot, Wattson)
    await bot.jobs.walk()
    await caught_up(chat, program)


async def begun(chat: Chat, program: Program, minutes: int = 45, *, as_: str = "admin") -> Lesson:
    """Open a lesson and wait until its first step is posted."""
    before = {one.id for one in program.decisions.sessions.of(chat.guild.id)}
    said = await chat.slash("learn class", as_=as_, minutes=minutes)
    assert said.private, said.text
    await caught_up(chat, program)
    (lesson,) = [
        one for one in program.decisions.sessions.of(chat.guild.id) if one.kind == "class" and one.id not in before
    ]
    assert lesson.channel is not None
    return Lesson(chat, program, lesson.id, lesson.channel)


def pupils(chat: Chat, many: int) -> list[str]:
    """So many more people in the server."""
    names = [f"Zebulon{number}" for number in range(many)]
    for name in names:
        chat.people[name] = chat.guild.add_member(chat.env.create_user(name))
    return names
