"""A controversy is found by its name, seen from one side or all, and no side is always first."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.features.cost import Estimator
from bot.features.explain import ALL, VIEWS, Explainer, sides_on
from config.content.sentences import load_sources
from config.content.topics import DEFAULT_TOPIC, SIDES
from config.text.catalog import LANGUAGES
from energy import FactorBook
from tests.chat.hands import Hands
from tests.features.words import refused

LAUNCHED = {"microwave", "water", "training", "grid", "shoot", "local"}


def test_every_promised_topic_is_there_and_the_microwave_comes_first(explainer: Explainer) -> None:
    assert explainer.topics.all.keys() >= LAUNCHED
    assert next(iter(explainer.topics.all)) == DEFAULT_TOPIC == "microwave"
    assert explainer.explain() == explainer.explain(DEFAULT_TOPIC, ALL)


def test_no_side_is_always_first() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    for topic in LAUNCHED:
        first = Counter(sides_on(day, topic)[0] for day in days)
        assert all(120 < times < 245 for times in first.values()), topic
    assert sides_on(days[0], "water") == sides_on(days[0], "water")


def test_the_order_of_the_sides_is_that_of_the_day(
    explainer: Explainer, book: FactorBook, estimator: Estimator
) -> None:
    clock, sources = Hands(), load_sources(book)
    asked = Explainer(explainer.topics.all, sources, estimator, clock)
    orders = set()
    for _ in range(30):
        shown = asked.explain("water")
        assert shown.sides == sides_on(clock.now().date(), "water")
        assert sorted(shown.sides) == sorted(SIDES)
        orders.add(shown.sides)
        clock.pass_(days=1)
    assert len(orders) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_found_by_its_id_and_by_its_name_in_either_language(explainer: Explainer, language: str) -> None:
    for identity, topic in explainer.topics.all.items():
        name = topic.name.text(language)
        for typed in (identity, name, name.upper(), f" {name} "):
            assert explainer.explain(typed).id == identity


@pytest.mark.parametrize("typed", ["water per prompt", "water", "WATER per prompt", "per prompt"])
def test_a_topic_is_found_by_a_part_of_its_name(explainer: Explainer, typed: str) -> None:
    assert explainer.explain(typed).id == "water"


@pytest.mark.parametrize("typed", ["", " ", "bitcoin", "@everyone **bitcoin**", "a", "x" * 4000])
def test_an_unknown_topic_is_refused_with_those_there_are(explainer: Explainer, typed: str) -> None:
    for language in LANGUAGES:
        refusal = refused(explainer.explain, typed, ALL, language)
        assert refusal.code == "topic.unknown"
        assert len(refusal.params["read"]) <= 60
        for topic in explainer.topics.all.values():
            assert topic.name.text(language) in refusal.params["known"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_button_carries_topic_and_viewpoint(explainer: Explainer, view: str) -> None:
    for topic in LAUNCHED:
        shown = explainer.asked(f"{topic}.{view}")
        assert (shown.id, shown.view, shown.subject) == (topic, view, f"{topic}.{view}")
        assert explainer.asked(shown.subject) == shown


def test_a_button_without_a_viewpoint_shows_all(explainer: Explainer) -> None:
    assert explainer.asked("water") == explainer.asked("water.") == explainer.asked("water.all")


@pytest.mark.parametrize(
    "subject", ["", ".", "gone", "gone.all", "water.sideways", "water.all.more", "water per prompt"]
)
def test_a_button_of_another_version_is_refused(explainer: Explainer, subject: str) -> None:
    assert refused(explainer.asked, subject).code == "button.old"


def test_every_source_has_a_number_and_every_figure_a_value(explainer: Explainer) -> None:
    for topic in LAUNCHED:
        shown = explainer.explain(topic)
        assert list(shown.numbers.values()) == list(range(1, len(shown.sources) + 1))
        assert list(shown.numbers) == list(shown.topic.sources)
        assert shown.topic.figures.keys() <= shown.values.keys()


def test_the_cake_follows_the_book(explainer: Explainer, book: FactorBook) -> None:
    """The worked example is calculated: what a bake takes is what the book says, whatever the text once said."""
    shown = explainer.explain(view=ALL)
    bake = book.equivalents["oven-use"].kwh_per_unit.range.central * 1000
    assert any(value.unit == "Wh" and value.range.central == pytest.approx(bake) for value in shown.values.values())
