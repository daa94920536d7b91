"""What lessons teach with is fair, complete in both languages, and computed from the book."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import get_args

import pytest

from bot.cards.figures import filled, shown
from bot.features.learn.guess.decide import read_guess
from bot.features.learn.question_bank import QuestionBank, draw
from bot.features.learn.quiz.decide import shuffled
from config.content.computed import Value, computed
from config.content.sentences import Sentence
from config.content.tables import Item, Subject
from config.content.teaching import Age
from config.content.topics import load_topics
from config.text.voice import Voice
from energy import FactorBook, Refusal

_SLACK, _SIDES = 1.25, ("pro", "con")
_LABEL, _NAME, _MOTION = 80, 60, 120
_SEEDS = [f"{number * 2654435761 % 2**32:08x} {number % 15}" for number in range(400)]
_NEEDS_NO_SOURCE = ("opinion", "rhetorical", "unknown")
# The smallest and largest share of times that the right answer may stand in one place, by how many places there are.
_BALANCED = {3: (0.23, 0.44), 4: (0.15, 0.35)}


@pytest.fixture(params=["quiz", "guesses", "order", "debates", "prompts"])
def kind(request: pytest.FixtureRequest, bank: QuestionBank) -> Mapping[str, Item]:
    items: Mapping[str, Item] = getattr(bank, request.param)
    return items


def values_of(item: Item, bank: QuestionBank) -> Mapping[str, Value]:
    return computed(item.figures, bank.estimator.book, bank.estimator.opinions)


def in_full(item: Item, bank: QuestionBank, voice: Voice) -> dict[str, str]:
    values = values_of(item, bank)
    return {key: filled(one.text(voice.language), values, voice) for key, one in item.words.items()}


def sentences(item: Item) -> dict[str, Sentence]:
    return {key: one for key, one in item.words.items() if isinstance(one, Sentence)}


def test_every_item_is_shown_with_its_figures_and_its_sources_in_their_order(
    kind: Mapping[str, Item], bank: QuestionBank
) -> None:
    for identity, item in kind.items():
        one = bank.shown(kind, identity)
        assert (one.id, one.item) == (identity, item)
        assert one.values == values_of(item, bank)
        assert [bank.sources[name] for name in one.numbers] == list(one.sources)
        assert list(one.numbers.values()) == list(range(1, len(one.sources) + 1))


def test_an_item_of_another_version_is_refused(kind: Mapping[str, Item], bank: QuestionBank) -> None:
    with pytest.raises(Refusal) as refused:
        bank.shown(kind, "gone")
    assert refused.value.code == "button.old"


def test_what_was_seen_is_drawn_again_only_when_nothing_else_is_left() -> None:
    assert {draw("abc", "ab") for _ in range(50)} == {"c"}
    assert {draw("abc", "abc") for _ in range(200)} == set("abc")
    assert {draw("abc") for _ in range(200)} == set("abc")


def test_there_is_enough_for_a_school_year(bank: QuestionBank) -> None:
    assert len(bank.quiz) >= 60
    assert len(bank.guesses) >= 30
    assert len(bank.debates) >= 10
    assert len(bank.prompts) >= 40


def test_every_subject_can_be_asked_for(bank: QuestionBank) -> None:
    asked = {one.subject for one in bank.quiz.values()}
    guessed = {one.subject for one in bank.guesses.values()}
    assert asked == guessed == set(get_args(Subject))


def test_every_subject_has_a_prompt_for_every_age(bank: QuestionBank) -> None:
    there = {(one.subject, one.age) for one in bank.prompts.values()}
    wanted = {(subject, age) for subject in get_args(Subject) for age in get_args(Age)}
    assert sorted(wanted - there) == []


def test_every_figure_is_filled(kind: Mapping[str, Item], bank: QuestionBank, voice: Voice) -> None:
    open_ = [
        f"{identity}: {key}: {text}"
        for identity, item in kind.items()
        for key, text in in_full(item, bank, voice).items()
        if "{" in text or "}" in text
    ]
    assert open_ == []


def test_every_figure_is_a_number_the_book_can_say(kind: Mapping[str, Item], bank: QuestionBank) -> None:
    absurd = [
        f"{identity}: {name}"
        for identity, item in kind.items()
        for name, value in values_of(item, bank).items()
        if not 0 < value.range.low <= value.range.central <= value.range.high < math.inf
    ]
    assert absurd == []


def test_every_checked_sentence_has_a_verdict_and_a_source(kind: Mapping[str, Item], bank: QuestionBank) -> None:
    bare = [
        f"{identity}: {key}"
        for identity, item in kind.items()
        for key, one in sentences(item).items()
        if not one.verdict or not (one.sources or one.verdict in _NEEDS_NO_SOURCE)
    ]
    assert bare == []
    assert all(bank.shown(kind, identity).sources for identity, item in kind.items() if sentences(item))


def test_every_figure_in_a_sentence_has_a_source(kind: Mapping[str, Item]) -> None:
    """All but what is supposed, such as thirty pupils, and names."""
    bare = [
        f"{identity}: {key}: {name}"
        for identity, item in kind.items()
        for key, one in sentences(item).items()
        for name in one.placeholders
        if not one.sources and item.figures[name].given is None and item.figures[name].name is None
    ]
    assert bare == []


def test_options_are_short_and_differ(bank: QuestionBank, voice: Voice) -> None:
    """Each is a button's label, which Discord cuts at 80 signs."""
    for identity, question in bank.quiz.items():
        texts = in_full(question, bank, voice)
        options = [text for key, text in texts.items() if key.startswith("options.")]
        assert len(options) == len(question.options), identity
        assert len({option.casefold() for option in options}) == len(options), f"{identity}: {options}"
        assert max(map(len, options)) <= _LABEL, f"{identity}: {max(options, key=len)}"


def test_the_right_answer_stands_anywhere_after_shuffling(bank: QuestionBank) -> None:
    for identity, question in bank.quiz.items():
        if not question.fixed:
            stood = Counter(list(shuffled(question, seed)).index(question.answer) for seed in _SEEDS)
            least, most = _BALANCED[len(question.options)]
            for place in range(len(question.options)):
                assert least <= stood[place] / len(_SEEDS) <= most, f"{identity}: {place}"


def test_shuffling_is_the_same_for_everybody_and_leaves_sizes_in_order(bank: QuestionBank) -> None:
    for question in bank.quiz.values():
        order = list(shuffled(question, _SEEDS[7]))
        assert order == list(shuffled(question, _SEEDS[7]))
        assert sorted(order) == list(range(len(question.options)))
        assert not question.fixed or order == sorted(order)


def test_sizes_do_not_give_the_answer_away_by_their_place(bank: QuestionBank) -> None:
    """Whoever always takes the same place does no better than by chance, nearly."""
    fixed = [question for question in bank.quiz.values() if question.fixed and len(question.options) == 4]
    stood = Counter(question.answer for question in fixed)
    assert len(fixed) >= 8
    for place in range(4):
        assert 0.1 <= stood[place] / len(fixed) <= 0.4, f"{place}: {stood}"


def test_fixed_options_of_one_figure_each_ascend(bank: QuestionBank) -> None:
    for identity, question in bank.quiz.items():
        named = [sorted(option.placeholders) for option in question.options]
        if question.fixed and all(len(names) == 1 for names in named):
            values = values_of(question, bank)
            sizes = [values[names[0]].range.central for names in named]
            assert sizes == sorted(sizes), identity


def test_every_answer_to_guess_is_a_number_above_nothing(bank: QuestionBank) -> None:
    for identity, quantity in bank.guesses.items():
        value = values_of(quantity, bank)[quantity.answer]
        assert 0 < value.range.central < math.inf, identity
        assert value.name is None, identity


def test_whoever_types_the_answer_as_shown_is_understood(bank: QuestionBank, voice: Voice) -> None:
    for identity, quantity in bank.guesses.items():
        value = values_of(quantity, bank)[quantity.answer]
        typed = shown(value, "", voice)
        assert read_guess(typed, value.unit) == pytest.approx(value.range.central, rel=0.06), f"{identity}: {typed}"


def test_what_is_put_in_order_is_energy(bank: QuestionBank) -> None:
    for identity, thing in bank.order.items():
        value = values_of(thing, bank)[thing.takes]
        assert value.unit == "Wh", identity
        assert 0 < value.range.central < math.inf, identity


def test_both_sides_of_a_motion_get_as_much_room(bank: QuestionBank, voice: Voice) -> None:
    for identity, motion in bank.debates.items():
        texts = in_full(motion, bank, voice)
        one, other = (sum(len(text) for key, text in texts.items() if key.startswith(f"{side}.")) for side in _SIDES)
        assert max(one, other) <= _SLACK * min(one, other), f"{identity}: {one} for, {other} against"


def test_both_sides_of_a_motion_lean_on_as_many_sources(bank: QuestionBank) -> None:
    for identity, motion in bank.debates.items():
        sourced = [sum(bool(one.sources) for one in side) for side in (motion.pro, motion.con)]
        assert sourced[0] == sourced[1] >= 1, identity
        assert len(motion.pro) == len(motion.con), identity


def test_a_motion_fits_where_it_is_chosen(bank: QuestionBank, voice: Voice) -> None:
    names = []
    for identity, motion in bank.debates.items():
        texts = in_full(motion, bank, voice)
        assert len(texts["name"]) <= _NAME, identity
        assert len(texts["motion"]) <= _MOTION, identity
        names.append(texts["name"].casefold())
    assert len(set(names)) == len(names)


def test_a_motion_points_to_an_explanation_that_exists(bank: QuestionBank, book: FactorBook) -> None:
    topics = load_topics(book, bank.sources)
    unknown = [identity for identity, one in bank.debates.items() if one.topic and one.topic not in topics]
    assert unknown == []
