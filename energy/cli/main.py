"""The core's command line: `python -m energy video 5s --model wan2.1-14b [--json]`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from energy.book.factor_book import FactorBook
from energy.book.loading import load_book
from energy.cli.console import run_program
from energy.cli.printing import LISTS, estimate_json, estimate_text, listing, listing_text, score_text
from energy.estimate.estimate import estimate
from energy.methods.ecologits import Opinions, load_opinions, named_model
from energy.places.place import place_of
from energy.reading.amounts import read_count, read_duration, read_length, read_size, read_steps
from energy.reading.reader import read
from energy.usage.usage import SETTINGS, Usage, with_settings
from energy.validation.validate import read_rows, score
from energy.values.errors import BookError, EnergyError, Refusal

DONE, BAD_USAGE, REFUSED = 0, 2, 3
_AMOUNTS = {
    "video": "length of one clip, such as 5s",
    "image": "how many images, such as 4",
    "text": 'length of an answer, such as "500 tokens", "1 page" or reasoning',
    "audio": "length of a piece, such as 10s",
    "ask": "free words, English or French",
}


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
        return _run(options, load_book())
    except Refusal as refusal:
        if options.json:
            _print_json({"error": {"code": refusal.code, "message": str(refusal)}})
        else:
            print(refusal, file=sys.stderr)
        return REFUSED
    except (BookError, EnergyError) as error:
        print(error, file=sys.stderr)
        return BAD_USAGE


def _run(options: argparse.Namespace, book: FactorBook) -> int:
    if options.command == "validate":
        tasks = {task: s.as_json() for task, s in score(read_rows(options.file), book).items()}
        _print_json({"tasks": tasks}) if options.json else print(score_text(tasks))
        return DONE
    if options.command in LISTS:
        records = listing(options.command, book)
        _print_json({options.command: records}) if options.json else print(listing_text(records))
        return DONE
    opinions = load_opinions() if options.command in ("text", "ask") else None
    usages = _usages(options, book, opinions)
    results = [estimate(u, book, place_of(book, options.place, u.model), opinions) for u in usages]
    if options.json:
        items = [estimate_json(result) for result in results]
        _print_json(items[0] if len(items) == 1 else {"items": items})
    else:
        print("\n\n".join(estimate_text(result, book) for result in results))
    return DONE


def _print_json(value: dict[str, object]) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m energy", description="What generative AI uses in energy, carbon and water.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser, metavar="COMMAND")
    for name, what in _AMOUNTS.items():
        command = commands.add_parser(name, help=what)
        command.add_argument("amount", nargs="?" if name == "image" else None, default="1", help=what)
        for option in ("model", "resolution", "size", "steps", "place", "count"):
            command.add_argument(f"--{option}")
        if name == "audio":
            command.add_argument("--kind", help="music, sound, speech or transcription")
    commands.add_parser("validate", help="score the core against measured rows").add_argument("file", type=Path)
    for name in LISTS:
        commands.add_parser(name, help=f"every one of the book's {name}")
    for command in commands.choices.values():
        command.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _usages(options: argparse.Namespace, book: FactorBook, opinions: Opinions | None) -> list[Usage]:
    size = options.resolution or options.size
    width, height = read_size(size) if size else (None, None)
    steps = read_steps(options.steps) if options.steps else None
    kind = getattr(options, "kind", None)
    count = read_count(options.count) if options.count else None
    usages = []
    for read_usage in _read(options, book):
        usage = read_usage
        if count is not None:
            # `image 4 --count 2` is eight pictures; elsewhere the option replaces what was read.
            usage = replace(usage, count=usage.count * count if options.command == "image" else count)
        if options.model:
            usage = replace(usage, model=named_model(options.model, usage.activity, book, opinions))
        # Options after free words are for the uses they fit; elsewhere one that fits nothing is refused.
        fitting = SETTINGS[usage.activity] if options.command == "ask" else ("resolution", "steps")
        if "resolution" in fitting:
            usage = with_settings(usage, width=width, height=height)
        usages.append(with_settings(usage, steps=steps if "steps" in fitting else None, kind=kind))
    return usages


def _read(options: argparse.Namespace, book: FactorBook) -> list[Usage]:
    amount = str(options.amount).strip()
    match options.command:
        case "video":
            return [Usage("video", read_duration(amount))]
        case "image":
            return [Usage("image", count=read_count(amount))]
        case "text":
            tokens, kind = read_length(amount)
            return [with_settings(Usage("text", tokens), kind=kind)]
        case "audio":
            return [Usage("audio", read_duration(amount))]
        case _:
            return [reading.usage for reading in read(amount, book)]


def entry() -> NoReturn:
    """Run as a program."""
    run_program(main)
