"""A chain of factors in words and drawn: the remainder said aloud, and every step for who cannot see it."""

from __future__ import annotations

import pytest

from bot.cards.charts.chart import Waterfall
from bot.features.cost import AnswerMemory, Estimator
from bot.features.why import Reconciler, between_card, why_card
from bot.features.why.card import why_sources_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.words import written

Voices = dict[str, Voice]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_filled_and_every_step_is_drawn_and_said(
    reconciler: Reconciler, voices: Voices, language: str
) -> None:
    for identity, topic in reconciler.topics.all.items():
        for index in range(len(topic.chains)):
            why = reconciler.chain(identity, index)
            card = why_card(why, voices[language])
            assert card.picture is not None
            assert not {"{", "}"} & set(card.text + card.picture.alt), why.subject
            assert isinstance(card.picture.chart, Waterfall)
            assert len(card.picture.chart.steps) == len(why.computed.chain.factors) + 1
            for bar in (card.picture.chart.start, *card.picture.chart.steps, card.picture.chart.end):
                assert bar.label in card.picture.alt
                assert bar.said in card.picture.alt


def test_the_remainder_is_said_aloud(reconciler: Reconciler, voices: Voices) -> None:
    text = written(why_card(reconciler.chain(), voices["en"]))
    assert text.startswith("Why is one AI clip put at a microwave-hour")
    assert "**MIT Technology Review, a CogVideoX clip**: 944 Wh" in text
    assert "• **Without the doubling** ÷2: " in text
    assert "• **Unexplained remainder** ÷5.1 (3.5–7.4): Nobody has explained the rest." in text
    assert "(✔ supported · 1, 3)" in text


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("text", "Llama 3.1 405B"),
        ("mistral", "1.14 g"),
        ("image", "2.907 Wh"),
        ("bottle", "Nothing is left: the whole gap is half a sentence."),
        ("france", "RTE, generation, 2024"),
        ("o3", "Same paper, same model, same question: only the version differs."),
    ],
)
def test_every_topic_says_its_figures(reconciler: Reconciler, voices: Voices, topic: str, words: str) -> None:
    assert words in written(why_card(reconciler.chain(topic), voices["en"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_with_several_pairs_of_figures_lists_them_and_others_do_not(
    reconciler: Reconciler, voices: Voices, language: str
) -> None:
    for identity, topic in reconciler.topics.all.items():
        lists = why_card(reconciler.chain(identity), voices[language]).selects
        assert [len(one.choices) for one in lists] == ([len(topic.chains)] if len(topic.chains) > 1 else [])
        for one in lists:
            assert [choice.chosen for choice in one.choices].index(True) == 0


def test_it_speaks_french(reconciler: Reconciler, voices: Voices) -> None:
    text = written(why_card(reconciler.chain("france"), voices["fr"]))
    assert "**RTE, production, 2024** : 21,7 g/kWh" in text
    assert "• **Reste inexpliqué** ×1,5 : " in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_is_listed_under_its_number(reconciler: Reconciler, voices: Voices, language: str) -> None:
    why = reconciler.chain()
    lines = why_sources_card(why, voices[language]).lines
    for number, source in enumerate(why.sources, 1):
        assert any(line.startswith(f"{number}. ") and source.producer in line for line in lines)


async def test_two_answers_are_taken_apart_without_a_remainder(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator, voices: Voices
) -> None:
    short, long = estimator.video("5s"), estimator.video("10s", resolution="1080p")
    await memory.keep(short, long)
    there = await reconciler.between(short.estimate.trace, long.estimate.trace)
    card = between_card(there, estimator.book, voices["en"])
    text = written(card)
    assert text.startswith("What lies between two answers")
    assert "• **How long** ×2.2" in text
    assert "• **Size, steps or kind** ×1.8" in text
    assert "nothing is left over" in text
    assert f"{short.estimate.trace}, {long.estimate.trace}" in text
    assert card.picture is not None
    assert "Nothing left over, ×1" in card.picture.alt
    french = written(between_card(there, estimator.book, voices["fr"]))
    assert french.startswith("Ce qui sépare deux réponses")
    assert "• **La durée ou la longueur** ×2,2" in french


async def test_the_other_way_round_divides(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator, voices: Voices
) -> None:
    long, short = estimator.video("10s"), estimator.video("5s")
    await memory.keep(long, short)
    found = await reconciler.between(long.estimate.trace, short.estimate.trace)
    assert "• **How long** ÷2.2" in written(between_card(found, estimator.book, voices["en"]))


async def test_an_answer_and_itself_are_said_to_differ_in_nothing(
    reconciler: Reconciler, memory: AnswerMemory, estimator: Estimator, voices: Voices
) -> None:
    await memory.keep(estimator.image())
    found = await reconciler.between(estimator.image().estimate.trace, estimator.image().estimate.trace)
    text = written(between_card(found, estimator.book, voices["en"]))
    assert "Nothing in which they differ changes the energy." in text
