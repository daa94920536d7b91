"""`/learn class`: a lesson in a thread, anonymous, with a sheet for who leads it and nothing kept afterwards."""

from __future__ import annotations

from pathlib import Path

from bot.features.learn.lesson import TALK
from bot.features.learn.prompt.card import question_words
from bot.start.program import Program
from tests.chat.classroom import begun, caught_up, pupils, sheet_of
from tests.chat.simulated import Chat


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
