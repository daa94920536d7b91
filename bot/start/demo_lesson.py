"""A made-up class for the playground: a lesson from its first step to its end, after which only its thread is left."""

from __future__ import annotations

import discord

from bot.discord_io.client import Wattson
from bot.features.learn import Session
from bot.features.learn.debate import VOTES
from bot.features.learn.lesson import GUESS, LEVERS, OVER, TALK
from bot.start.program import Program

MINUTES = 45
# Nobody's accounts: Discord's numbers are far larger.
PUPILS = range(1, 15)


async def teach(client: Wattson, program: Program, channel: int, language: str, teacher: int) -> None:
    """Lead a lesson in a channel, as fast as it goes. Raises what the network raises, WriteFailed."""
    lessons, sessions, place = program.decisions.lessons, program.decisions.sessions, client.get_channel(channel)
    assert isinstance(place, discord.TextChannel)
    # Its messages are edited here, step by step, and not as they stir.
    stirred, sessions.notify = sessions.notify, lambda: None
    refresh = program.lesson.refresher.walk
    try:
        lesson = await lessons.begin(place.guild.id, MINUTES, language, teacher)
        await program.lesson.open_thread(place, lesson)
        while lesson.phase != OVER:
            await refresh()
            await _answer(program, lesson)
            lesson = await lessons.advance(lesson, lesson.phase)
        await lessons.close(lesson)
        await refresh()
    finally:
        sessions.notify = stirred


async def _answer(program: Program, lesson: Session) -> None:
    """What the pupils do at a step: most guess too low, and some change their minds."""
    lessons, step = program.decisions.lessons, lesson.phase
    game = lessons.game(lesson, step)
    for pupil in PUPILS:
        if step == TALK:
            await lessons.tally.join(lesson, pupil)
        elif game is not None and step.startswith(GUESS):
            truth = lessons.guesses.asked(game).truth.range.central
            await lessons.guesses.guess(game, pupil, f"{truth * 10 ** ((pupil * 5 % 14 - 9) / 6):.9f}")
        elif game is not None and step == LEVERS:
            await lessons.choose(game, pupil, pupil % 3)
        elif game is not None and step in ("vote", "again"):
            moved = step == "again" and pupil % 4 == 0
            await lessons.debates.vote(game, pupil, VOTES[0] if moved else VOTES[pupil % 3])
