"""What watching a bot means, said before it begins, while it runs and when it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.watch.card import draft_card, unwatched_card, watching_card
from bot.features.watch.decide import Rule
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook

RULE = Rule(11, 22, (("image;1image", 4),), answers_only=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_draft_says_where_what_counts_and_how_to_begin(
    book: FactorBook, voices: dict[str, Voice], language: str
) -> None:
    card = draft_card(RULE, 14, book, voices[language])
    assert "<@11>" in card.text
    assert "<#22>" in card.text
    assert "14" in card.text
    assert [(button.verb, button.subject) for button in card.buttons] == [("watch", "11.22")]
    every = draft_card(replace(RULE, answers_only=False), 14, book, voices[language])
    assert sum(one != other for one, other in zip(card.lines, every.lines, strict=True)) == 1


def test_dry_run_is_said_for_none_one_and_many(book: FactorBook, voices: dict[str, Voice]) -> None:
    said = [draft_card(RULE, would, book, voices["en"]).lines[1] for would in (0, 1, 2)]
    assert "**1** message." in said[1]
    assert "**0** messages" in said[0]
    assert "**2** messages" in said[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_watching_names_the_way_to_end_it_and_ending_keeps_what_was_counted(
    book: FactorBook, voices: dict[str, Voice], language: str
) -> None:
    card = watching_card(RULE, book, voices[language])
    assert "/tally unwatch" in card.text
    assert card.buttons == ()
    assert "<@11>" in unwatched_card(11, voices[language]).text
