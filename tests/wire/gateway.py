"""Discord's gateway on the loopback: sessions over a websocket that can be cut and resumed."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import WSMsgType, web

from .world import APPLICATION, BOT, Json

GUILDS = 1 << 0
# Members, presences, message content: Discord closes the door on a bot that asks without having been granted them.
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15


class Wire:
    """One websocket connection, compressed if its client asked for zlib."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self._request = request
        # discord.py asks for zstd where that library is installed, but takes plain text from either.
        self._zlib = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None

    async def send(self, frame: Json) -> None:
        text = json.dumps(frame)
        try:
            if self._zlib is None:
                await self.socket.send_str(text)
            else:
                packed = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)
        except ConnectionError:
            return  # The frame stays in the session, and a resume will replay it.

    def cut(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()

    def deafen(self) -> None:
        if self._request.transport is not None:
            self._request.transport.pause_reading()  # type: ignore[attr-defined]


@dataclass(slots=True)
class Session:
    """What survives a cut connection: every event sent, by sequence number."""

    wire: Wire | None
    id: str = field(default_factory=lambda: uuid4().hex)
    frames: list[Json] = field(default_factory=list)

    async def send(self, event: str, data: Json) -> None:
        self.frames.append({"op": 0, "s": len(self.frames) + 1, "t": event, "d": data})
        if self.wire is not None:
            await self.wire.send(self.frames[-1])


class Gateway:
    """The server side of the gateway protocol, for one bot on one shard."""

    def __init__(self, token: str, guilds: Sequence[Json]) -> None:
        self.ready = asyncio.Event()
        self.ready_at = 0.0
        self.identifies: list[Json] = []
        self.resumes = 0
        self.url = ""
        self._token = token
        self._guilds = guilds
        self._sessions: dict[str, Session] = {}
        self._session: Session | None = None

    async def dispatch(self, event: str, data: Json) -> None:
        if self._session is None:
            raise RuntimeError(f"no bot is connected to receive {event}")
        await self._session.send(event, data)

    async def drop(self, code: int | None) -> None:
        self.ready.clear()
        for session in self._sessions.values():
            wire, session.wire = session.wire, None
            if wire is not None and code is None:
                wire.cut()
            elif wire is not None and code is not None:
                await wire.socket.close(code=code)

    def forget(self) -> None:
        """Know no session any more: whoever wants to resume has to begin anew."""
        self._sessions = {"": session} if (session := self._session) else {}

    def deafen(self) -> None:
        """Hear nothing any more, not even a goodbye, while the connection looks open."""
        for session in self._sessions.values():
            if session.wire is not None:
                session.wire.deafen()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(timeout=1.0)
        await socket.prepare(request)
        wire = Wire(request, socket)
        await wire.send({"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": 41_250}})
        async for received in socket:
            if received.type is not WSMsgType.TEXT:
                continue
            frame = received.json()
            if frame["op"] == 1:
                await wire.send({"op": 11, "s": None, "t": None, "d": None})
            elif frame["op"] == 2:
                await self._identify(wire, frame["d"])
            elif frame["op"] == 6:
                await self._resume(wire, frame["d"])
        if any(session.wire is wire for session in self._sessions.values()):
            # The bot left by itself; a next one has to identify anew.
            self.ready.clear()
            self._session = None
        return socket

    async def _identify(self, wire: Wire, asked: Json) -> None:
        self.identifies.append(asked)
        if asked["token"] != self._token:
            await wire.socket.close(code=4004, message=b"Authentication failed.")
            return
        if asked["intents"] & PRIVILEGED:
            await wire.socket.close(code=4014, message=b"Disallowed intent(s).")
            return
        self._session = session = Session(wire)
        self._sessions[session.id] = session
        hello: Json = {
            "v": 10,
            "user": BOT.user(),
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in self._guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": asked.get("shard", [0, 1]),
            "application": {"id": APPLICATION, "flags": 0},
            "private_channels": [],
        }
        await session.send("READY", hello)
        for guild in self._guilds if asked["intents"] & GUILDS else ():
            await session.send("GUILD_CREATE", guild)
        self._is_ready()

    async def _resume(self, wire: Wire, asked: Json) -> None:
        session = self._sessions.get(asked["session_id"])
        if session is None or asked["token"] != self._token:
            await wire.send({"op": 9, "s": None, "t": None, "d": False})
            return
        number = asked["seq"]
        while number < len(session.frames):
            await wire.send(session.frames[number])
            number += 1
        self._session, session.wire = session, wire
        self.resumes += 1
        await session.send("RESUMED", {})
        self._is_ready()

    def _is_ready(self) -> None:
        self.ready_at = time.monotonic()
        self.ready.set()
