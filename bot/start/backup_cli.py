"""The operator's words for the tally's file: export, import and backup, also while the bot runs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import get_args

from bot.start.program import StartError
from bot.store import WriteFailed
from bot.store.exchange import BadLine, Form, read_records, write_records
from bot.store.sqlite import StorageError, backup_file, open_store

FORMS: tuple[Form, ...] = get_args(Form)


async def export(database: Path, guild: int, file: Path) -> str:
    """Write a server's entries to a file whose name ends in .csv or .jsonl. Raises StartError."""
    form = _form(file)
    # A copy is read, so that the bot goes on writing and holding its file.
    with tempfile.TemporaryDirectory(prefix="wattson-") as folder:
        copy = Path(folder) / "copy.db"
        _stored(database)
        try:
            backup_file(database, copy)
            store = await open_store(copy)
            try:
                with file.open("w", encoding="utf-8", newline="") as out:
                    count = await write_records(store.ledger.records(guild), out, form)
            finally:
                await store.close()
        except (StorageError, OSError) as error:
            raise StartError(_said(error)) from None
    return f"{count} entries of server {guild} are in {file}."


async def restore(database: Path, guild: int, file: Path) -> str:
    """Add the entries of an exported file to a server; those already there change nothing. Raises StartError.

    Entries made with another key are nobody's here: they could be neither found nor erased by who told them.
    """
    form = _form(file)
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            records = read_records(lines, form)
        store = await open_store(database)
        try:
            new = await store.ledger.restore(guild, records)
            foreign = sum(bool(record.author) and record.key != store.ledger.key_fingerprint for record in records)
        finally:
            await store.close()
    except BadLine as error:
        raise StartError(f"{file}: {error}; nothing was imported.") from None
    except (StorageError, WriteFailed, OSError, UnicodeDecodeError) as error:
        raise StartError(_said(error)) from None
    said = f"{new} of {len(records)} entries were new for server {guild}"
    if foreign:
        said += f"; {foreign} were made with another key than {database}.key, so whose they are was left out"
    return f"{said}."


def backup(database: Path, file: Path) -> str:
    """Copy the database and its key, consistent while the bot writes. Raises StartError."""
    _stored(database)
    try:
        backup_file(database, file)
    except (StorageError, OSError) as error:
        raise StartError(_said(error)) from None
    return f"{database} is in {file}, and its key in {file}.key; keep both."


def _stored(database: Path) -> None:
    if not database.exists():
        raise StartError(f"{database} does not exist: set DATABASE_URL to the bot's database.")


def _form(file: Path) -> Form:
    for form in FORMS:
        if file.suffix == f".{form}":
            return form
    raise StartError(f"{file}: the name must end in .csv or .jsonl.")


def _said(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}."
    return str(error)
