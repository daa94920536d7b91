"""`/learn order`: five things from the least to the most, one attempt each, scored by pairs."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import SELECT, Chat, Seen


async def ordered(chat: Chat, program: Program, posted: Seen, *, as_: str = "member", wrong: bool = False) -> Seen:
    """Choose all five, right or the other way round."""
    session = program.decisions.sessions.of(chat.guild.id)[0]
    truth = program.decisions.orders.things(session).right
    order = truth[::-1] if wrong else truth
    card = await chat.press(posted, "Put in order", as_=as_)
    for thing in order[:-1]:
        part = next(part for part in card.parts if part["type"] == SELECT)
        result = await chat.people[as_].select(card.message, [str(thing)], custom_id=part["custom_id"])
        card = Seen(as_, result.response or chat.again(card).message)
    return card


async def test_the_right_order_gets_every_pair(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn order")
    assert not posted.private
    assert posted.text.count("\n• ") == 5
    done = await ordered(chat, program, posted)
    assert done.private
    assert "**10 of 10 pairs**" in done.text
    assert "1 person has tried: 10 of 10 pairs right." in chat.again(posted).text


async def test_the_other_way_round_gets_none_and_a_second_attempt_shows_the_first(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn order")
    assert "**0 of 10 pairs**" in (await ordered(chat, program, posted, wrong=True)).text
    assert "**0 of 10 pairs**" in (await chat.press(posted, "Put in order")).text


async def test_it_ends_for_who_began_it_and_shows_the_right_order(chat: Chat, program: Program) -> None:
    posted = await chat.slash("learn order", as_="admin")
    await ordered(chat, program, posted)
    refused = await chat.press(posted, "End", as_="member")
    assert refused.private
    assert "Only who began this" in refused.text
    session = program.decisions.sessions.of(chat.guild.id)[0]
    await chat.press(posted, "End", as_="admin")
    over = chat.again(posted)
    assert "This game is over" in over.text
    assert "5. " in over.text
    assert over.buttons == []
    assert await program.store.answers.all(chat.guild.id, session.id) == ()


async def test_it_works_after_a_restart_and_in_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales["member"] = "fr"
    posted = await chat.slash("learn order")
    await chat.restart()
    card = await chat.press(posted, "Ranger")
    assert any(label.startswith("Qu’est-ce qui demande le moins") for label in card.lists)
    assert "Commencez par ce qui demande le moins." in card.text
