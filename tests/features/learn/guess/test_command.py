"""`/learn guess`: a guess each, scored by ratio, then how the room guessed; nobody is named."""

from __future__ import annotations

import pytest

from bot.start.program import Program
from energy import Refusal
from tests.chat.simulated import Chat, Seen
from tests.features.compare.test_command import drawn
from tests.restart import Restarted


async def guess(chat: Chat, posted: Seen, typed: str, *, as_: str = "member", button: str = "Guess") -> Seen:
    form = await chat.people[as_].click(posted.message, label=button)
    field = form.modal["components"][0]["component"]["custom_id"]
    return Seen(as_, (await chat.people[as_].submit_modal(form, {field: typed})).response)


async def test_the_room_guesses_then_sees_how_it_guessed(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn guess", topic="video", as_="admin")
    assert not posted.private
    kept = await guess(chat, posted, "20")
    assert kept.private
    assert "Your guess: **20" in kept.text
    await guess(chat, posted, "30")  # may be changed until the answer is out
    await guess(chat, posted, "5000", as_="admin")
    assert "2 people have guessed." in chat.again(posted).text
    refused = await chat.press(posted, "Show the answer", as_="member")
    assert "Only who began this" in refused.text
    answer = await drawn(chat, await chat.press(posted, "Show the answer", as_="admin"))
    assert not answer.private
    assert "**The answer" in answer.text or "The answer: **" in answer.text
    assert "1 guess from" in answer.pictures[0]
    assert "member" not in answer.text + answer.pictures[0]
    own = await chat.press(answer, "My result", as_="member")
    assert own.private
    assert "You guessed 30" in own.text
    assert "of 100 points" in own.text
    assert "Guesses are closed" in chat.again(posted).text


async def test_guesses_survive_a_restart_and_close_with_the_answer(chat: Chat, restarted: Restarted) -> None:
    posted = await chat.slash("learn guess")
    await guess(chat, posted, "12")
    program = await restarted()
    session = program.decisions.sessions.of(chat.guild.id)[0]
    assert await program.decisions.guesses.all(session) == (12.0,)
    await chat.press(posted, "Show the answer")
    with pytest.raises(Refusal, match="closed"):
        await program.decisions.guesses.guess(program.decisions.sessions.of(chat.guild.id)[0], 5, "3")


async def test_an_unreadable_guess_is_refused_in_private_and_changes_nothing(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn guess")
    refused = await guess(chat, posted, "[lots](https://evil.example) @everyone")
    assert refused.private
    assert "@everyone" not in refused.text
    assert "](" not in refused.text
    assert await program.decisions.guesses.all(program.decisions.sessions.of(chat.guild.id)[0]) == ()


async def test_it_speaks_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales["member"] = "fr"
    posted = await chat.slash("learn guess", topic="water")
    assert posted.buttons == ["Estimer", "Montrer la réponse"]
    assert "Votre estimation" in (await guess(chat, posted, "2,5", button="Estimer")).text
    assert "1 personne a répondu." in chat.again(posted).text


async def test_alone_in_a_direct_message(chat: Chat) -> None:
    posted = await chat.direct("learn guess")
    assert posted.buttons == ["Guess", "Show the answer"]
