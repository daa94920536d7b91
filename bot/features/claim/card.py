"""A checked claim as a card: the verdict in words and sign, the reason, the origin, today's range, sources on tap."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.cards.figures import filled, shown
from bot.cards.sentences import cited_words, listed_sources_card
from bot.cards.usage_words import usage_title
from bot.features.claim.decide import Checked, Curated, NotKnown, Reckoned
from bot.features.cost.card import other_language
from bot.features.learn.question_bank import numbered
from config.content.computed import Value
from config.text.catalog import Catalog
from config.text.numbers import CARBON, ENERGY, WATER, number, said
from energy import FactorBook, Interval, Usage

_SCALES = {"energy": ENERGY, "carbon": CARBON, "water": WATER}


def claim_card(checked: Checked, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What became of a claim; what was typed is not said again."""
    verdict = catalog.text(language, f"explain.verdict.{checked.verdict}")
    if isinstance(checked, NotKnown):
        lines = (catalog.text(language, f"claim.gap.{checked.gap.value}"), catalog.text(language, "claim.try"))
        return Card(catalog.text(language, "claim.not_known"), lines)
    found = (_claimed(checked, book, catalog, language), *_why(checked, book, catalog, language))
    buttons = (
        Button(catalog.text(language, "button.src"), "claimsrc", language, checked.subject),
        other_language("claimlang", checked.subject, catalog, language),
    )
    return Card(catalog.text(language, "claim.title", verdict=verdict), found, buttons)


def claim_sources_card(checked: Curated | Reckoned, catalog: Catalog, language: str) -> Card:
    """Every source behind the verdict."""
    title = catalog.text(
        language, "claim.verdict", verdict=catalog.text(language, f"explain.verdict.{checked.verdict}")
    )
    return listed_sources_card(title, checked.sources, catalog, language)


def reason(checked: Checked, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The reason in one plain sentence or two, for programs."""
    if isinstance(checked, NotKnown):
        return catalog.text(language, f"claim.gap.{checked.gap.value}")
    if isinstance(checked, Curated):
        return filled(checked.claim.because.text(language), checked.values, language)
    return _judged(checked, book, catalog, language)


def _claimed(checked: Curated | Reckoned, book: FactorBook, catalog: Catalog, language: str) -> str:
    """The claim as the base has it, or what was read from a text."""
    if isinstance(checked, Curated):
        return catalog.text(language, "claim.base", claim=checked.claim.says.text(language))
    amount, subject = _stated(checked, book, catalog, language), _subject(checked, book, catalog, language)
    return catalog.text(language, f"claim.read_{checked.statement.amount.bound}", subject=subject, amount=amount)


def _why(checked: Curated | Reckoned, book: FactorBook, catalog: Catalog, language: str) -> tuple[str, ...]:
    if isinstance(checked, Reckoned):
        foot = catalog.text(language, "claim.sum_foot")
        return (_judged(checked, book, catalog, language), f"-# {foot}")
    claim, values = checked.claim, checked.values
    # The verdict on the claim stands in the title; another one here would be read as that.
    lines = [cited_words(claim.because, values, numbered(claim), language)]
    if claim.origin is not None:
        origin = filled(claim.origin.text(language), values, language)
        lines.append(catalog.text(language, "claim.origin", origin=origin))
    if claim.today is not None:
        lines.append(catalog.text(language, "claim.today", today=_range(values[claim.today], catalog, language)))
    return (*lines, f"-# {catalog.text(language, 'claim.base_foot')}")


def _judged(checked: Reckoned, book: FactorBook, catalog: Catalog, language: str) -> str:
    judged = checked.judged
    today = said(judged.today, _SCALES[judged.what], language)
    values = {"subject": _subject(checked, book, catalog, language), "about": today.about, "range": today.range}
    off = max(judged.off, 1 / judged.off) if judged.off else 1.0
    slip = max(judged.slip, 1 / judged.slip) if judged.slip else 1.0
    return catalog.text(
        language,
        f"claim.sum.{judged.reason.value}",
        times=number(off, language),
        slip=number(slip, language),
        what=catalog.text(language, f"claim.what.{judged.what}"),
        **values,
    )


def _stated(checked: Reckoned, book: FactorBook, catalog: Catalog, language: str) -> str:
    amount = checked.statement.amount
    if amount.what == "like":
        thing = book.equivalents[amount.of]
        name = thing.fr if language == "fr" else thing.en
        return catalog.text(language, "claim.so_many", number=number(amount.value.central, language), thing=name)
    if amount.what == "use":
        other = usage_title(Usage.from_text(amount.of), book, catalog, language)
        times = number(amount.value.central, language)
        return catalog.text(language, "claim.other_use", times=times, other=other)
    unit = {"energy": "Wh", "power": "W", "carbon": "g", "water": "mL"}[amount.what]
    return shown(Value(amount.value, unit), "range", language)


def _subject(checked: Reckoned, book: FactorBook, catalog: Catalog, language: str) -> str:
    return " + ".join(usage_title(usage, book, catalog, language) for usage in checked.statement.usages)


def _range(value: Value, catalog: Catalog, language: str) -> str:
    about = shown(value, "", language)
    exact: Interval = value.range
    if exact.low == exact.high:
        return about
    return catalog.text(language, "picture.said", about=about, range=shown(value, "range", language))
