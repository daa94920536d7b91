"""The book: every number has its passport, and a broken data file stops the start and is named."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from energy import BookError, FactorBook, load_book
from energy.book.loading import DATA, FILES
from energy.methods.ecologits import SOURCE as SECOND_OPINION
from energy.places.live import METHODS

# Every name of the evidence this book was built on, with what it makes.
VIDEO_NAMES = (
    "Wan2.1-T2V-1.3B",
    "Wan2.1-T2V-14B",
    "Wan2.2-T2V-A14B",
    "Wan2.2-TI2V-5B",
    "CogVideoX-2b",
    "CogVideoX-5b",
    "CogVideoX1.5-5B",
    "HunyuanVideo",
    "HunyuanVideo-1.5",
    "Mochi-1",
    "LTX-Video-13B-0.9.7",
    "LTX-Video-2B",
    "LTX-2",
    "Open-Sora-2.0",
    "AnimateDiff-v1.5.3",
    "AnimateDiff-Lightning",
    "ModelScope-T2V-1.7B",
    "I2VGen-XL",
    "SVD",
    "SVD-XT",
    "MiniMax-H3 (Hailuo 3.0)",
    "Sora / Sora 2",
    "Veo 3 / 3.1",
    "Kling / Seedance / Runway Gen-4.5 / Pika / Luma",
)
IMAGE_NAMES = (
    "FLUX.1-dev",
    "SD3.5-large",
    "SD3.5-medium",
    "SD3-medium",
    "PixArt-Sigma-XL",
    "HunyuanDiT-1.2",
    "SANA1.5-1.6B",
    "SANA1.5-4.8B",
    "Qwen-Image",
    "SD1.5 (openjourney-v4)",
    "SD2.1",
    "SDXL-base",
    "SDXL-Turbo",
    "SSD-1B",
    "Kandinsky-2.2",
    "Kandinsky-3",
    "Midjourney / DALL-E 3 / gpt-image / Imagen / Nano Banana",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} no longer holds {old!r}: choose another line to break"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(folder: Path) -> str:
    with pytest.raises(BookError) as broken:
        load_book(folder)
    assert "\n" not in str(broken.value)
    return str(broken.value)


def tables(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables(inner)


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_number_has_a_listed_source_and_every_source_is_used() -> None:
    sources = raw("sources")
    used: set[str] = set()
    for name in FILES:
        if name == "sources":
            continue
        for identity, record in raw(name).items():
            inside = list(tables(record))
            # A record states one source for all its numbers, or each of its ranges states its own.
            ranges = [table for table in inside if "central" in table]
            for table in [record] if "source" in record else ranges:
                assert table.get("source") in sources, f"{name}.toml: {identity}"
            used |= {t["source"] for t in inside if "source" in t} | {s for t in inside for s in t.get("also", ())}
    # The second opinion is priced by its own package, live figures come over the network: named where they are asked.
    assert used | {SECOND_OPINION, *METHODS} == set(sources)


def test_a_source_says_who_what_when_and_how_it_was_read(book: FactorBook) -> None:
    for identity, source in book.sources.items():
        assert source.producer, identity
        assert source.title, identity
        assert source.measured, identity
        assert source.boundary, identity
        assert source.licence, identity
        assert 1990 <= source.year <= source.date_read.year, identity


@pytest.mark.parametrize("name", VIDEO_NAMES)
def test_every_video_model_of_the_evidence_is_known(book: FactorBook, name: str) -> None:
    assert book.models[book.model_id(name, "video")].activity == "video"


@pytest.mark.parametrize("name", IMAGE_NAMES)
def test_every_image_model_of_the_evidence_is_known(book: FactorBook, name: str) -> None:
    assert book.models[book.model_id(name, "image")].activity == "image"


def test_every_model_and_place_answers_to_its_own_name(book: FactorBook) -> None:
    for identity, model in book.models.items():
        for name in (identity, model.name, *model.aliases):
            assert book.model_id(name) == identity
    for identity, place in book.places.items():
        for name in (identity, place.en, place.fr, *place.aliases):
            assert book.place_id(name) == identity


def test_loading_twice_gives_the_same_edition(book: FactorBook) -> None:
    again = load_book()
    assert again.version == book.version
    for table in ("sources", "models", "places", "equivalents", "trainings"):
        assert list(getattr(again, table)) == list(getattr(book, table))


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("sounds", "regions")])
def test_changing_any_number_changes_the_version(book: FactorBook, folder: Path, name: str) -> None:
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    number = re.search(r"^(?!#).*?(?:high|steps|year|kwh|total_parameters_b) = (\d+)", text, re.MULTILINE)
    assert number, name
    path.write_text(f"{text[: number.start(1)]}{int(number[1]) + 1}{text[number.end(1) :]}", encoding="utf-8")
    assert load_book(folder).version != book.version


def test_an_unchanged_copy_has_the_same_version(book: FactorBook, folder: Path) -> None:
    assert load_book(folder).version == book.version


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("diffusion.toml", "native_fps = 16", "nativ_fps = 16", "wan2.1-1.3b.nativ_fps"),
        ("factors.toml", "pue = {", "puee = {", "facility.pue"),
        ("diffusion.toml", 'source = "wan-configs"', 'source = "hearsay"', "wan2.1-1.3b.source"),
        ("places.toml", 'source = "ember-owid-2026"', 'source = "hearsay"', "hearsay"),
        (
            "equivalents.toml",
            'source = "microwave-power"',
            'source = "hearsay"',
            "microwave-minute.kwh_per_unit.source",
        ),
        ("factors.toml", "unnamed_wh = { low = 10.0", "unnamed_wh = { low = 1000.0", "video.unnamed_wh"),
        ("factors.toml", "unnamed_wh = { low = 10.0", "unnamed_wh = { low = nan", "video.unnamed_wh"),
        ("factors.toml", "unnamed_wh = { low = 10.0", "unnamed_wh = { low = -10.0", "video.unnamed_wh"),
        ("factors.toml", "unnamed_wh = { low = 10.0", 'unnamed_wh = { low = "ten"', "video.unnamed_wh.low"),
        ("factors.toml", "unnamed_wh = { low = 10.0, ", "unnamed_wh = { ", "video.unnamed_wh.low"),
        ("services.toml", "pue = 1.09", "pue = 0.9", "veo-3.1"),
        ("services.toml", 'activity = "video"', 'activity = "vidéo"', "veo-3.1.activity"),
        ("services.toml", '"kling", ', '"kling", "veo", ', '"veo" names both'),
        ("services.toml", 'usual_place = "USA"', 'usual_place = "Atlantis"', "veo-3.1.usual_place"),
        ("diffusion.toml", 'default_resolution = "832x480"', 'default_resolution = "480p"', "wan2.1-1.3b"),
        ("places.toml", "WLD = {", "WORLD = {", "WLD"),
        ("sources.toml", "date_read = 2026-11-23", 'date_read = "yesterday"', "mlenergy-v3.date_read"),
    ],
)
def test_a_broken_record_stops_the_start_and_is_named(folder: Path, file: str, old: str, new: str, named: str) -> None:
    edit(folder / file, old, new)
    said = complaint(folder)
    assert named in said
    # A place nobody has is found while the models of both files are checked together.
    assert file in said or "usual_place" in named


def test_a_source_nobody_uses_stops_the_start_and_is_named(folder: Path) -> None:
    path = folder / "sources.toml"
    text = path.read_text(encoding="utf-8")
    block = text[text.index("[mlenergy-v3]") : text.index("[mlenergy-v2]")]
    path.write_text(f"{text}\n{block.replace('mlenergy-v3', 'idle-2026')}", encoding="utf-8")
    said = complaint(folder)
    assert "sources.toml" in said
    assert "idle-2026" in said


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_stops_the_start_and_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.toml").unlink()
    assert f"{name}.toml" in complaint(folder)


@pytest.mark.parametrize("content", [b"= =", b"[a]\n[a]\n", b"\xff\xfe\x00", b'key = "open'])
def test_a_file_that_is_no_toml_stops_the_start_and_is_named(folder: Path, content: bytes) -> None:
    (folder / "places.toml").write_bytes(content)
    said = complaint(folder)
    assert "places.toml" in said
    assert "TOML" in said
