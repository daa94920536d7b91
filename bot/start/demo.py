"""A made-up community for the playground to look at: a month of tally, a goal, a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import blake2b

from bot.features.board import Board
from bot.start.program import Program
from bot.store import Action, Origin
from energy import Usage

DAYS = 30
# What the community does: free words, how it came to be known, on one day in how many, and at most how often then.
_HABITS: tuple[tuple[str, Origin, int, int], ...] = (
    ("1 image with flux.1-dev", "counted", 1, 18),
    ("4 images", "estimated", 3, 3),
    ("300 words", "declared", 1, 25),
    ("a long answer with reasoning", "declared", 2, 4),
    ("video 5s", "declared", 4, 2),
    ("a 10 second clip with veo 3.1", "estimated", 9, 1),
    ("2 minutes of music", "declared", 7, 2),
)
_CEILING = "12 kWh"


async def fill(program: Program, guild: int, channel: int, people: tuple[int, ...]) -> None:
    """Give a server its month, its goal and a board in a channel. Raises WriteFailed."""
    decide = program.decisions
    last = decide.tally.today(guild)
    read = {words: await decide.tally.read(guild, words) for words, *_ in _HABITS}
    for back in range(DAYS):
        for action in _day(guild, last - timedelta(days=back), people, read):
            await program.store.ledger.add(action)
    await decide.goals.set(guild, _CEILING, "month")
    await decide.boards.place(guild, Board(channel))
    decide.boards.mark_stale(guild)


def _day(guild: int, day: date, people: tuple[int, ...], read: Mapping[str, tuple[Usage, ...]]) -> Iterator[Action]:
    for number, (words, origin, every, most) in enumerate(_HABITS):
        chance = blake2b(f"{day.toordinal()} {number}".encode(), digest_size=3).digest()
        if chance[0] % every:
            continue
        often = 1 + chance[1] % most
        items = tuple((usage.key, usage.count * often) for usage in read[words])
        author = None if origin == "counted" else people[chance[2] % len(people)]
        yield Action(guild, day, items, origin, f"demo {day} {number}", author)
