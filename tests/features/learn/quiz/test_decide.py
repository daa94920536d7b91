"""A quiz takes every answer, from whatever version the button is."""

from __future__ import annotations

from bot.start.program import Program

GUILD, LEADER, PERSON = 7, 1, 2


async def test_an_option_that_a_question_has_no_more_counts_as_its_first(program: Program) -> None:
    quizzes = program.decisions.quizzes
    quiz = await quizzes.begin(GUILD, None, 2, "en", LEADER)
    options = len(quizzes.question(quiz, 0).options)
    assert (await quizzes.answer(quiz, 0, PERSON, options)).chosen == {0: 0}
    last = len(quizzes.question(quiz, 1).options) - 1
    assert (await quizzes.answer(quiz, 1, PERSON, last)).chosen == {0: 0, 1: last}
