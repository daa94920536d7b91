"""What was done, in a few words, for titles and labels; and as a phrase that can be typed again."""

from __future__ import annotations

from config.text.catalog import Catalog
from config.text.numbers import duration, exact, whole
from energy import FactorBook, Usage


def usage_title(usage: Usage, book: FactorBook, catalog: Catalog, language: str) -> str:
    """A use as a title: "3 AI videos of 10 s · Veo 3.1 · 1920×1080"."""
    timed = usage.activity in ("video", "audio")
    length = duration(usage.amount, language) if timed else exact(usage.amount, language)
    key = f"cost.{usage.activity}"
    if usage.activity == "audio":
        key = f"cost.{usage.settings.kind or 'music'}"
    elif usage.settings.kind == "reasoning":
        key = "cost.reasoning"
    count = whole(usage.count, language)
    parts = [
        catalog.counted(language, key, usage.count, count=count, length=length),
        *([model_name(usage.model, book)] if usage.model else []),
        (usage.settings.resolution or "").replace("x", "\N{MULTIPLICATION SIGN}"),
    ]
    return " · ".join(part for part in parts if part)


def model_name(identity: str, book: FactorBook) -> str:
    """A model's name; one that only the second opinion knows is called by its own id."""
    return book.models[identity].name if identity in book.models else identity.rsplit("/", 1)[-1]
