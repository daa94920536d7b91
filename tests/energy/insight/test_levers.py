"""A lever is the same use with one thing changed, estimated again: it lowers what it says it lowers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Refusal, Settings, Usage, estimate, load_book, place_of, with_settings
from energy.book.models import AudioModel, AudioService
from energy.book.records import Activity
from energy.insight.levers import LEAST_SHARE, LOW_CARBON_PLACE, Lever, levers

BOOK = load_book()
_ACTIVITIES: tuple[Activity, ...] = ("video", "image", "text", "audio")


def _kinds(activity: str, model: str | None) -> list[str | None]:
    if activity == "text":
        return [None, "chat", "reasoning"]
    if activity != "audio":
        return [None]
    record = BOOK.models[model] if model else None
    kinds = record.kinds if isinstance(record, AudioModel | AudioService) else ("music", "speech", "transcription")
    return [None, *kinds]


@st.composite
def usages(draw: st.DrawFn) -> Usage:
    activity = draw(st.sampled_from(_ACTIVITIES))
    model = draw(st.sampled_from([None, *sorted(i for i, m in BOOK.models.items() if m.activity == activity)]))
    amount = {
        "video": st.floats(0.1, 3600.0),
        "image": st.just(1.0),
        "text": st.integers(1, 100_000).map(float),
        "audio": st.floats(0.1, 3600.0),
    }[activity]
    settings = Settings(kind=draw(st.sampled_from(_kinds(activity, model))))
    if activity in ("video", "image"):
        sizes = [(None, None), (3840, 2160), (1920, 1080), (1080, 1920), (1280, 704), (64, 64)]
        settings = Settings(*draw(st.sampled_from(sizes)), draw(st.sampled_from([None, 1, 4, 28, 100])))
    return Usage(activity, draw(amount), draw(st.integers(1, 1000)), model, settings)


def levers_of(usage: Usage, place: str | None = None) -> dict[str, Lever]:
    """The levers by code; of two models the one that saves more."""
    found = levers(usage, BOOK, place_of(BOOK, place, usage.model))
    return {lever.code: lever for lever in reversed(found)}


@given(usages())
def test_a_lever_never_raises_the_central_value(usage: Usage) -> None:
    place = place_of(BOOK, "Poland")
    before = estimate(usage, BOOK, place)
    for lever in levers(usage, BOOK, place):
        after, now = (
            (lever.energy_wh, before.facility_energy_wh)
            if lever.what == "energy"
            else (lever.carbon_g, before.carbon_g)
        )
        assert after.central <= now.central


@given(usages())
def test_a_lever_is_what_estimating_its_usage_says(usage: Usage) -> None:
    place = place_of(BOOK, None, usage.model)
    before = estimate(usage, BOOK, place)
    for lever in levers(usage, BOOK, place):
        after = estimate(lever.instead, BOOK, lever.place)
        assert lever.energy_wh == after.facility_energy_wh
        assert lever.carbon_g == after.carbon_g
        now, then = (
            (before.facility_energy_wh, after.facility_energy_wh)
            if lever.what == "energy"
            else (before.carbon_g, after.carbon_g)
        )
        assert math.isclose(lever.saved_share.central, 1 - then.central / now.central, rel_tol=1e-9)


@given(usages())
def test_a_saving_is_a_share_below_all_and_worth_saying_and_the_best_comes_first(usage: Usage) -> None:
    found = levers(usage, BOOK, place_of(BOOK, None, usage.model))
    assert all(LEAST_SHARE <= lever.saved_share.central <= lever.saved_share.high < 1 for lever in found)
    shares = [lever.saved_share.central for lever in found]
    assert shares == sorted(shares, reverse=True)


@given(usages())
def test_one_thing_changes_at_a_time(usage: Usage) -> None:
    place = place_of(BOOK, None, usage.model)
    filled = estimate(usage, BOOK, place).usage
    for lever in levers(usage, BOOK, place):
        changed = {
            "length": lever.instead.amount != filled.amount,
            "count": lever.instead.count != filled.count,
            "model": lever.instead.model != filled.model,
            "resolution": lever.instead.settings.resolution != filled.settings.resolution,
            "reasoning": lever.instead.settings.kind != filled.settings.kind,
            "place": lever.place != place,
        }
        assert [code for code, is_so in changed.items() if is_so] == ([lever.code] if lever.code != "steps" else [])


@given(usages())
def test_at_most_two_models_are_suggested(usage: Usage) -> None:
    assert sum(lever.code == "model" for lever in levers(usage, BOOK, place_of(BOOK, None))) <= 2


@pytest.mark.parametrize(
    ("asked", "smaller"),
    [
        ("3840x2160", "1920x1080"),
        ("1920x1080", "1280x720"),
        ("1280x720", "854x480"),
        ("1080x1920", "720x1280"),
        ("1280x704", "872x480"),
        ("854x480", None),
    ],
)
def test_a_clip_goes_down_one_rung(asked: str, smaller: str | None) -> None:
    lever = levers_of(Usage("video", 5.0, settings=Settings.of_size(asked))).get("resolution")
    assert (lever.instead.settings.resolution if lever else None) == smaller


def test_a_picture_of_1024_goes_down_to_512() -> None:
    assert levers_of(Usage("image"))["resolution"].instead.settings.resolution == "512x512"


def test_a_clip_at_480p_saves_half_of_720p_as_the_book_says() -> None:
    share = levers_of(Usage("video", 5.0))["resolution"].saved_share
    assert (share.low, share.central, share.high) == pytest.approx((0.4, 0.5, 0.6))


def test_half_the_length_saves_by_the_exponents_of_the_book() -> None:
    share = levers_of(Usage("video", 5.0))["length"].saved_share
    assert (share.low, share.central, share.high) == pytest.approx((1 - 0.5**0.8, 1 - 0.5**1.15, 1 - 0.5**1.7))


@pytest.mark.parametrize(("asked_s", "shorter_s"), [(5.0, 2.5), (8.0, 4.0), (10.0, 5.0), (20.0, 5.0), (60.0, 5.0)])
def test_a_clip_is_halved_and_a_long_one_cut_to_five_seconds(asked_s: float, shorter_s: float) -> None:
    assert levers_of(Usage("video", asked_s))["length"].instead.amount == shorter_s


def test_half_the_variants_save_half_exactly() -> None:
    lever = levers_of(Usage("image", count=4, model="flux.1-dev"))["count"]
    assert lever.instead.count == 2
    share = lever.saved_share
    assert (share.low, share.central, share.high) == pytest.approx((0.5, 0.5, 0.5))


def test_half_the_steps_are_for_open_models_that_are_not_distilled() -> None:
    assert levers_of(Usage("image", model="flux.1-dev"))["steps"].instead.settings.steps == 25
    assert "steps" not in levers_of(Usage("image", model="sdxl-turbo"))
    assert "steps" not in levers_of(Usage("image", model="midjourney"))
    assert "steps" not in levers_of(Usage("image"))


def test_eight_steps_are_few_enough_and_nine_are_not() -> None:
    flux = Usage("image", model="flux.1-dev")
    assert "steps" not in levers_of(with_settings(flux, steps=8))
    assert levers_of(with_settings(flux, steps=9))["steps"].instead.settings.steps == 4


def test_half_of_three_variants_is_two() -> None:
    assert levers_of(Usage("image", count=3))["count"].instead.count == 2


@given(usages())
def test_a_model_of_another_provider_uses_half_or_less(usage: Usage) -> None:
    here = BOOK.models[usage.model].provider if usage.model else None
    for lever in levers(usage, BOOK, place_of(BOOK, None, usage.model)):
        if lever.code == "model" and BOOK.models[str(lever.instead.model)].provider != here:
            assert lever.saved_share.central >= 0.5 - 1e-9


def test_a_closed_service_points_to_its_faster_sibling() -> None:
    place = place_of(BOOK, None, "veo-3.1")
    models = [lever.instead.model for lever in levers(Usage("video", 8.0, model="veo-3.1"), BOOK, place)]
    assert "veo-3.1-fast" in models


def test_a_large_open_model_points_to_a_smaller_one() -> None:
    lever = levers_of(Usage("video", 5.0, model="wan2.1-14b"))["model"]
    assert lever.instead.model == "wan2.1-1.3b"
    assert lever.instead.settings.resolution == "1280x720", "like for like"


def test_an_unnamed_model_may_be_small_already() -> None:
    assert levers_of(Usage("video", 5.0))["model"].saved_share.low == 0


def test_of_models_by_one_study_the_saving_is_not_exact() -> None:
    share = levers_of(Usage("text", 300, model="gpt-4.1"))["model"].saved_share
    assert share.low < share.central < share.high


def test_a_cleaner_grid_saves_carbon_and_no_energy() -> None:
    usage = Usage("video", 5.0)
    lever = levers_of(usage, "Poland")["place"]
    assert (lever.what, lever.place.id) == ("carbon", LOW_CARBON_PLACE)
    assert lever.energy_wh == estimate(usage, BOOK, place_of(BOOK, "Poland")).facility_energy_wh
    assert 0.9 < lever.saved_share.low < lever.saved_share.central < lever.saved_share.high


@pytest.mark.parametrize("place", ["Sweden", "Norway", "Iceland"])
def test_where_the_grid_is_clean_already_no_place_is_suggested(place: str) -> None:
    assert "place" not in levers_of(Usage("video", 5.0), place)


def test_an_answer_can_be_shorter_and_need_not_reason() -> None:
    found = levers_of(Usage("text", 401, settings=Settings(kind="reasoning")))
    assert found["reasoning"].instead.settings.kind == "chat"
    assert found["length"].instead.amount == 201
    assert "reasoning" not in levers_of(Usage("text", 400))
    assert "reasoning" in levers_of(Usage("text", 400, model="gpt-oss-120b")), "it reasons by itself"
    assert "reasoning" not in levers_of(Usage("text", 400, model="o3")), "its one figure covers its reasoning"


def test_sound_can_be_shorter_but_a_recording_to_transcribe_has_its_length() -> None:
    assert levers_of(Usage("audio", 60.0))["length"].instead.amount == 30
    assert "length" not in levers_of(Usage("audio", 60.0, settings=Settings(kind="transcription")))


def test_a_model_that_denoises_its_whole_window_may_save_nothing_by_a_shorter_piece() -> None:
    assert levers_of(Usage("audio", 30.0, model="stable-audio-open"))["length"].saved_share.low == 0


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(Refusal):
        levers(Usage("video", 5.0, model="nobody-knows-it"), BOOK, place_of(BOOK, "France"))
