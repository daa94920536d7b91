"""Log lines: an error's id is the one the person sees; nothing typed and no token ever stands in them."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from typing import NoReturn

import pytest

from bot.features.cost.decide import Estimator
from bot.start.logs import Form, handler
from bot.store import WriteFailed
from bot.store.sqlite.ledger import SqliteLedger
from energy import Refusal
from tests.chat.simulated import Chat
from tests.wire.world import TOKEN

TYPED = "zzqsecretwords"


@pytest.fixture(params=["console", "json"])
def form(request: pytest.FixtureRequest) -> Form:
    form: Form = request.param
    return form


@pytest.fixture
def lines(form: Form) -> Iterator[io.StringIO]:
    """All that goes to the log, from the most talkative level on."""
    stream, root = io.StringIO(), logging.getLogger()
    writes, level = handler(form, stream, TOKEN), root.level
    root.addHandler(writes)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(writes)
    root.setLevel(level)


def broken(*given: object, **more: object) -> NoReturn:
    """Fails as careless code does: with what was typed in its message, and behind another error that has it too."""
    try:
        raise Refusal("never.worded", f"{TYPED} cannot be read", read=TYPED)
    except Refusal:
        raise ValueError(f"could not convert string to float: {TYPED!r} with {TOKEN}") from None


async def test_error_the_person_sees_is_found_in_the_log(
    chat: Chat, lines: io.StringIO, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Estimator, "answer", broken)
    seen = await chat.slash("cost video", duration="5s")
    found = re.search(r"`([0-9a-f]{8})`", seen.text)
    assert found
    said = lines.getvalue()
    assert found[1] in said
    assert "ValueError" in said
    assert "test_logs.py" in said
    if form == "json":
        told = [json.loads(line) for line in said.splitlines()]
        (error,) = [line for line in told if line.get("error_id") == found[1]]
        assert error["level"] == "ERROR"


async def test_typed_words_and_tokens_never_reach_the_log(
    chat: Chat, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chat.slash("cost video", duration=TYPED)
    await chat.slash("cost image", model=TYPED, place=TYPED)
    await chat.slash("ask", question=f"video 5s {TYPED}")
    await chat.slash("source", code=TYPED)
    await chat.slash("tally add", activity=TYPED)
    await chat.slash("explain", topic=TYPED)
    await chat.slash("why", topic=TYPED)
    monkeypatch.setattr(Estimator, "ask", broken)
    seen = await chat.slash("ask", question=TYPED)
    assert "my fault" in seen.text
    monkeypatch.setattr(Estimator, "answer", broken)
    await chat.slash("cost video", duration="5s")
    # discord.py's own lines: a wait that names an interaction's token, a handler of ours that failed.
    log = logging.getLogger("discord.http")
    log.warning(
        "We are being rate limited. %s %s responded with 429.", "POST", "https://d/api/webhooks/1/aW50ZXJhY3Q/x"
    )
    try:
        broken()
    except ValueError:
        logging.getLogger("discord.client").exception("Ignoring exception in %s", "on_message")
    log.info("logging in with %s", TOKEN)
    said = lines.getvalue()
    assert "429" in said
    assert "on_message" in said
    for secret in (TYPED, TOKEN, TOKEN.split(".")[2], "aW50ZXJhY3Q"):
        assert secret not in said


async def test_entry_that_was_not_written_has_an_id_too(
    chat: Chat, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> bool:
        raise WriteFailed("store.full", "No space is left for wattson.db.")

    monkeypatch.setattr(SqliteLedger, "add", full)
    seen = await chat.slash("tally add", activity="4 images")
    found = re.search(r"`([0-9a-f]{8})`", seen.text)
    assert found
    assert found[1] in lines.getvalue()
