"""Scoring the core against measured rows: each row's accelerator energy predicted from its settings alone."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from energy.book import FactorBook
from energy.diffusion import Job, accelerator_joules, pixels
from energy.errors import EnergyError
from energy.interval import Interval
from energy.records import OpenModel

TASKS = ("text-to-video", "image-to-video", "text-to-image")
COLUMNS = ("task", "model", "resolution", "frames", "steps", "batch", "gpu", "gpu_count", "boundary", "value_J")
ACCELERATOR_ONLY = "gpu_only"
_LARGEST = 1_000_000
_SMALLEST_NUMBER, _LARGEST_NUMBER = 1e-9, 1e18

Row = Mapping[str, str]


class Skipped(Exception):
    """A row that is not scored; the message is the reason."""


@dataclass(slots=True)
class Score:
    """How the predictions of one task did: error factors max(predicted/measured, its inverse), and rows inside."""

    rows: int = 0
    errors: list[float] = field(default_factory=list)
    inside: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, object]:
        """The figures under the names of the command line's contract."""
        errors = sorted(self.errors)
        return {
            "rows": self.rows,
            "scored": len(errors),
            "skipped": dict(self.skipped),
            "median": statistics.median(errors) if errors else None,
            "p90": _percentile(errors, 0.9) if errors else None,
            "worst": errors[-1] if errors else None,
            "inside": self.inside / len(errors) if errors else None,
        }


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file. Raises EnergyError where the file or its columns cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise EnergyError("validate.columns", f"{path}: the column {missing[0]} is missing", read=str(path))
            return [{name: value or "" for name, value in row.items() if name} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise EnergyError("validate.unreadable", f"{path}: cannot be read ({reason})", read=str(path)) from None


def score(rows: Iterable[Row], book: FactorBook) -> dict[str, Score]:
    """The score of every task that the rows name."""
    scores: dict[str, Score] = {}
    for row in rows:
        task = scores.setdefault(row["task"], Score())
        task.rows += 1
        try:
            predicted = predict_joules(row, book)
            measured = _number(row, "value_J")
        except Skipped as reason:
            task.skipped[str(reason)] += 1
            continue
        task.errors.append(max(predicted.central / measured, measured / predicted.central))
        task.inside += predicted.contains(measured)
    return scores


def predict_joules(row: Row, book: FactorBook) -> Interval:
    """Accelerator energy in J of one measured row, with its range. Raises Skipped with the reason."""
    if row["task"] not in TASKS:
        raise Skipped("no method for this task yet")
    if row["boundary"] != ACCELERATOR_ONLY:
        raise Skipped("not accelerator energy alone")
    found = book.model_names.exact(row["model"])
    model = book.models[found] if found else None
    if not isinstance(model, OpenModel):
        raise Skipped("architecture not in the book")
    job = _job(row, model)
    hardware = book.factors.hardware
    gpu = hardware.get(row["gpu"].split("-")[0], hardware["other"])
    factors = book.factors.diffusion
    joules = Interval.exactly(accelerator_joules(model, job, factors, gpu.central))
    joules = joules.times((factors.transformer_spread if model.transformer else factors.unet_spread).range)
    if job.gpus > 1:
        joules = joules.times(factors.several_gpus_spread.range)
    return joules.times(Interval(gpu.low / gpu.central, 1.0, gpu.high / gpu.central))


def _job(row: Row, model: OpenModel) -> Job:
    try:
        width, height = pixels(row["resolution"] or model.default_resolution)
    except ValueError:
        raise Skipped("no picture size") from None
    job = Job(
        width,
        height,
        _whole(row, "frames", model.default_frames),
        _whole(row, "steps", model.default_steps),
        _whole(row, "gpu_count", 1),
        _whole(row, "batch", 1),
    )
    if not all(1 <= value <= _LARGEST for value in (width, height, job.frames, job.steps, job.gpus, job.batch)):
        raise Skipped("settings out of range")
    return job


def _number(row: Row, column: str) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = 0.0
    if not _SMALLEST_NUMBER < value < _LARGEST_NUMBER:
        raise Skipped(f"no number in {column}")
    return value


def _whole(row: Row, column: str, default: int) -> int:
    return max(1, int(_number(row, column))) if row[column] else default


def _percentile(ordered: list[float], share: float) -> float:
    """The value below which this share of the list lies, interpolated between neighbours."""
    position = share * (len(ordered) - 1)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)
