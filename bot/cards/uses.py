"""A use of AI in a few words, for titles and labels, and its energy as an everyday use that fits its size."""

from __future__ import annotations

from config.text.voice import SECONDS, TIMES, Voice
from energy import S_PER_MIN, Comparison, FactorBook, Usage


def usage_title(usage: Usage, book: FactorBook, voice: Voice) -> str:
    """A use as a title: "3 AI videos of 10 s · Veo 3.1 · 1920×1080"."""
    timed = usage.activity in ("video", "audio")
    length = voice.duration(usage.amount) if timed else voice.exact(usage.amount)
    key = f"cost.{usage.activity}"
    if usage.activity == "audio":
        key = f"cost.{usage.settings.kind or 'music'}"
    elif usage.settings.kind == "reasoning":
        key = "cost.reasoning"
    count = voice.whole(usage.count)
    parts = [
        voice.counted(key, usage.count, count=count, length=length),
        *([model_name(usage.model, book)] if usage.model else []),
        (usage.settings.resolution or "").replace("x", "\N{MULTIPLICATION SIGN}"),
    ]
    return " · ".join(part for part in parts if part)


def model_name(identity: str, book: FactorBook) -> str:
    """A model's name; one that only the second opinion knows is called by its own id."""
    return book.models[identity].name if identity in book.models else identity.rsplit("/", 1)[-1]


def equivalent_words(comparison: Comparison, voice: Voice) -> str:
    """One sentence with its own range: "That is a microwave oven running for about 7.5 min (2–30 min)."."""
    minutes = comparison.id.endswith("-minute")
    amount = voice.said(
        comparison.amount.scaled(S_PER_MIN) if minutes else comparison.amount, SECONDS if minutes else TIMES
    )
    return voice.text(f"like.{comparison.id}", about=amount.about, range=amount.range)
