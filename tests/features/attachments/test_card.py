"""What a message may have taken in words, with lists to choose what nobody can see in it."""

from __future__ import annotations

import pytest

from bot.cards.refusal import refusal_card
from bot.features.attachments.card import attachments_card, chosen_card
from bot.features.attachments.decide import Piece, attached_answers
from bot.features.cost import MAX_LINES, Estimator
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import Usage
from tests.features.attachments.test_decide import MP3, MP4, PNG, VOICE
from tests.features.words import refused, written

Voices = dict[str, Voice]

KINDS: list[tuple[list[Piece], str]] = [
    ([PNG], "1 AI image · 1024×1536"),
    ([PNG, PNG, PNG], "3 AI images · 1024×1536"),
    ([MP4], "1 AI video of 5 s · 1920×1080"),
    ([Piece("video", 1920, 1080, 8.0)], "1 AI video of 8 s · 1920×1080"),
    ([VOICE], "1 AI voice recording of 7.5 s"),
    ([MP3], "1 piece of AI music of 10 s"),
    ([Piece("image", 20, 20)], "1 AI image · 1024×1024"),
]


@pytest.mark.parametrize(("pieces", "title"), KINDS)
def test_each_kind_of_piece_is_named_and_supposed_to_be_made_by_an_ai(
    estimator: Estimator, voices: Voices, pieces: list[Piece], title: str
) -> None:
    answers = attached_answers(estimator, pieces)
    card = attachments_card(answers, estimator.book, voices["en"])
    assert written(card).splitlines()[0] == title
    assert "Supposing an AI made it" in written(card)
    assert "Post here" in [button.label for button in card.buttons]
    french = attachments_card(answers, estimator.book, voices["fr"])
    assert "À supposer qu’une IA l’ait fait" in written(french)


def test_a_long_text_is_supposed_to_be_written_by_an_ai(estimator: Estimator, voices: Voices) -> None:
    card = attachments_card(attached_answers(estimator, [], 400), estimator.book, voices["en"])
    assert written(card).startswith("1 AI answer of 100 tokens")


@pytest.mark.parametrize(
    ("pieces", "lists"),
    [([PNG], ["model"]), ([MP4], ["length", "model"]), ([MP3], ["length", "kind", "model"])],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_seen_is_chosen_from_lists(
    estimator: Estimator, voices: Voices, pieces: list[Piece], lists: list[str], language: str
) -> None:
    (answer,) = attached_answers(estimator, pieces)
    card = chosen_card(answer, estimator.book, voices[language])
    assert [select.verb for select in card.selects] == lists
    for select in card.selects:
        assert select.subject == answer.question.subject
        assert 1 < len(select.choices) <= 25
        (chosen,) = [choice for choice in select.choices if choice.chosen]
        assert chosen.value in ("-", f"{answer.question.usage.amount:g}", answer.question.usage.settings.kind)


def test_a_length_that_is_not_in_the_list_is_put_in_its_place(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.used(Usage("video", 7.5))
    length = chosen_card(answer, estimator.book, voices["en"]).selects[0]
    values = [float(choice.value) for choice in length.choices]
    assert values == sorted(values)
    assert [choice.value for choice in length.choices if choice.chosen] == ["7.5"]


def test_a_named_model_is_the_one_in_force(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.used(Usage("video", 5.0, model="veo-3.1"))
    model = chosen_card(answer, estimator.book, voices["en"]).selects[-1]
    assert [choice.value for choice in model.choices if choice.chosen] == ["veo-3.1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_pieces_are_a_list_whose_buttons_open_and_count_what_was_seen(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    answers = attached_answers(estimator, [PNG, MP4, MP3])
    card = attachments_card(answers, estimator.book, voices[language])
    assert len("\n".join(card.lines).splitlines()) <= MAX_LINES
    assert [button.verb for button in card.buttons] == ["pick"] * 3 + ["srcall", "addallseen", "asked"]
    assert [button.subject for button in card.buttons[:3]] == [answer.question.subject for answer in answers]
    assert not card.selects


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_of_one_piece_count_it_as_seen_and_post_it(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    (answer,) = attached_answers(estimator, [PNG])
    buttons = attachments_card((answer,), estimator.book, voices[language]).buttons
    assert [button.verb for button in buttons] == ["src", "wide", "lev", "addseen", "post"]
    assert {button.subject for button in buttons} == {answer.question.subject}


def test_nothing_to_estimate_is_said_in_both_languages(estimator: Estimator, voices: Voices) -> None:
    refusal = refused(attached_answers, estimator, [])
    assert "I see no picture" in written(refusal_card(refusal, estimator.book, voices["en"]))
    assert "Je ne vois ni image" in written(refusal_card(refusal, estimator.book, voices["fr"]))
