"""`/whatif`: the same use by many people, for long."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat


async def test_habit_of_many_is_totalled_for_its_period_and_a_year(chat: Chat) -> None:
    seen = await chat.slash("whatif", activity="video 5s", people="2 million", times=3, per="week")
    assert not seen.private
    assert "2,000,000 people, 3 times a week" in seen.text
    assert "Once takes **about 100 Wh** (10–600 Wh)" in seen.text
    assert "In a week: **about 600 MWh** (60–3,600 MWh)" in seen.text
    assert "In a year: **about 31 GWh** (3.1–190 GWh)" in seen.text
    assert "wind turbines of 2 MW" in seen.text


async def test_habit_in_french_and_its_button_after_a_restart(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("whatif", activity="1 image", people="1 million", per="year", place="France")
    assert "1 000 000 personnes, 1 fois par an" in seen.text
    assert "sur ce réseau électrique : France" in seen.text
    await chat.restart()
    english = await chat.press(seen, "English")
    assert english.private
    assert "1,000,000 people, 1 time a year" in english.text
    assert "on this grid: France" in english.text


async def test_everything_but_the_activity_may_be_left_out(chat: Chat) -> None:
    seen = await chat.slash("whatif", activity="1 image")
    assert "1,000 people, 1 time a day" in seen.text


async def test_bad_habit_is_refused_privately(chat: Chat) -> None:
    seen = await chat.slash("whatif", activity="3 images and a video")
    assert seen.private
    assert "more than one activity" in seen.text
    chat.locales["member"] = "fr"
    assert "Je ne peux pas" in (await chat.slash("whatif", activity="3 images and a video")).text


async def test_habit_offers_everything_its_single_use_does(chat: Chat, program: Program) -> None:
    seen = await chat.slash("whatif", activity="video 5s with wan2.2-14b", people="1 million")
    assert seen.buttons == ["Sources", "Why so wide?", "Levers", "Add to tally", "Français"]
    await chat.restart()
    assert "Alibaba Wan team" in (await chat.press(seen, "Sources")).text
    added = await chat.press(seen, "Add to tally")
    assert "• 1 AI video of 5 s" in added.text
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 1
