"""An energy said as an everyday use that fits its size."""

from __future__ import annotations

from config.text.voice import SECONDS, TIMES, Voice
from energy import S_PER_MIN, Comparison


def like(comparison: Comparison, voice: Voice) -> str:
    """One sentence with its own range: "That is a microwave oven running for about 7.5 min (2–30 min)."."""
    minutes = comparison.id.endswith("-minute")
    amount = voice.said(
        comparison.amount.scaled(S_PER_MIN) if minutes else comparison.amount, SECONDS if minutes else TIMES
    )
    return voice.text(f"like.{comparison.id}", about=amount.about, range=amount.range)
