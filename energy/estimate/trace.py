"""The code of an estimate: six letters and digits for what went in and the edition of the book."""

from __future__ import annotations

from energy.places.place import Place
from energy.usage.usage import Usage

# Crockford's alphabet: no letter that could be read as a digit.
_TRACE_ALPHABET = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def trace_code(usage: Usage, place: Place, book_version: str) -> str:
    """Six letters and digits that name these inputs priced by this book."""
    # Imported here because only a shown trace needs them, and `import energy` is a tenth (8 to 16 ms) faster without.
    import base64
    import hashlib

    text = f"{usage.key}|{usage.count}|{place.id}|{place.basis.name}|{book_version}"
    if place.live:
        text += f"|{place.live.source}|{place.live.g_per_kwh}|{place.live.moment}"
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:6].translate(_TRACE_ALPHABET).decode()
