"""`/source`: an answer traced back, in any server, on any day."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bot.discord_io.client import Wattson
from bot.discord_io.registration import Registration
from bot.start.program import Program
from bot.start.wiring import opened
from config.settings import Settings
from energy import FactorBook
from tests.chat.simulated import Chat, Seen


def code_of(seen: Seen) -> str:
    found = re.search(r"Trace ([0-9A-Z]{6})", seen.text)
    assert found
    return found[1]


async def test_code_leads_to_inputs_steps_factors_and_sources(chat: Chat) -> None:
    asked = await chat.slash("cost video", duration="5s", model="wan2.2-14b", place="France")
    seen = await chat.slash("source", code=code_of(asked), as_="admin")
    assert seen.private
    assert "1 AI video of 5 s · Wan2.2" in seen.text
    assert "on this grid: France" in seen.text
    for words in ("1. Chips", "2. Server", "3. Data centre", "4. Carbon", "5. Water"):
        assert f"**{words}" in seen.text
    assert "• carbon intensity of the grid (g CO₂e per kWh): " in seen.text
    assert "Ember" in seen.text
    assert "×10⁻¹²" in seen.text
    assert "today's answer is the same" in seen.text
    assert "Sources" in seen.buttons


async def test_code_speaks_french(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    code = code_of(await chat.slash("cost image"))
    seen = await chat.slash("source", code=code)
    assert f"Code de suivi {code}" in seen.text
    assert "**1. Centre de données = nombre × chiffre donné au compteur" in seen.text
    english = await chat.press(seen, "English")
    assert "**1. Data centre" in english.text


async def test_unknown_and_unreadable_codes_are_refused_privately(chat: Chat) -> None:
    for typed, words in (("K7Q2M9", "No answer with the code"), ("hello!", "six letters and digits"), ("", "six let")):
        seen = await chat.slash("source", code=typed or " ")
        assert seen.private
        assert words in seen.text
    chat.locales["member"] = "fr"
    assert "Aucune réponse" in (await chat.slash("source", code="K7Q2M9")).text


async def test_answer_of_an_old_book_stands_beside_todays(tmp_path: Path, book: FactorBook) -> None:
    file = tmp_path / "months.db"
    async with opened(Settings(), file, replace(book, version="2026-01-01+old")) as then:
        answer = then.decisions.estimator.video("5s")
        await then.decisions.memory.keep(answer)
        code = answer.estimate.trace
    async with opened(Settings(), file, book) as now:
        chat = Chat(lambda: Wattson(now.io, now.features, Registration()))
        await chat.open()
        seen = await chat.slash("source", code=code)
        await chat.close()
    assert "edition 2026-01-01+old" in seen.text
    assert f"**Today**, with edition {book.version}: about 100 Wh (10–600 Wh)" in seen.text


async def test_nothing_about_who_asked_is_in_the_file(chat: Chat, program: Program, tmp_path: Path) -> None:
    await chat.slash("cost video", duration="5s")
    await chat.slash("ask", question="please tell me about 4 images, yours sincerely Zebulon")
    person, server = chat.people["member"].id, chat.guild.id
    await program.store.close()
    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        for secret in (b"Zebulon", str(person).encode(), str(server).encode(), person.to_bytes(8), server.to_bytes(8)):
            assert secret not in raw, file.name
