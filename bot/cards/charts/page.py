"""A page 1000 pixels wide on which texts and panels stand under each other, as tall as they need.

On a phone it is shown about 390 pixels wide, so nothing is written smaller than `SMALL`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D
from PIL import Image

from bot.cards.charts.colours import ACTIVITY_MARKS, INK, PAGE, SOFT, palette
from bot.cards.charts.lettering import LINE, SMALL, TITLE, fit, width, wrapped, write

WIDTH, MARGIN = 1000, 44
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
ROOM = RIGHT - LEFT
_SWATCH, _GAP = 26, 12


class Page:
    """One picture in the making; `y` is where its next part begins, in pixels from the top."""

    def __init__(self, title: str) -> None:
        self.figure = Figure(linewidth=12)
        self.canvas = FigureCanvasAgg(self.figure)
        self.y = float(MARGIN)
        self._pixels = Affine2D()
        self._panels: list[tuple[Axes, float, float, float]] = []
        self.write(title, size=TITLE, colour=INK, bold=True)
        self.y += 20

    def write(self, text: str, *, size: float = SMALL, colour: str = SOFT, bold: bool = False) -> None:
        """Write a text from the left margin, on as many lines as it needs."""
        for line in wrapped(text, ROOM, size, bold=bold):
            write(self.figure, (LEFT, self.y + 0.8 * size), line, self._pixels, size=size, colour=colour, bold=bold)
            self.y += LINE * size

    def caption(self, text: str) -> None:
        """Say what the panel below shows."""
        if text.strip():
            self.write(text)
            self.y += 12

    def legend(self, kinds: Sequence[tuple[str, int]], *, hatched: bool) -> None:
        """Name kinds by colour and pattern, on as many lines as they need."""
        x = float(LEFT)
        for label, tone in kinds:
            name = fit(label, ROOM - _SWATCH - _GAP)
            wide = _SWATCH + _GAP + width(name)
            if x > LEFT and x + wide > RIGHT:
                x, self.y = LEFT, self.y + LINE * SMALL
            fill, hatch = ACTIVITY_MARKS[tone % len(ACTIVITY_MARKS)]
            swatch = Rectangle((x, self.y), _SWATCH, _SWATCH, facecolor=fill, edgecolor=PAGE)
            swatch.set(transform=self._pixels, hatch=hatch if hatched else "")
            self.figure.add_artist(swatch)
            write(self.figure, (x + _SWATCH + _GAP, self.y + _SWATCH - 3), name, self._pixels)
            x += wide + 3 * _GAP
        self.y += _SWATCH + 22

    def panel(self, height: float, left: float = LEFT) -> Axes:
        """Axes from there to the right margin."""
        axes = self.figure.add_axes((0, 0, 1, 1))
        self._panels.append((axes, left, self.y, height))
        self.y += height
        return axes

    def finish(self, note: str) -> None:
        """Write the note under everything and end the page there."""
        self.y += 8
        self.write(note)
        tall = round(self.y + MARGIN - 14)
        self.figure.set_size_inches(WIDTH / 72, tall / 72)
        self._pixels.scale(1, -1).translate(0, tall)
        for axes, left, top, height in self._panels:
            axes.set_position((left / WIDTH, 1 - (top + height) / tall, (RIGHT - left) / WIDTH, height / tall))

    def png(self) -> bytes:
        """The picture: nothing but pixels. Its few colours need a third of the bytes, and leave flat areas exact."""
        self.canvas.draw()  # type: ignore[no-untyped-call]
        pixels = self.canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        drawn = Image.frombuffer("RGBA", self.canvas.get_width_height(), pixels).convert("RGB")
        data = io.BytesIO()
        drawn.quantize(palette=_palette(), dither=Image.Dither.NONE).save(data, "PNG")
        return data.getvalue()


@cache
def _palette() -> Image.Image:
    image = Image.new("P", (1, 1))
    image.putpalette(palette())
    return image
