"""A page in pixels, 1000 wide, origin at the top left, on which matplotlib draws texts and shapes.

On a phone it is shown about 390 pixels wide, so nothing is written smaller than `SMALL`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Literal

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from bot.cards.charts.colours import FRAME, INK, PAGE
from bot.cards.charts.words import font, plain

WIDTH, MARGIN = 1000, 44
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
SMALL, BODY, TITLE = 28, 31, 38
LINE = 1.28
Align = Literal["left", "center", "right"]
Corners = tuple[float, float, float, float]
_NARROWEST = 0.2
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class Canvas:
    """One picture in the making."""

    def __init__(self) -> None:
        # At 72 dots per inch a point is a pixel.
        self.figure = Figure(figsize=(WIDTH / 72, 10), dpi=72, facecolor=PAGE)
        self._agg = FigureCanvasAgg(self.figure)
        self._measure = self._agg.get_renderer()  # type: ignore[no-untyped-call]
        self._page = Affine2D()
        self._widths: dict[tuple[str, float, bool], float] = {}

    def width(self, text: str, size: float = SMALL, *, bold: bool = False) -> float:
        """How wide a text is once drawn."""
        if not text:
            return 0.0
        key = (text, size, bold)
        if key not in self._widths:
            drawn_in = font(size, bold=bold)
            self._widths[key] = self._measure.get_text_width_height_descent(text, drawn_in, ismath=False)[0]
        return self._widths[key]

    def fit(self, text: str, room: float, size: float = SMALL, *, bold: bool = False) -> str:
        """The text, made drawable and shortened to the room there is."""
        text = _cut(plain(text), room, size)
        if self.width(text, size, bold=bold) <= room:
            return text
        short, long = 0, len(text)
        while long - short > 1:
            middle = (short + long) // 2
            fits = self.width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room
            short, long = (middle, long) if fits else (short, middle)
        return text[:short].rstrip() + ELLIPSIS

    def wrap(self, text: str, room: float, size: float = SMALL, *, bold: bool = False) -> tuple[str, ...]:
        """The text on one line, or two of about the same length; shortened if need be."""
        words = [word for word in _cut(plain(text), 2 * room, size).split(" ") if word]
        widths = [self.width(word, size, bold=bold) for word in words]
        space = self.width("a a", size, bold=bold) - 2 * self.width("a", size, bold=bold)
        ends = [sum(widths[:count]) + space * (count - 1) for count in range(1, len(words) + 1)]
        if len(words) < 2 or ends[-1] <= room:
            return (self.fit(" ".join(words), room, size, bold=bold),) if words else ()
        # Broken in the middle; where that is too long for two lines, after as many words as the first line takes.
        middle = min(range(1, len(words)), key=lambda count: abs(ends[count - 1] - ends[-1] / 2))
        filled = max(1, sum(end <= room for end in ends[:-1]))
        fits = max(ends[middle - 1], ends[-1] - ends[middle - 1]) <= room
        halves = (words[:middle], words[middle:]) if fits else (words[:filled], words[filled:])
        return tuple(self.fit(" ".join(half), room, size, bold=bold) for half in halves)

    def write(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: float = SMALL,
        colour: str = INK,
        align: Align = "left",
        bold: bool = False,
        mask: bool = True,
    ) -> None:
        """Write a text that `fit` or `wrap` gave; a mask clears the lines behind it."""
        if not text.strip():
            return
        if mask:
            width = self.width(text, size, bold=bold)
            left = x - {"left": 0.0, "center": width / 2, "right": width}[align] - 5
            self.box((left, baseline - 0.86 * size, left + width + 10, baseline + 0.28 * size), PAGE, layer=4)
        self._add(
            Text(
                x,
                baseline,
                text,
                color=colour,
                fontproperties=font(size, bold=bold),
                horizontalalignment=align,
                verticalalignment="baseline",
                parse_math=False,
            ),
            5,
        )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = 2,
        *,
        dashes: tuple[float, float] | None = None,
        layer: float = 1,
    ) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="butt", dash_capstyle="butt")
        if dashes:
            line.set_linestyle((0, (dashes[0] / width, dashes[1] / width)))
        self._add(line, layer)

    def box(self, corners: Corners, fill: str, *, hatch: str = "", alpha: float = 1, layer: float = 2) -> None:
        """A filled rectangle: left, top, right, bottom."""
        left, top, right, bottom = corners
        self._fill(Rectangle((left, top), right - left, bottom - top), fill, hatch, alpha, layer)

    def boxes(self, all_corners: Iterable[Corners], fill: str, *, hatch: str = "", layer: float = 2) -> None:
        """Many rectangles as one shape, so that a pattern runs through all of them."""
        outline: list[tuple[float, float]] = []
        for left, top, right, bottom in all_corners:
            outline += [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        if outline:
            codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * (len(outline) // 5)
            self._fill(PathPatch(Path(outline, codes)), fill, hatch, 1, layer)

    def area(
        self, points: Sequence[tuple[float, float]], fill: str, *, hatch: str = "", alpha: float = 1, layer: float = 2
    ) -> None:
        """A filled shape."""
        self._fill(Polygon(points), fill, hatch, alpha, layer)

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str, *, layer: float = 3) -> None:
        """A round dot with an edge."""
        marker = Line2D([x], [y], marker="o", linestyle="none", markersize=2 * radius)
        marker.set(color=fill, markeredgecolor=edge, markeredgewidth=4)
        self._add(marker, layer)

    def cut(self, height: float) -> None:
        """End the page at that height and frame it."""
        tall = round(height)
        self.figure.set_size_inches(WIDTH / 72, tall / 72)
        self._page.clear().scale(1, -1).translate(0, tall)
        self.line([(0, 0), (WIDTH, 0), (WIDTH, tall), (0, tall), (0, 0)], FRAME, 6, layer=6)

    def png(self) -> bytes:
        """The picture: nothing but pixels. 128 colours take a third of the bytes, and leave flat areas exact."""
        with rc_context({"hatch.linewidth": 2.5}):
            self._agg.draw()  # type: ignore[no-untyped-call]
        pixels = self._agg.buffer_rgba()  # type: ignore[no-untyped-call]
        drawn = Image.frombuffer("RGBA", self._agg.get_width_height(), pixels).convert("RGB")
        data = io.BytesIO()
        drawn.quantize(128, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(data, "PNG")
        return data.getvalue()

    def _fill(self, patch: Patch, fill: str, hatch: str, alpha: float, layer: float) -> None:
        patch.set(facecolor=fill, edgecolor=PAGE if hatch else "none", linewidth=0, alpha=alpha)
        if hatch:
            patch.set_hatch(hatch)
        self._add(patch, layer)

    def _add(self, artist: Artist, layer: float) -> None:
        artist.set(transform=self._page, zorder=layer)
        self.figure.add_artist(artist)


def _cut(text: str, room: float, size: float) -> str:
    """A text without what cannot possibly fit, so that no text takes long to measure."""
    most = int(room / (_NARROWEST * size)) + 1
    return text if len(text) <= most else text[:most] + ELLIPSIS
