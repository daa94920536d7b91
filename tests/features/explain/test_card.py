"""A controversy is told fairly: both sides as long, as well sourced, the same in both languages, no figure unmarked."""

from __future__ import annotations

import pytest

from bot.cards.figures import filled
from bot.features.explain import VIEWS, Explainer, explain_card
from bot.features.explain.decide import Explanation
from config.content.topics import SIDES, Side
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.explain.test_decide import LAUNCHED

_SLACK = 1.25


@pytest.fixture(params=sorted(LAUNCHED))
def shown(request: pytest.FixtureRequest, explainer: Explainer) -> Explanation:
    return explainer.explain(request.param)


def length(shown: Explanation, side: Side, voice: Voice) -> int:
    return sum(len(filled(one.text(voice.language), shown.values, voice)) for one in shown.topic.view(side))


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_get_as_much_room(shown: Explanation, voices: dict[str, Voice], language: str) -> None:
    one, other = (length(shown, side, voices[language]) for side in SIDES)
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
    shown: Explanation, explainer: Explainer, voices: dict[str, Voice], view: str, language: str
) -> None:
    card = explain_card(explainer.asked(f"{shown.id}.{view}"), voices[language])
    assert "{" not in card.text
    assert "}" not in card.text
    assert len(shown.sources) == len(shown.numbers) == max(shown.numbers.values())


def test_one_side_alone_says_what_would_change_its_mind(explainer: Explainer, voices: dict[str, Voice]) -> None:
    card = explain_card(explainer.asked("water.pessimistic"), voices["en"])
    assert "The pessimists say" in card.text
    assert "The optimists say" not in card.text
    assert card.text.count("What would change their mind") == 1
