"""The thread of a lesson: it moves on by itself, and outlives restarts, its teacher and trouble with the network."""

from __future__ import annotations

from bot.discord_io.client import Wattson
from bot.features.learn.lesson.plan import plan
from bot.start.demo_lesson import teach
from bot.start.program import Program
from tests.chat.classroom import Lesson, begun, sheet_of, walked
from tests.chat.hands import Hands
from tests.chat.simulated import Chat
from tests.restart import Restarted


async def test_it_goes_on_by_itself_and_ends_by_itself(chat: Chat, program: Program, clock: Hands) -> None:
    lesson = await begun(chat, program, 20)
    phases = []
    for step in plan(20):
        phases.append(lesson.phase)
        clock.pass_(seconds=step.lasts.total_seconds() + 1)
        await walked(chat, program)
    assert phases == [step.name for step in plan(20)]
    assert lesson.phase == "over"
    assert "Its sheet waits until <t:" in lesson.card.text
    assert lesson.card.buttons == ["End and get the sheet"]
    assert (await lesson.press(lesson.card, "End and get the sheet", "member")).message.attachments == []
    clock.pass_(hours=25)
    await walked(chat, program)
    assert program.decisions.sessions.of(chat.guild.id) == ()
    assert "everything in it is erased" in lesson.card.text


async def test_it_survives_a_restart_in_the_middle(chat: Chat, program: Program, restarted: Restarted) -> None:
    lesson = await begun(chat, program)
    await lesson.press(lesson.card, "Join", "member")
    await lesson.next()
    await lesson.types(lesson.newest, "Guess", "12", "member")
    await program.decisions.lessons.advance(lesson.session, "guess1")  # killed before the thread shows it
    await program.lesson.refresher.stop()
    program = lesson.program = await restarted()
    await walked(chat, program)
    assert lesson.phase == "guess2"
    assert "Guess, number 2 (now)" in lesson.card.text
    assert "1 person has joined." in lesson.card.text
    assert sum("The answer" in seen.text.split("\n")[0] for seen in lesson.thread()) == 1
    assert "Next step" in lesson.newest.buttons
    await lesson.types(lesson.newest, "Guess", "13", "member")
    assert "1 person has guessed." in lesson.newest.text


async def test_two_lessons_in_one_server_do_not_mix(chat: Chat, program: Program) -> None:
    one, other = await begun(chat, program), await begun(chat, program)
    await one.press(one.card, "Join", "member")
    await one.types(one.card, "What I used", "3 images", "member")
    await one.next()
    assert one.phase == "guess1"
    assert other.phase == "prompt"
    assert "Nobody has joined yet." in other.card.text
    await sheet_of(one)
    await other.press(other.card, "Join", "member")
    assert "1 person has joined." in other.card.text
    assert {game.kind for game in program.decisions.lessons.parts(other.session)} == {
        "prompt",
        "guess",
        "levers",
        "debate",
    }


async def test_it_outlives_its_teacher_and_a_locked_thread(chat: Chat, program: Program, clock: Hands) -> None:
    lesson = await begun(chat, program)
    chat.guild.remove_member(chat.people["admin"])
    chat.env.inject_error("*", f"/channels/{lesson.thread_id}/messages*", status=403, code=50013, times=None)
    before = len(lesson.thread())
    for step in plan(45):
        clock.pass_(seconds=step.lasts.total_seconds() + 1)
        await walked(chat, program)
    assert lesson.phase == "over"
    assert len(lesson.thread()) == before
    clock.pass_(hours=25)
    await walked(chat, program)
    assert program.decisions.sessions.of(chat.guild.id) == ()


async def test_trouble_with_the_network_is_made_good_a_minute_later(chat: Chat, program: Program) -> None:
    lesson = await begun(chat, program)
    chat.env.inject_error("POST", f"/channels/{lesson.thread_id}/messages", status=500, times=10)
    await lesson.next()
    assert "number 1" not in lesson.newest.text
    chat.env.backend.faults.clear()
    await walked(chat, program)
    assert "Guess" in lesson.newest.text
    assert "Next step" in lesson.newest.buttons


async def test_the_lesson_of_the_demo_ends_with_every_step_shown_and_nothing_kept(chat: Chat, program: Program) -> None:
    bot = chat.env.bot
    assert isinstance(bot, Wattson)
    await teach(bot, program, chat.channel.id, "en", chat.people["admin"].id)
    (thread,) = chat.channel.threads
    shown = [seen.text for seen in Lesson(chat, program, "-", thread.id).thread()]
    assert "everything in it is erased" in shown[0]
    assert sum("The answer" in text.split("\n")[0] for text in shown) == 3
    assert sum(text.startswith("### Debate") for text in shown) == 5
    assert "14 people have guessed." in "\n".join(shown)
    assert "Of 14 people who voted twice:" in shown[-1]
    assert program.decisions.sessions.of(chat.guild.id) == ()
