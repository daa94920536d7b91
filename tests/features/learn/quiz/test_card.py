"""A quiz as cards: what the room reads, what a person reads, and that neither gives an answer away too soon."""

from __future__ import annotations

import pytest

from bot.features.learn.quiz.card import explained_card, question_card, quiz_card, result_card
from bot.features.learn.session import Session
from config.text.voice import Voice
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games


@pytest.fixture
async def session(games: Games) -> Session:
    return await games.quizzes.begin(GUILD, None, 2, "en", LEADER)


async def test_the_invitation_tells_of_the_room_once_somebody_began(
    games: Games, session: Session, english: Voice
) -> None:
    before = quiz_card(session, await games.quizzes.room(session), english)
    assert "have begun" not in before.text
    for person in (ANA, BO):
        await games.quizzes.answer(session, 0, person, games.quizzes.question(session, 0).answer)
    await games.quizzes.answer(session, 1, ANA, games.quizzes.question(session, 1).answer)
    card = quiz_card(session, await games.quizzes.room(session), english)
    assert "2 people have begun." in card.text
    assert "1 finished. 3 of 3 answers right." in card.text
    assert [button.verb for button in card.buttons] == ["quiz", "quizend"]


async def test_an_ended_quiz_has_no_buttons(games: Games, session: Session, voice: Voice) -> None:
    card = quiz_card(session, await games.quizzes.room(session), voice, over=True)
    assert card.buttons == ()
    assert voice.text("quiz.over") in card.lines


def test_the_options_are_buttons_in_the_order_of_the_page(games: Games, session: Session, voice: Voice) -> None:
    asked = games.quizzes.asked(session, 1)
    card = question_card(session, asked, voice)
    assert [button.subject for button in card.buttons] == [f"{session.subject}.1.{option}" for option in asked.order]
    assert len({button.label for button in card.buttons}) == len(asked.order)


@pytest.mark.parametrize("right", [True, False])
async def test_an_answer_is_explained_with_its_sources(
    games: Games, session: Session, english: Voice, *, right: bool
) -> None:
    asked = games.quizzes.asked(session, 0)
    answer = asked.shown.item.answer
    option = answer if right else (answer + 1) % len(asked.order)
    standing = await games.quizzes.answer(session, 0, ANA, option)
    card = explained_card(session, asked, standing, english)
    assert ("✔ Right" in card.text.replace("\N{NO-BREAK SPACE}", " ")) is right
    assert ("✘ You chose" in card.text.replace("\N{NO-BREAK SPACE}", " ")) is not right
    assert any(line.startswith("1. ") or "\n1. " in line for line in card.text.split("\n"))
    assert [button.verb for button in card.buttons] == ["quiz"]


async def test_the_last_answer_leads_to_the_result(games: Games, session: Session, english: Voice) -> None:
    for place in range(2):
        standing = await games.quizzes.answer(session, place, ANA, games.quizzes.question(session, place).answer)
    card = explained_card(session, games.quizzes.asked(session, 1), standing, english)
    assert [button.verb for button in card.buttons] == ["quizres"]
    pages = [games.quizzes.asked(session, place) for place in range(2)]
    result = result_card(standing, pages, english)
    assert "2 of 2 right" in result.text
    assert len(result.lines) == 3
