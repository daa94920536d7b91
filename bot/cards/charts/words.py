"""Text as the bundled font can draw it."""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

UNKNOWN = "?"
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_FILES = {False: _FONTS / "DejaVuSans.ttf", True: _FONTS / "DejaVuSans-Bold.ttf"}
# Marks that stack on a letter, direction marks, joiners: they can pile up, or turn the text around.
_DROPPED = frozenset(("Mn", "Me", "Cf", "Cs"))


@cache
def font(size: float, *, bold: bool = False) -> FontProperties:
    """The bundled font, by its file: a system's own DejaVu may differ."""
    return FontProperties(fname=str(_FILES[bold]), size=size)


@cache
def _drawable() -> frozenset[int]:
    drawable = [frozenset(FT2Font(str(file)).get_charmap()) for file in _FILES.values()]
    return drawable[0] & drawable[1]


def plain(text: str) -> str:
    """One line, with a plain sign for each run of characters the font does not have."""
    composed = unicodedata.normalize("NFC", text[:600])
    kept = (character for character in composed if unicodedata.category(character) not in _DROPPED)
    spaced = ("".join(" " if character in "\n\r\t\v\f\x85\u2028\u2029" else character for character in kept)).strip(" ")
    runs = itertools.groupby(spaced, _known)
    return "".join("".join(run) if known else UNKNOWN for known, run in runs)


def _known(character: str) -> bool:
    return ord(character) in _drawable() and unicodedata.category(character) != "Cc"
