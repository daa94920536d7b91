"""What stands behind a trace code: inputs, each step with its numbers and sources, what today's book gives."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.uses import usage_title
from bot.features.cost import FoundTrace, LiveThen, StageThen, answer_buttons, live_words, place_words
from config.text.voice import CARBON, ENERGY, WATER, Voice
from energy import FactorBook

# What takes part without a number of its own: a published shape, or that nothing is published.
_NO_NUMBER = (1.0, 1.0, 1.0)
_SCALES = {"Wh": ENERGY, "g": CARBON, "mL": WATER}


def source_card(found: FoundTrace, book: FactorBook, voice: Voice) -> Card:
    """The answer of that day step by step, then the same inputs today."""
    lines = [_inputs(found, book, voice)]
    way = "backwards" if found.then.stated_at_meter else "forwards"
    for stage in found.then.stages:
        lines += _stage(stage, way, voice)
    if found.then.live is not None:
        kept = "" if found.today is None else f" {voice.text('live.kept')}"
        lines.append(_live(found.then.live, voice) + kept)
    lines.append(_today(found, book, voice))
    buttons: tuple[Button, ...] = (Button(voice.text("button.other_language"), "trace", voice.other, found.code),)
    if found.today is not None:
        buttons = (*answer_buttons(found.today.question.subject, voice)[:-1], *buttons)
    return Card(voice.text("source.title", code=found.code), tuple(lines), buttons)


def _inputs(found: FoundTrace, book: FactorBook, voice: Voice) -> str:
    when = voice.text("source.when", day=found.day.isoformat(), book=found.book)
    if found.today is None:
        return when
    result = found.today.estimate
    title = usage_title(result.usage, book, voice)
    return f"**{title}**, {place_words(result, book, voice)}. {when}"


def _stage(stage: StageThen, way: str, voice: Voice) -> list[str]:
    result = voice.said(stage.result, _SCALES[stage.unit])
    key = f"step.{way}.{stage.stage}"
    formula = voice.text(key if voice.has(key) else f"step.{stage.stage}")
    head = voice.text("source.step", formula=formula, about=result.about, range=result.range)
    # A number that several sources stand behind is one number.
    numbers: dict[tuple[str, tuple[float, float, float], str], dict[str, None]] = {}
    for factor in stage.factors:
        who = numbers.setdefault((factor.name, factor.range, factor.basis), {})
        who[f"{factor.producer}, {factor.year}"] = None
    return [head, *(_factor(*number, " · ".join(who), voice) for number, who in numbers.items())]


def _factor(name: str, range_: tuple[float, float, float], basis: str, who: str, voice: Voice) -> str:
    words = {
        "name": voice.text(f"factor.{name}"),
        "basis": voice.text(f"factor_basis.{basis}"),
        "who": who,
    }
    if range_ == _NO_NUMBER:
        return voice.text("source.fact", **words)
    low, central, high = (voice.factor(bound) for bound in range_)
    values = central if low == high else voice.text("source.range", low=low, central=central, high=high)
    return voice.text("source.factor", values=values, **words)


def _live(then: LiveThen, voice: Voice) -> str:
    live = live_words(then, then.producer, voice)
    return voice.text("live.then", live=live, about=voice.number(then.g_per_kwh))


def _today(found: FoundTrace, book: FactorBook, voice: Voice) -> str:
    if found.today is None:
        return voice.text("source.gone")
    if found.book == book.version:
        return voice.text("source.same")
    energy = voice.said(found.today.estimate.facility_energy_wh, ENERGY)
    return voice.text(
        "source.today",
        book=book.version,
        about=energy.about,
        range=energy.range,
        trace=found.today.estimate.trace,
    )
