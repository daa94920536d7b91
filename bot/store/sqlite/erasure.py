"""Forgetting: a person everywhere, or a server whole. The writer then rebuilds the file, so that the bytes go too."""

from __future__ import annotations

import sqlite3

from bot.store.sqlite import prices

TAKE_DOWN = """UPDATE rollups SET count = rollups.count - gone.count
    FROM (
        SELECT guild, day, usage, origin, sum(count) AS count FROM events WHERE author = ?1 GROUP BY 1, 2, 3, 4
    ) AS gone
    WHERE rollups.guild = gone.guild AND rollups.day = gone.day
        AND rollups.usage = gone.usage AND rollups.origin = gone.origin"""
TAKE_OFF = """DELETE FROM rollups WHERE count = 0 AND (guild, day, usage, origin) IN (
    SELECT guild, day, usage, origin FROM events WHERE author = ?1)"""
# Somebody may have typed a usage that nobody else ever had.
DROP_UNUSED = "DELETE FROM usages WHERE id NOT IN (SELECT usage FROM rollups) RETURNING name"
USED_BY = "SELECT DISTINCT guild, usage, name FROM events JOIN usages ON usages.id = usage WHERE author = ?"
STILL_USED = "SELECT usage FROM rollups WHERE guild = ?"


def erase_person(connection: sqlite3.Connection, author: bytes) -> int:
    """Remove a person's events and what they added to the roll-ups, and from its prices what only they used."""
    used = connection.execute(USED_BY, (author,)).fetchall()
    connection.execute(TAKE_DOWN, (author,))
    connection.execute(TAKE_OFF, (author,))
    gone = connection.execute("DELETE FROM events WHERE author = ?", (author,)).rowcount
    for guild in {guild for guild, *_ in used}:
        held = {usage for (usage,) in connection.execute(STILL_USED, (guild,))}
        prices.forget(connection, guild, {name for where, usage, name in used if where == guild and usage not in held})
    _drop_unused(connection)
    return gone


def erase_server(connection: sqlite3.Connection, guild: int) -> int:
    """Remove a server's events, roll-ups and notes; how many events, not counting those undone before."""
    undone = connection.execute("SELECT count(*) FROM events WHERE guild = ? AND count = 0", (guild,)).fetchone()[0]
    gone = connection.execute("DELETE FROM events WHERE guild = ?", (guild,)).rowcount
    connection.execute("DELETE FROM rollups WHERE guild = ?", (guild,))
    connection.execute("DELETE FROM notes WHERE guild = ?", (guild,))
    connection.execute("DELETE FROM answers WHERE guild = ?", (guild,))
    _drop_unused(connection)
    return int(gone - undone)


def _drop_unused(connection: sqlite3.Connection) -> None:
    dropped = {name for (name,) in connection.execute(DROP_UNUSED).fetchall()}
    # Some may have been undone before, and stand in prices all the same.
    prices.forget_everywhere(connection, dropped)
