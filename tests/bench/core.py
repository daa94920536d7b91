"""How long the core takes on this machine: `python -m tests.bench.core` prints one table.

Nothing here is asserted: times are read by people, and only against the rival measured in the same run.
"""

from __future__ import annotations

import logging
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ecologits.tracers.utils import llm_impacts

from energy import FactorBook, Usage, estimate, levers, load_book, place_of, read
from energy.book.records import Activity

from .table import Row, against, markdown, median

ROOT = Path(__file__).parents[2]
RUNS, ROUNDS = 7, 2000
PHRASE = "4 images with flux and a 10 second 1080p clip with veo"


def fresh(*codes: str) -> list[list[float]]:
    """The ms that each statement takes in fresh interpreters, in turns, without the start of the interpreter itself."""
    taken: list[list[float]] = [[] for _ in codes]
    for _ in range(RUNS):
        for code, times in zip(codes, taken, strict=True):
            before, _, timed = code.rpartition("|")
            timing = f"{before}\nimport time; t = time.perf_counter(); {timed}; print((time.perf_counter() - t) * 1000)"
            run = subprocess.run([sys.executable, "-c", timing], cwd=ROOT, capture_output=True, text=True, check=True)
            times.append(float(run.stdout))
    return taken


def repeated(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median µs of a call, after one to warm up."""
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e6)
    return statistics.median(times)


def one_estimate(book: FactorBook, model: str | None, activity: Activity = "video") -> Callable[[], object]:
    """A question as it reaches the core: the usage is built and the place is looked up each time."""
    amount = 5.0 if activity == "video" else 400.0
    return lambda: estimate(Usage(activity, amount, model=model), book, place_of(book, None, model))


def against_ecologits(book: FactorBook) -> tuple[list[float], list[float]]:
    """Medians in µs of the same answer of GPT-4o by us and by EcoLogits, in turns."""
    ours = one_estimate(book, "gpt-4o", "text")
    pairs = [
        (repeated(ours, 200), repeated(lambda: llm_impacts("openai", "gpt-4o", 400, 5.0, "WOR"), 200)) for _ in range(7)
    ]
    return [a for a, _ in pairs], [b for _, b in pairs]


def rows() -> list[Row]:
    """Measure."""
    logging.getLogger("ecologits").setLevel(logging.ERROR)
    book = load_book()
    ours, theirs = against_ecologits(book)
    rival = "from pydantic import BaseModel; type('M', (BaseModel,), {})"
    imported, pydantic, loaded = fresh("import energy", rival, "from energy import load_book|load_book()")

    france = place_of(book, "France")

    def alone(what: str, call: Callable[[], object]) -> Row:
        return Row(what, f"{repeated(call):.0f} µs")

    return [
        against("core: 400 tokens of GPT-4o", ours, "EcoLogits 0.11.3", theirs, "µs"),
        against("core: `import energy`", imported, "importing pydantic, one model", pydantic, "ms"),
        Row("core: the book read and checked", median(loaded, "ms")),
        alone("core: a clip of an open model", one_estimate(book, "hunyuanvideo")),
        alone("core: a clip of a closed service", one_estimate(book, "veo-3.1")),
        alone("core: a sentence with two uses read", lambda: read(PHRASE, book)),
        alone("core: the levers of four clips", lambda: levers(Usage("video", 8.0, 4, "veo-3.1"), book, france)),
    ]


if __name__ == "__main__":
    print(markdown(rows()))
