"""What a message may hold, in few and in many pieces, and when its words count."""

from __future__ import annotations

import pytest

from bot.features.attachments.decide import Piece, attached_answers
from bot.features.cost import Estimator
from energy import FactorBook, Refusal, Usage


@pytest.fixture(scope="module")
def estimator(book: FactorBook) -> Estimator:
    return Estimator(book)


def test_forty_characters_are_a_text_of_ten_tokens_and_fewer_are_nothing(estimator: Estimator) -> None:
    (answer,) = attached_answers(estimator, (), characters=40)
    assert answer.question.usage == Usage("text", 10.0)
    with pytest.raises(Refusal) as refused:
        attached_answers(estimator, (), characters=39)
    assert refused.value.code == "message.empty"


def test_of_many_different_pieces_the_first_five_are_answered(estimator: Estimator) -> None:
    pieces = [Piece("video", length_s=float(seconds)) for seconds in range(1, 8)]
    answers = attached_answers(estimator, pieces)
    assert [answer.question.usage.amount for answer in answers] == [1.0, 2.0, 3.0, 4.0, 5.0]
