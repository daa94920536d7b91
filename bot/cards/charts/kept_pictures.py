"""The pictures asked for last, by what they show."""

from __future__ import annotations

from collections import OrderedDict

from bot.cards.charts.chart import Chart


class KeptPictures:
    """So many pictures, and so many bytes, of those asked for last."""

    def __init__(self, count: int, size: int) -> None:
        self._count, self._size, self._held = count, size, 0
        self._pictures: OrderedDict[Chart, bytes] = OrderedDict()

    def get(self, chart: Chart) -> bytes | None:
        """The picture of a chart that was drawn before, if it is still kept."""
        if (picture := self._pictures.get(chart)) is not None:
            self._pictures.move_to_end(chart)
        return picture

    def put(self, chart: Chart, picture: bytes) -> None:
        """Keep a picture; those asked for longest ago make room."""
        self._held += len(picture) - len(self._pictures.pop(chart, b""))
        self._pictures[chart] = picture
        while len(self._pictures) > self._count or self._held > self._size:
            self._held -= len(self._pictures.popitem(last=False)[1])
