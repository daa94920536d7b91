"""What charts share: a heading, an axis, rows with their text, a note."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.charts.canvas import BODY, LEFT, LINE, MARGIN, RIGHT, SMALL, TITLE, Canvas
from bot.cards.charts.chart import Tick
from bot.cards.charts.colours import FAINT, GRID, KINDS, SOFT
from bot.cards.charts.scale import LogScale

BAR, SWATCH = 28, 26
_GAP = 26


def heading(canvas: Canvas, title: str) -> float:
    """Write the title on one line or two; where the rest begins."""
    y = float(MARGIN)
    for line in canvas.wrap(title, RIGHT - LEFT, TITLE, bold=True):
        canvas.write(LEFT, y + 0.8 * TITLE, line, size=TITLE, bold=True)
        y += LINE * TITLE
    return y + 20


def legend(canvas: Canvas, kinds: Sequence[tuple[str, int]], y: float, *, hatched: bool = True) -> float:
    """Name kinds by colour and pattern, in one line; where the rest begins."""
    room = (RIGHT - LEFT) / len(kinds) - SWATCH - 12 - _GAP
    x = float(LEFT)
    for label, tone in kinds:
        fill, hatch = KINDS[tone % len(KINDS)]
        canvas.box((x, y, x + SWATCH, y + SWATCH), fill, hatch=hatch if hatched else "")
        name = canvas.fit(label, room)
        canvas.write(x + SWATCH + 12, y + SWATCH - 3, name)
        x += SWATCH + 12 + canvas.width(name) + _GAP + 10
    return y + SWATCH + 16


def caption(canvas: Canvas, text: str, y: float) -> float:
    """Say what the half of a picture below shows; where it begins."""
    if not text.strip():
        return y
    canvas.write(LEFT, y + 0.8 * SMALL, canvas.fit(text, RIGHT - LEFT), colour=SOFT)
    return y + LINE * SMALL + 12


def footing(canvas: Canvas, note: str, y: float) -> float:
    """Write the note under everything; the height of the page."""
    for line in canvas.wrap(note, RIGHT - LEFT):
        y += LINE * SMALL
        canvas.write(LEFT, y + 4, line, colour=SOFT)
    return y + MARGIN - 6


def rows(canvas: Canvas, texts: Sequence[tuple[str, str]], y: float) -> tuple[list[float], float]:
    """Write each row's label and what is said of it, on one line where all fit; the bars' middles, and the end."""
    room = RIGHT - LEFT
    fitted = [(canvas.fit(label, room, BODY, bold=True), canvas.fit(said, room, BODY)) for label, said in texts]
    widths = [canvas.width(label, BODY, bold=True) + _GAP + canvas.width(said, BODY) for label, said in fitted]
    one_line = max(widths) <= room
    apart = 34 if len(fitted) <= 4 else 26
    middles = []
    for label, said in fitted:
        y += BODY
        canvas.write(LEFT, y, label, size=BODY, bold=True)
        if one_line:
            canvas.write(RIGHT, y, said, size=BODY, colour=SOFT, align="right")
        else:
            y += LINE * BODY
            canvas.write(LEFT, y, said, size=BODY, colour=SOFT)
        middles.append(y + 22 + BAR / 2)
        y += 22 + BAR + apart
    return middles, y - 6


def axis(
    canvas: Canvas, scale: LogScale, ticks: Sequence[Tick], lanes: Sequence[tuple[float, float]], bottom: float
) -> float:
    """Ticks, and their labels where they do not touch; thin lines up through the lanes; where the axis ends."""
    taken = float("-inf")
    canvas.line([(LEFT, bottom), (RIGHT, bottom)], FAINT, 2, layer=0.6)
    for tick in sorted((tick for tick in ticks if scale.shows(tick.value)), key=lambda tick: tick.value):
        x = scale.at(tick.value)
        label = canvas.fit(tick.label, 200)
        width = canvas.width(label)
        middle = min(max(x, LEFT + width / 2), RIGHT - width / 2)
        for top, end in lanes:
            canvas.line([(x, top), (x, end)], GRID, 2, layer=0)
        canvas.line([(x, bottom), (x, bottom + 9)], FAINT, 2, layer=0.6)
        if middle - width / 2 >= taken:
            canvas.write(middle, bottom + 18 + 0.8 * SMALL, label, colour=SOFT, align="center")
            taken = middle + width / 2 + _GAP
    return bottom + 18 + SMALL


def lanes_of(middles: Sequence[float]) -> list[tuple[float, float]]:
    """The strips in which the bars lie."""
    return [(middle - BAR / 2 - 8, middle + BAR / 2 + 8) for middle in middles]
