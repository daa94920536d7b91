"""A message as Discord gives it back: what was sent, plus the ids, times and addresses only Discord knows."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from aiohttp import BodyPartReader, web

from .world import APPLICATION, BOT, GENERAL, Channel, Json, Person, snowflake

EPHEMERAL = 1 << 6
LOADING = 1 << 7
Files = Mapping[str, bytes]


async def body(request: web.Request) -> tuple[Json, Files]:
    """The JSON of a request and its files: bots send both as one multipart form when there is a picture."""
    if not request.content_type.startswith("multipart/"):
        return (await request.json() if request.can_read_body else {}), {}
    payload: Json = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            payload = json.loads(await part.text())
        else:
            files[part.filename or part.name or ""] = bytes(await part.read())
    return payload, files


def parts(components: Iterable[Json]) -> Iterator[Json]:
    """Every component, however deeply it is nested."""
    for component in components:
        yield component
        yield from parts(component.get("components", ()))
        yield from parts(component[key] for key in ("accessory", "component") if key in component)


def message(
    payload: Json,
    files: Files | None = None,
    *,
    author: Person = BOT,
    channel: Channel = GENERAL,
) -> Json:
    """A new message, from the payload that creates it."""
    blank: Json = {
        "id": snowflake(),
        "type": 0,
        "channel_id": channel.id,
        "author": author.user(),
        "content": "",
        "timestamp": datetime.now(UTC).isoformat(),
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "flags": 0,
    }
    if author is BOT:
        blank |= {"application_id": APPLICATION, "webhook_id": APPLICATION}
    return _written(blank, payload, files or {})


def edited(before: Json, payload: Json, files: Files | None = None) -> Json:
    """The message after an edit; what the payload leaves out stays as it was."""
    after = _written(before, payload, files or {})
    return after | {"edited_timestamp": datetime.now(UTC).isoformat(), "flags": after["flags"] & ~LOADING}


def _written(before: Json, payload: Json, files: Files) -> Json:
    kept = ("content", "embeds", "components", "tts", "flags", "poll", "message_reference")
    after = before | {key: payload[key] for key in kept if payload.get(key) is not None}
    if "attachments" in payload or files:
        named = [one["id"] for one in payload.get("attachments") or () if "filename" not in one]
        stay = [one for one in before["attachments"] if one["id"] in named]
        after["attachments"] = stay + [_attachment(name, content) for name, content in files.items()]
    if poll := payload.get("poll"):
        after["poll"] = _opened(poll)
    # Discord replaces attachment:// by the file's address and numbers the components that came without an id.
    text = json.dumps(after["components"])
    for one in after["attachments"]:
        text = text.replace(f"attachment://{one['filename']}", one["url"])
    after["components"] = json.loads(text)
    for number, component in enumerate(parts(after["components"]), start=1):
        component.setdefault("id", number)
    return after


def _attachment(name: str, content: bytes) -> Json:
    number = snowflake()
    address = f"https://cdn.discordapp.com/ephemeral-attachments/{number}/{name}"
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return {
        "id": number,
        "filename": name,
        "size": len(content),
        "url": address,
        "proxy_url": address,
        "content_type": kind,
    }


def _opened(poll: Json) -> Json:
    answers = [one | {"answer_id": number} for number, one in enumerate(poll["answers"], start=1)]
    ends = datetime.now(UTC) + timedelta(hours=poll.get("duration", 24))
    return poll | {"answers": answers, "expiry": ends.isoformat(), "layout_type": 1}
