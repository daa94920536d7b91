"""The stages from chips to meter: PUE is counted once, and doubt never disappears on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import FactorBook, Usage, estimate, place_of
from energy.book.models import Service


def with_pue(book: FactorBook, pue: float) -> FactorBook:
    """The book with Veo 3.1 in a data centre of this PUE, its published figure kept."""
    veo = book.models["veo-3.1"]
    assert isinstance(veo, Service)
    return replace(book, models={**book.models, "veo-3.1": replace(veo, pue=pue)})


def with_wider_server(book: FactorBook, wider: float) -> FactorBook:
    """The book with a server factor that may lie further from its central value, both ways."""
    facility = book.factors.facility
    server = facility.server_per_accelerator
    doubtful = replace(server, low=server.low / wider, high=server.high * wider)
    numbers = replace(book.factors, facility=replace(facility, server_per_accelerator=doubtful))
    return replace(book, factors=numbers)


def test_pue_of_one_means_the_facility_is_the_servers(book: FactorBook) -> None:
    result = estimate(Usage("video", 5.0, 1, "veo-3.1"), with_pue(book, 1.0), place_of(book, "France"))
    assert result.facility_energy_wh == result.it_energy_wh


@given(pue=st.floats(1.0, 3.0))
def test_pue_is_applied_once(book: FactorBook, pue: float) -> None:
    result = estimate(Usage("video", 5.0, 1, "veo-3.1"), with_pue(book, pue), place_of(book, "France"))
    assert result.facility_energy_wh.central == pytest.approx(result.it_energy_wh.central * pue)
    # Published as accelerators times PUE: whatever the PUE, dividing it out and applying it again gives it back.
    server = book.factors.facility.server_per_accelerator.central
    assert result.facility_energy_wh.central == pytest.approx(32.4 * server)


def test_a_pue_of_its_own_is_named_with_its_own_source(book: FactorBook) -> None:
    place = place_of(book, "France")
    for identity, model in book.models.items():
        if isinstance(model, Service) and model.pue is not None:
            result = estimate(Usage(model.activity, 5.0, model=identity), book, place)
            (pue,) = (applied for applied in result.stage_factors if applied.name == "pue")
            assert (pue.range.central, pue.source) == (model.pue, model.source)
    result = estimate(Usage("video", 5.0, model="wan2.1-14b"), book, place)
    (pue,) = (applied for applied in result.stage_factors if applied.name == "pue")
    assert (pue.range, pue.source) == (book.factors.facility.pue.range, book.factors.facility.pue.source)


@given(wider=st.floats(1.0, 5.0), model=st.sampled_from(["wan2.1-14b", "veo-3.1", "flux.1-dev", "llama-3.3-70b"]))
def test_wider_factor_never_narrows_an_estimate(book: FactorBook, wider: float, model: str) -> None:
    activity = book.models[model].activity
    usage = Usage(activity, {"video": 5.0, "image": 1.0}.get(activity, 500.0), 1, model)
    place = place_of(book, "France")
    sure = estimate(usage, book, place)
    doubtful = estimate(usage, with_wider_server(book, wider), place)
    for before, after in (
        (sure.facility_energy_wh, doubtful.facility_energy_wh),
        (sure.carbon_g, doubtful.carbon_g),
        (sure.water_ml, doubtful.water_ml),
    ):
        assert after.low <= before.low * (1 + 1e-9)
        assert after.central == pytest.approx(before.central)
        assert after.high >= before.high * (1 - 1e-9)
