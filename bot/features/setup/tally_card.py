"""The page of a server's settings about its tally: board, weekly card, goal, watched bots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.card import Button, Card, ChannelSelect, Choice, Select
from bot.features.board.decide import Board
from bot.features.goal.decide import PER, Goal
from bot.features.setup.card import NOT_CHOSEN, page_buttons
from bot.features.setup.permission_status import Permits, Thing, permit_line
from bot.features.watch.decide import Rule
from config.text.catalog import Catalog
from config.text.numbers import ENERGY, said
from energy import Interval

THE_SAME = "="
_WATCHED_SHOWN = 8
_MAX_LABEL = 100


def tally_page(
    board: Board | None,
    weekly: int | None,
    goal: Goal | None,
    watched: Sequence[Rule],
    permits: Permits,
    catalog: Catalog,
    language: str,
    *,
    names: Mapping[int, str] | None = None,
    deaf: bool = False,
) -> Card:
    """What is set up, each with what it needs; `names` are those of watched bots, `deaf` where no message arrives."""
    lines = (
        *_board(board, permits, catalog, language),
        *_at("weekly", weekly, permits, catalog, language),
        _goal(goal, catalog, language),
        *_watched(watched, permits, catalog, language),
        *([catalog.text(language, "setup.deaf")] if deaf and watched else []),
        catalog.text(language, "setup.kept"),
    )
    selects = [
        _channel("board", board.channel if board else None, permits, catalog, language),
        _channel("weekly", weekly, permits, catalog, language),
        _goals(goal, catalog, language),
    ]
    bots = {rule.bot: (names or {}).get(rule.bot, str(rule.bot)) for rule in watched}
    if bots:
        choices = tuple(Choice(name[:_MAX_LABEL], str(bot)) for bot, name in bots.items())
        selects.append(Select(catalog.text(language, "setup.choose_unwatch"), "setunwatch", language, "-", choices))
    ends = [Button(catalog.text(language, "button.boardoff"), "setboard", language, "off")] if board else []
    if weekly is not None:
        ends.append(Button(catalog.text(language, "button.weekly_off"), "weekly", language, "off"))
    buttons = (*ends, *page_buttons("tally", catalog, language))
    return Card(catalog.text(language, "setup.title_tally"), lines, buttons, tuple(selects))


def _channel(thing: Thing, channel: int | None, permits: Permits, catalog: Catalog, language: str) -> ChannelSelect:
    """Where it goes; a channel that is gone is not offered as the one in force, for Discord refuses that."""
    permit = permits.get((thing, channel)) if channel is not None else None
    chosen = channel if permit and not permit.gone else None
    verb = "weekly" if thing == "weekly" else "setboard"
    return ChannelSelect(catalog.text(language, f"setup.choose_{thing}"), verb, language, "-", chosen=chosen)


def _at(thing: Thing, channel: int | None, permits: Permits, catalog: Catalog, language: str) -> tuple[str, ...]:
    """Where the board or the weekly card is, and what it needs there."""
    if channel is None:
        return (catalog.text(language, f"setup.{thing}_off"),)
    line = catalog.text(language, f"setup.{thing}_on", channel=str(channel))
    return line, permit_line(permits.get((thing, channel)), catalog, language)


def _board(board: Board | None, permits: Permits, catalog: Catalog, language: str) -> tuple[str, ...]:
    line, *rest = _at("board", board.channel if board else None, permits, catalog, language)
    if board is not None and board.off:
        line = catalog.text(language, "setup.refused", line=line)
    return line, *rest


def _goal(goal: Goal | None, catalog: Catalog, language: str) -> str:
    if goal is None:
        return catalog.text(language, "setup.goal_off")
    return catalog.text(language, f"setup.goal_{goal.per}", goal=_amount(goal, language))


def _amount(goal: Goal, language: str) -> str:
    return said(Interval.exactly(goal.energy_wh), ENERGY, language).about


def _goals(goal: Goal | None, catalog: Catalog, language: str) -> Select:
    now = (
        [Choice(catalog.text(language, f"goal.title_{goal.per}", goal=_amount(goal, language)), THE_SAME, chosen=True)]
        if goal
        else []
    )
    choices = (
        Choice(catalog.text(language, "setup.goal_none"), NOT_CHOSEN, goal is None),
        *now,
        *(Choice(catalog.text(language, f"setup.goal_set_{per}"), per) for per in PER),
    )
    return Select(catalog.text(language, "setup.choose_goal"), "setgoal", language, "-", choices)


def _watched(rules: Sequence[Rule], permits: Permits, catalog: Catalog, language: str) -> list[str]:
    if not rules:
        return [catalog.text(language, "setup.watched_none")]
    lines = [catalog.text(language, "setup.watched")]
    for rule in rules[:_WATCHED_SHOWN]:
        lines.append(catalog.text(language, "setup.watched_one", bot=str(rule.bot), channel=str(rule.channel)))
        permit = permits.get(("watch", rule.channel))
        if permit is not None and not permit.holds:
            lines.append(permit_line(permit, catalog, language))
    if (hidden := len(rules) - _WATCHED_SHOWN) > 0:
        lines.append(catalog.counted(language, "compare.more", hidden, count=str(hidden)))
    return lines
