"""A prompt as cards: the question with its worked example; what it reaches stands apart."""

from __future__ import annotations

from bot.features.learn.prompt.card import prompt_card, question_words, reaches_card
from bot.features.learn.prompt.decide import Prompts
from bot.features.learn.question_bank import QuestionBank
from config.text.voice import Voice


def test_every_prompt_fits_into_a_message(bank: QuestionBank, voice: Voice) -> None:
    assert len(bank.prompts) >= 40
    for identity in bank.prompts:
        shown = bank.shown(bank.prompts, identity)
        for card in (prompt_card(shown, voice), reaches_card(shown, voice)):
            assert len(card.text) <= 4000, identity


def test_what_a_discussion_reaches_is_not_given_away_with_the_question(bank: QuestionBank, voice: Voice) -> None:
    for identity in bank.prompts:
        shown = bank.shown(bank.prompts, identity)
        asked, reached = prompt_card(shown, voice), reaches_card(shown, voice)
        assert question_words(shown, voice) in asked.lines[0]
        assert not set(reached.lines) & set(asked.lines), identity


def test_a_prompt_can_be_read_in_the_other_language(bank: QuestionBank, voice: Voice) -> None:
    shown = Prompts(bank).another(None)
    languages = {button.verb: button.language for button in prompt_card(shown, voice).buttons}
    assert languages["promptlang"] == voice.other != voice.language
    assert languages["prompt"] == languages["promptend"] == languages["promptsrc"] == voice.language
