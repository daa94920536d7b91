"""The card of /help: what can be asked, and examples to tap."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.help import examples, help_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_is_a_button_that_opens_its_answer(
    estimator: Estimator, voices: dict[str, Voice], language: str
) -> None:
    found = examples(estimator)
    buttons = help_card(found, voices[language]).buttons
    assert [(button.verb, button.language, button.subject) for button in buttons] == [
        ("show", language, subject) for subject in found.values()
    ]
    assert len({button.label for button in buttons}) == len(found)
