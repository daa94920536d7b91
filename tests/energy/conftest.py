"""What the tests of the core share: the book, loaded once, and patience for slow machines."""

from __future__ import annotations

import pytest
from hypothesis import settings

from energy import FactorBook, load_book

# A loaded machine is slow, not wrong: no example is failed for the time it took.
settings.register_profile("energy", deadline=None, max_examples=60)
settings.load_profile("energy")


@pytest.fixture(scope="session")
def book() -> FactorBook:
    return load_book()
