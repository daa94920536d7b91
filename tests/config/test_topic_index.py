"""Topics are found by what people call them."""

from __future__ import annotations

import pytest

from config.content.sentences import load_sources
from config.content.topic_index import TopicIndex
from config.content.topics import Topic, load_topics
from config.text.catalog import LANGUAGES
from energy import FactorBook


@pytest.fixture(scope="module")
def index(book: FactorBook) -> TopicIndex[Topic]:
    return TopicIndex(load_topics(book, load_sources(book)))


def test_every_topic_is_found_by_its_id_and_its_names(index: TopicIndex[Topic]) -> None:
    for identity, topic in index.all.items():
        for typed in (identity, *(topic.name.text(language) for language in LANGUAGES)):
            assert index.find(typed) == identity


def test_a_whole_word_of_one_name_is_enough_where_others_only_contain_its_letters(index: TopicIndex[Topic]) -> None:
    # "eau" is in "réseau" too.
    assert index.find("eau") == index.find("Eau") == index.find("l’eau") == "water"


@pytest.mark.parametrize("typed", ["", "e", "zz", "nothing of that kind"])
def test_what_names_no_topic_is_none(index: TopicIndex[Topic], typed: str) -> None:
    assert index.find(typed) is None
