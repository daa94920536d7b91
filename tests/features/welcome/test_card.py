"""Hello to a server, in both languages."""

from __future__ import annotations

import pytest

from bot.features.help import examples
from bot.features.welcome.card import welcome_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.memory_decisions import MemoryDecisions


@pytest.mark.parametrize("language", LANGUAGES)
def test_hello_has_three_things_to_try_and_says_where_managers_begin(
    decisions: MemoryDecisions, voices: dict[str, Voice], language: str
) -> None:
    card = welcome_card(examples(decisions.estimator), voices[language])
    assert card.text.count("•") == 3
    assert "`/setup`" in "\n".join(card.lines)
    assert card.buttons
    assert {button.language for button in card.buttons} == {language}
