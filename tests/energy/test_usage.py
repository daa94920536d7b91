"""A usage is what it says: its key is canonical, comes back as it was, and outlandish numbers are refused."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Refusal, Usage, load_book
from energy.usage.usage import with_settings

_MODELS = st.sampled_from([None, *sorted(load_book().models)])
# A key keeps six digits of a length: more than anybody types.
_LENGTHS = st.floats(0.1, 3600.0).map(lambda length: float(f"{length:.6g}"))
_SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "resolution": st.from_regex(r"[1-7][0-9]{2,3}x[1-7][0-9]{2,3}", fullmatch=True),
        "steps": st.integers(1, 1000).map(str),
    },
).map(lambda chosen: tuple(sorted(chosen.items())))
_COUNTS = st.integers(1, 1_000_000)
_USAGES = st.one_of(
    st.builds(Usage, st.just("video"), _LENGTHS, _COUNTS, _MODELS, _SETTINGS),
    st.builds(Usage, st.just("image"), st.just(1.0), _COUNTS, _MODELS, _SETTINGS),
)


@given(_USAGES)
def test_a_key_brings_back_the_usage_it_was_made_from(usage: Usage) -> None:
    assert Usage.from_key(usage.key, usage.count) == usage


@given(_USAGES, _USAGES)
def test_keys_are_equal_exactly_when_one_item_is(one: Usage, other: Usage) -> None:
    same_item = replace(one, count=1) == replace(other, count=1)
    assert (one.key == other.key) == same_item


@given(_USAGES, _COUNTS)
def test_the_count_is_no_part_of_the_key(usage: Usage, count: int) -> None:
    assert Usage.from_key(usage.key, count).key == usage.key


def test_the_order_in_which_settings_are_given_does_not_matter() -> None:
    clip = Usage("video", 5.0)
    one = with_settings(with_settings(clip, steps="20"), resolution="1280x720")
    other = with_settings(with_settings(clip, resolution="1280x720"), steps="20")
    assert one == other
    assert one.key == other.key == "video;5s;resolution=1280x720;steps=20"


def test_a_setting_that_is_not_given_leaves_the_usage_as_it_was() -> None:
    clip = Usage("video", 5.0, settings=(("steps", "20"),))
    assert with_settings(clip, resolution=None, steps=None) == clip


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


@pytest.mark.parametrize("key", ["", "video", "song;3s", "video;banana", "video;5s;model", ";;;", "video;;"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Usage.from_key(key)


def test_a_usage_says_its_unit_and_its_settings() -> None:
    clip = Usage("video", 5.0, settings=(("steps", "20"),))
    assert clip.unit == "s"
    assert Usage("image").unit == "image"
    assert clip.setting("steps") == "20"
    assert clip.setting("resolution") is None
