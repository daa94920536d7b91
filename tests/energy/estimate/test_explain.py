"""An estimate can be followed line by line, and says how well it is known and why."""

from __future__ import annotations

import pytest

from energy import Confidence, FactorBook, Refusal, Usage, confidence, estimate, explain_steps, place_of, training_share

USAGES = [
    Usage("video", 5.0),
    Usage("video", 5.0, 2, "veo-3.1"),
    Usage("video", 5.0, 3, "wan2.1-14b"),
    Usage("image", 1.0, 4, "flux.1-dev"),
    Usage("text", 500.0, 2, "llama-3.3-70b"),
    Usage("text", 500.0, 1, "grok-4"),
    Usage("audio", 10.0, 1, "audioldm"),
]


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.key)
def test_every_step_has_inputs_with_sources_and_ends_in_the_estimate(book: FactorBook, usage: Usage) -> None:
    result = estimate(usage, book, place_of(book, None, usage.model))
    steps = {step.stage: step for step in explain_steps(result)}
    assert set(steps) == {"task", "server", "facility", "carbon", "water"}
    assert steps["facility"].result == result.facility_energy_wh
    assert steps["carbon"].result == result.carbon_g
    for step in steps.values():
        assert step.inputs, step.stage
        assert all(source in book.sources for source in step.sources)


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.key)
def test_central_values_follow_from_one_step_to_the_next(book: FactorBook, usage: Usage) -> None:
    result = estimate(usage, book, place_of(book, None, usage.model))
    factor = {applied.name: applied.range.central for applied in result.factors}
    it_wh = result.it_energy_wh.central
    assert it_wh == pytest.approx(result.accelerator_wh.central * factor["server_per_accelerator"])
    assert result.facility_energy_wh.central == pytest.approx(it_wh * factor["pue"])
    carbon = result.facility_energy_wh.central / 1000 * factor["carbon_g_per_kwh"]
    assert result.carbon_g.central == pytest.approx(carbon)


def test_confidence_falls_from_physics_to_estimate_to_assumption(book: FactorBook) -> None:
    levels = list(Confidence)
    named = [estimate(Usage("video", 5.0, 1, m), book, place_of(book, None)) for m in ("wan2.1-14b", "veo-3.1", None)]
    ranks = [levels.index(confidence(result, book).level) for result in named]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == 3


def test_confidence_gives_its_reasons(book: FactorBook) -> None:
    result = estimate(Usage("video", 60.0), book, place_of(book, None))
    assert {"basis.assumed", "beyond", "wide"} <= set(confidence(result, book).reasons)


def test_training_is_a_line_of_its_own_with_its_divisor(book: FactorBook) -> None:
    # 931 MWh / 100 million uses = 9.31 Wh a use; a hundred times fewer uses, a hundred times more.
    share = training_share("seaweed-7b", 100_000_000, book)
    assert share.energy_wh.central == pytest.approx(9.31)
    assert share.uses == 100_000_000
    assert training_share("seaweed-7b", 1_000_000, book).energy_wh.central == pytest.approx(931)
    with pytest.raises(Refusal):
        training_share("seaweed-7b", 0, book)
