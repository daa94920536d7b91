"""Local servers in the place of the providers'."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.grid.latest import LatestFigures
from tests.chat.hands import Hands

from .servers import Servers, playing


@pytest.fixture
async def played(clock: Hands) -> AsyncIterator[tuple[Servers, LatestFigures]]:
    async with playing(clock) as both:
        yield both


@pytest.fixture
def servers(played: tuple[Servers, LatestFigures]) -> Servers:
    return played[0]


@pytest.fixture
def figures(played: tuple[Servers, LatestFigures]) -> LatestFigures:
    return played[1]
