"""`/learn debate`: private votes, balanced sides, how the room moved; nobody named, nothing left afterwards."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import discord
import pytest

from bot.features.learn import message_refresher
from bot.start.program import Program
from energy import Refusal
from tests.chat.classroom import walked
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen
from tests.restart import Restarted


async def begun(chat: Chat, **options: str) -> Seen:
    return await chat.slash("learn debate", as_="admin", motion="D01", **options)


async def stepped(chat: Chat, posted: Seen, button: str = "Next step") -> None:
    await chat.press(posted, button, as_="admin")


async def test_a_debate_goes_from_vote_to_vote_and_says_how_the_room_moved(chat: Chat, program: Program) -> None:
    posted = await begun(chat)
    assert not posted.private
    assert "Step 1 of 5: first vote" in posted.text
    voted = await chat.press(posted, "For", as_="member")
    assert voted.private
    assert "You voted: **for**" in voted.text
    await chat.press(posted, "Undecided", as_="member")  # may be changed
    await chat.press(posted, "Against", as_="admin")
    assert "2 people have voted." in chat.again(posted).text
    await stepped(chat, posted)
    first = await chat.press(chat.again(posted), "My side", as_="member")
    assert first.private
    assert "For the motion" in first.text
    assert "Against the motion" in (await chat.press(chat.again(posted), "My side", as_="admin")).text
    await stepped(chat, chat.again(posted))
    assert "Against the motion" in (await chat.press(chat.again(posted), "My side", as_="member")).text
    await stepped(chat, chat.again(posted))
    session = program.decisions.sessions.of(chat.guild.id)[0]
    for person in range(3, 6):
        await program.decisions.debates.vote(session, person, "for")
    await chat.press(chat.again(posted), "For", as_="member")
    await stepped(chat, chat.again(posted))
    shown = chat.again(posted).text
    assert "**First vote:** 0 for · 1 against · 1 undecided" in shown
    assert "**Second vote:** 4 for · 0 against · 0 undecided" in shown
    assert "Too few voted twice" in shown
    assert "1 person voted only the first time." in shown
    assert "3 people voted only the second time." in shown
    assert "**What a good debate comes to:**" in shown
    assert "member" not in shown
    explained = await chat.press(chat.again(posted), "All viewpoints", as_="member")
    assert explained.private
    assert "The facts" in explained.text


async def test_both_sides_come_with_verdicts_and_sources(chat: Chat) -> None:
    both = await chat.press(await begun(chat), "Read both sides", as_="member")
    assert both.private
    assert both.text.count("\n• ") == 6
    assert "✔ supported" in both.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "1. **" in both.text


async def test_a_step_is_taken_once_and_only_by_who_leads(chat: Chat, program: Program) -> None:
    posted = await begun(chat)
    refused = await chat.press(posted, "Next step", as_="member")
    assert refused.private
    assert "Only who began this" in refused.text
    session = program.decisions.sessions.of(chat.guild.id)[0]
    for _ in range(2):  # the same button, pressed twice before the card changed
        session = await program.decisions.debates.advance(session, "vote")
    assert session.phase == "argue"


async def test_a_vote_that_comes_late_is_refused_in_private(chat: Chat, program: Program) -> None:
    posted = await begun(chat)
    session = program.decisions.sessions.of(chat.guild.id)[0]
    await program.decisions.sessions.alter(session, phase="again")
    late = await chat.press(posted, "For", as_="member")  # a button of the first vote
    assert late.private
    assert "No vote is open" in late.text
    assert await program.decisions.sessions.answers(session) == ()


async def test_a_motion_is_found_by_name_in_either_language(chat: Chat, program: Program) -> None:
    named = await chat.slash("learn debate", motion=program.decisions.bank.debates["D01"].name.fr)
    assert named.text.split("\n")[1] == (await begun(chat)).text.split("\n")[1]
    refused = await chat.slash("learn debate", motion="[x](https://evil.example) nothing")
    assert refused.private
    assert "](" not in refused.text
    assert len(await chat.typed("learn debate", "motion", "")) == 14
    assert [choice["value"] for choice in await chat.typed("learn debate", "motion", "énergie")]


async def test_votes_and_sides_survive_a_restart(chat: Chat, restarted: Restarted) -> None:
    posted = await begun(chat)
    await chat.press(posted, "For", as_="member")
    await stepped(chat, posted)
    side = await chat.press(chat.again(posted), "My side", as_="member")
    program = await restarted()
    debates = program.decisions.debates
    assert (await chat.press(chat.again(posted), "My side", as_="member")).text == side.text
    session = program.decisions.sessions.of(chat.guild.id)[0]
    assert await debates.side(session, 77) == "con"  # the balance as well
    assert (await debates.room(session)).before == {"for": 1}


async def test_it_ends_for_who_began_it_and_nothing_is_kept(chat: Chat, program: Program) -> None:
    posted = await begun(chat)
    await chat.press(posted, "For", as_="member")
    session = program.decisions.sessions.of(chat.guild.id)[0]
    await chat.press(posted, "End", as_="admin")
    over = chat.again(posted)
    assert "This debate is over" in over.text
    assert over.buttons == ["All viewpoints"]
    assert await program.store.answers.all(chat.guild.id, session.id) == ()
    with pytest.raises(Refusal, match="over"):
        await program.decisions.debates.vote(session, 5, "for")
    assert await program.store.answers.all(chat.guild.id, session.id) == ()


async def test_it_ends_by_itself_after_a_day(chat: Chat, program: Program, clock: Hands) -> None:
    posted = await begun(chat)
    await chat.press(posted, "For", as_="member")
    clock.pass_(days=1, minutes=1)
    await walked(chat, program)
    assert "**First vote:** 1 for" in chat.again(posted).text
    assert program.decisions.sessions.of(chat.guild.id) == ()


async def test_it_speaks_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales |= {"member": "fr", "admin": "fr"}
    posted = await begun(chat)
    assert posted.buttons[:3] == ["Pour", "Contre", "Sans avis arrêté"]
    assert "Votre vote : **pour**" in (await chat.press(posted, "Pour", as_="member")).text
    await stepped(chat, posted, "Étape suivante")
    assert "Votre camp : pour" in (await chat.press(chat.again(posted), "Mon camp", as_="member")).text


async def test_alone_in_a_direct_message(chat: Chat) -> None:
    posted = await chat.direct("learn debate")
    assert posted.buttons == ["For", "Against", "Undecided", "Read both sides", "Next step", "End"]
    result = await chat.users["member"].click(posted.message, label="For")
    assert "You voted" in Seen("member", result.response).text


async def test_three_hundred_votes_at_once_make_few_edits(
    chat: Chat, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted = await begun(chat)
    crowd = [chat.guild.add_member(chat.env.create_user(f"pupil{number}")) for number in range(20)]
    for pupil in crowd:
        await pupil.click(posted.message, label="For")
    monkeypatch.setattr(message_refresher, "EVERY_S", 0.2)
    edits = Counter[int]()
    edit = discord.PartialMessage.edit

    async def counted(message: discord.PartialMessage, **given: Any) -> Any:
        edits[message.id] += 1
        return await edit(message, **given)

    monkeypatch.setattr(discord.PartialMessage, "edit", counted)
    session = program.decisions.sessions.of(chat.guild.id)[0]
    votes = [program.decisions.debates.vote(session, person, "against") for person in range(300) for _ in range(2)]
    await asyncio.gather(*votes)
    await asyncio.sleep(0.5)  # until the last edit is out; a settling SimCord would wait ten seconds for such a rest
    assert "320 people have voted." in chat.again(posted).text
    assert edits == {posted.message.id: pytest.approx(3, abs=2)}
