"""Where a server stands with its goal."""

from __future__ import annotations

from bot.cards.card import Card
from bot.features.goal.decide import Standing
from config.text.catalog import Catalog
from config.text.dates import span_words
from config.text.numbers import ENERGY, said
from energy import Interval


def goal_card(standing: Standing, catalog: Catalog, language: str) -> Card:
    """The running week or month so far and at this pace, and the one before, in words that respect the range."""
    goal = said(Interval.exactly(standing.goal.energy_wh), ENERGY, language)
    so_far, pace, before = (
        said(energy, ENERGY, language) for energy in (standing.so_far_wh, standing.pace_wh, standing.last_time_wh)
    )
    per = standing.goal.per
    first, last = span_words(standing.first, standing.last, catalog, language)
    verdict = "out_of_pace" if standing.out_of_pace else standing.chance.value
    lines = [catalog.text(language, f"goal.{per}_{verdict}", goal=goal.about)]
    if standing.so_far_wh.high > 0:
        words = {"about": so_far.about, "range": so_far.range, "pace": pace.about, "pace_range": pace.range}
        lines.append(catalog.text(language, "goal.so_far", first=first, last=last, **words))
    else:
        lines.append(catalog.text(language, "goal.nothing", first=first, last=last))
    if standing.last_time_wh.high > 0:
        chance = catalog.text(language, f"goal.was_{standing.last_time.value}")
        lines.append(
            catalog.text(language, f"goal.before_{per}", about=before.about, range=before.range, chance=chance)
        )
    return Card(catalog.text(language, f"goal.title_{per}", goal=goal.about), tuple(lines))


def no_goal_card(catalog: Catalog, language: str) -> Card:
    """There is no goal any more."""
    return Card(catalog.text(language, "goal.none_title"), (catalog.text(language, "goal.none"),))
