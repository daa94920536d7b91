"""A drawing process with the stub."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cards.charts.chart_process import ChartProcess
from tests.cards.charts.stub import STUB


@pytest.fixture
def charts() -> Iterator[ChartProcess]:
    charts = ChartProcess(worker=STUB, waiting=3)
    yield charts
    charts.close()
