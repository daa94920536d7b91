"""The key beside the database: what turns Discord ids into hashes nobody can guess back without it."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from bot.store.record_check import AUTHOR_BYTES, FINGERPRINT_BYTES, SOURCE_BYTES
from bot.store.sqlite.errors import StorageError

KEY_BYTES = 32


class Key:
    """Keyed hashes, a separate family for each purpose."""

    def __init__(self, secret: bytes) -> None:
        self._author = blake2b(digest_size=AUTHOR_BYTES, key=secret, person=b"wattson.author")
        self._source = blake2b(digest_size=SOURCE_BYTES, key=secret, person=b"wattson.source")
        self._voter = blake2b(digest_size=AUTHOR_BYTES, key=secret, person=b"wattson.voter")
        # Kept inside the database and its exports, it tells this key from another and helps to guess neither.
        self.fingerprint = blake2b(digest_size=FINGERPRINT_BYTES, key=secret, person=b"wattson.mark").digest()

    def author(self, person: int) -> bytes:
        """The hash of a person's id."""
        author = self._author.copy()
        author.update(b"%d" % person)
        return author.digest()

    def source(self, name: str) -> bytes:
        """The hash of an interaction's or a message's name."""
        source = self._source.copy()
        source.update(name.encode())
        return source.digest()

    def voter(self, session: str, person: int) -> bytes:
        """The hash of a person's id within one session: nobody is followed from one session to another."""
        voter = self._voter.copy()
        voter.update(f"{session} {person}".encode())
        return voter.digest()


def key_file(database: Path) -> Path:
    """Where the key of a database lies."""
    return database.with_name(f"{database.name}.key")


def load_key(database: Path) -> Key | None:
    """The key, or None where there is no file. Raises StorageError."""
    file = key_file(database)
    try:
        secret = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(f"{file} cannot be read ({error.strerror}); give the bot's user access to it.") from None
    if len(secret) != KEY_BYTES:
        raise StorageError(f"{file} must hold {KEY_BYTES} bytes; put the key of the backup in its place.")
    return Key(secret)


def create_key(database: Path) -> Key:
    """A new key, on the disk before anything is hashed with it. Raises StorageError."""
    secret = os.urandom(KEY_BYTES)
    try:
        write_secret(key_file(database), secret)
    except OSError as error:
        raise StorageError(f"{key_file(database)} cannot be written ({error.strerror}); check its folder.") from None
    return Key(secret)


def write_secret(file: Path, secret: bytes) -> None:
    """Put a secret under its name, whole or not at all, for the owner's eyes only; never over another."""
    partial = file.with_name(f".{file.name}.partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secret)
        out.flush()
        os.fsync(out.fileno())
    try:
        publish(partial, file)
    finally:
        partial.unlink(missing_ok=True)


def publish(partial: Path, file: Path) -> None:
    """Give a finished file its name, durably; raises FileExistsError rather than replace another."""
    try:
        os.link(partial, file)
    except FileExistsError:
        raise
    except OSError:  # a filesystem without hard links
        if file.exists():
            raise FileExistsError(file) from None
        partial.rename(file)
    else:
        partial.unlink()
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
