"""Putting things in order as cards: the invitation, the choice, a person's result, the room's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.figures import filled, shown
from bot.features.learn.order.decide import Ranked, Things
from bot.features.learn.session import Session
from config.text.voice import Voice


def order_card(
    session: Session, everybody: Sequence[Ranked], things: Things, voice: Voice, *, over: bool = False
) -> Card:
    """What everybody sees: the things, how to join, how the room is doing."""
    room = _room(everybody, voice)
    title = voice.text("order.title")
    if over:
        return Card(title, (*_truth(things, voice), *room, voice.text("order.over")))
    listed = [f"• {_name(thing, things, voice)}" for thing in range(len(things.things))]
    foot = f"-# {voice.text('order.anonymous')}"
    lines = (voice.text("order.intro"), *listed, *room, foot)
    buttons = (
        Button(voice.text("button.order"), "order", voice.language, f"{session.subject}.-"),
        Button(voice.text("button.end"), "orderend", voice.language, session.subject),
    )
    return Card(title, lines, buttons)


def _room(everybody: Sequence[Ranked], voice: Voice) -> tuple[str, ...]:
    """How the room is doing, once somebody has tried."""
    if not everybody:
        return ()
    mean = sum(ranked.right for ranked in everybody) / len(everybody)
    count, pairs = voice.whole(len(everybody)), str(everybody[0].pairs)
    key = "order.room"
    return (voice.counted(key, len(everybody), count=count, right=voice.number(mean), pairs=pairs),)


def ranking_card(session: Session, order: str, things: Things, voice: Voice) -> Card:
    """The order so far, and a list to choose what takes least of the rest."""
    chosen = [int(sign) for sign in order]
    lines = [f"{rank}. {_name(thing, things, voice)}" for rank, thing in enumerate(chosen, 1)]
    choices = tuple(
        Choice(_name(thing, things, voice), str(thing)) for thing in range(len(things.things)) if thing not in chosen
    )
    label = voice.text("order.choose" if not chosen else "order.choose_next")
    select = Select(label, "orderpick", voice.language, f"{session.subject}.{order or '-'}", choices)
    return Card(voice.text("order.yours"), tuple(lines) or (voice.text("order.least"),), (), (select,))


def ranked_card(ranked: Ranked, things: Things, voice: Voice) -> Card:
    """A person's own result beside the right order."""
    score = voice.text("order.score", right=str(ranked.right), pairs=str(ranked.pairs))
    yours = ", ".join(_name(thing, things, voice) for thing in ranked.order)
    lines = (
        score,
        *_truth(things, voice),
        f"-# {voice.text('order.you', order=yours)}",
    )
    return Card(voice.text("quiz.result"), lines)


def _truth(things: Things, voice: Voice) -> tuple[str, ...]:
    lines = []
    for rank, thing in enumerate(things.right, 1):
        uses, name = things.things[thing].uses, _name(thing, things, voice)
        about, range_ = shown(uses, "", voice), shown(uses, "range", voice)
        key = "order.line" if about != range_ else "order.line_exact"
        lines.append(voice.text(key, rank=str(rank), name=name, about=about, range=range_))
    return tuple(lines)


def _name(thing: int, things: Things, voice: Voice) -> str:
    one = things.things[thing].shown
    return filled(one.item.name.text(voice.language), one.values, voice)
