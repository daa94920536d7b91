"""What stands behind a trace code: each step with its numbers, and whether today's answer is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.cost import Answer, AnswerMemory, Estimator, FoundTrace
from bot.features.source.card import source_card
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook, Live, at_moment
from tests.chat.hands import Hands
from tests.features.memory_store import MemoryStore
from tests.features.words import written

Voices = dict[str, Voice]


async def found_again(answer: Answer, then: Estimator, now: Estimator) -> FoundTrace:
    """An answer of one day, as somebody looks it up later."""
    store, clock = MemoryStore(), Hands()
    await AnswerMemory(then, store.traces, clock).keep(answer)
    clock.pass_(days=200)
    return await AnswerMemory(now, store.traces, clock).find(answer.estimate.trace)


async def test_a_code_leads_to_inputs_steps_factors_and_sources(estimator: Estimator, voices: Voices) -> None:
    answer = estimator.video("5s", "wan2.2-14b", place="France")
    found = await found_again(answer, estimator, estimator)
    card = source_card(found, estimator.book, voices["en"])
    text = written(card)
    assert answer.estimate.trace in card.title
    assert "1 AI video of 5 s · Wan2.2" in text
    assert "on this grid: France" in text
    for words in ("1. Chips", "2. Server", "3. Data centre", "4. Carbon", "5. Water"):
        assert f"**{words}" in text
    assert "• carbon intensity of the grid (g CO₂e per kWh): " in text
    assert "2026-03-04" in text
    assert "today's answer is the same" in text
    for stage in answer.estimate.stages:
        for factor in stage.inputs:
            assert estimator.book.sources[factor.source].producer in text


async def test_a_figure_stated_at_the_meter_is_followed_backwards(estimator: Estimator, voices: Voices) -> None:
    found = await found_again(estimator.image(), estimator, estimator)
    assert found.then.stated_at_meter
    english, french = (written(source_card(found, estimator.book, voices[one])) for one in ("en", "fr"))
    assert english.index("**1. Data centre") < english.index("**2. ")
    assert "**1. Centre de données = nombre × chiffre donné au compteur" in french


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_of_an_old_book_stands_beside_todays(
    book: FactorBook, estimator: Estimator, voices: Voices, language: str
) -> None:
    old, voice = Estimator(replace(book, version="2026-01-01+old"), opinions=estimator.opinions), voices[language]
    found = await found_again(old.video("5s"), old, estimator)
    assert found.today is not None
    card = source_card(found, book, voice)
    assert "2026-01-01+old" in card.lines[0]
    assert book.version in card.lines[-1]
    assert found.today.estimate.trace in card.lines[-1]
    assert voice.text("source.same") not in card.lines


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_that_cannot_be_asked_today_still_shows_its_steps(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    found = replace(await found_again(estimator.image(4), estimator, estimator), today=None)
    card = source_card(found, estimator.book, voices[language])
    assert card.lines[-1] == voices[language].text("source.gone")
    assert [button.verb for button in card.buttons] == ["trace"]
    assert sum(line.startswith("**") for line in card.lines) == len(found.then.stages)


async def test_a_live_figure_is_told_with_its_moment(estimator: Estimator, voices: Voices) -> None:
    question = estimator.image(place="France").question
    live = Live(21.0, Hands().now(), "rte-live")
    place = at_moment(question.place, live, estimator.book)
    found = await found_again(estimator.answer(replace(question, place=place)), estimator, estimator)
    text = written(source_card(found, estimator.book, voices["en"]))
    assert "live figure by RTE éCO2mix, 4 March 2026 at 12:00 UTC" in text
    assert "21 g of CO₂e per kWh. That moment is part of the question" in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_buttons_ask_further_and_the_last_one_is_the_other_language(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    found = await found_again(estimator.image(4), estimator, estimator)
    assert found.today is not None
    *further, other = source_card(found, estimator.book, voices[language]).buttons
    assert [button.verb for button in further] == ["src", "wide", "lev", "add"]
    assert {button.subject for button in further} == {found.today.question.subject}
    assert (other.verb, other.subject, other.language) == ("trace", found.code, voices[language].other)
