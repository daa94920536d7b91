"""What the bot itself uses for one answer: measured now, in processor time."""

from __future__ import annotations

import time

from bot.features.cost import Estimator
from energy import Interval, Usage, estimate, place_of, wh_from_joules

_ROUNDS = 5


def own_energy_wh(estimator: Estimator) -> Interval:
    """Energy in Wh of estimating one answer: processor seconds measured here, times an assumed power per core."""
    book, usage = estimator.book, Usage("video", 5.0)
    place = place_of(book, None)
    start = time.process_time()
    for _ in range(_ROUNDS):
        estimate(usage, book, place, estimator.opinions)
    seconds = (time.process_time() - start) / _ROUNDS
    return book.factors.own.processor_w_per_core.range.scaled(seconds).mapped(wh_from_joules)
