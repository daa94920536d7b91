"""The core's command line: `python -m energy video 5s --model wan2.1-14b [--json]`."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from energy.amounts import read_count, read_duration, read_resolution, read_steps
from energy.book import FactorBook
from energy.equivalents import compare
from energy.errors import BookError, EnergyError, Refusal
from energy.estimate import Estimate, estimate
from energy.interval import Interval
from energy.loading import load_book
from energy.place import place_of
from energy.reading import read, with_settings
from energy.usage import Usage
from energy.validate import read_rows, score

DONE, BAD_USAGE, REFUSED = 0, 2, 3


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_USAGE, f"{self.prog}: {' '.join(message.split())} (see --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 2 bad usage or file, 3 a refusal."""
    raw = list(sys.argv[1:] if arguments is None else arguments)
    # "-3s" is an amount to refuse kindly, not an option: a space in front hides its dash from argparse.
    options = _parser().parse_args([f" {a}" if re.match(r"-[\d.,]", a) else a for a in raw])
    try:
        book = load_book()
        if options.command == "validate":
            return _validate(options, book)
        estimates = [estimate(u, book, place_of(book, options.place, u.model)) for u in _usages(options, book)]
    except Refusal as refusal:
        if options.json:
            print(json.dumps({"error": {"code": refusal.code, "message": str(refusal)}}, ensure_ascii=False))
        else:
            print(refusal, file=sys.stderr)
        return REFUSED
    except (BookError, EnergyError) as error:
        print(error, file=sys.stderr)
        return BAD_USAGE
    if options.json:
        items = [as_json(e) for e in estimates]
        print(json.dumps(items[0] if len(items) == 1 else {"items": items}, ensure_ascii=False))
    else:
        print("\n\n".join(as_text(e, book) for e in estimates))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m energy", description="What generative AI takes in energy, carbon and water.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser, metavar="COMMAND")
    amounts = (
        ("video", "length of one clip, such as 5s"),
        ("image", "how many images, such as 4"),
        ("ask", "free words, English or French"),
    )
    for name, what in amounts:
        command = commands.add_parser(name, help=what)
        command.add_argument("amount", nargs="?" if name == "image" else None, default="1", help=what)
        for option in ("model", "resolution", "size", "steps", "place", "count"):
            command.add_argument(f"--{option}")
        command.add_argument("--json", action="store_true", help="print JSON")
    validate = commands.add_parser("validate", help="score the core against a CSV file of measured rows")
    validate.add_argument("file", type=Path)
    validate.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _usages(options: argparse.Namespace, book: FactorBook) -> list[Usage]:
    resolution = options.resolution or options.size
    settings = {
        "resolution": read_resolution(resolution) if resolution else None,
        "steps": str(read_steps(options.steps)) if options.steps else None,
    }
    count = read_count(options.count) if options.count else None
    amount = str(options.amount).strip()
    if options.command == "ask":
        usages = [reading.usage for reading in read(amount, book)]
    elif options.command == "video":
        usages = [Usage("video", read_duration(amount))]
    else:
        usages = [Usage("image", count=read_count(amount))]
    return [
        with_settings(
            Usage(
                u.activity,
                u.amount,
                u.count * count
                if count is not None and options.command == "image"
                else (u.count if count is None else count),
                book.model_id(options.model, u.activity) if options.model else u.model,
                u.settings,
            ),
            **settings,
        )
        for u in usages
    ]


def _count(read: int, option: int | None, command: str) -> int:
    """`image 4 --count 2` is eight pictures; elsewhere the option replaces what was read."""
    if option is None:
        return read
    return read * option if command == "image" else option


def as_json(result: Estimate) -> dict[str, object]:
    """An estimate under the names of the command line's contract."""
    usage = result.usage
    return {
        "usage": {
            "activity": usage.activity,
            "amount": usage.amount,
            "unit": usage.unit,
            "count": usage.count,
            "model": usage.model,
            "settings": dict(usage.settings),
        },
        "energy_wh": _bounds(result.facility_energy_wh),
        "accelerator_wh": _bounds(result.accelerator_wh),
        "carbon_g": _bounds(result.carbon_g),
        "water_ml": _bounds(result.water_ml),
        "place": {"id": result.place.id, "basis": result.place.basis.value},
        "basis": result.basis.value,
        "notes": [note.text for note in result.notes],
        "sources": list(result.sources),
        "book": result.book,
        "trace": result.trace,
    }


def _bounds(value: Interval) -> dict[str, float]:
    return {"low": value.low, "central": value.central, "high": value.high}


def as_text(result: Estimate, book: FactorBook) -> str:
    """An estimate in a few plain lines."""
    usage, microwave = result.usage, compare(result.facility_energy_wh, book)
    what = f"{usage.count} x {usage.key}"
    return "\n".join(
        (
            f"{what}: about {_short(result.facility_energy_wh)} Wh at the data centre's meter ({result.basis})",
            f"  accelerators {_short(result.accelerator_wh)} Wh; microwave oven {_short(microwave.amount)} min",
            f"  carbon {_short(result.carbon_g)} g CO2e ({result.place.en}: {result.place.basis})",
            f"  water {_short(result.water_ml)} mL",
            *(f"  {note.text}" for note in result.notes),
            f"  sources: {', '.join(result.sources)}; book {result.book}; trace {result.trace}",
        )
    )


def _short(value: Interval) -> str:
    low, central, high = (f"{float(f'{bound:.2g}'):g}" for bound in (value.low, value.central, value.high))
    return f"{central} ({low}-{high})"


def _validate(options: argparse.Namespace, book: FactorBook) -> int:
    tasks = {task: s.as_json() for task, s in score(read_rows(options.file), book).items()}
    if options.json:
        print(json.dumps({"tasks": tasks}, ensure_ascii=False))
        return DONE
    for task, figures in tasks.items():
        line = f"{task}: {figures['scored']} of {figures['rows']} rows scored"
        if figures["scored"]:
            line += (
                f", error factor median {figures['median']:.3f}, 90th percentile {figures['p90']:.3f},"
                f" worst {figures['worst']:.2f}; {figures['inside']:.0%} inside the stated range"
            )
        print(line)
        skipped = figures["skipped"]
        for reason, rows in skipped.items() if isinstance(skipped, dict) else ():
            print(f"  skipped {rows}: {reason}")
    return DONE


def entry() -> NoReturn:
    """Run as a program: odd terminals and readers that stop early are no errors."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has left; keep the interpreter from complaining when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    sys.exit(status)


if __name__ == "__main__":
    entry()
