"""An answer, its sources and a refusal in words, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.cards.refusal import refusal_card
from bot.features.cost import MAX_LINES, Answer, Estimator, cost_card
from bot.features.cost.card import sources_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.features.cost.test_decide import ASKED, BAD_DURATIONS
from tests.features.words import refused, written

Voices = dict[str, Voice]
Ask = Callable[[Estimator], Answer]

ANSWERS: list[tuple[Ask, str, str, str]] = [
    (
        lambda it: it.video("5s"),
        "1 AI video of 5 s · 1280×720",
        "about 100 Wh** (10–600 Wh)",
        "environ 100 Wh** (de 10 à 600 Wh)",
    ),
    (
        lambda it: it.image(4),
        "4 AI images · 1024×1024",
        "about 6 Wh** (0.8–32 Wh)",
        "environ 6 Wh** (de 0,8 à 32 Wh)",
    ),
    (
        lambda it: it.text("500 tokens"),
        "1 AI answer of 500 tokens",
        "about 0.3 Wh** (0.1–1.5 Wh)",
        "environ 0,3 Wh**",
    ),
    (
        lambda it: it.text("reasoning"),
        "1 AI answer of 500 tokens, with reasoning",
        "about 4 Wh** (1–20 Wh)",
        "environ 4 Wh**",
    ),
    (
        lambda it: it.audio("speech", "1 min"),
        "1 AI voice recording of 60 s",
        "about 0.3 Wh** (0.03–3 Wh)",
        "environ 0,3 Wh**",
    ),
]
# What cannot be used, and the words that say what would work.
REFUSED: list[tuple[Ask, str]] = [
    (lambda it: it.image(0), "whole number"),
    (lambda it: it.image(0), "1000000000"),
    (lambda it: it.image(size="banana"), "no picture size"),
    (lambda it: it.image(steps=0), "1 to 1000 steps"),
    (lambda it: it.image(model="veo"), "makes videos, not images"),
    (lambda it: it.video(model="midjourney"), "makes images, not videos"),
    (lambda it: it.text("5 kg"), "no length of a text"),
    (lambda it: it.text("x" * 4000), "are plenty"),
    (lambda it: it.text(model="zorglub"), "Near names"),
    (lambda it: it.audio("speech", model="suno"), "makes music, not speech"),
    (lambda it: it.audio(duration="-3s"), "longer than nothing"),
    (lambda it: it.ask("what's the weather")[0], "no use of AI"),
    (lambda it: it.ask("\u202evideo 5s")[0], "invisible"),
    (lambda it: it.ask("@everyone " * 50)[0], "are plenty"),
]
CANNOT = {"en": "I can't use that", "fr": "Je ne peux pas m’en servir"}


@pytest.mark.parametrize(("ask", "title", "english", "french"), ANSWERS)
def test_every_kind_is_answered_in_both_languages(
    estimator: Estimator, voices: Voices, ask: Ask, title: str, english: str, french: str
) -> None:
    answer = ask(estimator)
    card = cost_card(answer, estimator.book, voices["en"])
    assert card.title.replace("\N{NO-BREAK SPACE}", " ") == title
    assert english in written(card)
    assert french in written(cost_card(answer, estimator.book, voices["fr"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ask", ASKED)
def test_an_answer_takes_six_lines_at_most_and_ends_with_its_code(
    estimator: Estimator, voices: Voices, ask: Ask, language: str
) -> None:
    answer = ask(estimator)
    card = cost_card(answer, estimator.book, voices[language])
    assert len("\n".join(card.lines).splitlines()) <= MAX_LINES
    assert answer.estimate.trace in card.lines[-1]


def test_the_outlier_is_named_under_clips_alone(estimator: Estimator, voices: Voices) -> None:
    outlier = f"{voices['en'].exact(estimator.book.factors.video.outlier_wh.central)} Wh"
    for answer in (estimator.video(), estimator.image(), estimator.text(), estimator.audio()):
        text = written(cost_card(answer, estimator.book, voices["en"]))
        assert (outlier in text) == (answer.question.usage.activity == "video")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_carry_the_question_and_the_last_one_the_other_language(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    answer, voice = estimator.video(), voices[language]
    buttons = cost_card(answer, estimator.book, voice).buttons
    assert [button.verb for button in buttons] == ["src", "wide", "lev", "add", "lang"]
    assert {button.subject for button in buttons} == {answer.question.subject}
    assert [button.language for button in buttons] == [language] * 4 + [voice.other]
    assert [button.verb for button in buttons if button.server] == ["add"]


def test_every_option_shows_in_the_answer(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.video("10 s", "veo", "1080p", 3, "Allemagne")
    text = written(cost_card(answer, estimator.book, voices["en"]))
    assert "3 AI videos of 10 s · Veo 3.1 · 1920×1080" in text
    assert "Germany" in text
    assert "Google publishes no figure" in text


def test_the_providers_location_is_named_where_no_place_is_given(estimator: Estimator, voices: Voices) -> None:
    assert "United States" in written(cost_card(estimator.video(model="veo"), estimator.book, voices["en"]))


def test_a_province_without_a_figure_says_what_stands_in(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.video(place="Québec")
    english, french = (written(cost_card(answer, estimator.book, voices[one])) for one in ("en", "fr"))
    assert "Canada (for Quebec: no yearly figure under a free licence exists for it alone)" in english
    assert "Canada (pour Québec : aucun chiffre annuel" in french


def test_a_model_that_only_ecologits_knows_is_labelled(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.text(model="gpt-5.2-pro")
    card = cost_card(answer, estimator.book, voices["en"])
    assert "gpt-5.2-pro" in card.title
    assert "not in our own book" in written(card)
    assert "GenAI Impact" in written(sources_card(answer, estimator.book, voices["en"]))


def test_sources_of_an_answer_name_the_second_opinion(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.text("1 page", "gemini-2.5-pro")
    assert "EcoLogits answers otherwise" in written(cost_card(answer, estimator.book, voices["en"]))
    assert "EcoLogits 0.11.3, estimates for language models" in written(
        sources_card(answer, estimator.book, voices["en"])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_is_said_with_its_producer_and_address(estimator: Estimator, voices: Voices, language: str) -> None:
    book, answer = estimator.book, estimator.video("5s", "wan2.1-14b")
    *lines, foot = sources_card(answer, book, voices[language]).lines
    for line, identity in zip(lines, answer.sources(book), strict=False):
        source = book.sources[identity]
        assert source.producer in line
        assert str(source.url or "") in line
    assert answer.estimate.trace in foot
    assert book.version in foot


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", BAD_DURATIONS)
def test_a_bad_duration_is_refused_shortly_with_an_example(
    estimator: Estimator, voices: Voices, typed: str, language: str
) -> None:
    text = written(refusal_card(refused(estimator.video, typed), estimator.book, voices[language]))
    assert text.startswith(CANNOT[language])
    assert "`5s`" in text
    assert len(text) < 500


@pytest.mark.parametrize(("ask", "words"), REFUSED)
def test_a_refusal_says_what_would_work(estimator: Estimator, voices: Voices, ask: Ask, words: str) -> None:
    refusal = refused(ask, estimator)
    english = written(refusal_card(refusal, estimator.book, voices["en"]))
    assert english.startswith(CANNOT["en"])
    assert words in english
    assert written(refusal_card(refusal, estimator.book, voices["fr"])).startswith(CANNOT["fr"])


def test_near_names_are_said_in_the_persons_language(estimator: Estimator, voices: Voices) -> None:
    near = written(refusal_card(refused(estimator.video, model="klingg"), estimator.book, voices["en"]))
    assert "“klingg”" in near
    assert "Kling" in near
    for language, name in (("en", "Germany"), ("fr", "Allemagne")):
        refusal = refused(estimator.video, place="Alemagne")
        assert name in written(refusal_card(refusal, estimator.book, voices[language]))


@pytest.mark.parametrize("text", ["@everyone", "<@123>", "[a](https://x.y)", "`rm`", "# big", "**b**", "||s||"])
def test_typed_text_comes_back_inert(estimator: Estimator, voices: Voices, text: str) -> None:
    said = written(refusal_card(refused(estimator.video, model=text), estimator.book, voices["en"]))
    assert text.replace("#", "\\#") in said if text == "# big" else text not in said
