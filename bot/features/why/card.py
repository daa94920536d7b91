"""Why two figures disagree: the chain of factors in words and drawn, and the remainder said aloud."""

from __future__ import annotations

from bot.cards.card import Button, Card, Choice, Picture, Select
from bot.cards.charts.chart import Bar, Tick, Waterfall, decades
from bot.cards.figures import filled, shown
from bot.cards.sentences import listed_sources_card, sentence_words
from bot.cards.usage_words import usage_title
from bot.features.cost.card import other_language
from bot.features.why.decide import Between, Why
from config.content.computed import Value
from config.content.disagreements import Published
from config.content.sentences import Words
from config.text.catalog import Catalog
from config.text.numbers import ENERGY, TIMES, number, said
from energy import FactorBook, Interval

_MULTIPLIED, _DIVIDED = "\N{MULTIPLICATION SIGN}", "\N{DIVISION SIGN}"


def why_card(why: Why, catalog: Catalog, language: str) -> Card:
    """One chain of a topic, a list of its others, and a waterfall."""
    found, chain = why.reckoned, why.reckoned.chain
    first, second = (_figure(end, why, catalog, language) for end in (chain.first, chain.second))
    lines = [catalog.text(language, "why.ends", first=first, second=second, gap=_times(found.parts.gap, language))]
    steps = []
    for factor, size in zip(chain.factors, found.parts.factors, strict=True):
        name, words = _text(factor.name, why, language), _factor(size, language)
        because = sentence_words(factor.why, why.values, why.numbers, catalog, language)
        lines.append(catalog.text(language, "why.factor", name=name, size=words, because=because))
        steps.append(Bar(name, size.central, words))
    left = _factor(found.parts.remainder, language)
    because = sentence_words(chain.remainder, why.values, why.numbers, catalog, language)
    kind = "closed" if found.parts.closed and chain.factors else "open"
    lines += [
        catalog.text(language, f"why.remainder.{kind}", size=left, because=because),
        f"-# {catalog.text(language, 'why.foot')}",
    ]
    title = why.topic.title.text(language)
    ends = (
        Bar(_text(chain.first.name, why, language), found.first.range.central, shown(found.first, "", language)),
        Bar(_text(chain.second.name, why, language), found.second.range.central, shown(found.second, "", language)),
    )
    steps.append(Bar(catalog.text(language, f"why.left.{kind}"), found.parts.remainder.central, left))
    picture = _picture(title, ends, steps, found.first, kind, catalog, language)
    buttons = (
        Button(catalog.text(language, "button.src"), "whysrc", language, why.subject),
        other_language("whylang", why.subject, catalog, language),
    )
    return Card(filled(title, why.values, language), tuple(lines), buttons, _others(why, catalog, language), picture)


def between_card(between: Between, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What leads from one of our own cards to another: the factors multiply to the gap, so nothing is left."""
    answers = (between.first, between.second)
    names = [usage_title(answer.estimate.usage, book, catalog, language) for answer in answers]
    values = [Value(answer.estimate.facility_energy_wh, "Wh") for answer in answers]
    words = [said(value.range, ENERGY, language) for value in values]
    ends = [
        catalog.text(language, "why.end", name=name, figure=about.whole)
        for name, about in zip(names, words, strict=True)
    ]
    gap = values[1].range.central / values[0].range.central
    lines = [catalog.text(language, "why.ends", first=ends[0], second=ends[1], gap=_times(gap, language))]
    steps = []
    for one in between.differences:
        name, size = catalog.text(language, f"why.kind.{one.kind}"), _factor(Interval.exactly(one.factor), language)
        lines.append(catalog.text(language, "why.own", name=name, size=size))
        steps.append(Bar(name, one.factor, size))
    lines.append(catalog.text(language, "why.nothing_left" if steps else "why.same"))
    lines.append(f"-# {catalog.text(language, 'compare.traces', traces=between.subject.replace('+', ', '))}")
    title = catalog.text(language, "why.between")
    bars = (
        Bar(names[0], values[0].range.central, words[0].about),
        Bar(names[1], values[1].range.central, words[1].about),
    )
    steps.append(Bar(catalog.text(language, "why.left.none"), 1.0, _factor(Interval.exactly(1.0), language)))
    picture = _picture(title, bars, steps, values[0], "none", catalog, language)
    buttons = (other_language("whylang", between.subject, catalog, language),)
    return Card(title, tuple(lines), buttons, picture=picture, answers=answers)


def why_sources_card(why: Why, catalog: Catalog, language: str) -> Card:
    """Every source of a topic once, under the number its sentences show."""
    return listed_sources_card(why.topic.title.text(language), why.sources, catalog, language)


def _others(why: Why, catalog: Catalog, language: str) -> tuple[Select, ...]:
    if len(why.topic.chains) == 1:
        return ()
    choices = tuple(
        Choice(
            catalog.text(
                language,
                "why.chain",
                first=_text(chain.first.name, why, language),
                second=_text(chain.second.name, why, language),
            ),
            str(index),
            index == why.index,
        )
        for index, chain in enumerate(why.topic.chains)
    )
    return (Select(catalog.text(language, "why.choose"), "chain", language, why.id, choices),)


def _picture(
    title: str, ends: tuple[Bar, Bar], steps: list[Bar], unit: Value, kind: str, catalog: Catalog, language: str
) -> Picture:
    """The chain drawn; `kind` is what its last step is: open, closed or none."""
    reached = [ends[0].value]
    for step in steps[:-1]:
        reached.append(reached[-1] * step.value)
    reached.append(ends[1].value)
    ticks = tuple(
        Tick(value, shown(Value(Interval.exactly(value), unit.unit), "", language)) for value in decades(reached)
    )
    note = catalog.text(language, f"why.note.{kind}")
    chart = Waterfall(title, ends[0], tuple(steps), ends[1], ticks, note)
    spoken = " ".join(
        catalog.text(language, "picture.mark", name=bar.label, said=bar.said) for bar in (ends[0], *steps, ends[1])
    )
    return Picture(chart, catalog.text(language, "why.alt", steps=spoken))


def _figure(end: Published, why: Why, catalog: Catalog, language: str) -> str:
    value = why.values[end.figure]
    words = shown(value, "", language)
    if value.range.low != value.range.high:
        words = f"{words} ({shown(value, 'range', language)})"
    return catalog.text(language, "why.end", name=_text(end.name, why, language), figure=words)


def _text(words: Words, why: Why, language: str) -> str:
    return filled(words.text(language), why.values, language)


def _factor(size: Interval, language: str) -> str:
    """A factor as people reckon: what makes less divides, for ÷5 says more than ×0.2."""
    if size.central >= 1:
        return f"{_MULTIPLIED}{said(size, TIMES, language).whole}"
    turned = Interval(1 / size.high, 1 / size.central, 1 / size.low)
    return f"{_DIVIDED}{said(turned, TIMES, language).whole}"


def _times(gap: float, language: str) -> str:
    """How many times more, whichever way round."""
    return number(max(gap, 1 / gap), language)
