"""Answers found again by their code, on any day and after a restart; nobody's name is among them."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from bot.features.cost import AnswerMemory, Estimator
from bot.store import Trace
from energy import FactorBook, Live, Refusal, Usage, at_moment
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryStore

ANNE, BEA = 1, 2


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def memory(estimator: Estimator, store: MemoryStore, clock: Hands) -> AnswerMemory:
    return AnswerMemory(estimator, store.traces, clock)


@pytest.fixture
def restarted(estimator: Estimator, store: MemoryStore, clock: Hands) -> AnswerMemory:
    """Another memory on the same store."""
    return AnswerMemory(estimator, store.traces, clock)


async def code_refused(memory: AnswerMemory, typed: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await memory.find(typed)
    return caught.value


async def test_an_answer_is_found_by_its_code_after_a_restart(
    memory: AnswerMemory, restarted: AnswerMemory, estimator: Estimator, clock: Hands
) -> None:
    answer, day = estimator.video("5s", "wan2.2-14b", place="France"), clock.now().date()
    await memory.keep(answer)
    clock.pass_(days=400)
    found = await restarted.find(answer.estimate.trace)
    assert (found.code, found.day, found.book) == (answer.estimate.trace, day, estimator.book.version)
    assert found.today == answer
    stages = answer.estimate.stages
    assert [(stage.stage, stage.unit, stage.result) for stage in found.then.stages] == [
        (stage.name, stage.unit, stage.result) for stage in stages
    ]
    assert [[(f.name, f.source) for f in stage.factors] for stage in found.then.stages] == [
        [(f.name, f.source) for f in stage.inputs] for stage in stages
    ]


async def test_a_code_is_read_as_people_type_it(memory: AnswerMemory, estimator: Estimator) -> None:
    for count in range(1, 40):
        answer = estimator.image(count)
        await memory.keep(answer)
        code = answer.estimate.trace
        for typed in (code, f" {code.lower()} ", code.replace("0", "O").replace("1", "I"), code.replace("1", "l")):
            assert (await memory.find(typed)).code == code


@pytest.mark.parametrize("typed", ["", " ", "hello!", "K7Q2M", "K7Q2M99", "K7Q 2M9", "Ｋ7Q2M9", "٣٣٣٣٣٣", "x" * 4000])
async def test_what_is_no_code_is_refused_and_said_shortly(memory: AnswerMemory, typed: str) -> None:
    refusal = await code_refused(memory, typed)
    assert refusal.code == "trace.unreadable"
    assert len(refusal.params["read"]) <= 40


async def test_a_code_nobody_was_given_is_refused(memory: AnswerMemory) -> None:
    refusal = await code_refused(memory, "k7q2m9")
    assert (refusal.code, refusal.params["read"]) == ("trace.unknown", "K7Q2M9")


async def test_an_answer_of_an_older_book_stands_beside_todays(
    book: FactorBook, memory: AnswerMemory, store: MemoryStore, clock: Hands
) -> None:
    then = Estimator(replace(book, version="2026-01-01+old"))
    answer = then.image(4)
    await AnswerMemory(then, store.traces, clock).keep(answer)
    found = await memory.find(answer.estimate.trace)
    assert found.book == "2026-01-01+old"
    assert found.today is not None
    assert found.today.estimate.book == book.version


async def test_a_question_todays_book_cannot_read_keeps_the_answer_of_its_day(
    memory: AnswerMemory, store: MemoryStore, estimator: Estimator, clock: Hands
) -> None:
    answer = estimator.image(4)
    await memory.keep(answer)
    (trace,) = await store.traces.find(answer.estimate.trace)
    await store.traces.keep(replace(trace, code="AAAAAA", subject="image;1image;model=gone*4@WLDF"))
    found = await memory.find("AAAAAA")
    assert found.today is None
    assert found.then.stages
    with pytest.raises(Refusal) as caught:
        await memory.answers("AAAAAA")
    assert caught.value.code == "button.old"


@pytest.mark.parametrize("result", ["", "{}", "not JSON", '{"stated_at_meter": true, "stages": [], "more": 1}'])
async def test_an_answer_written_by_another_version_is_said_to_be_one(
    memory: AnswerMemory, store: MemoryStore, clock: Hands, result: str
) -> None:
    await store.traces.keep(Trace("AAAAAA", "image;1image*4@WLDF", "x", clock.now().date(), result))
    assert (await code_refused(memory, "AAAAAA")).code == "trace.old"


async def test_a_live_figure_is_kept_with_its_moment(
    memory: AnswerMemory, restarted: AnswerMemory, estimator: Estimator, clock: Hands
) -> None:
    question = estimator.image(place="UK").question
    live = Live(149.0, clock.now(), "neso-live")
    answer = estimator.answer(replace(question, place=at_moment(question.place, live, estimator.book)))
    await memory.keep(answer)
    found = await restarted.find(answer.estimate.trace)
    assert found.today == answer
    assert found.then.live is not None
    assert (found.then.live.g_per_kwh, found.then.live.at, found.then.live.method) == (149.0, live.at, live.method)
    assert found.then.live.producer == estimator.book.sources["neso-live"].producer


async def test_the_same_answer_twice_is_written_once(
    memory: AnswerMemory, store: MemoryStore, estimator: Estimator, clock: Hands
) -> None:
    answer, day = estimator.image(4), clock.now().date()
    for _ in range(3):
        await memory.keep(answer, answer)
        clock.pass_(days=1)
    (trace,) = await store.traces.find(answer.estimate.trace)
    assert trace.day == day
    assert store.disk.writes == 1


async def test_of_two_answers_with_one_code_the_later_one_is_found(
    memory: AnswerMemory, store: MemoryStore, estimator: Estimator
) -> None:
    answer = estimator.image(4)
    await memory.keep(answer)
    (trace,) = await store.traces.find(answer.estimate.trace)
    await store.traces.keep(replace(trace, subject=estimator.video().question.subject))
    assert (await memory.find(trace.code)).today == estimator.video()


async def test_several_answers_come_back_as_they_were_set_side_by_side(
    memory: AnswerMemory, restarted: AnswerMemory, estimator: Estimator
) -> None:
    one, two, three = estimator.image(), estimator.video(), estimator.text()
    await memory.keep(one, two, three)
    codes = [answer.estimate.trace for answer in (one, two, three)]
    for found in (memory, restarted):
        assert await found.answers(f"{codes[0]},{codes[1]}+{codes[2]}") == ((one, two), (three,))
    with pytest.raises(Refusal) as caught:
        await restarted.answers(f"{codes[0]},ZZZZZZ")
    assert caught.value.code == "trace.unknown"


async def test_a_full_disk_is_logged_and_troubles_nobody(
    memory: AnswerMemory, store: MemoryStore, estimator: Estimator, caplog: pytest.LogCaptureFixture
) -> None:
    store.disk.full = True
    with caplog.at_level(logging.ERROR):
        await memory.remember(ANNE, estimator.image())
    assert "could not be kept" in caplog.text
    store.disk.full = False
    await memory.remember(ANNE, estimator.image())
    assert (await memory.find(estimator.image().estimate.trace)).today == estimator.image()


async def test_a_persons_latest_uses_are_offered_newest_first_each_once(
    memory: AnswerMemory, estimator: Estimator
) -> None:
    for count in (1, 2, 3, 1):
        await memory.remember(ANNE, estimator.image(count))
    await memory.remember(BEA, estimator.video(), estimator.text())
    assert [usage.count for usage in memory.recent(ANNE)] == [1, 3, 2]
    assert [usage.activity for usage in memory.recent(BEA)] == ["text", "video"]
    assert memory.recent(3) == ()


async def test_only_the_latest_uses_of_a_person_are_remembered(memory: AnswerMemory, estimator: Estimator) -> None:
    await memory.remember(ANNE, *(estimator.image(count) for count in range(1, 8)))
    assert [usage.count for usage in memory.recent(ANNE)] == [7, 6, 5, 4, 3]


async def test_a_person_who_is_forgotten_has_no_latest_uses(memory: AnswerMemory, estimator: Estimator) -> None:
    for person in (ANNE, BEA):
        await memory.remember(person, estimator.image())
    memory.forget_person(ANNE)
    memory.forget_person(3)
    assert memory.recent(ANNE) == ()
    assert memory.recent(BEA) == (Usage("image"),)


async def test_only_the_latest_people_are_remembered(memory: AnswerMemory, estimator: Estimator) -> None:
    answer, people = estimator.image(), range(5_000)
    for person in people:
        await memory.remember(person, answer)
        # A person who asks again and again is always among the latest.
        assert person <= ANNE or memory.recent(ANNE)
        await memory.remember(ANNE, answer)
    remembered = [person for person in people if memory.recent(person)]
    assert remembered[0] == ANNE
    assert remembered[1:] == list(people)[-len(remembered) + 1 :]
    assert len(remembered) < len(people)


async def test_what_is_kept_of_an_answer_is_the_question_and_what_came_out(
    memory: AnswerMemory, store: MemoryStore, estimator: Estimator
) -> None:
    (answer,) = estimator.ask("please tell me about 4 images, yours sincerely Zebulon")
    await memory.remember(987654321, answer)
    (trace,) = await store.traces.find(answer.estimate.trace)
    assert trace.subject == answer.question.subject
    assert "Zebulon" not in repr(trace)
    assert "987654321" not in repr(trace)
