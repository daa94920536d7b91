"""Where a server stands with its goal."""

from __future__ import annotations

from bot.cards.card import Card
from bot.features.goal.decide import GoalProgress
from config.text.dates import span_words
from config.text.voice import ENERGY, Voice
from energy import Interval


def goal_card(standing: GoalProgress, voice: Voice) -> Card:
    """The running week or month so far and at this pace, and the one before, in words that respect the range."""
    goal = voice.said(Interval.exactly(standing.goal.energy_wh), ENERGY)
    so_far, pace, before = (
        voice.said(energy, ENERGY) for energy in (standing.so_far_wh, standing.pace_wh, standing.last_time_wh)
    )
    per = standing.goal.per
    first, last = span_words(standing.first, standing.last, voice)
    verdict = "out_of_pace" if standing.out_of_pace else standing.chance.value
    lines = [voice.text(f"goal.{per}_{verdict}", goal=goal.about)]
    if standing.so_far_wh.high > 0:
        words = {"about": so_far.about, "range": so_far.range, "pace": pace.about, "pace_range": pace.range}
        lines.append(voice.text("goal.so_far", first=first, last=last, **words))
    else:
        lines.append(voice.text("goal.nothing", first=first, last=last))
    if standing.last_time_wh.high > 0:
        chance = voice.text(f"goal.was_{standing.last_time.value}")
        lines.append(voice.text(f"goal.before_{per}", about=before.about, range=before.range, chance=chance))
    return Card(voice.text(f"goal.title_{per}", goal=goal.about), tuple(lines))


def no_goal_card(voice: Voice) -> Card:
    """There is no goal any more."""
    return Card(voice.text("goal.none_title"), (voice.text("goal.none"),))
