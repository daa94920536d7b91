"""Scoring against published measurements.

The rows of data/measured.csv were chosen mechanically: for every model, laboratory, chip and number of chips the row in
the middle by id, and six settings of the one model that was swept. Each row names its publication.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from energy import EnergyError, FactorBook
from energy.validation.validate import COLUMNS, Row, Score, Skipped, predict_joules, read_rows, score

MEASURED = Path(__file__).parent / "measured.csv"
ROW = {
    "task": "text-to-image",
    "model": "SD2.1",
    "resolution": "768x768",
    "frames": "",
    "steps": "25",
    "batch": "1",
    "gpu": "H100",
    "gpu_count": "1",
    "boundary": "gpu_only",
    "value_J": "345",
}


def figures(rows: list[dict[str, str]], book: FactorBook) -> tuple[float, float, float]:
    together = Score()
    for part in score(rows, book).values():
        together.rows += part.rows
        together.errors += part.errors
        together.inside += part.inside
    result = together.as_json()
    assert result["scored"] == len(rows)
    median, p90, inside = result["median"], result["p90"], result["inside"]
    assert isinstance(median, float)
    assert isinstance(p90, float)
    assert isinstance(inside, float)
    return median, p90, inside


def test_video_is_predicted_within_a_tenth_and_mostly_within_a_third(book: FactorBook) -> None:
    rows = [row for row in read_rows(MEASURED) if row["task"] in ("text-to-video", "image-to-video")]
    assert {row["gpu_count"] for row in rows} == {"1", "2", "4", "8"}
    median, p90, inside = figures(rows, book)
    assert median <= 1.10
    assert p90 <= 1.35
    assert inside >= 0.85


def test_images_on_one_chip_are_predicted_within_an_eighth(book: FactorBook) -> None:
    rows = [row for row in read_rows(MEASURED) if row["task"] == "text-to-image" and row["gpu_count"] == "1"]
    median, p90, inside = figures(rows, book)
    assert median <= 1.12
    assert p90 <= 1.55
    assert inside >= 0.85


def test_the_measured_rows_name_their_publications() -> None:
    for row in read_rows(MEASURED):
        assert row["source_title"]
        assert row["source_ref"]
        assert int(row["year"]) >= 2024
    assert len({row["id"] for row in read_rows(MEASURED)}) == len(read_rows(MEASURED))


def test_a_prediction_never_looks_at_the_measured_value(book: FactorBook) -> None:
    for row in read_rows(MEASURED):
        assert predict_joules({**row, "value_J": "1"}, book) == predict_joules(row, book)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"model": "Nobody's Model"}, "architecture not in the book"),
        ({"model": "Veo 3.1"}, "architecture not in the book"),
        ({"boundary": "system"}, "not accelerator energy alone"),
        ({"task": "speech-to-text"}, "no method for this task"),
        ({"resolution": "large"}, "no picture size"),
        ({"steps": "many"}, "no number in steps"),
        ({"frames": "nan"}, "no number in frames"),
        ({"gpu_count": "0"}, "no number in gpu_count"),
    ],
)
def test_a_row_that_cannot_be_scored_is_skipped_with_its_reason(book: FactorBook, change: Row, reason: str) -> None:
    row = {**ROW, **change}
    with pytest.raises(Skipped, match=reason):
        predict_joules(row, book)
    (result,) = score([row], book).values()
    assert (result.rows, result.errors, result.skipped) == (1, [], {reason: 1})


@pytest.mark.parametrize("value", ["", "0", "-5", "nan", "inf", "lots"])
def test_a_row_without_a_measurement_is_skipped(book: FactorBook, value: str) -> None:
    (result,) = score([{**ROW, "value_J": value}], book).values()
    assert result.skipped == {"no number in value_J": 1}


def test_a_row_without_settings_is_scored_at_the_defaults_of_its_model(book: FactorBook) -> None:
    bare = {**ROW, "resolution": "", "steps": "", "batch": "", "gpu_count": ""}
    spelt_out = {**ROW, "resolution": "768x768", "steps": "50"}
    assert predict_joules(bare, book) == predict_joules(spelt_out, book)


def test_an_error_factor_is_the_same_for_twice_too_much_and_half_too_little(book: FactorBook) -> None:
    predicted = predict_joules(ROW, book).central
    rows = [
        {**ROW, "value_J": str(predicted * 2)},
        {**ROW, "value_J": str(predicted / 2)},
        {**ROW, "value_J": str(predicted)},
    ]
    (result,) = score(rows, book).values()
    assert result.errors == pytest.approx([2.0, 2.0, 1.0])
    assert result.as_json() == {
        "rows": 3,
        "scored": 3,
        "skipped": {},
        "median": pytest.approx(2.0),
        "p90": pytest.approx(2.0),
        "worst": pytest.approx(2.0),
        "inside": pytest.approx(1 / 3),
    }


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(tmp_path: Path, column: str) -> None:
    path = tmp_path / "rows.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow([name for name in COLUMNS if name != column])
    with pytest.raises(EnergyError, match=f"the column {column} is missing"):
        read_rows(path)


def test_a_picture_on_several_chips_is_predicted_less_narrowly(book: FactorBook) -> None:
    alone, shared = (predict_joules({**ROW, "gpu_count": count}, book) for count in ("1", "2"))
    assert shared.spread > alone.spread


TEXT_ROW = {
    **dict.fromkeys(("resolution", "frames", "steps", "duration_s"), ""),
    "task": "text-generation",
    "model": "nobody-knows-8b",
    "params_b_active": "8",
    "params_b_total": "8",
    "batch": "64",
    "gpu": "H100",
    "gpu_count": "1",
    "unit": "J/output_token",
    "boundary": "gpu_only",
    "note": "dataset=lm-arena-chat; precision=bfloat16; dp=1; avg_output_len=600",
    "value_J": "0.15",
}


def test_unknown_language_model_is_predicted_from_the_rows_own_size(book: FactorBook) -> None:
    # 8 B at bf16, batch 64, one H100, context (300 + 300) / 1000:
    # 0.0031 x 8 + 0.137 x 16/64 + 1.14 x 1/64 + 0.0087 x 0.6 x 2.828 + 0.034 = 0.1256 J a token
    assert predict_joules(TEXT_ROW, book).central == pytest.approx(0.1256, rel=2e-3)
    assert predict_joules({**TEXT_ROW, "params_b_total": ""}, book).central == pytest.approx(0.1256, rel=2e-3)


def test_unknown_batch_widens_the_prediction(book: FactorBook) -> None:
    known, unknown = (predict_joules({**TEXT_ROW, "batch": batch}, book) for batch in ("64", ""))
    assert unknown.low < known.low
    assert unknown.high > known.high


@pytest.mark.parametrize("note", ["dp=banana", "avg_output_len=nan", "dp=-1", "precision=int3"])
def test_text_row_with_a_broken_note_is_skipped(book: FactorBook, note: str) -> None:
    with pytest.raises(Skipped):
        predict_joules({**TEXT_ROW, "note": note}, book)


def test_unknown_sound_model_is_predicted_from_the_rows_own_size(book: FactorBook) -> None:
    row = {**TEXT_ROW, "task": "text-to-audio", "unit": "J/clip", "params_b_active": "0.5", "steps": "45", "note": ""}
    # 20 J x 0.5 B x (45 + 5) = 500 J for 10 s
    assert predict_joules({**row, "duration_s": "10"}, book).central == pytest.approx(500)
