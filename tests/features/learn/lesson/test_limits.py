"""Every card of a lesson stays within what Discord lets a message hold."""

from __future__ import annotations

from dataclasses import replace

from bot.discord_io.components import view_of
from bot.features.learn.lesson.card import class_card, levers_step_card, talk_card
from bot.features.learn.lesson.decide import DONE
from config.text.voice import Voice
from energy import FactorBook
from tests.chat.simulated import every_part
from tests.features.learn.games import Games


async def test_every_step_fits_into_a_message(games: Games, book: FactorBook, voice: Voice) -> None:
    lessons, bank = games.lessons, games.bank
    lesson = await lessons.begin(7, 45, voice.language, 1)
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
