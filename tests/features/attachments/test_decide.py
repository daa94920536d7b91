"""What a message may hold: kinds, sizes and lengths as Discord gives them, what it doesn't say taken for granted."""

from __future__ import annotations

import pytest

from bot.features.attachments.decide import Piece, attached_answers, changed
from bot.features.cost import Estimator
from energy import Refusal, Settings, Usage
from energy.usage.settings import MAX_SIDE, MIN_SIDE
from energy.usage.usage import LIMITS
from tests.features.words import refused

PNG = Piece("image", 1024, 1536)
MP4 = Piece("video", 1920, 1080)
VOICE = Piece("audio", length_s=7.5, voice=True)
MP3 = Piece("audio")

FOUND: list[tuple[list[Piece], Usage]] = [
    ([PNG], Usage("image", settings=Settings(1024, 1536))),
    ([PNG] * 3, Usage("image", 1.0, 3, settings=Settings(1024, 1536))),
    ([Piece("image")], Usage("image")),
    ([Piece("image", 1024)], Usage("image")),
    ([Piece("image", 20, 20)], Usage("image")),
    ([Piece("image", MIN_SIDE, MAX_SIDE)], Usage("image", settings=Settings(MIN_SIDE, MAX_SIDE))),
    ([Piece("image", MIN_SIDE - 1, MAX_SIDE)], Usage("image")),
    ([Piece("image", MIN_SIDE, MAX_SIDE + 1)], Usage("image")),
    ([MP4], Usage("video", 5.0, settings=Settings(1920, 1080))),
    ([Piece("video", 1920, 1080, 8.0)], Usage("video", 8.0, settings=Settings(1920, 1080))),
    ([Piece("video", 320, 240)], Usage("video", 5.0, settings=Settings(320, 240))),
    ([VOICE], Usage("audio", 7.5, settings=Settings(kind="speech"))),
    ([MP3], Usage("audio", 10.0, settings=Settings(kind="music"))),
]


@pytest.mark.parametrize(("pieces", "usage"), FOUND)
def test_each_kind_of_piece_is_a_use(estimator: Estimator, pieces: list[Piece], usage: Usage) -> None:
    assert attached_answers(estimator, pieces) == (estimator.used(usage),)


def test_like_pieces_count_together_and_others_stand_in_their_order(estimator: Estimator) -> None:
    answers = attached_answers(estimator, [PNG, MP4, PNG, VOICE])
    assert [(one.question.usage.activity, one.question.usage.count) for one in answers] == [
        ("image", 2),
        ("video", 1),
        ("audio", 1),
    ]


def test_of_many_different_pieces_five_are_answered(estimator: Estimator) -> None:
    pieces = [Piece("image", 512, side) for side in range(512, 520)]
    answers = attached_answers(estimator, pieces)
    assert [answer.question.usage.settings.height for answer in answers] == [512, 513, 514, 515, 516]


@pytest.mark.parametrize("kind", ["video", "audio"])
def test_a_length_no_ai_makes_in_one_go_is_no_use(estimator: Estimator, kind: str) -> None:
    least, most, _ = LIMITS["video" if kind == "video" else "audio"]
    for length_s in (least, most):
        (answer,) = attached_answers(estimator, [Piece(kind, length_s=length_s)])  # type: ignore[arg-type]
        assert answer.question.usage.amount == length_s
    for length_s in (0.0, least * 0.9, most + 1):
        pieces = [Piece(kind, length_s=length_s)]  # type: ignore[arg-type]
        assert refused(attached_answers, estimator, pieces).code == "message.empty"
        assert attached_answers(estimator, [*pieces, PNG]) == attached_answers(estimator, [PNG])


@pytest.mark.parametrize(("characters", "tokens"), [(40, 10.0), (400, 100.0), (401, 100.0), (4000, 1000.0)])
def test_a_long_text_counts_four_characters_a_token(estimator: Estimator, characters: int, tokens: float) -> None:
    assert attached_answers(estimator, [], characters) == (estimator.used(Usage("text", tokens)),)


def test_a_text_counts_only_where_there_is_nothing_else(estimator: Estimator) -> None:
    assert attached_answers(estimator, [PNG], 4000) == attached_answers(estimator, [PNG])


@pytest.mark.parametrize("characters", [0, 39])
def test_a_message_with_nothing_to_estimate_is_refused(estimator: Estimator, characters: int) -> None:
    assert refused(attached_answers, estimator, [], characters).code == "message.empty"


def test_a_use_is_answered_where_the_server_is(estimator: Estimator) -> None:
    (answer,) = attached_answers(estimator.at("FRA"), [PNG])
    assert answer.question.place.id == "FRA"


def test_the_length_that_was_chosen_is_the_only_change(estimator: Estimator) -> None:
    (clip,) = attached_answers(estimator, [MP4])
    assert changed(estimator, clip, "length", "10") == estimator.used(
        Usage("video", 10.0, settings=Settings(1920, 1080))
    )


def test_the_model_that_was_chosen_can_be_taken_back(estimator: Estimator) -> None:
    (clip,) = attached_answers(estimator, [MP4])
    named = changed(estimator, clip, "model", "veo-3.1")
    assert named.question.usage == Usage("video", 5.0, model="veo-3.1", settings=Settings(1920, 1080))
    assert changed(estimator, named, "model", "") == clip


def test_the_kind_of_sound_that_was_chosen_is_the_only_change(estimator: Estimator) -> None:
    (sound,) = attached_answers(estimator, [MP3])
    assert changed(estimator, sound, "kind", "speech").question.usage == Usage(
        "audio", 10.0, settings=Settings(kind="speech")
    )


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
