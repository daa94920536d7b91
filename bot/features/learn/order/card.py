"""Putting things in order as cards: the invitation, the choice, a person's result, the room's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.figures import filled, shown
from bot.features.learn.order.decide import Orders, Ranked
from bot.features.learn.session import Session
from config.text.catalog import Catalog
from config.text.numbers import number, whole


def order_card(
    session: Session, everybody: Sequence[Ranked], orders: Orders, catalog: Catalog, *, over: bool = False
) -> Card:
    """What everybody sees: the things, how to join, how the room is doing."""
    language = session.language
    room = _room(everybody, catalog, language)
    title = catalog.text(language, "order.title")
    if over:
        return Card(title, (*_truth(session, orders, catalog, language), *room, catalog.text(language, "order.over")))
    things = [f"• {_name(session, thing, orders, language)}" for thing in range(len(session.content_ids))]
    foot = f"-# {catalog.text(language, 'order.anonymous')}"
    lines = (catalog.text(language, "order.intro"), *things, *room, foot)
    buttons = (
        Button(catalog.text(language, "button.order"), "order", language, f"{session.subject}.-"),
        Button(catalog.text(language, "button.end"), "orderend", language, session.subject),
    )
    return Card(title, lines, buttons)


def _room(everybody: Sequence[Ranked], catalog: Catalog, language: str) -> tuple[str, ...]:
    """How the room is doing, once somebody has tried."""
    if not everybody:
        return ()
    mean = sum(ranked.right for ranked in everybody) / len(everybody)
    count, pairs = whole(len(everybody), language), str(everybody[0].pairs)
    key = "order.room"
    return (catalog.counted(language, key, len(everybody), count=count, right=number(mean, language), pairs=pairs),)


def ranking_card(session: Session, order: str, orders: Orders, catalog: Catalog, language: str) -> Card:
    """The order so far, and a list to choose what takes least of the rest."""
    chosen = [int(sign) for sign in order]
    lines = [f"{rank}. {_name(session, thing, orders, language)}" for rank, thing in enumerate(chosen, 1)]
    choices = tuple(
        Choice(_name(session, thing, orders, language), str(thing))
        for thing in range(len(session.content_ids))
        if thing not in chosen
    )
    label = catalog.text(language, "order.choose" if not chosen else "order.choose_next")
    select = Select(label, "orderpick", language, f"{session.subject}.{order or '-'}", choices)
    return Card(
        catalog.text(language, "order.yours"), tuple(lines) or (catalog.text(language, "order.least"),), (), (select,)
    )


def ranked_card(session: Session, ranked: Ranked, orders: Orders, catalog: Catalog, language: str) -> Card:
    """A person's own result beside the right order."""
    score = catalog.text(language, "order.score", right=str(ranked.right), pairs=str(ranked.pairs))
    yours = ", ".join(_name(session, thing, orders, language) for thing in ranked.order)
    lines = (
        score,
        *_truth(session, orders, catalog, language),
        f"-# {catalog.text(language, 'order.you', order=yours)}",
    )
    return Card(catalog.text(language, "quiz.result"), lines)


def _truth(session: Session, orders: Orders, catalog: Catalog, language: str) -> tuple[str, ...]:
    lines = []
    for rank, thing in enumerate(orders.truth(session), 1):
        takes = orders.takes(session.content_ids[thing])
        name = _name(session, thing, orders, language)
        about, range_ = shown(takes, "", language), shown(takes, "range", language)
        key = "order.line" if about != range_ else "order.line_exact"
        lines.append(catalog.text(language, key, rank=str(rank), name=name, about=about, range=range_))
    return tuple(lines)


def _name(session: Session, thing: int, orders: Orders, language: str) -> str:
    item = orders.lessons.order[session.content_ids[thing]]
    return filled(item.name.text(language), orders.lessons.values(item), language)
