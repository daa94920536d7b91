"""Scoring the core against measured rows: each row's accelerator energy predicted from its settings alone."""

from __future__ import annotations

import csv
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from energy.book.factor_book import FactorBook
from energy.book.models import AudioModel, OpenModel
from energy.book.records import Factor, Precision, size_of
from energy.methods.audio import clip_joules
from energy.methods.diffusion import Workload, accelerator_joules
from energy.methods.language import Serving, joules_per_token
from energy.values.errors import EnergyError
from energy.values.interval import Interval

COLUMNS = ("task", "model", "resolution", "frames", "steps", "batch", "gpu", "gpu_count", "boundary", "value_J")
# Needed for text and sound only; a file without them can still be scored for pictures.
OPTIONAL_COLUMNS = ("params_b_active", "params_b_total", "duration_s", "unit", "note")
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
            empty = dict.fromkeys(OPTIONAL_COLUMNS, "")
            return [empty | {name: value or "" for name, value in row.items() if name} for row in reader]
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
    """Accelerator energy in J of one measured row, in the row's own unit, with its range. Raises Skipped."""
    predict = _PREDICTORS.get(row["task"])
    if predict is None:
        raise Skipped("no method for this task")
    if row["boundary"] != ACCELERATOR_ONLY:
        raise Skipped("not accelerator energy alone")
    if row.get("unit", "") not in ("", *_UNITS[row["task"]]):
        raise Skipped(f"not measured per {_UNITS[row['task']][0].removeprefix('J/').replace('_', ' ')}")
    return predict(row, book)


def _visual(row: Row, book: FactorBook) -> Interval:
    found = book.model_names.exact(row["model"])
    model = book.models[found] if found else None
    if not isinstance(model, OpenModel):
        raise Skipped("architecture not in the book")
    job = _job(row, model)
    gpu = _hardware(row, book.factors.hardware)
    factors = book.factors.diffusion
    joules = Interval.exactly(accelerator_joules(model, job, factors, gpu.central))
    joules = joules.times((factors.transformer_spread if model.transformer else factors.unet_spread).range)
    if job.gpus > 1:
        joules = joules.times(factors.several_gpus_spread.range)
    return joules.times(_around(gpu))


def _text(row: Row, book: FactorBook) -> Interval:
    """J per output token; the note's dataset, precision, answer length and replicas are settings of the run."""
    factors = book.factors.text
    note = dict(re.findall(r"\b(dataset|precision|avg_output_len|dp)=([^;\s]+)", row["note"]))
    precision = _PRECISIONS.get(note.get("precision", "bfloat16"))
    if precision is None:
        raise Skipped("precision not in the book")
    active = _number(row, "params_b_active")
    serving = Serving(
        active,
        max(active, _number(row, "params_b_total")) if row["params_b_total"] else active,
        precision,
        _whole(row, "gpu_count", 1),
        _number(row, "batch") if row["batch"] else factors.typical_batch_answers.central,
        _number(note, "avg_output_len") if "avg_output_len" in note else factors.typical_output_tokens.central,
        _whole({"dp": "", **note}, "dp", 1),
    )
    gpu = _hardware(row, book.factors.text_hardware)
    dataset = note.get("dataset", "")
    work = 1.0
    for applies, factor in (
        (row["task"] == "multimodal-chat", factors.multimodal_times),
        ("video" in dataset, factors.video_chat_times),
        ("fim" in dataset, factors.fill_in_the_middle_times),
        (dataset.startswith("v2"), factors.software_2024_times),
    ):
        work *= factor.central if applies else 1.0
    joules = Interval.exactly(joules_per_token(serving, factors) * gpu.central * work)
    joules = joules.times(factors.known_batch_spread.range).times(_around(gpu))
    return joules if row["batch"] else joules.times(factors.unknown_batch_spread.range)


def _audio(row: Row, book: FactorBook) -> Interval:
    factors = book.factors.audio
    found = book.model_names.exact(row["model"])
    model = book.models[found] if found else None
    default_steps = model.default_steps if isinstance(model, AudioModel) else 100
    clips = _number(row, "duration_s") / factors.clip_s.central if row["duration_s"] else 1.0
    joules = clip_joules(_number(row, "params_b_active"), _whole(row, "steps", default_steps), factors) * clips
    return Interval.exactly(joules).times(factors.spread.range)


_PREDICTORS = {
    "text-to-video": _visual,
    "image-to-video": _visual,
    "text-to-image": _visual,
    "text-generation": _text,
    "multimodal-chat": _text,
    "text-to-audio": _audio,
}
_UNITS = {
    "text-to-video": ("J/video",),
    "image-to-video": ("J/video",),
    "text-to-image": ("J/image",),
    "text-generation": ("J/output_token",),
    "multimodal-chat": ("J/output_token",),
    "text-to-audio": ("J/clip",),
}
_PRECISIONS: dict[str, Precision] = {
    "bfloat16": "bf16",
    "float16": "bf16",
    "bf16": "bf16",
    "fp8": "fp8",
    "mxfp4": "mxfp4",
}


def _hardware(row: Row, hardware: dict[str, Factor]) -> Factor:
    return hardware.get(row["gpu"].split("-")[0], hardware["other"])


def _around(factor: Factor) -> Interval:
    """How far a factor may lie from its central value."""
    return Interval(factor.low / factor.central, 1.0, factor.high / factor.central)


def _job(row: Row, model: OpenModel) -> Workload:
    try:
        width, height = size_of(row["resolution"].replace(" ", "")) if row["resolution"] else model.default_size
    except ValueError:
        raise Skipped("no picture size") from None
    job = Workload(
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
