"""The drawing process with a stand-in for the drawing: it signs what it draws."""

from __future__ import annotations

import itertools
import os
import sys
import time
from types import ModuleType

from bot.cards.charts import worker
from bot.cards.charts.chart import Chart

drawn = itertools.count(1)


def draw(chart: Chart) -> bytes:
    number = next(drawn)
    if chart.title == "sleep":
        time.sleep(600)
    if chart.title == "slow":
        time.sleep(0.5)
    if chart.title == "die":
        os._exit(3)
    if chart.title == "fail":
        raise ValueError(chart.title)
    return f"{chart.title}|{os.getpid()}|{number}".encode()


if __name__ == "__main__":
    stand_in = ModuleType("bot.cards.charts.drawing")
    stand_in.__dict__["draw"] = draw
    sys.modules[stand_in.__name__] = stand_in
    worker.main()
