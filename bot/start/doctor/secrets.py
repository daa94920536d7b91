"""Who else on this machine can read what only the bot should."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.start.doctor.finding import Finding, fail, ok, warn
from bot.store.sqlite.key import key_file
from config.settings import ENV_FILE, Settings

# Where containers and systemd put secrets; they set the modes, and keep others out themselves.
_MOUNTS = (Path("/run/secrets"), Path("/run/credentials"))


def secrets(settings: Settings) -> Iterator[Finding]:
    """The modes of every file that holds a secret or what people told."""
    database = settings.database
    files = {
        ENV_FILE: "the token",
        settings.discord_token_file: "the token",
        key_file(database): "the key to who told what",
        database: "what people told",
        database.with_name(f"{database.name}-wal"): "what people told",
    }
    present = [(file, what) for file, what in files.items() if file is not None and file.is_file()]
    if os.name == "nt":
        yield ok("file modes", "not told by this system", "look at each file's Security page yourself")
        return
    wrong = [finding for file, what in present if (finding := _mode(file, what))]
    yield from wrong
    if not wrong:
        names = ", ".join(file.name for file, _ in present) or "there are no files yet"
        yield ok("file modes", f"nobody else can read or change them ({names})")


def _mode(file: Path, what: str) -> Finding | None:
    mode = stat.S_IMODE(file.stat().st_mode)
    if not mode & 0o077 or any(mount in file.absolute().parents for mount in _MOUNTS):
        return None
    said, todo = f"{file} holds {what}, and its mode is {mode:04o}", f"chmod 600 {file}"
    # Whoever shares the group was perhaps given it on purpose; all the others never are.
    return fail("file modes", said, todo) if mode & 0o007 or mode & 0o020 else warn("file modes", said, todo)
