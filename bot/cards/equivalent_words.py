"""An energy said as an everyday use that fits its size."""

from __future__ import annotations

from config.text.catalog import Catalog
from config.text.numbers import SECONDS, TIMES, said
from energy import S_PER_MIN, Comparison


def like(comparison: Comparison, catalog: Catalog, language: str) -> str:
    """One sentence with its own range: "That is a microwave oven running for about 7.5 min (2–30 min)."."""
    minutes = comparison.id.endswith("-minute")
    amount = said(
        comparison.amount.scaled(S_PER_MIN) if minutes else comparison.amount, SECONDS if minutes else TIMES, language
    )
    return catalog.text(language, f"like.{comparison.id}", about=amount.about, range=amount.range)
