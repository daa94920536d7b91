"""A quiz: what is asked, that the first answer counts, and how a person and the room are doing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from bot.features.learn.question_bank import QuestionBank
from bot.features.learn.quiz.decide import MOST_QUESTIONS, QuizProgress, shuffled
from bot.features.learn.session import Session
from energy import Refusal
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games


async def begun(games: Games, count: int = 2) -> Session:
    return await games.quizzes.begin(GUILD, None, count, "en", LEADER)


def right(games: Games, session: Session, place: int) -> int:
    return games.quizzes.question(session, place).answer


def wrong(games: Games, session: Session, place: int) -> int:
    return (right(games, session, place) + 1) % len(games.quizzes.question(session, place).options)


@pytest.mark.parametrize("count", [1, 2, MOST_QUESTIONS])
async def test_a_quiz_has_as_many_questions_as_were_asked_for_and_none_twice(games: Games, count: int) -> None:
    session = await begun(games, count)
    assert len(session.content_ids) == len(set(session.content_ids)) == count


async def test_a_quiz_about_a_subject_asks_of_nothing_else(games: Games) -> None:
    water = {identity for identity, one in games.bank.quiz.items() if one.subject == "water"}
    session = await games.quizzes.begin(GUILD, "water", len(water), "en", LEADER)
    assert set(session.content_ids) == water


async def test_a_subject_with_too_few_questions_asks_all_it_has(games: Games) -> None:
    water = {identity for identity, one in games.bank.quiz.items() if one.subject == "water"}
    session = await games.quizzes.begin(GUILD, "water", len(water) + 1, "en", LEADER)
    assert set(session.content_ids) == water
    assert len(session.content_ids) == len(water)


async def test_a_question_knows_its_place_and_shows_every_option_once(games: Games) -> None:
    session = await begun(games, 3)
    for place in range(3):
        asked = games.quizzes.asked(session, place)
        assert (asked.place, asked.of) == (place, 3)
        assert asked.shown.id == session.content_ids[place]
        assert sorted(asked.order) == list(range(len(asked.shown.item.options)))


async def test_options_stand_where_they_stood_after_a_restart(games: Games) -> None:
    session = await begun(games, 5)
    anew = await games.begun_again()
    again = anew.sessions.get(session.subject)
    for place in range(5):
        assert list(games.quizzes.asked(session, place).order) == list(anew.quizzes.asked(again, place).order)


async def test_one_attempt_each_even_delivered_twice(games: Games) -> None:
    session = await begun(games, 1)
    await games.quizzes.answer(session, 0, ANA, wrong(games, session, 0))
    standing = await games.quizzes.answer(session, 0, ANA, right(games, session, 0))
    assert standing.right == 0
    assert standing.chosen == {0: wrong(games, session, 0)}
    assert (await games.quizzes.room(session)).by_question == ((1, 0),)


async def test_a_person_goes_on_with_the_first_question_that_is_open(games: Games) -> None:
    session = await begun(games, 3)
    assert (await games.quizzes.standing(session, ANA)).next == 0
    assert (await games.quizzes.answer(session, 1, ANA, right(games, session, 1))).next == 0
    assert (await games.quizzes.answer(session, 0, ANA, right(games, session, 0))).next == 2
    done = await games.quizzes.answer(session, 2, ANA, wrong(games, session, 2))
    assert done.next is None
    assert (done.right, done.of) == (2, 3)


def test_a_quiz_of_no_questions_is_done() -> None:
    assert QuizProgress({}, 0, 0).next is None


async def test_an_option_that_a_question_lacks_counts_as_its_first(games: Games) -> None:
    session = await begun(games, 1)
    many = len(games.quizzes.question(session, 0).options)
    standing = await games.quizzes.answer(session, 0, ANA, many - 1)
    assert standing.chosen == {0: many - 1}
    standing = await games.quizzes.answer(session, 0, BO, many)
    assert standing.chosen == {0: 0}


async def test_the_room_is_summed_up_and_nobody_told_apart(games: Games) -> None:
    session = await begun(games, 2)
    for place in range(2):
        await games.quizzes.answer(session, place, ANA, right(games, session, place))
    await games.quizzes.answer(session, 1, BO, wrong(games, session, 1))
    room = await games.quizzes.room(session)
    assert (room.begun, room.finished, room.answers, room.right) == (2, 1, 3, 2)
    assert room.by_question == ((1, 1), (2, 1))


async def test_who_leads_has_not_begun(games: Games) -> None:
    room = await games.quizzes.room(await begun(games, 2))
    assert (room.begun, room.finished, room.answers, room.right) == (0, 0, 0, 0)
    assert room.by_question == ((0, 0), (0, 0))


async def test_answers_are_there_after_a_restart(games: Games) -> None:
    session = await begun(games, 2)
    before = await games.quizzes.answer(session, 0, ANA, right(games, session, 0))
    anew = await games.begun_again()
    assert await anew.quizzes.standing(anew.sessions.get(session.subject), ANA) == before


async def test_an_ended_quiz_takes_no_answer_and_keeps_none(games: Games) -> None:
    session = await begun(games, 1)
    await games.quizzes.answer(session, 0, ANA, 0)
    await games.sessions.end(session)
    with pytest.raises(Refusal, match="over"):
        await games.quizzes.answer(session, 0, BO, 0)
    assert await games.store.answers.all(GUILD, session.id) == ()


async def test_a_question_of_another_version_is_refused(games: Games) -> None:
    session = replace(await begun(games, 1), content_ids=("gone",))
    with pytest.raises(Refusal) as refused:
        games.quizzes.asked(session, 0)
    assert refused.value.code == "button.old"
    with pytest.raises(Refusal):
        await games.quizzes.answer(session, 0, ANA, 0)
    assert await games.sessions.answers(session) == ()


def test_the_right_answer_stands_in_every_place_about_equally_often(bank: QuestionBank) -> None:
    """Over all questions and many quizzes: nobody does better by always pressing the same button."""
    places = Counter[tuple[int, int]]()
    for question in bank.quiz.values():
        for seed in range(50):
            order = shuffled(question, f"{seed}")
            places[len(order), order.index(question.answer)] += 1
    for many in {options for options, _ in places}:
        counts = [places[many, place] for place in range(many)]
        expected = sum(counts) / many
        assert all(0.6 * expected < count < 1.6 * expected for count in counts), (many, counts)


async def test_a_button_nobody_was_given_keeps_nothing(games: Games) -> None:
    session = await begun(games)
    for place in (-1, len(session.content_ids)):
        with pytest.raises(Refusal, match="older version"):
            await games.quizzes.answer(session, place, ANA, 0)
    assert (await games.quizzes.answer(session, 0, ANA, -1)).chosen == {0: 0}
