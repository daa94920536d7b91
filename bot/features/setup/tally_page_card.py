"""The page of a server's settings about its tally: board, weekly card, goal, watched bots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.card import Button, Card, ChannelSelect, Choice, Select
from bot.cards.permission_status import Permits, Posting, permit_line
from bot.features.board import Board
from bot.features.goal import PER, Goal
from bot.features.setup.card import NOT_CHOSEN, page_buttons
from bot.features.watch import Rule
from config.text.voice import ENERGY, Voice
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
    voice: Voice,
    *,
    names: Mapping[int, str] | None = None,
    deaf: bool = False,
) -> Card:
    """What is set up, each with what it needs; `names` are those of watched bots, `deaf` where no message arrives."""
    lines = (
        *_board(board, permits, voice),
        *_at("weekly", weekly, permits, voice),
        _goal(goal, voice),
        *_watched(watched, permits, voice),
        *([voice.text("setup.deaf")] if deaf and watched else []),
        voice.text("setup.kept"),
    )
    selects = [
        _channel("board", board.channel if board else None, permits, voice),
        _channel("weekly", weekly, permits, voice),
        _goals(goal, voice),
    ]
    bots = {rule.bot: (names or {}).get(rule.bot, str(rule.bot)) for rule in watched}
    if bots:
        choices = tuple(Choice(name[:_MAX_LABEL], str(bot)) for bot, name in bots.items())
        selects.append(Select(voice.text("setup.choose_unwatch"), "setunwatch", voice.language, "-", choices))
    ends = [Button(voice.text("button.boardoff"), "setboard", voice.language, "off")] if board else []
    if weekly is not None:
        ends.append(Button(voice.text("button.weekly_off"), "weekly", voice.language, "off"))
    buttons = (*ends, *page_buttons("tally", voice))
    return Card(voice.text("setup.title_tally"), lines, buttons, tuple(selects))


def _channel(thing: Posting, channel: int | None, permits: Permits, voice: Voice) -> ChannelSelect:
    """Where it goes; a channel that is gone is not offered as the one in force, for Discord refuses that."""
    permit = permits.get((thing, channel)) if channel is not None else None
    chosen = channel if permit and not permit.gone else None
    verb = "weekly" if thing == "weekly" else "setboard"
    return ChannelSelect(voice.text(f"setup.choose_{thing}"), verb, voice.language, "-", chosen=chosen)


def _at(thing: Posting, channel: int | None, permits: Permits, voice: Voice) -> tuple[str, ...]:
    """Where the board or the weekly card is, and what it needs there."""
    if channel is None:
        return (voice.text(f"setup.{thing}_off"),)
    line = voice.text(f"setup.{thing}_on", channel=str(channel))
    return line, permit_line(permits.get((thing, channel)), voice)


def _board(board: Board | None, permits: Permits, voice: Voice) -> tuple[str, ...]:
    line, *rest = _at("board", board.channel if board else None, permits, voice)
    if board is not None and board.off:
        line = voice.text("setup.refused", line=line)
    return line, *rest


def _goal(goal: Goal | None, voice: Voice) -> str:
    if goal is None:
        return voice.text("setup.goal_off")
    return voice.text(f"setup.goal_{goal.per}", goal=_amount(goal, voice))


def _amount(goal: Goal, voice: Voice) -> str:
    return voice.said(Interval.exactly(goal.energy_wh), ENERGY).about


def _goals(goal: Goal | None, voice: Voice) -> Select:
    now = (
        [Choice(voice.text(f"goal.title_{goal.per}", goal=_amount(goal, voice)), THE_SAME, chosen=True)] if goal else []
    )
    choices = (
        Choice(voice.text("setup.goal_none"), NOT_CHOSEN, goal is None),
        *now,
        *(Choice(voice.text(f"setup.goal_set_{per}"), per) for per in PER),
    )
    return Select(voice.text("setup.choose_goal"), "setgoal", voice.language, "-", choices)


def _watched(rules: Sequence[Rule], permits: Permits, voice: Voice) -> list[str]:
    if not rules:
        return [voice.text("setup.watched_none")]
    lines = [voice.text("setup.watched")]
    for rule in rules[:_WATCHED_SHOWN]:
        lines.append(voice.text("setup.watched_one", bot=str(rule.bot), channel=str(rule.channel)))
        permit = permits.get(("watch", rule.channel))
        if permit is not None and not permit.holds:
            lines.append(permit_line(permit, voice))
    if (hidden := len(rules) - _WATCHED_SHOWN) > 0:
        lines.append(voice.counted("compare.more", hidden, count=str(hidden)))
    return lines
