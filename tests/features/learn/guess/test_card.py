"""A guessing game as cards: the answer stays hidden until it is out, and nobody's guess points at anybody."""

from __future__ import annotations

import pytest

from bot.cards.charts.chart import Distribution
from bot.features.learn.guess.card import answer_words, guess_card, guessed_card, own_card, revealed_card
from bot.features.learn.guess.decide import REVEALED, GuessPage
from bot.features.learn.session import Session
from config.text.voice import Voice
from tests.features.learn.games import ANA, GUILD, LEADER, Games


@pytest.fixture
async def session(games: Games) -> Session:
    return await games.guesses.begin(GUILD, None, "en", LEADER)


@pytest.fixture
def asked(games: Games, session: Session) -> GuessPage:
    return games.guesses.asked(session)


def test_the_answer_is_hidden_until_it_is_out(session: Session, asked: GuessPage, english: Voice) -> None:
    card = guess_card(session, 3, asked, english)
    assert answer_words(asked, english) not in card.lines
    assert "3 people have guessed." in card.lines
    assert [button.verb for button in card.buttons] == ["guess", "reveal"]


async def test_once_it_is_out_only_the_own_result_is_left(games: Games, session: Session, english: Voice) -> None:
    revealed = await games.guesses.reveal(session)
    assert revealed.phase == REVEALED
    card = guess_card(revealed, 3, games.guesses.asked(revealed), english)
    assert answer_words(games.guesses.asked(revealed), english) in card.lines
    assert [button.verb for button in card.buttons] == ["guessown"]


def test_a_game_that_is_over_shows_the_answer_and_no_button(session: Session, asked: GuessPage, english: Voice) -> None:
    card = guess_card(session, 0, asked, english, over=True)
    assert answer_words(asked, english) in card.lines
    assert card.buttons == ()


def test_in_a_lesson_the_step_takes_the_place_of_the_answer(games: Games, asked: GuessPage, english: Voice) -> None:
    part = Session(GUILD, "x", "guess", (asked.shown.id,), "en", games.clock.now(), extra={"class": "c", "step": "g"})
    assert [button.verb for button in guess_card(part, 0, asked, english).buttons] == ["guess", "classnext"]


async def test_a_score_is_told_to_its_person_with_the_answer(
    games: Games, session: Session, asked: GuessPage, english: Voice
) -> None:
    kept = await games.guesses.guess(session, ANA, "20")
    assert answer_words(asked, english) not in guessed_card(kept, asked, english).lines
    own = await games.guesses.own(session, ANA)
    assert own is not None
    assert f"{own.points} of 100 points" in own_card(own, asked, english).text.replace("\N{NO-BREAK SPACE}", " ")
    assert answer_words(asked, english) in own_card(own, asked, english).lines
    assert answer_words(asked, english) not in own_card(None, asked, english).lines


def test_every_guess_is_drawn_once_around_the_answer(session: Session, asked: GuessPage, english: Voice) -> None:
    card = revealed_card(session, (1.0, 2.0, 2.0, 50.0), asked, english)
    assert card.picture is not None
    chart = card.picture.chart
    assert isinstance(chart, Distribution)
    assert sum(drawn.count for drawn in chart.bins) == 4
    assert all(drawn.count for drawn in chart.bins)
    assert "2 guesses from" in card.picture.alt.replace("\N{NO-BREAK SPACE}", " ")


def test_without_guesses_there_is_an_answer_and_no_picture(session: Session, asked: GuessPage, voice: Voice) -> None:
    card = revealed_card(session, (), asked, voice)
    assert card.picture is None
    assert answer_words(asked, voice) in card.lines
