"""A live figure of a grid in few characters, so that a button shows what its card showed, also after a restart."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from energy import Basis, FactorBook, Live, Place, at_moment

MARK = "!"
_SOURCE = {"g": "neso-live", "f": "rte-live", "e": "electricity-maps-live"}
_BASIS = {"m": Basis.MODELLED, "e": Basis.ESTIMATED}
_LETTER: dict[str, str] = {what: letter for letters in (_SOURCE, _BASIS) for letter, what in letters.items()}
# Who tells; then, where they did, how it is known, tenths of a gram, and the minute.
_CODE = re.compile(r"(?P<source>[gfe])(?:(?P<basis>[me])(?P<tenths>[0-9]{1,5})\.(?P<minute>[0-9a-f]{7}))?")
_TENTHS, _MINUTE_S = 10, 60


def live_code(place: Place) -> str:
    """What a question needs to name the place's live figure, or who gave none; nothing for a yearly one."""
    if (live := place.live) is None:
        return f"{MARK}{_LETTER[place.missing]}" if place.missing else ""
    tenths, minute = round(live.g_per_kwh * _TENTHS), int(live.at.timestamp()) // _MINUTE_S
    return f"{MARK}{_LETTER[live.source]}{_LETTER[live.basis]}{tenths}.{minute:07x}"


def with_live_code(place: Place, code: str, book: FactorBook) -> Place:
    """The yearly place with what the code says, `MARK` left out. Raises ValueError for others than ours."""
    if not code:
        return place
    if (read := _CODE.fullmatch(code)) is None:
        raise ValueError(code)
    source = _SOURCE[read["source"]]
    if read["basis"] is None:
        return replace(place, missing=source)
    at = datetime.fromtimestamp(int(read["minute"], 16) * _MINUTE_S, UTC)
    return at_moment(place, Live(int(read["tenths"]) / _TENTHS, at, source, _BASIS[read["basis"]]), book)
