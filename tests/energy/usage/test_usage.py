"""A usage is what it says: its key is canonical, comes back as it was, and outlandish numbers are refused."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Habit, Refusal, RunsOn, Settings, Usage, estimate, load_book, place_of
from energy.usage.habit import Period
from energy.usage.runs_on import Runner
from energy.usage.usage import KINDS, UNITS, with_settings

BOOK = load_book()

RECORDED = Path(__file__).parents[2] / "recorded" / "0.1.0"
# A key keeps six digits of a length: more than anybody types.
_LENGTHS = st.floats(0.1, 3600.0).map(lambda length: float(f"{length:.6g}"))
_COUNTS = st.integers(1, 1_000_000)
_SIZES = st.one_of(st.just((None, None)), st.tuples(st.integers(64, 8192), st.integers(64, 8192)))
_STEPS = st.one_of(st.none(), st.integers(1, 1000))
_IDS = st.one_of(st.none(), st.from_regex(r"[A-Za-z0-9._-]{1,20}", fullmatch=True))
_RUNS_ON = st.one_of(
    st.just(RunsOn()),
    st.builds(
        RunsOn,
        st.sampled_from(get_args(Runner)),
        st.one_of(st.none(), st.integers(1, 10_000)),
        _IDS,
        st.one_of(st.none(), _LENGTHS),
    ),
)
_HABITS = st.one_of(
    st.none(),
    st.builds(
        Habit,
        st.integers(1, 10_000_000_000),
        st.floats(0.01, 10_000.0).map(lambda times: float(f"{times:.6g}")),
        st.one_of(st.none(), st.sampled_from(get_args(Period))),
        st.one_of(st.none(), st.integers(1, 1_000_000)),
    ),
)


@st.composite
def _usages(draw: st.DrawFn) -> Usage:
    """Any usage at all: every activity, model, setting, machine, habit and place."""
    activity = draw(st.sampled_from(sorted(UNITS)))
    amount = 1.0 if activity == "image" else draw(_LENGTHS if activity != "text" else st.integers(1, 10**7).map(float))
    model = draw(st.sampled_from([None, *sorted(i for i, m in BOOK.models.items() if m.activity == activity)]))
    kind = draw(st.sampled_from((None, *KINDS.get(activity, ()))))
    width, height = draw(_SIZES) if activity in ("video", "image") else (None, None)
    steps = draw(_STEPS) if activity != "text" else None
    tokens = draw(st.one_of(st.none(), st.integers(1, 10**7))) if activity == "text" else None
    settings = Settings(width, height, steps, kind, tokens)
    return Usage(activity, amount, draw(_COUNTS), model, settings, draw(_RUNS_ON), draw(_HABITS), draw(_IDS))


_USAGES = _usages()


@given(_USAGES)
def test_a_key_brings_back_the_usage_it_was_made_from(usage: Usage) -> None:
    assert Usage.from_key(usage.key, usage.count) == usage
    assert Usage.from_text(usage.text) == usage
    assert hash(Usage.from_text(usage.text)) == hash(usage)


@given(_USAGES, _USAGES)
def test_keys_are_equal_exactly_when_one_item_is(one: Usage, other: Usage) -> None:
    same_item = replace(one, count=1) == replace(other, count=1)
    assert (one.key == other.key) == same_item


@given(_USAGES, _COUNTS)
def test_the_count_is_no_part_of_the_key(usage: Usage, count: int) -> None:
    assert Usage.from_key(usage.key, count).key == usage.key


def test_the_order_in_which_settings_are_given_does_not_matter() -> None:
    clip = Usage("video", 5.0)
    one = with_settings(with_settings(clip, steps=20), width=1280, height=720)
    other = with_settings(with_settings(clip, width=1280, height=720), steps=20)
    assert one == other
    assert one.key == other.key == "video;5s;resolution=1280x720;steps=20"


def test_a_setting_that_is_not_given_leaves_the_usage_as_it_was() -> None:
    clip = Usage("video", 5.0, settings=Settings(steps=20))
    assert with_settings(clip, width=None, height=None, steps=None) == clip


@pytest.mark.parametrize("count", [1, 2, 1_000_000])
def test_a_count_from_one_to_a_million_is_accepted(count: int) -> None:
    assert Usage("image", count=count).count == count


@pytest.mark.parametrize("count", [0, -1, 1_000_000_001, 10**30])
def test_a_count_outside_that_is_refused_with_an_example(count: int) -> None:
    with pytest.raises(Refusal) as refused:
        Usage("image", count=count)
    assert refused.value.code == "count.range"
    assert "such as 4" in str(refused.value)


@pytest.mark.parametrize("length_s", [0.1, 5.0, 3600.0])
def test_a_clip_from_a_tenth_of_a_second_to_an_hour_is_accepted(length_s: float) -> None:
    assert Usage("video", length_s).amount == length_s


@pytest.mark.parametrize("length_s", [0.0, -3.0, 0.09, 3600.1, 31_536_000.0, math.nan, math.inf, -math.inf])
def test_a_clip_of_no_length_or_of_a_year_is_refused_with_an_example(length_s: float) -> None:
    with pytest.raises(Refusal) as refused:
        Usage("video", length_s)
    assert refused.value.code == "amount.video"
    assert "such as 5s" in str(refused.value)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "video",
        "song;3s",
        "video;banana",
        "video;5s;model",
        "video;5s;speed=3",
        "video;5s;resolution=HD",
        "video;5s;gpus=3",
        "video;5s;on=cloud",
        "video;5s;people=3;per=hour",
        ";;;",
        "video;;",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Usage.from_key(key)


def test_a_usage_says_its_unit_and_its_settings() -> None:
    clip = Usage("video", 5.0, settings=Settings(steps=20))
    assert clip.unit == "s"
    assert Usage("image").unit == "image"
    assert clip.settings.steps == 20
    assert clip.settings.resolution is None


def _recorded_keys() -> set[str]:
    """Every key of a usage that version 0.1.0 wrote: into its database, its notes and its buttons."""
    facts = (RECORDED / "facts.json").read_text(encoding="utf-8")
    buttons = json.loads((RECORDED / "custom_ids.json").read_text(encoding="utf-8"))
    subjects = [part for button in buttons for part in re.split(r"[:~+]", button)]
    written = facts.replace("\\", "").split('"') + [subject.partition("*")[0] for subject in subjects]
    return {text.partition("*")[0] for text in written if text.partition(";")[0] in UNITS and ";" in text}


@pytest.mark.parametrize("key", sorted(_recorded_keys()))
def test_every_key_that_version_0_1_0_wrote_is_read_and_written_again_alike(key: str) -> None:
    # One recorded key was typed by hand, its model last: 0.1.0 itself wrote models first, then the settings by name.
    activity, amount, *pairs = key.split(";")
    assert Usage.from_key(key).key == ";".join([activity, amount, *sorted(pairs, key=lambda p: (p[:6] != "model=", p))])


def test_a_usage_without_what_came_later_is_written_as_version_0_1_0_did() -> None:
    keys = _recorded_keys()
    assert len(keys) > 10
    assert {"video;5s", "video;10s;model=veo-3.1;resolution=1920x1080", "audio;120s;kind=music"} <= keys
    clip = Usage("video", 5.0, 3, "veo-3.1", Settings(1280, 720, 20))
    assert clip.key == "video;5s;model=veo-3.1;resolution=1280x720;steps=20"
    assert clip.text == f"{clip.key}*3"


def test_what_came_later_stands_behind() -> None:
    asked = Settings(kind="chat", input_tokens=2000)
    own = RunsOn("own", hardware="RTX4090", runtime_s=90.0)
    usage = Usage("text", 500.0, 2, "gpt-4o", asked, own, Habit(30, 3, "week"), "FRA")
    assert usage.key == (
        "text;500token;model=gpt-4o;kind=chat;input_tokens=2000;on=own;hardware=RTX4090;runtime_s=90"
        ";people=30;times=3;per=week;place=FRA"
    )


@pytest.mark.parametrize(
    "usage",
    [
        Usage("text", settings=Settings(input_tokens=2000)),
        Usage("video", 5.0, runs_on=RunsOn("own")),
        Usage("video", 5.0, habit=Habit(30, 3, "week")),
    ],
)
def test_what_no_method_knows_yet_is_refused_and_named(usage: Usage) -> None:
    with pytest.raises(Refusal) as refused:
        estimate(usage, BOOK, place_of(BOOK, None))
    assert refused.value.code == "usage.not_yet"
    assert refused.value.params["read"] in usage.key.replace(";", ", ")


def test_a_place_that_was_said_is_carried_and_changes_no_energy() -> None:
    france = place_of(BOOK, "France")
    there = estimate(Usage("video", 5.0, place="FRA"), BOOK, france)
    assert there.usage.place == "FRA"
    assert there.facility_energy_wh == estimate(Usage("video", 5.0), BOOK, france).facility_energy_wh


@pytest.mark.parametrize("place", ["FRA", "XYZ"])
def test_a_use_elsewhere_is_never_estimated_here(place: str) -> None:
    with pytest.raises(Refusal) as refused:
        estimate(Usage("video", 5.0, place=place), BOOK, place_of(BOOK, None))
    assert refused.value.code == "usage.not_yet"
    assert refused.value.params["read"] == f"place={place}"
