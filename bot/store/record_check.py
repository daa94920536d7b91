"""What an exported event must be, whichever store it came from: how many, of which origin, with hashes of a size."""

from __future__ import annotations

from typing import get_args

from bot.store.records import Origin, Record

AUTHOR_BYTES = 8
# With one byte more for the item's number, what one source told lies side by side in the index.
SOURCE_BYTES = 12
FINGERPRINT_BYTES = 8
MOST = 10**9
_ORIGINS = sorted(get_args(Origin))


def check_count(count: int) -> None:
    """Raise ValueError for a count that no event may have."""
    if not 1 <= count <= MOST:
        raise ValueError(f"a count is between 1 and {MOST}, not {count}")


def check_record(record: Record) -> None:
    """Raise ValueError with what is wrong, where this is no event of an export."""
    check_count(record.count)
    if record.origin not in _ORIGINS:
        raise ValueError(f"origin is one of {', '.join(_ORIGINS)}, not {record.origin!r}")
    if not record.usage:
        raise ValueError("usage is empty")
    for name, text, size in (
        ("author", record.author, AUTHOR_BYTES),
        ("source", record.source, SOURCE_BYTES + 1),
        ("key", record.key, FINGERPRINT_BYTES),
    ):
        if not (_is_hash(text, size) or (name == "author" and text == "")):
            raise ValueError(f"{name} is {size * 2} hexadecimal digits in lower case, not {text!r}")


def _is_hash(text: str, size: int) -> bool:
    return len(text) == size * 2 and all(digit in "0123456789abcdef" for digit in text)
