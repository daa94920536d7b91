"""`/tally` and the disk: nothing is called counted that is not, nor lost that is there."""

from __future__ import annotations

import pytest

from bot.start.program import Program
from tests.chat.simulated import Chat
from tests.features.tally.test_command import add


async def test_entry_that_cannot_be_written_is_said_and_not_counted(chat: Chat, program: Program) -> None:
    await program.store.close()
    seen = await add(chat, "video 5s")
    assert seen.private
    assert seen.text.startswith("### Not saved")


async def test_full_disk_does_not_take_back_a_tally_that_was_shown(
    chat: Chat, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    await add(chat, "video 5s")
    writer = program.store._writer  # type: ignore[attr-defined]
    pages = await writer.do(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
    await writer.do(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    while not caplog.records:  # until no page has room
        await chat.slash("tally add", activity="1 image")
    before = len(await chat.written())
    caplog.clear()
    seen = await chat.slash("tally show")
    assert "about" in seen.text
    assert len(await chat.written()) == before + 1
    if caplog.records:
        assert "prices could not be kept" in caplog.text


async def test_what_was_counted_is_not_called_unsaved_where_the_month_cannot_be_read(
    chat: Chat, program: Program
) -> None:
    await add(chat, "video 5s")
    await program.store._readers.close()  # type: ignore[attr-defined]
    seen = await add(chat, "video 5s")
    assert seen.text.startswith("### Added")
    assert "last 30 days" not in seen.text
    assert "Undo" in seen.buttons


@pytest.mark.parametrize("way", ["command", "button", "round"])
async def test_prices_are_noted_whoever_looks_or_nobody(chat: Chat, program: Program, way: str) -> None:
    added = await add(chat, "video 5s")
    if way == "command":
        await chat.slash("tally show")
    elif way == "button":
        await chat.press(added, "Tally")
    else:
        await chat.env.bot.jobs.walk()  # type: ignore[attr-defined]
    (priced,) = await program.store.prices.of(chat.guild.id)
    assert priced.book == program.decisions.estimator.book.version
    assert set(priced.wh) == {"video;5s"}
