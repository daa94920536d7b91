"""Why two figures disagree: the chain of factors in words and drawn, and the remainder said aloud."""

from __future__ import annotations

from bot.cards.card import Button, Card, Choice, Picture, Select
from bot.cards.charts.chart import Bar, Tick, Waterfall, decades
from bot.cards.figures import filled, shown
from bot.cards.sentences import listed_sources_card, sentence_words
from bot.cards.uses import usage_title
from bot.features.why.decide import Between, Why
from config.content.computed import Value
from config.content.disagreements import Published
from config.content.sentences import Words
from config.text.voice import ENERGY, TIMES, Voice
from energy import FactorBook, Interval

_MULTIPLIED, _DIVIDED = "\N{MULTIPLICATION SIGN}", "\N{DIVISION SIGN}"


def why_card(why: Why, voice: Voice) -> Card:
    """One chain of a topic, a list of its others, and a waterfall."""
    found, chain = why.computed, why.computed.chain
    first, second = (_figure(end, why, voice) for end in (chain.first, chain.second))
    lines = [voice.text("why.ends", first=first, second=second, gap=_times(found.parts.gap, voice))]
    steps = []
    for factor, size in zip(chain.factors, found.parts.factors, strict=True):
        name, words = _text(factor.name, why, voice), _factor(size, voice)
        because = sentence_words(factor.why, why.values, why.numbers, voice)
        lines.append(voice.text("why.factor", name=name, size=words, because=because))
        steps.append(Bar(name, size.central, words))
    left = _factor(found.parts.remainder, voice)
    because = sentence_words(chain.remainder, why.values, why.numbers, voice)
    kind = "closed" if found.parts.closed and chain.factors else "open"
    lines += [
        voice.text(f"why.remainder.{kind}", size=left, because=because),
        f"-# {voice.text('why.foot')}",
    ]
    title = why.topic.title.text(voice.language)
    ends = (
        Bar(_text(chain.first.name, why, voice), found.first.range.central, shown(found.first, "", voice)),
        Bar(_text(chain.second.name, why, voice), found.second.range.central, shown(found.second, "", voice)),
    )
    steps.append(Bar(voice.text(f"why.left.{kind}"), found.parts.remainder.central, left))
    picture = _picture(title, ends, steps, found.first, kind, voice)
    buttons = (
        Button(voice.text("button.src"), "whysrc", voice.language, why.subject),
        Button(voice.text("button.other_language"), "whylang", voice.other, why.subject),
    )
    return Card(filled(title, why.values, voice), tuple(lines), buttons, _others(why, voice), picture)


def between_card(between: Between, book: FactorBook, voice: Voice) -> Card:
    """What leads from one of our own cards to another: the factors multiply to the gap, so nothing is left."""
    answers = (between.first, between.second)
    names = [usage_title(answer.estimate.usage, book, voice) for answer in answers]
    values = [Value(answer.estimate.facility_energy_wh, "Wh") for answer in answers]
    words = [voice.said(value.range, ENERGY) for value in values]
    ends = [voice.text("why.end", name=name, figure=about.whole) for name, about in zip(names, words, strict=True)]
    gap = values[1].range.central / values[0].range.central
    lines = [voice.text("why.ends", first=ends[0], second=ends[1], gap=_times(gap, voice))]
    steps = []
    for one in between.differences:
        name, size = voice.text(f"why.kind.{one.kind}"), _factor(Interval.exactly(one.factor), voice)
        lines.append(voice.text("why.own", name=name, size=size))
        steps.append(Bar(name, one.factor, size))
    lines.append(voice.text("why.nothing_left" if steps else "why.same"))
    lines.append(f"-# {voice.text('compare.traces', traces=between.subject.replace('+', ', '))}")
    title = voice.text("why.between")
    bars = (
        Bar(names[0], values[0].range.central, words[0].about),
        Bar(names[1], values[1].range.central, words[1].about),
    )
    steps.append(Bar(voice.text("why.left.none"), 1.0, _factor(Interval.exactly(1.0), voice)))
    picture = _picture(title, bars, steps, values[0], "none", voice)
    buttons = (Button(voice.text("button.other_language"), "whylang", voice.other, between.subject),)
    return Card(title, tuple(lines), buttons, picture=picture, shared=True)


def why_sources_card(why: Why, voice: Voice) -> Card:
    """Every source of a topic once, under the number its sentences show."""
    return listed_sources_card(why.topic.title.text(voice.language), why.sources, voice)


def _others(why: Why, voice: Voice) -> tuple[Select, ...]:
    if len(why.topic.chains) == 1:
        return ()
    choices = tuple(
        Choice(
            voice.text(
                "why.chain",
                first=_text(chain.first.name, why, voice),
                second=_text(chain.second.name, why, voice),
            ),
            str(index),
            index == why.index,
        )
        for index, chain in enumerate(why.topic.chains)
    )
    return (Select(voice.text("why.choose"), "chain", voice.language, why.id, choices),)


def _picture(title: str, ends: tuple[Bar, Bar], steps: list[Bar], unit: Value, kind: str, voice: Voice) -> Picture:
    """The chain drawn; `kind` is what its last step is: open, closed or none."""
    reached = [ends[0].value]
    for step in steps[:-1]:
        reached.append(reached[-1] * step.value)
    reached.append(ends[1].value)
    ticks = tuple(
        Tick(value, shown(Value(Interval.exactly(value), unit.unit), "", voice)) for value in decades(reached)
    )
    note = voice.text(f"why.note.{kind}")
    chart = Waterfall(title, ends[0], tuple(steps), ends[1], ticks, note)
    spoken = " ".join(voice.text("picture.mark", name=bar.label, said=bar.said) for bar in (ends[0], *steps, ends[1]))
    return Picture(chart, voice.text("why.alt", steps=spoken))


def _figure(end: Published, why: Why, voice: Voice) -> str:
    value = why.values[end.figure]
    words = shown(value, "", voice)
    if value.range.low != value.range.high:
        words = f"{words} ({shown(value, 'range', voice)})"
    return voice.text("why.end", name=_text(end.name, why, voice), figure=words)


def _text(words: Words, why: Why, voice: Voice) -> str:
    return filled(words.text(voice.language), why.values, voice)


def _factor(size: Interval, voice: Voice) -> str:
    """A factor as people say it: what makes less divides, for ÷5 says more than ×0.2."""
    if size.central >= 1:
        return f"{_MULTIPLIED}{voice.said(size, TIMES).whole}"
    turned = Interval(1 / size.high, 1 / size.central, 1 / size.low)
    return f"{_DIVIDED}{voice.said(turned, TIMES).whole}"


def _times(gap: float, voice: Voice) -> str:
    """How many times more, whichever way round."""
    return voice.number(max(gap, 1 / gap))
