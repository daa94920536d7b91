"""A made-up class for the playground: a lesson from its first step to its end, after which only its thread is left."""

from __future__ import annotations

import discord

from bot.discord_io.client import Wattson
from bot.features.learn.debate.decide import VOTES
from bot.features.learn.lesson.command import open_thread
from bot.features.learn.lesson.plan import GUESS, LEVERS, OVER, TALK
from bot.features.learn.session import Session
from bot.start.parts import Parts

MINUTES = 45
# Nobody's accounts: Discord's numbers are far larger.
PUPILS = range(1, 15)


async def teach(client: Wattson, channel: int, language: str, teacher: int) -> None:
    """Lead a lesson in a channel, as fast as it goes. Raises what the network raises, WriteFailed."""
    parts, place = client.parts, client.get_channel(channel)
    assert isinstance(place, discord.TextChannel)
    # Its messages are edited here, step by step, and not as they change.
    notify, parts.sessions.notify = parts.sessions.notify, lambda: None
    try:
        lesson = await parts.classes.begin(place.guild.id, MINUTES, language, teacher)
        await open_thread(place, lesson, parts)
        while lesson.phase != OVER:
            await client.lively.walk()
            await _answer(parts, lesson)
            lesson = await parts.classes.advance(lesson, lesson.phase)
        await parts.classes.close(lesson)
        await client.lively.walk()
    finally:
        parts.sessions.notify = notify


async def _answer(parts: Parts, lesson: Session) -> None:
    """What the pupils do at a step: most guess too low, and some change their minds."""
    classes, step = parts.classes, lesson.phase
    game = classes.game(lesson, step)
    for pupil in PUPILS:
        if step == TALK:
            await classes.tally.join(lesson, pupil)
        elif game is not None and step.startswith(GUESS):
            truth = classes.guesses.truth(game).range.central
            await classes.guesses.guess(game, pupil, f"{truth * 10 ** ((pupil * 5 % 14 - 9) / 6):.9f}")
        elif game is not None and step == LEVERS:
            await classes.choose(game, pupil, pupil % 3)
        elif game is not None and step in ("vote", "again"):
            moved = step == "again" and pupil % 4 == 0
            await classes.debates.vote(game, pupil, VOTES[0] if moved else VOTES[pupil % 3])
