"""Forgetting: a person everywhere, or a server whole. The writer then rebuilds the file, so that the bytes go too."""

from __future__ import annotations

import sqlite3

TAKE_DOWN = """UPDATE rollups SET count = rollups.count - gone.count
    FROM (
        SELECT guild, day, usage, origin, sum(count) AS count FROM events WHERE author = ?1 GROUP BY 1, 2, 3, 4
    ) AS gone
    WHERE rollups.guild = gone.guild AND rollups.day = gone.day
        AND rollups.usage = gone.usage AND rollups.origin = gone.origin"""
TAKE_OFF = """DELETE FROM rollups WHERE count = 0 AND (guild, day, usage, origin) IN (
    SELECT guild, day, usage, origin FROM events WHERE author = ?1)"""
# Somebody may have typed a usage that nobody else ever had.
DROP_UNUSED = "DELETE FROM usages WHERE id NOT IN (SELECT usage FROM rollups)"


def erase_person(connection: sqlite3.Connection, author: bytes) -> int:
    """Remove a person's events and what they added to the roll-ups; how many events."""
    connection.execute(TAKE_DOWN, (author,))
    connection.execute(TAKE_OFF, (author,))
    gone = connection.execute("DELETE FROM events WHERE author = ?", (author,)).rowcount
    connection.execute(DROP_UNUSED)
    return gone


def erase_server(connection: sqlite3.Connection, guild: int) -> int:
    """Remove a server's events, roll-ups and notes; how many events, not counting those undone before."""
    undone = connection.execute("SELECT count(*) FROM events WHERE guild = ? AND count = 0", (guild,)).fetchone()[0]
    gone = connection.execute("DELETE FROM events WHERE guild = ?", (guild,)).rowcount
    connection.execute("DELETE FROM rollups WHERE guild = ?", (guild,))
    connection.execute("DELETE FROM notes WHERE guild = ?", (guild,))
    connection.execute("DELETE FROM answers WHERE guild = ?", (guild,))
    connection.execute(DROP_UNUSED)
    return int(gone - undone)
