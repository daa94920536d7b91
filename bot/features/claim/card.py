"""A checked claim as a card: the verdict in words and sign, the reason, the origin, today's range, sources on tap."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.figures import filled, shown
from bot.cards.sentences import cited_words, listed_sources_card
from bot.cards.uses import usage_title
from bot.features.claim.decide import Checked, Computed, Curated, NotKnown
from config.content.computed import Value
from config.text.voice import CARBON, ENERGY, WATER, Voice
from energy import FactorBook, Interval, Usage

_SCALES = {"energy": ENERGY, "carbon": CARBON, "water": WATER}


def claim_card(checked: Checked, book: FactorBook, voice: Voice) -> Card:
    """What became of a claim; what was typed is not said again."""
    verdict = voice.text(f"explain.verdict.{checked.verdict}")
    if isinstance(checked, NotKnown):
        lines = (voice.text(f"claim.gap.{checked.gap.value}"), voice.text("claim.try"))
        return Card(voice.text("claim.not_known"), lines)
    found = (_claimed(checked, book, voice), *_why(checked, book, voice))
    buttons = (
        Button(voice.text("button.src"), "claimsrc", voice.language, checked.subject),
        Button(voice.text("button.other_language"), "claimlang", voice.other, checked.subject),
    )
    return Card(voice.text("claim.title", verdict=verdict), found, buttons)


def claim_sources_card(checked: Curated | Computed, voice: Voice) -> Card:
    """Every source behind the verdict."""
    title = voice.text("claim.verdict", verdict=voice.text(f"explain.verdict.{checked.verdict}"))
    return listed_sources_card(title, checked.sources, voice)


def reason(checked: Checked, book: FactorBook, voice: Voice) -> str:
    """The reason in one plain sentence or two, for programs."""
    if isinstance(checked, NotKnown):
        return voice.text(f"claim.gap.{checked.gap.value}")
    if isinstance(checked, Curated):
        return filled(checked.claim.because.text(voice.language), checked.values, voice)
    return _judged(checked, book, voice)


def _claimed(checked: Curated | Computed, book: FactorBook, voice: Voice) -> str:
    """The claim as the base has it, or what was read from a text."""
    if isinstance(checked, Curated):
        return voice.text("claim.base", claim=checked.claim.says.text(voice.language))
    amount, subject = _stated(checked, book, voice), _subject(checked, book, voice)
    return voice.text(f"claim.read_{checked.parsed.amount.bound}", subject=subject, amount=amount)


def _why(checked: Curated | Computed, book: FactorBook, voice: Voice) -> tuple[str, ...]:
    if isinstance(checked, Computed):
        foot = voice.text("claim.sum_foot")
        return (_judged(checked, book, voice), f"-# {foot}")
    claim, values = checked.claim, checked.values
    # The verdict on the claim stands in the title; another one here would be read as that.
    lines = [cited_words(claim.because, values, checked.numbers, voice)]
    if claim.origin is not None:
        origin = filled(claim.origin.text(voice.language), values, voice)
        lines.append(voice.text("claim.origin", origin=origin))
    if claim.today is not None:
        lines.append(voice.text("claim.today", today=_range(values[claim.today], voice)))
    return (*lines, f"-# {voice.text('claim.base_foot')}")


def _judged(checked: Computed, book: FactorBook, voice: Voice) -> str:
    judged = checked.judged
    today = voice.said(judged.today, _SCALES[judged.what])
    values = {"subject": _subject(checked, book, voice), "about": today.about, "range": today.range}
    off = max(judged.off, 1 / judged.off) if judged.off else 1.0
    slip = max(judged.slip, 1 / judged.slip) if judged.slip else 1.0
    return voice.text(
        f"claim.sum.{judged.reason.value}",
        times=voice.number(off),
        slip=voice.number(slip),
        what=voice.text(f"claim.what.{judged.what}"),
        **values,
    )


def _stated(checked: Computed, book: FactorBook, voice: Voice) -> str:
    amount = checked.parsed.amount
    if amount.what == "like":
        thing = book.equivalents[amount.of]
        name = thing.fr if voice.language == "fr" else thing.en
        return voice.text("claim.so_many", number=voice.number(amount.value.central), thing=name)
    if amount.what == "use":
        key, count = amount.of.rsplit("*", 1)
        other = usage_title(Usage.from_key(key, int(count)), book, voice)
        times = voice.number(amount.value.central)
        return voice.text("claim.other_use", times=times, other=other)
    unit = {"energy": "Wh", "power": "W", "carbon": "g", "water": "mL"}[amount.what]
    return shown(Value(amount.value, unit), "range", voice)


def _subject(checked: Computed, book: FactorBook, voice: Voice) -> str:
    return " + ".join(usage_title(usage, book, voice) for usage in checked.parsed.usages)


def _range(value: Value, voice: Voice) -> str:
    about = shown(value, "", voice)
    exact: Interval = value.range
    if exact.low == exact.high:
        return about
    return voice.text("picture.said", about=about, range=shown(value, "range", voice))
