"""Everything measured, in one table for the README: `python -m tests.bench [core ledger …]`.

A ratio is the median of ratios of rounds taken in turns in this one run, ours over the rival's; a time without a rival
is this machine's. Parts run one at a time, each in a process of its own so that none meets what another left in
memory, and each also by itself: `python -m tests.bench.ledger`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from .table import Row, markdown, measured

PARTS = ("core", "offers", "overhead", "ledger", "pictures", "start", "memory")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures, and prints one table.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(PARTS)}; default: all")
    chosen = parser.parse_args().parts or PARTS
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    rows: list[Row] = []
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as processes:
        for part in chosen:
            start = time.perf_counter()
            rows += processes.submit(measured, part).result()
            print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    print(markdown(rows))
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.")


if __name__ == "__main__":
    main()
