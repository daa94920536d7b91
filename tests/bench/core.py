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

from energy import FactorBook, Usage, estimate, load_book, place_of, read
from energy.records import Activity

ROOT = Path(__file__).parents[2]
RUNS, ROUNDS = 7, 2000
PHRASE = "4 images with flux and a 10 second 1080p clip with veo"


def fresh(code: str) -> float:
    """Median ms of a statement in a fresh interpreter, without the start of the interpreter itself."""
    timed = f"import time; t = time.perf_counter(); {code}; print((time.perf_counter() - t) * 1000)"
    command = [sys.executable, "-c", timed]
    runs = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(RUNS))
    return statistics.median(float(run.stdout) for run in runs)


def repeated(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median µs of a call, after one to warm up."""
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e6)
    return statistics.median(times)


def load_alone() -> float:
    """Median ms of loading the book in a fresh process, once the loader and pydantic are imported."""
    code = "import time; from energy import load_book; t = time.perf_counter(); load_book()"
    command = [sys.executable, "-c", f"{code}; print((time.perf_counter() - t) * 1000)"]
    runs = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(RUNS))
    return statistics.median(float(run.stdout) for run in runs)


def one_estimate(book: FactorBook, model: str | None, activity: Activity = "video") -> Callable[[], object]:
    """A question as it reaches the core: the usage is built and the place is looked up each time."""
    amount = 5.0 if activity == "video" else 400.0
    return lambda: estimate(Usage(activity, amount, model=model), book, place_of(book, None, model))


def against_ecologits(book: FactorBook) -> tuple[float, float]:
    """Median µs of the same answer of GPT-4o by us and by EcoLogits, in turns."""
    ours = one_estimate(book, "gpt-4o", "text")
    pairs = [
        (repeated(ours, 200), repeated(lambda: llm_impacts("openai", "gpt-4o", 400, 5.0, "WOR"), 200)) for _ in range(7)
    ]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def main() -> None:
    """Measure and print."""
    logging.getLogger("ecologits").setLevel(logging.ERROR)
    book = load_book()
    ours, theirs = against_ecologits(book)
    rival = "from pydantic import BaseModel; type('M', (BaseModel,), {})"
    rows = [
        ("import energy (fresh process)", fresh("import energy"), "ms"),
        ("rival: import pydantic, one BaseModel (fresh process)", fresh(rival), "ms"),
        (
            "from energy import load_book, pydantic included (fresh process)",
            fresh("from energy import load_book"),
            "ms",
        ),
        ("load_book, the first time after that", load_alone(), "ms"),
        ("load_book, again", repeated(load_book, 30) / 1000, "ms"),
        ("estimate, unnamed clip", repeated(one_estimate(book, None)), "µs"),
        ("estimate, open model (hunyuanvideo)", repeated(one_estimate(book, "hunyuanvideo")), "µs"),
        ("estimate, closed service (veo-3.1)", repeated(one_estimate(book, "veo-3.1")), "µs"),
        ("estimate, 400 tokens of GPT-4o", ours, "µs"),
        ("rival: EcoLogits llm_impacts, the same", theirs, "µs"),
        ("EcoLogits over us", theirs / ours, "x"),
        (f"read {PHRASE!r}", repeated(lambda: read(PHRASE, book)), "µs"),
    ]
    for name, value, unit in rows:
        print(f"{name:<70} {value:>9.1f} {unit}")


if __name__ == "__main__":
    main()
