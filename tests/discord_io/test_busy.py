"""What happens when too many ask at once."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest

from bot.discord_io.picture_ration import Cooldown
from bot.start.program import Program
from energy import Refusal, Usage
from tests.chat.hands import Hands
from tests.chat.simulated import Chat


async def test_beyond_capacity_people_hear_busy_at_once(chat: Chat, program: Program) -> None:
    program.io.most_under_way = 0
    seen = await chat.slash("cost video", duration="5s")
    assert seen.private
    assert seen.text.startswith("### Too many questions at once")
    chat.locales["member"] = "fr"
    assert (await chat.slash("help")).text.startswith("### Trop de questions")
    assert await chat.typed("ask", "question", "video")


async def test_press_beyond_capacity_is_told_too(chat: Chat, program: Program) -> None:
    asked = await chat.slash("cost video", duration="5s")
    program.io.most_under_way = 0
    assert (await chat.press(asked, "Sources")).text.startswith("### Too many questions at once")


def test_there_is_room_again_whatever_happened_inside(program: Program) -> None:
    io = program.io
    io.most_under_way = 1
    for _ in range(3):
        io.check_room()
        with contextlib.suppress(ZeroDivisionError), io.counted():
            with pytest.raises(Refusal):
                io.check_room()
            raise ZeroDivisionError


def test_cooldown_lets_each_person_do_so_much_and_says_when_it_works_again() -> None:
    clock = Hands(datetime(2026, 3, 1, tzinfo=UTC))
    cooldown = Cooldown(clock, times=2, seconds=60)
    assert cooldown.until(1) is None
    clock.pass_(seconds=10)
    assert cooldown.until(1) is None
    moment = cooldown.until(1)
    assert moment == int(datetime(2026, 3, 1, 0, 1, tzinfo=UTC).timestamp())
    assert cooldown.until(2) is None
    clock.pass_(seconds=49)
    assert cooldown.until(1) == moment
    clock.pass_(seconds=1)
    assert cooldown.until(1) is None


async def test_recent_uses_are_few_newest_first_and_forgotten_on_request(program: Program) -> None:
    memory, estimator = program.decisions.memory, program.decisions.estimator
    for seconds in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 3.0):
        await memory.remember(1, estimator.used(Usage("video", seconds)))
    assert [usage.amount for usage in memory.recent(1)] == [3.0, 6.0, 5.0, 4.0, 2.0]
    memory.forget_person(1)
    assert memory.recent(1) == ()


async def test_memory_of_recent_people_is_bounded(program: Program) -> None:
    memory, answer = program.decisions.memory, program.decisions.estimator.used(Usage("image"))
    for person in range(5_000):
        await memory.remember(person, answer)
    assert memory.recent(0) == ()
    assert memory.recent(4_999)


async def test_full_disk_still_answers(chat: Chat, program: Program) -> None:
    await program.store.close()
    seen = await chat.slash("cost video", duration="5s")
    assert "about 100 Wh" in seen.text
    assert not seen.private
