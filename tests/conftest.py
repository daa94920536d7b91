"""What every test of the bot shares: the real parts, built once."""

from __future__ import annotations

import pytest

from bot.services.parts import Parts
from bot.wiring import build
from config.settings import Settings


@pytest.fixture(scope="session")
def parts() -> Parts:
    return build(Settings())
