"""What the bot itself takes for one answer: measured now, in processor time."""

from __future__ import annotations

import time

from bot.features.cost.decide import CostService
from energy import Interval, wh_from_joules

_ROUNDS = 5


def own_energy_wh(cost: CostService) -> Interval:
    """Energy in Wh of reckoning one answer: processor seconds measured here, times an assumed power per core."""
    question = cost.video().question
    start = time.process_time()
    for _ in range(_ROUNDS):
        cost.answer(question)
    seconds = (time.process_time() - start) / _ROUNDS
    power = cost.book.factors.own.processor_w_per_core
    return power.range.scaled(seconds).mapped(wh_from_joules)
