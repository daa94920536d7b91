"""What would lower a use's energy or carbon, the best first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card
from bot.cards.uses import model_name, usage_title
from bot.features.cost.decide import Answer
from config.text.voice import CARBON, ENERGY, Voice
from energy import FactorBook, Lever

SHOWN_LEVERS = 8
_MAX_LABEL = 80


def levers_card(answer: Answer, changes: Sequence[tuple[Lever, str]], book: FactorBook, voice: Voice) -> Card:
    """Each change with what it saves; a button opens the answer after it. `changes` are levers with their subjects."""
    title = usage_title(answer.estimate.usage, book, voice)
    if not changes:
        return Card(voice.text("levers.title"), (f"**{title}**", voice.text("levers.none")))
    shown = changes[:SHOWN_LEVERS]
    lines = [lever_line(lever, book, voice) for lever, _ in shown]
    buttons = [
        Button(lever_words(lever, book, voice)[:_MAX_LABEL], "show", voice.language, subject)
        for lever, subject in shown
    ]
    return Card(
        voice.text("levers.title"),
        (f"**{title}**", *lines, voice.text("levers.foot")),
        tuple(buttons),
    )


def lever_line(lever: Lever, book: FactorBook, voice: Voice) -> str:
    """A change, how much it saves and what is left."""
    what, saved = lever_words(lever, book, voice), voice.percent(lever.saved_share)
    left = voice.said(lever.energy_wh, ENERGY) if lever.what == "energy" else voice.said(lever.carbon_g, CARBON)
    return voice.text(f"levers.{lever.what}", what=what, saved=saved.whole, left=left.about)


def lever_words(lever: Lever, book: FactorBook, voice: Voice) -> str:
    """A change in a few words."""
    usage = lever.instead
    timed = usage.activity in ("video", "audio")
    values = {
        "size": (usage.settings.resolution or "").replace("x", "\N{MULTIPLICATION SIGN}"),
        "length": voice.duration(usage.amount) if timed else voice.exact(usage.amount),
        "steps": str(usage.settings.steps or ""),
        "count": voice.whole(usage.count),
        "model": model_name(usage.model, book) if usage.model else "",
        "place": voice.name(lever.place),
    }
    key = f"lever.{lever.code}"
    if lever.code == "length":
        key = f"{key}.{'time' if timed else 'text'}"
    return voice.text(key, **values)
