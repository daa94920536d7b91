"""Games and lessons that are under way: who may lead each, what was answered, when it ends."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.features.learn.notes import SESSION, SessionKind
from bot.features.learn.session import Session, from_note
from bot.store import Answers, Given, Notes, WriteFailed, read_notes
from energy import Refusal

# In direct messages, and where the bot is no member, sessions belong to no server.
NO_SERVER = 0
# A game nobody ends is over after a day.
LASTS = timedelta(days=1)
MOST_AT_ONCE = 20
# Stands among the answers for who opened a session.
LEADS = "leads"
# No vowels and nothing that looks like something else.
_CHARACTERS = "bcdfghjkmnpqrstvwxz23456789"


class Sessions:
    """Every session under way, in memory and in the store. `stale` are those whose message shows too little."""

    def __init__(self, notes: Notes, answers: Answers, clock: Clock) -> None:
        self._notes = notes
        self._answers = answers
        self._clock = clock
        self._open: dict[tuple[int, str], Session] = {}
        self.stale: set[tuple[int, str]] = set()
        # Called when a message shows too little, or when a session is over.
        self.notify: Callable[[], None] = _nobody

    async def load(self) -> None:
        """Read what was under way; every message is looked at once after a start."""
        for (guild, name), note in (await read_notes(self._notes, SESSION)).items():
            session = from_note(guild, name, note)
            self._open[guild, session.id] = session
        self.stale = set(self._open)

    async def begin(
        self,
        guild: int,
        kind: SessionKind,
        content_ids: tuple[str, ...],
        language: str,
        leader: int,
        *,
        lasts: timedelta = LASTS,
        phase: str = "",
        extra: Mapping[str, str] | None = None,
        advances_at: datetime | None = None,
    ) -> Session:
        """Open a session that a person leads; the steps of a lesson are led with it, and do not count beside it.

        Raises Refusal where a server has too many, WriteFailed.
        """
        here = sum(one.guild == guild and one.lesson is None for one in self._open.values())
        step = bool((extra or {}).get("class"))
        if guild != NO_SERVER and here >= MOST_AT_ONCE and not step:
            raise Refusal("session.many", f"{MOST_AT_ONCE} games are open here; end one first.", most=str(MOST_AT_ONCE))
        identity = "".join(secrets.choice(_CHARACTERS) for _ in range(8))
        ends = self._clock.now() + lasts
        session = Session(
            guild, identity, kind, content_ids, language, ends, phase, extra=extra, advances_at=advances_at
        )
        await self._keep(session)
        if not step:
            await self._answers.give(guild, identity, LEADS, leader, "")
        return session

    async def change(self, session: Session) -> None:
        """Keep a session as it now stands. Raises Refusal where it is over, WriteFailed."""
        await self._keep(session, self._here(session))
        self.mark_stale(session)

    async def alter(self, session: Session, **changes: Any) -> Session:
        """Change some of a session as it stands at this moment. Raises Refusal where it is over, WriteFailed."""
        altered = replace(self._here(session), **changes)
        await self.change(altered)
        return altered

    async def _keep(self, session: Session, before: Session | None = None) -> None:
        """In memory first, so that nobody changes what is being changed; back to `before` where it is not written."""
        key = session.guild, session.id
        self._open[key] = session
        try:
            await self._notes.put(session.guild, session.note_name, session.note().text())
        except WriteFailed:
            if self._open.get(key) is session:
                self._drop(*key)
                if before is not None:
                    self._open[key] = before
            raise

    async def posted(self, session: Session, channel: int, message: int) -> None:
        """Note the message that shows a session to all. Raises Refusal where it is over, WriteFailed."""
        here = self._here(session)
        await self._keep(replace(here, channel=channel, message=message), here)

    def get(self, subject: str) -> Session:
        """The session a button carries. Raises Refusal where it is over."""
        guild, _, identity = subject.partition(".")
        session = self._open.get((int(guild), identity)) if guild.isdecimal() else None
        if session is None:
            raise Refusal("session.over", "This game is over; begin another.")
        return session

    def find(self, guild: int, identity: str) -> Session | None:
        """A session under way."""
        return self._open.get((guild, identity))

    def is_open(self, identity: str) -> bool:
        """Whether a session with this id is under way anywhere."""
        return any(one == identity for _, one in self._open)

    @property
    def how_many(self) -> int:
        """How many are open everywhere."""
        return len(self._open)

    def of(self, guild: int) -> tuple[Session, ...]:
        """A server's sessions under way."""
        return tuple(session for session in self._open.values() if session.guild == guild)

    async def leads(self, session: Session, person: int) -> bool:
        """Whether a person opened the session."""
        return LEADS in await self._answers.of(session.guild, session.id, person)

    async def answer(self, session: Session, question: str, person: int, value: str, *, change: bool = False) -> bool:
        """Keep a person's answer; False where they had answered before. Durable when it returns.

        Raises Refusal where the session is over: nothing is written behind its end. Raises WriteFailed.
        """
        self._here(session)
        kept = await self._answers.give(session.guild, session.id, question, person, value, change=change)
        self.mark_stale(session)
        return kept

    async def answers(self, session: Session) -> tuple[Given, ...]:
        """Every answer, without the mark of who leads."""
        given = await self._answers.all(session.guild, session.id)
        return tuple(one for one in given if one.question != LEADS)

    async def answered(self, session: Session, person: int) -> dict[str, str]:
        """What a person answered, by question."""
        given = await self._answers.of(session.guild, session.id, person)
        return {question: value for question, value in given.items() if question != LEADS}

    async def end(self, session: Session, *, scrub: bool = False) -> None:
        """Close a session and forget its answers; `scrub`: the bytes in the file too. Raises WriteFailed.

        Closed first, so that nobody answers meanwhile; the note goes last, so that a crash in between is made good.
        """
        key = session.guild, session.id
        kept = self._open.get(key)
        self._drop(*key)
        try:
            await self._answers.end(*key)
            await self._notes.put(session.guild, session.note_name, None, scrub=scrub)
        except WriteFailed:
            if kept is not None:
                self._open[key] = kept
            raise

    def over(self) -> tuple[Session, ...]:
        """The sessions whose time is up, lessons after their games."""
        now = self._clock.now()
        return tuple(
            sorted((one for one in self._open.values() if one.ends <= now), key=lambda one: one.lesson is None)
        )

    def due(self) -> tuple[Session, ...]:
        """The sessions whose moment to move on has come."""
        now = self._clock.now()
        return tuple(session for session in self._open.values() if session.advances_at and session.advances_at <= now)

    def look(self) -> None:
        """Notify where a session's time is up or it has to move on, or a message still shows too little."""
        if self.stale or self.due() or self.over():
            self.notify()

    def mark_stale(self, session: Session) -> None:
        """Something changed that the message shows."""
        if session.message is not None:
            self.stale.add((session.guild, session.id))
            self.notify()

    def forget(self, guild: int) -> None:
        """Drop what is in memory of a server."""
        for _, identity in [key for key in self._open if key[0] == guild]:
            self._drop(guild, identity)

    def _here(self, session: Session) -> Session:
        """The session as it stands now. Raises Refusal where it is over."""
        found = self._open.get((session.guild, session.id))
        if found is None:
            raise Refusal("session.over", "This game is over; begin another.")
        return found

    def _drop(self, guild: int, identity: str) -> None:
        self._open.pop((guild, identity), None)
        self.stale.discard((guild, identity))


def _nobody() -> None:
    """Who listens before anybody does."""
