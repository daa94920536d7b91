"""A controversy is told fairly: both sides as long, as well sourced, the same in both languages, no figure unmarked."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.cards.figures import filled
from bot.features.explain.card import explain_card
from bot.features.explain.decide import ALL, VIEWS, Explanation, sides_on
from bot.start.program import Program
from config.content.topics import DEFAULT_TOPIC, SIDES, Side
from config.text.catalog import LANGUAGES
from config.text.voice import Voice

LAUNCHED = {"microwave", "water", "training", "grid", "shoot", "local"}
_SLACK = 1.25


@pytest.fixture(params=sorted(LAUNCHED))
def shown(request: pytest.FixtureRequest, program: Program) -> Explanation:
    return program.decisions.explainer.explain(request.param)


def length(shown: Explanation, side: Side, voice: Voice) -> int:
    return sum(len(filled(one.text(voice.language), shown.values, voice)) for one in shown.topic.view(side))


def test_every_promised_topic_is_there_and_the_microwave_comes_first(program: Program) -> None:
    assert program.decisions.explainer.topics.all.keys() >= LAUNCHED
    assert next(iter(program.decisions.explainer.topics.all)) == DEFAULT_TOPIC == "microwave"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_get_as_much_room(shown: Explanation, program: Program, language: str) -> None:
    one, other = (length(shown, side, program.io.voices.of(language)) for side in SIDES)
    assert max(one, other) <= _SLACK * min(one, other)


def test_both_sides_have_as_many_sourced_sentences(shown: Explanation) -> None:
    sourced = [sum(bool(one.sources) for one in shown.topic.view(side)) for side in SIDES]
    assert sourced[0] == sourced[1] >= 1


def test_every_figure_stands_in_a_sentence_with_a_verdict_and_a_source(shown: Explanation) -> None:
    for key, sentence in shown.topic.sentences.items():
        assert sentence.verdict, key
        if any(shown.values[name].name is None for name in sentence.placeholders):
            assert sentence.sources or sentence.verdict in ("opinion", "rhetorical", "unknown"), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_is_filled_and_every_source_is_listed(
    shown: Explanation, program: Program, view: str, language: str
) -> None:
    card = explain_card(program.decisions.explainer.asked(f"{shown.id}.{view}"), program.io.voices.of(language))
    assert "{" not in card.text
    assert "}" not in card.text
    assert len(shown.sources) == len(shown.numbers) == max(shown.numbers.values())


def test_no_side_is_always_first() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    for topic in LAUNCHED:
        first = Counter(sides_on(day, topic)[0] for day in days)
        assert all(120 < times < 245 for times in first.values()), topic
    assert sides_on(days[0], "water") == sides_on(days[0], "water")


def test_one_side_alone_says_what_would_change_its_mind(program: Program) -> None:
    card = explain_card(program.decisions.explainer.asked("water.pessimistic"), program.io.voices.of("en"))
    assert "The pessimists say" in card.text
    assert "The optimists say" not in card.text
    assert card.text.count("What would change their mind") == 1


def test_the_cake_follows_the_book(program: Program) -> None:
    """The worked example is reckoned: a bake is 0.78 kWh whatever the text once said."""
    shown = program.decisions.explainer.explain(view=ALL)
    bake = program.decisions.estimator.book.equivalents["oven-use"].kwh_per_unit.range.central * 1000
    assert any(value.unit == "Wh" and value.range.central == pytest.approx(bake) for value in shown.values.values())
