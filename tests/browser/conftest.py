"""A real Chromium; skipped with the reason where there is none, except in CI."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from .page import CHROMIUM, FLAGS


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():
        assert not os.environ.get("CI"), f"CI needs {CHROMIUM}"
        pytest.skip(f"no Chromium at {CHROMIUM}")
    async with async_playwright() as started:
        chromium = await started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@pytest.fixture(scope="session")
def artefacts() -> Path:
    folder = Path(os.environ.get("WATTSON_ARTEFACTS", Path(__file__).parents[2] / "artefacts"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
