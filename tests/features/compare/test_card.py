"""Things side by side in words: each against the least, and said to be sure only where it is."""

from __future__ import annotations

import pytest

from bot.features.compare import compare_card, compared
from bot.features.cost import MAX_LINES, Estimator
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.words import written

Voices = dict[str, Voice]

THINGS = ("video 5s", "1 image", "500 tokens", "3 images and 1 minute of speech")


def said(estimator: Estimator, voice: Voice, *words: str) -> str:
    return written(compare_card(compared(estimator, words), estimator.book, voice))


@pytest.mark.parametrize("number", [2, 3, 4])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_takes_six_lines_at_most(estimator: Estimator, voices: Voices, number: int, language: str) -> None:
    things = compared(estimator, THINGS[:number])
    card = compare_card(things, estimator.book, voices[language])
    assert len("\n".join(card.lines).splitlines()) <= MAX_LINES
    assert all(answer.estimate.trace in card.lines[-1] for thing in things for answer in thing.answers)


def test_ranges_that_do_not_meet_are_told_from_those_that_do(estimator: Estimator, voices: Voices) -> None:
    clip, picture, text = said(estimator, voices["en"], *THINGS[:3]).splitlines()[1:4]
    assert clip.startswith(
        "• 1 AI video of 5 s · 1280×720: **about 100 Wh** (10–600 Wh), about **330 times** the least"
    )
    assert "their ranges don't meet" in clip
    assert "their ranges overlap: it could be the other way round" in picture
    assert "times" not in text


def test_the_same_things_are_said_to_take_the_same(estimator: Estimator, voices: Voices) -> None:
    text = said(estimator, voices["en"], "4 images", "4 images")
    assert "about the same as the least" in text
    assert "times" not in text


def test_several_uses_in_one_option_are_named_together(estimator: Estimator, voices: Voices) -> None:
    text = said(estimator, voices["en"], "3 images and a 5s video", "1 page")
    assert "3 AI images" in text
    assert " + 1 AI video of 5 s" in text


def test_of_many_uses_in_one_option_three_are_named_and_the_rest_counted(estimator: Estimator, voices: Voices) -> None:
    many = ", ".join(f"{count} images" for count in range(1, 6))
    first = said(estimator, voices["en"], many, "1 page").splitlines()[1]
    assert all(f"{count} AI image" in first for count in (1, 2, 3))
    assert "4 AI images" not in first
    assert voices["en"].counted("compare.more", 2, count="2") in first


def test_a_comparison_speaks_french(estimator: Estimator, voices: Voices) -> None:
    text = said(estimator, voices["fr"], "vidéo 5 s", "500 jetons")
    assert text.startswith("Côte à côte")
    assert "environ **330 fois** le moins gourmand" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_each_range_to_who_cannot_see_it(estimator: Estimator, voices: Voices, language: str) -> None:
    voice, things = voices[language], compared(estimator, THINGS)
    card = compare_card(things, estimator.book, voice)
    assert card.picture is not None
    for line, thing in zip(card.lines, things, strict=False):
        assert line.removeprefix("• ").split(":")[0].rstrip() in card.picture.alt
        assert thing.answers[0].estimate.trace in card.lines[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_keep_what_was_set_against_what(estimator: Estimator, voices: Voices, language: str) -> None:
    things = compared(estimator, THINGS)
    card = compare_card(things, estimator.book, voices[language])
    assert [button.verb for button in card.buttons] == ["srcall", "addall", "cmp"]
    (subject,) = {button.subject for button in card.buttons}
    assert [one.split(",") for one in subject.split("+")] == [
        [answer.estimate.trace for answer in thing.answers] for thing in things
    ]
