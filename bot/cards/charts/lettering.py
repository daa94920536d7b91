"""Text as the bundled font can draw it: which characters, how wide, broken into which lines."""

from __future__ import annotations

import itertools
import textwrap
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Transform

from bot.cards.charts.colours import INK, PAGE, SKY

SMALL, BODY, TITLE = 28, 31, 38
LINE = 1.28
ELLIPSIS, UNKNOWN = "\N{HORIZONTAL ELLIPSIS}", "?"
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_FILES = {False: _FONTS / "DejaVuSans.ttf", True: _FONTS / "DejaVuSans-Bold.ttf"}
# Marks that stack on a letter, direction marks, joiners: they can pile up, or turn the text around.
_DROPPED = frozenset(("Mn", "Me", "Cf", "Cs"))


@cache
def font(size: float = SMALL, *, bold: bool = False) -> FontProperties:
    """The bundled font, by its file: a system's own DejaVu may differ."""
    return FontProperties(fname=str(_FILES[bold]), size=size)


def plain(text: str) -> str:
    """One line, with a question mark for each run of characters the font does not have."""
    composed = unicodedata.normalize("NFC", text[:600])
    kept = (character for character in composed if unicodedata.category(character) not in _DROPPED)
    spaced = ("".join(" " if character in "\n\r\t\v\f\x85\u2028\u2029" else character for character in kept)).strip(" ")
    return "".join("".join(run) if known else UNKNOWN for known, run in itertools.groupby(spaced, _drawable))


@lru_cache(4096)
def width(text: str, size: float = SMALL, *, bold: bool = False) -> float:
    """How many pixels wide a text is once drawn."""
    return float(text_to_path.get_text_width_height_descent(text, font(size, bold=bold), ismath=False)[0])


def fit(text: str, room: float, size: float = SMALL, *, bold: bool = False) -> str:
    """A plain text on one line, its end left out where it is absurdly long."""
    shown = text = plain(text)
    while width(shown, size, bold=bold) > room and text:
        text = text[: min(len(text) - 1, int(0.95 * len(text)))]
        shown = text.rstrip() + ELLIPSIS
    return shown


def wrapped(text: str, room: float, size: float = SMALL, *, bold: bool = False, most: int = 3) -> tuple[str, ...]:
    """The text on as few lines as it needs; a title's and a name's are of about the same length."""
    text, found = plain(text), list[str]()
    fitting = int(len(text) * min(1, room / max(width(text, size, bold=bold), 1))) + 1
    # Letters differ in width: from a few more columns than fit on average to fewer, until all lines fit.
    for columns in range(int(1.1 * fitting), 0, -1):
        lines = textwrap.wrap(text, columns, break_long_words=False, break_on_hyphens=False)
        if found and len(lines) > len(found):
            break
        if max((width(line, size, bold=bold) for line in lines[:most]), default=0) <= room:
            found = lines
            if not bold or len(lines) == 1:
                break
    found = found or textwrap.wrap(text, fitting)
    last = " ".join(found[most - 1 :])
    return tuple(fit(line, room, size, bold=bold) for line in [*found[: most - 1], last] if line)


def write(
    on: Figure | Axes,
    place: tuple[float, float],
    text: str,
    transform: Transform,
    *,
    size: float = SMALL,
    colour: str = INK,
    bold: bool = False,
    align: Literal["left", "center", "right"] = "left",
    ground: str = PAGE,
) -> None:
    """Write one line from its baseline, on a ground that hides the lines behind it."""
    if text:
        style = {"boxstyle": "square,pad=0", "facecolor": ground, "edgecolor": ground, "linewidth": 8}
        written = on.text(*place, text, transform=transform, color=PAGE if ground == SKY else colour)
        written.set(fontproperties=font(size, bold=bold), ha=align, bbox=style, zorder=5)


@cache
def _characters() -> frozenset[int]:
    first, second = (frozenset(FT2Font(str(file)).get_charmap()) for file in _FILES.values())
    return first & second


def _drawable(character: str) -> bool:
    return ord(character) in _characters() and unicodedata.category(character) != "Cc"
