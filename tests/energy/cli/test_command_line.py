"""`python -m energy`, run as a person or a program runs it: its JSON, its exit status, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from energy.cli.main import main

ROOT = Path(__file__).parents[3]
MEASURED = ROOT / "tests" / "energy" / "validation" / "measured.csv"
ANSWER = {
    "usage",
    "energy_wh",
    "accelerator_wh",
    "carbon_g",
    "water_ml",
    "place",
    "basis",
    "notes",
    "sources",
    "book",
    "trace",
}
USAGE = {"activity", "amount", "unit", "count", "model", "settings"}
SCORE = {"rows", "scored", "skipped", "median", "p90", "worst", "inside"}
RANGES = ("energy_wh", "accelerator_wh", "carbon_g", "water_ml")


def energy(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "energy", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def answer(*arguments: str) -> dict[str, Any]:
    done = energy(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    parsed = json.loads(done.stdout)
    assert isinstance(parsed, dict)
    return parsed


def keeps_the_contract(item: dict[str, Any]) -> None:
    assert set(item) == ANSWER
    assert set(item["usage"]) == USAGE
    assert set(item["place"]) == {"id", "basis"}
    for name in RANGES:
        assert set(item[name]) == {"low", "central", "high"}
        assert 0 < item[name]["low"] <= item[name]["central"] <= item[name]["high"]
    assert item["basis"] in {"measured", "disclosed", "modelled", "estimated", "assumed"}
    assert all(isinstance(text, str) for text in (*item["notes"], *item["sources"], item["book"], item["trace"]))
    assert item["sources"]


def test_an_unnamed_clip_answers_with_the_contract_exactly() -> None:
    item = answer("video", "5s")
    keeps_the_contract(item)
    assert item["usage"] == {
        "activity": "video",
        "amount": 5.0,
        "unit": "s",
        "count": 1,
        "model": None,
        "settings": {"resolution": "1280x720"},
    }
    assert item["energy_wh"] == {"low": 10.0, "central": 100.0, "high": 600.0}
    assert (item["basis"], item["place"]["id"]) == ("assumed", "WLD")


def test_every_option_reaches_the_answer() -> None:
    options = ("--model", "flux", "--size", "512x512", "--steps", "20", "--place", "Allemagne", "--count", "3")
    item = answer("image", "4", *options)
    keeps_the_contract(item)
    assert item["usage"]["settings"] == {"resolution": "512x512", "steps": "20"}
    assert (item["usage"]["model"], item["usage"]["count"]) == ("flux.1-dev", 12)
    assert item["place"] == {"id": "DEU", "basis": "stated"}


def test_free_words_answer_like_the_command_they_stand_for() -> None:
    asked = answer("ask", "un clip de 10 secondes en 1080p avec veo")
    keeps_the_contract(asked)
    assert asked == answer("video", "10s", "--model", "veo", "--resolution", "1080p")


def test_several_usages_in_one_sentence_are_items() -> None:
    items = answer("ask", "4 images with flux and a 5 second video")
    assert set(items) == {"items"}
    assert [item["usage"]["activity"] for item in items["items"]] == ["image", "video"]
    for item in items["items"]:
        keeps_the_contract(item)


def test_the_plain_answer_names_the_energy_its_sources_and_its_trace() -> None:
    done = energy("video", "5s")
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("100 (10-600) Wh", "sources: video-class-2026", "trace "):
        assert part in done.stdout


def test_bad_usage_is_one_line_on_stderr_and_status_2() -> None:
    done = energy("video", "5s", "--colour", "red")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [(), ("video",), ("bake", "a cake"), ("video", "5s", "--model"), ("validate",), ("ask", "--json"), ("--nonsense",)],
)
def test_every_bad_usage_is_one_line_that_points_to_the_help(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    said = capsys.readouterr()
    assert (left.value.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "--help" in said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("video", "-3s"), "duration.positive"),
        (("video", "banana"), "duration.unreadable"),
        (("video", "2h"), "amount.video"),
        (("video", "5s", "--model", "veoo"), "model.unknown"),
        (("video", "5s", "--place", "Frnace"), "place.unknown"),
        (("video", "5s", "--steps", "0"), "steps.range"),
        (("image", "4", "--count", "-3"), "count.unreadable"),
        (("image", "0"), "count.range"),
        (("ask", "what a lovely day"), "ask.unreadable"),
    ],
)
def test_every_refusal_has_its_code_as_json_and_its_sentence_in_one_line(
    arguments: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--json"]) == 3
    refused = json.loads(capsys.readouterr().out)
    assert set(refused) == {"error"}
    assert set(refused["error"]) == {"code", "message"}
    assert refused["error"]["code"] == code
    assert main(arguments) == 3
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", refused["error"]["message"] + "\n")
    assert said.err.count("\n") == 1


def test_a_refusal_is_status_3_with_its_sentence_on_stderr() -> None:
    done = energy("video", "-3s")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Try 5s" in done.stderr


def test_a_refusal_is_status_3_with_json_on_stdout() -> None:
    done = energy("video", "5s", "--model", "veoo", "--json")
    assert (done.returncode, done.stderr) == (3, "")
    assert "Veo 3.1" in json.loads(done.stdout)["error"]["message"]


def test_validate_answers_with_the_contract_exactly() -> None:
    tasks = answer("validate", str(MEASURED))
    assert set(tasks) == {"tasks"}
    assert set(tasks["tasks"]) == {"text-to-video", "image-to-video", "text-to-image"}
    for figures in tasks["tasks"].values():
        assert set(figures) == SCORE
        assert figures["rows"] == figures["scored"] + sum(figures["skipped"].values())
        assert 1 <= figures["median"] <= figures["p90"] <= figures["worst"]
        assert 0 <= figures["inside"] <= 1


def test_validate_says_rows_errors_and_share_in_words() -> None:
    done = energy("validate", str(MEASURED))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("image-to-video: 1 of 1 rows scored")
    assert "inside the stated range" in done.stdout


def test_validate_refuses_a_missing_file_in_one_line(tmp_path: Path) -> None:
    done = energy("validate", str(tmp_path / "rows.csv"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "content", [None, b"", b"\x89PNG\r\n\x1a\n\x00\xff\xfe", b"task,model\ntext-to-image,SD2.1\n", b"a\x00b\n"]
)
def test_validate_refuses_a_file_it_cannot_read_and_names_it(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.csv"
    if content is not None:
        path.write_bytes(content)
    assert main(["validate", str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "rows.csv" in said.err


def test_validate_refuses_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
