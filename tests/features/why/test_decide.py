"""Why two figures disagree: the factors and the remainder multiply to the gap, for published figures and our own."""

from __future__ import annotations

import math
from itertools import chain

import pytest

from bot.features.cost import Answer, AnswerMemory, Estimator
from bot.features.why import Between, Reconciler
from bot.features.why.decide import Why
from bot.store import Trace
from config.content.disagreements import DEFAULT_CHAINS
from config.content.sentences import load_sources
from config.text.catalog import LANGUAGES
from energy import FactorBook, Refusal
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryStore
from tests.features.words import refused


async def apart(reconciler: Reconciler, memory: AnswerMemory, first: Answer, second: Answer) -> Between:
    await memory.keep(first, second)
    found = await reconciler.why(f"{first.estimate.trace} {second.estimate.trace}", "en")
    assert isinstance(found, Between)
    return found


async def code_refused(reconciler: Reconciler, subject: str) -> str:
    with pytest.raises(Refusal) as caught:
        await reconciler.asked(subject)
    return caught.value.code


def every_chain(reconciler: Reconciler) -> list[Why]:
    topics = reconciler.topics.all.items()
    return [reconciler.chain(name, index) for name, topic in topics for index in range(len(topic.chains))]


def test_the_microwave_comes_first(reconciler: Reconciler) -> None:
    assert next(iter(reconciler.topics.all)) == DEFAULT_CHAINS == "microwave"
    assert reconciler.chain() == reconciler.chain("microwave", 0)
    assert len(reconciler.topics.all) >= 7


def test_factors_and_remainder_of_every_chain_multiply_to_its_gap(reconciler: Reconciler) -> None:
    for why in every_chain(reconciler):
        found = why.computed
        gap = found.second.range.central / found.first.range.central
        assert found.parts.gap == pytest.approx(gap), why.subject
        product = math.prod(factor.central for factor in found.parts.factors) * found.parts.remainder.central
        assert product == pytest.approx(gap), why.subject
        assert [why.values[factor.by].range for factor in found.chain.factors] == list(found.parts.factors)


def test_the_microwave_clip_leaves_a_remainder_nobody_explained(reconciler: Reconciler) -> None:
    parts = reconciler.chain("microwave").computed.parts
    assert not parts.closed
    assert parts.remainder.high < 1
    assert not reconciler.chain("o3").computed.parts.closed
    assert reconciler.chain("bottle").computed.parts.closed


def test_every_source_of_a_chain_has_a_number(reconciler: Reconciler) -> None:
    for why in every_chain(reconciler):
        assert list(why.numbers.values()) == list(range(1, len(why.sources) + 1))
        assert set(why.numbers) == set(why.topic.sources)
        said = chain.from_iterable(sentence.sources for sentence in why.topic.sentences.values())
        assert set(said) <= why.numbers.keys()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_topic_is_found_by_its_id_and_name_in_either_language(
    reconciler: Reconciler, language: str
) -> None:
    for identity, topic in reconciler.topics.all.items():
        for typed in (identity, topic.name.text(language), topic.name.text(language).upper()):
            found = await reconciler.why(typed, language)
            assert isinstance(found, Why)
            assert (found.id, found.index) == (identity, 0)


@pytest.mark.parametrize(
    "typed", ["", "bitcoin", "two words", "@everyone **bitcoin**", "K7Q2M9", "K7Q2M9 K7Q2M", "x" * 4000]
)
async def test_an_unknown_topic_is_refused_with_those_there_are(reconciler: Reconciler, typed: str) -> None:
    for language in LANGUAGES:
        with pytest.raises(Refusal) as caught:
            await reconciler.why(typed, language)
        assert caught.value.code == "topic.unknown"
        assert len(caught.value.params["read"]) <= 60
        for topic in reconciler.topics.all.values():
            assert topic.name.text(language) in caught.value.params["known"]


async def test_a_button_carries_the_chain(reconciler: Reconciler) -> None:
    for why in every_chain(reconciler):
        assert await reconciler.asked(why.subject) == why


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "microwave",
        "microwave.",
        "microwave.9",
        "microwave.-1",
        "microwave.x",
        "microwave.²",
        "gone.0",
        "microwave.0.0",
    ],
)
async def test_a_button_of_another_version_is_refused(reconciler: Reconciler, subject: str) -> None:
    assert await code_refused(reconciler, subject) == "button.old"


async def test_the_last_chain_of_a_topic_is_found_and_none_after_it(reconciler: Reconciler) -> None:
    for identity, topic in reconciler.topics.all.items():
        found = await reconciler.asked(f"{identity}.{len(topic.chains) - 1}")
        assert isinstance(found, Why)
        assert await code_refused(reconciler, f"{identity}.{len(topic.chains)}") == "button.old"


async def test_what_lies_between_two_answers_multiplies_to_their_gap(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator
) -> None:
    short, long = estimator.video("5s"), estimator.video("10s", resolution="1080p")
    found = await apart(reconciler, memory, short, long)
    assert (found.first, found.second) == (short, long)
    assert {one.kind for one in found.differences} == {"amount", "settings"}
    gap = long.estimate.facility_energy_wh.central / short.estimate.facility_energy_wh.central
    assert math.prod(one.factor for one in found.differences) == pytest.approx(gap)


async def test_the_other_way_round_divides(reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator) -> None:
    short, long = estimator.video("5s"), estimator.video("10s")
    (there,) = (await apart(reconciler, memory, short, long)).differences
    (back,) = (await apart(reconciler, memory, long, short)).differences
    assert there.factor > 1
    assert back.factor == pytest.approx(1 / there.factor)


async def test_an_answer_and_itself_differ_in_nothing(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator
) -> None:
    assert (await apart(reconciler, memory, estimator.image(), estimator.image())).differences == ()


async def test_two_codes_are_read_as_people_set_them_side_by_side(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator
) -> None:
    short, long = estimator.video("5s"), estimator.video("10s")
    expected = await apart(reconciler, memory, short, long)
    one, other = short.estimate.trace, long.estimate.trace
    for typed in (f"{one}+{other}", f" {one.lower()}+{other} ", f"{one}, {other}", f"{one},{other}", f"{one}\n{other}"):
        assert await reconciler.why(typed, "en") == expected
    assert await reconciler.asked(expected.subject) == expected


async def test_a_code_nobody_was_given_is_refused(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator
) -> None:
    known = estimator.video()
    await memory.keep(known)
    for typed in (f"{known.estimate.trace} K7Q2M9", f"K7Q2M9 {known.estimate.trace}"):
        with pytest.raises(Refusal) as caught:
            await reconciler.why(typed, "en")
        assert (caught.value.code, caught.value.params["read"]) == ("trace.unknown", "K7Q2M9")


async def test_an_answer_todays_book_cannot_read_is_said_to_be_old(
    reconciler: Reconciler, estimator: Estimator, clock: Hands
) -> None:
    store = MemoryStore()
    memory = AnswerMemory(estimator, store.traces, clock)
    await memory.keep(estimator.image())
    (trace,) = await store.traces.find(estimator.image().estimate.trace)
    await store.traces.keep(Trace("AAAAAA", "dream;1*1@WLDF", trace.book, trace.day, trace.result))
    late = Reconciler(reconciler.topics.all, {}, estimator, memory)
    with pytest.raises(Refusal) as caught:
        await late.between(trace.code, "AAAAAA")
    assert (caught.value.code, caught.value.params["read"]) == ("trace.old", "AAAAAA")


async def test_a_topic_whose_name_looks_like_two_codes_is_the_topic(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator, book: FactorBook
) -> None:
    topics = {"bottle france": reconciler.topics.all["bottle"]}
    found = await Reconciler(topics, load_sources(book), estimator, memory).why("bottle france", "en")
    assert isinstance(found, Why)


def test_an_unknown_chain_is_a_fault_of_ours(reconciler: Reconciler) -> None:
    with pytest.raises(KeyError):
        reconciler.chain("gone")
    assert refused(reconciler.topics.get, "gone", "en").code == "topic.unknown"


async def test_every_chain_comes_back_from_its_button_and_the_one_after_the_last_is_refused(
    reconciler: Reconciler,
) -> None:
    for identity, topic in reconciler.topics.all.items():
        for index in range(len(topic.chains)):
            again = await reconciler.asked(reconciler.chain(identity, index).subject)
            assert isinstance(again, Why)
            assert (again.id, again.index) == (identity, index)
        with pytest.raises(Refusal):
            await reconciler.asked(f"{identity}.{len(topic.chains)}")
