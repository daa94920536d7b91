"""Values worked by hand from the most quoted figure: one five-second clip of 3.4 MJ, 3.4 / 3.6 = 0.9444 kWh."""

from __future__ import annotations

from dataclasses import replace

import pytest

from energy import Estimate, FactorBook, Interval, Usage, compare, estimate, place_of

CLIP_WH = 3.4e6 / 3600


@pytest.fixture(scope="module")
def quoted(book: FactorBook) -> FactorBook:
    """The book as it would be if every clip took the quoted energy at the meter."""
    video = book.factors.video
    exactly = replace(video.unnamed_wh, low=CLIP_WH, central=CLIP_WH, high=CLIP_WH)
    return replace(book, factors=replace(book.factors, video=replace(video, unnamed_wh=exactly)))


def one_clip(book: FactorBook, place: str) -> Estimate:
    return estimate(Usage("video", 5.0), book, place_of(book, place))


def test_the_quoted_clip_is_944_wh() -> None:
    assert pytest.approx(944.4, abs=0.1) == CLIP_WH


@pytest.mark.parametrize(
    ("place", "g_per_kwh", "grams"),
    [
        ("France", 41.44, 39.1),  # 0.9444 kWh * 41.44 g
        ("United States", 384.4, 363.0),  # 0.9444 * 384.4
        ("World", 458.29, 432.8),  # 0.9444 * 458.29
        ("Poland", 588.6, 555.9),  # 0.9444 * 588.6
    ],
)
def test_carbon_is_facility_energy_times_the_grid(
    quoted: FactorBook, place: str, g_per_kwh: float, grams: float
) -> None:
    assert place_of(quoted, place).carbon_g_per_kwh.central == g_per_kwh
    result = one_clip(quoted, place)
    assert result.facility_energy_wh == Interval.exactly(CLIP_WH)
    assert result.carbon_g.central == pytest.approx(grams, rel=1e-3)


def test_another_method_of_counting_gives_france_49_g(quoted: FactorBook) -> None:
    # 0.9444 kWh * 51.9 g (ADEME, consumption mix) = 49.0 g: inside the range that our figure states.
    ademe = replace(place_of(quoted, "France"), carbon_g_per_kwh=Interval.exactly(51.9))
    assert estimate(Usage("video", 5.0), quoted, ademe).carbon_g.central == pytest.approx(49.0, rel=1e-3)
    assert one_clip(quoted, "France").carbon_g.contains(49.0)


def test_water_is_cooling_on_site_plus_power_plants(quoted: FactorBook) -> None:
    # PUE 1.2, 0.569 L/kWh on site, 3.13 L/kWh at US plants. Servers: 0.9444 / 1.2 = 0.787 kWh.
    # 0.787 * 0.569 + 0.9444 * 3.13 = 0.448 + 2.956 = 3.40 L.
    facility = quoted.factors.facility
    pue = replace(facility.pue, low=1.2, central=1.2, high=1.2)
    wue = replace(facility.wue_l_per_kwh, low=0.569, central=0.569, high=0.569)
    as_given = replace(quoted, factors=replace(quoted.factors, facility=replace(facility, pue=pue, wue_l_per_kwh=wue)))
    result = one_clip(as_given, "United States")
    assert result.it_energy_wh.central == pytest.approx(787.0, rel=1e-3)
    assert result.water_ml.central == pytest.approx(3400, rel=5e-3)


@pytest.mark.parametrize("model", [None, "veo-3.1", "kling-3", "hunyuanvideo", "svd"])
@pytest.mark.parametrize("place", ["France", "California", "Singapore"])
def test_carbon_and_water_follow_from_the_energies_in_every_answer(
    book: FactorBook, model: str | None, place: str
) -> None:
    where = place_of(book, place)
    result = estimate(Usage("video", 8.0, 3, model), book, where)
    carbon = result.facility_energy_wh.central / 1000 * where.carbon_g_per_kwh.central
    # Wh times L/kWh is mL.
    on_site = result.it_energy_wh.central * book.factors.facility.wue_l_per_kwh.central
    at_plants = result.facility_energy_wh.central * where.grid_water_l_per_kwh.central
    assert result.carbon_g.central == pytest.approx(carbon)
    assert result.water_ml.central == pytest.approx(on_site + at_plants)


def test_the_quoted_clip_is_an_hour_and_ten_minutes_of_microwave(book: FactorBook) -> None:
    # 0.9444 kWh / 0.8 kW = 1.18 h; with an oven of 0.85 kW 1.11 h.
    microwave = compare(Interval.exactly(CLIP_WH), book, "microwave-minute").amount
    assert microwave.central / 60 == pytest.approx(1.18, rel=5e-3)
    assert microwave.contains(1.11 * 60)


def test_the_quoted_clip_is_94_hours_of_an_led_lamp_and_about_one_bake(book: FactorBook) -> None:
    # 944.4 Wh / 10 W = 94.4 h; 0.9444 / 0.78 = 1.2 bakes.
    assert compare(Interval.exactly(CLIP_WH), book, "led-minute").amount.central / 60 == pytest.approx(94.4, rel=1e-2)
    assert compare(Interval.exactly(CLIP_WH), book, "oven-use").amount.central == pytest.approx(1.21, rel=1e-2)
