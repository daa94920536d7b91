"""`/learn class`: a lesson in a thread, anonymous, with a sheet for who leads it and nothing kept afterwards."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.discord_io.client import Wattson
from bot.discord_io.components import view_of
from bot.features.learn.lesson.card import class_card, levers_step_card, talk_card
from bot.features.learn.lesson.decide import DONE
from bot.features.learn.lesson.plan import TALK, plan
from bot.features.learn.prompt.card import question_words
from bot.start.demo_lesson import teach
from bot.start.program import Program
from config.text.catalog import LANGUAGES
from energy import FactorBook
from tests.chat.classroom import Lesson, begun, caught_up, pupils, walked
from tests.chat.hands import Hands
from tests.chat.simulated import Chat, Seen, every_part


async def sheet_of(lesson: Lesson, button: str = "End and get the sheet") -> tuple[Seen, str, list[list[str]]]:
    """The lesson ended by its leader: what only they see, the page (no-break spaces as plain ones) and the table."""
    seen = await lesson.press(lesson.card, button)
    page, table = [(await file.read()).decode("utf-8-sig") for file in seen.message.attachments]
    await caught_up(lesson.chat, lesson.program)
    plain = re.sub("[\\N{NO-BREAK SPACE}\\N{NARROW NO-BREAK SPACE}]", " ", page)
    return seen, plain, list(csv.reader(io.StringIO(table)))


@pytest.mark.parametrize("minutes", [15, 39, 40, 45, 120])
def test_a_plan_fills_the_minutes_from_prompt_to_look_back(minutes: int) -> None:
    steps = plan(minutes)
    guesses = sum(step.name.startswith("guess") for step in steps)
    assert guesses == (2 if minutes < 40 else 3)
    assert abs(sum((step.lasts for step in steps), timedelta()) - timedelta(minutes=minutes)) < timedelta(seconds=1)
    assert [steps[0].name, steps[-1].name] == ["prompt", "close"]


async def test_a_class_of_thirty_goes_through_a_lesson(chat: Chat, program: Program, tmp_path: Path) -> None:
    lessons = program.decisions.lessons
    lesson, crowd = await begun(chat, program), pupils(chat, 30)
    assert "• **Talk: one question for all (now)**" in lesson.card.text
    talk, bank = lessons.game(lesson.session, TALK), program.decisions.bank
    assert talk is not None
    question = question_words(bank.shown(bank.prompts, *talk.content_ids), program.io.voices.of("en"))
    assert f"**{question}**" in lesson.newest.text
    for pupil in crowd[:25]:
        assert (await lesson.press(lesson.card, "Join", pupil)).private
    for pupil in crowd[:5]:  # double clicks
        assert "You were in already" in (await lesson.press(lesson.card, "Join", pupil)).text
    assert "25 people have joined." in lesson.card.text
    await lesson.types(lesson.card, "What I used", "4 images", crowd[0])
    await lesson.types(lesson.card, "What I used", "2 images and a 5 s video", crowd[1])
    assert "in 2 entries" in lesson.card.text
    await lesson.next()
    for number, pupil in enumerate(crowd[:28]):  # three come late
        await lesson.types(lesson.newest, "Guess", str(10 + number), pupil)
    assert "28 people have guessed." in lesson.newest.text
    for _ in range(3):
        await lesson.next()
    answers = [seen for seen in lesson.thread() if "The answer" in seen.text.split("\n")[0]]
    assert len(answers) == 3
    assert answers[0].pictures
    assert lesson.phase == "levers"
    for pupil in crowd[:10]:
        assert (await lesson.pulls(pupil, 0)).private
    assert "10 people have chosen." in lesson.newest.text
    await lesson.next()
    for number, pupil in enumerate(crowd):
        await lesson.press(lesson.newest, "For" if number % 3 else "Against", pupil)
    await lesson.next()
    sides = [(await lesson.press(lesson.newest, "My side", pupil)).text for pupil in crowd[:6]]
    assert sum("Your side: for" in side for side in sides) == 3
    await lesson.next()
    await lesson.next()
    for pupil in crowd[:20]:
        await lesson.press(lesson.newest, "Against", pupil)
    await lesson.next()
    assert "**First vote:** 20 for · 10 against · 0 undecided" in lesson.newest.text
    assert "**Second vote:** 0 for · 20 against · 0 undecided" in lesson.newest.text
    everything = "\n".join(seen.text for seen in lesson.thread())
    assert "Zebulon" not in everything
    assert not any(str(chat.people[pupil].id) in everything for pupil in crowd)
    await lesson.types(lesson.card, "What I used", "1 song", crowd[29])
    parts, given = lessons.parts(lesson.session), program.decisions.sessions.answers
    voters = {one.voter for game in parts for one in await given(game)}
    games = [lesson.id, *(game.id for game in parts)]
    seen, page, table = await sheet_of(lesson)
    assert seen.private
    assert "25 people have joined." in page
    assert "Of 20 people who voted twice:" in page
    assert page.count("\n## ") == 7
    assert table[0] == ["step", "what", "value", "unit", "people"]
    assert ["Lesson", "joined", "", "", "25"] in table
    assert sum(row[1] == "a guess" for row in table) == 28
    assert ["Debate", "second vote", "against", "", "20"] in table
    assert not any("Zebulon" in cell for row in table for cell in row)
    assert "everything in it is erased" in lesson.card.text
    assert program.decisions.sessions.of(chat.guild.id) == ()
    assert "End and get the sheet" not in lesson.card.buttons
    assert len(voters) > 50  # another mark for the same person in every step
    await program.store.close()
    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        assert not [voter for voter in voters if bytes.fromhex(voter) in raw], file.name
        assert not [game for game in games if game.encode() in raw], file.name
        assert b"image;1*" not in raw


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


async def test_a_double_press_takes_one_step(chat: Chat, program: Program) -> None:
    lesson = await begun(chat, program)
    for _ in range(2):  # the same button, pressed twice before the card changed
        await program.decisions.lessons.advance(lesson.session, "prompt")
    await caught_up(chat, program)
    assert lesson.phase == "guess1"
    refused = await lesson.press(lesson.newest, "Next step", "member")
    assert refused.private
    assert "Only who began this" in refused.text
    assert lesson.phase == "guess1"


async def test_it_survives_a_restart_in_the_middle(chat: Chat, program: Program) -> None:
    lesson = await begun(chat, program)
    await lesson.press(lesson.card, "Join", "member")
    await lesson.next()
    await lesson.types(lesson.newest, "Guess", "12", "member")
    await program.decisions.lessons.advance(lesson.session, "guess1")  # killed before the thread shows it
    await program.lesson.refresher.stop()
    program.decisions.sessions._open.clear()
    await program.decisions.sessions.load()
    await chat.restart()
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


async def test_what_the_class_used_stays_its_own(chat: Chat, program: Program) -> None:
    lessons = program.decisions.lessons
    lesson = await begun(chat, program)
    added = await lesson.types(lesson.card, "What I used", "3 images", "member")
    assert added.private
    assert "the class's own tally" in added.text
    refused = await lesson.types(lesson.card, "What I used", "@everyone [x](https://evil.example)", "member")
    assert refused.private
    assert "](" not in refused.text
    assert (await lessons.tally.standing(lesson.session)).entries == 1
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 0
    for number in range(19):
        await lessons.tally.use(lesson.session, chat.people["member"].id, str(number), "1 image")
    many = await lesson.types(lesson.card, "What I used", "3 images", "member")
    assert "20 entries a person are enough" in many.text
    once = await lessons.tally.use(lesson.session, chat.people["member"].id, "7", "1 image")  # delivered again
    assert once
    assert (await lessons.tally.standing(lesson.session)).totals.total.count == 3 + 19


async def test_three_hundred_who_press_in_the_same_moment_count_once_each(program: Program) -> None:
    lessons = program.decisions.lessons
    lesson = await lessons.begin(7, 45, "en", 1)
    tally = lessons.tally
    joins = await asyncio.gather(*(tally.join(lesson, person % 300) for person in range(600)))
    assert sum(joins) == 300
    await asyncio.gather(*(tally.use(lesson, person % 300, f"{person % 300}", "1 image") for person in range(600)))
    await lessons.set_levers(lesson)
    levers = lessons.game(lesson, "levers")
    assert levers is not None
    await asyncio.gather(*(lessons.choose(levers, person % 300, person % 3) for person in range(600)))
    assert await lessons.chosen(levers) == {0: 100, 1: 100, 2: 100}
    standing = await tally.standing(lesson)
    assert (standing.joined, standing.entries, standing.totals.total.count) == (300, 300, 300)
    steps = await asyncio.gather(*(lessons.advance(lesson, "prompt") for _ in range(300)))
    assert {step.phase for step in steps} <= {"prompt", "guess1"}
    assert program.decisions.sessions.get(lesson.subject).phase == "guess1"


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


async def test_it_is_refused_where_it_cannot_be(chat: Chat, program: Program) -> None:
    direct = await chat.direct("learn class")
    assert "text channel of a server" in direct.text
    chat.forbid(chat.channel, create_public_threads=True)
    refused = await chat.slash("learn class")
    assert refused.private
    assert "**Create Public Threads**" in refused.text
    chat.forbid(chat.channel)
    chat.forbid(chat.channel, attach_files=True)
    lacking = await chat.slash("learn class")
    assert "I lack **Attach Files** in this channel" in lacking.text
    assert program.decisions.sessions.of(chat.guild.id) == ()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_step_fits_into_a_message(program: Program, book: FactorBook, language: str) -> None:
    lessons = program.decisions.lessons
    lesson = await lessons.begin(7, 45, language, 1)
    bank, voice = program.decisions.bank, program.io.voices.of(language)
    (talk,) = [game for game in lessons.parts(lesson) if game.kind == "prompt"]
    for prompt in bank.prompts:
        assert len(talk_card(replace(talk, phase=DONE), bank.shown(bank.prompts, prompt), voice).text) < 3900
    await lessons.tally.use(lesson, 1, "1", "100 images with stable diffusion 3.5 large in 1080p with 50 steps")
    await lessons.set_levers(lesson)
    levers = lessons.game(lesson, "levers")
    assert levers is not None
    standing = await lessons.tally.standing(lesson)
    step, steps = await lessons.levers(levers), [one.name for one in lessons.steps(lesson)]
    for card in (
        class_card(lesson, standing, steps, voice),
        levers_step_card(levers, step, book, voice),
        levers_step_card(replace(levers, phase=DONE), replace(step, chosen={0: 10**9}), book, voice),
    ):
        assert len(card.text) < 3900
        found = list(every_part(view_of(card).to_components()))
        assert len(found) <= 40
        assert all(len(part.get("custom_id", "")) <= 100 for part in found)
        assert all(len(option["label"]) <= 100 for part in found for option in part.get("options", []))


async def test_a_lesson_in_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales |= {"admin": "fr", "member": "fr"}
    lesson = await begun(chat, program)
    assert lesson.card.buttons == ["Entrer", "Ce que j’ai utilisé", "Étape suivante", "Finir et prendre la fiche"]
    assert "Vous y êtes" in (await lesson.press(lesson.card, "Entrer", "member")).text
    await lesson.types(lesson.card, "Ce que j’ai utilisé", "3 images", "member")
    for _ in range(4):
        await lesson.next("Étape suivante")
    assert "Leviers : que changeriez-vous en premier ?" in lesson.newest.text
    _, page, table = await sheet_of(lesson, "Finir et prendre la fiche")
    assert "1 personne est entrée." in page
    assert "## Leviers : que changeriez-vous en premier ?" in page
    assert table[0] == ["étape", "quoi", "valeur", "unité", "personnes"]
