"""What the levers of a lesson are about."""

from __future__ import annotations

from bot.features.learn.lesson.plan import LEVERS
from bot.start.program import Program
from energy import Usage

GUILD, LEADER, PUPIL = 7, 1, 2


async def test_levers_are_about_what_the_class_used_most_where_anything_lowers_it_else_a_clip(program: Program) -> None:
    lessons, usual = program.decisions.lessons, Usage("video", 5.0)
    await program.decisions.settings.choose_place(GUILD, "SWE")
    # A distilled model on a clean grid leaves nothing to change; ten answers do.
    for typed, about in (("1 image with sdxl turbo", usual), ("10 answers of 1000 tokens", Usage("text", 1000.0))):
        lesson = await lessons.begin(GUILD, 45, "en", LEADER)
        await lessons.tally.use(lesson, PUPIL, "1", typed)
        await lessons.set_levers(lesson)
        levers = lessons.game(lesson, LEVERS)
        assert levers is not None
        assert levers.told("use") == about.key
        assert (await lessons.levers(levers)).changes
        await lessons.close(lesson)
