"""`/learn quiz`: one attempt each, explained at once, nobody named, nothing left afterwards."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen
from tests.restart import Restarted


async def answered(chat: Chat, program: Program, card: Seen, *, right: bool) -> Seen:
    """Press the right option, or the first wrong one."""
    subject, place, _ = card.custom_ids[0].split(":", 3)[3].rsplit(".", 2)
    question = program.decisions.quizzes.question(program.decisions.sessions.get(subject), int(place))
    wanted = next(
        label
        for label, custom_id in zip(card.buttons, card.custom_ids, strict=True)
        if (int(custom_id.rsplit(".", 1)[1]) == question.answer) is right
    )
    return await chat.press(card, wanted)


async def test_each_question_is_explained_at_once_and_the_result_comes_at_the_end(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn quiz", topic="water", questions=2)
    assert not posted.private
    assert posted.text.startswith("### Quiz\n2 questions.")
    first = await chat.press(posted, "Begin")
    assert first.private
    assert first.text.startswith("### Question 1 of 2")
    assert len(first.buttons) in (3, 4)
    explained = await answered(chat, program, first, right=True)
    assert "✔ Right" in explained.text
    assert "1. **" in explained.text  # its source
    second = await chat.press(explained, "Next question")
    wrong = await answered(chat, program, second, right=False)
    assert "✘ You chose" in wrong.text
    result = await chat.press(wrong, "My result")
    assert "**1 of 2** right" in result.text
    assert result.private


async def test_the_room_is_summed_up_in_the_message_and_nobody_is_named(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn quiz", questions=1)
    for who in ("member", "admin"):
        card = await chat.press(posted, "Begin", as_=who)
        await answered(chat, program, card, right=True)
    await program.lesson.refresher.walk()
    shown = chat.again(posted).text
    assert "2 people have begun." in shown
    assert "2 finished. 2 of 2 answers right." in shown
    assert "member" not in shown


async def test_options_and_answers_survive_a_restart(chat: Chat, restarted: Restarted) -> None:
    posted = await chat.slash("learn quiz", questions=1)
    card = await chat.press(posted, "Begin")
    program = await restarted()
    assert (await chat.press(posted, "Begin")).buttons == card.buttons
    assert "✔ Right" in (await answered(chat, program, card, right=True)).text


async def test_only_who_began_it_ends_it_and_then_nothing_is_kept(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn quiz", questions=1, as_="admin")
    await answered(chat, program, await chat.press(posted, "Begin", as_="member"), right=True)
    refused = await chat.press(posted, "End", as_="member")
    assert refused.private
    assert "Only who began this" in refused.text
    session = program.decisions.sessions.of(chat.guild.id)[0]
    await chat.press(posted, "End", as_="admin")
    assert "This quiz is over" in chat.again(posted).text
    assert chat.again(posted).buttons == []
    assert await program.store.answers.all(chat.guild.id, session.id) == ()
    assert program.decisions.sessions.of(chat.guild.id) == ()
    late = await chat.press(posted, "Begin") if chat.again(posted).buttons else None
    assert late is None


async def test_it_ends_by_itself_after_a_day(chat: Chat, program: Program, clock: Hands) -> None:
    posted = await chat.slash("learn quiz", questions=1)
    await answered(chat, program, await chat.press(posted, "Begin"), right=True)
    clock.pass_(days=1, minutes=1)
    await program.lesson.refresher.walk()
    assert "1 finished. 1 of 1 answers right." in chat.again(posted).text
    assert program.decisions.sessions.of(chat.guild.id) == ()


async def test_an_ended_quiz_refuses_in_private(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn quiz", questions=1)
    await program.decisions.sessions.end(program.decisions.sessions.of(chat.guild.id)[0])
    late = await chat.press(posted, "Begin")
    assert late.private
    assert "This game is over" in late.text


async def test_it_speaks_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales["member"] = "fr"
    posted = await chat.slash("learn quiz", questions=1)
    assert posted.buttons == ["Commencer", "Terminer"]
    explained = await answered(chat, program, await chat.press(posted, "Commencer"), right=True)
    assert "✔ Juste" in explained.text


async def test_it_works_alone_in_a_direct_message(chat: Chat, program: Program) -> None:
    posted = await chat.direct("learn quiz", questions=1)
    assert "1 question." in posted.text
    assert program.decisions.sessions.of(0)
