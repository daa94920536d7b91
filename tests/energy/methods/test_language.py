"""Text: joules per token by hand, and answers of open, closed and unnamed models."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import Basis, Estimate, FactorBook, Refusal, Settings, Usage, estimate, place_of
from energy.book.models import LanguageModel
from energy.methods.language import Serving, gpus_for, joules_per_token

REASONING = Settings(kind="reasoning")


def answer(book: FactorBook, model: str | None = None, tokens: float = 500.0, reasoning: bool = False) -> Estimate:
    usage = Usage("text", tokens, 1, model, REASONING if reasoning else Settings())
    return estimate(usage, book, place_of(book, None, model))


def test_frontier_answer_comes_to_the_four_published_anchors(book: FactorBook) -> None:
    # 40 B active of 400 B, FP8, 8 H100, batch 128, 400 tokens:
    # touched = 40 + 360 (1 - exp(-128 x 40 / 400)) = 400 B = 400 GB; context = (200 + 300) / 1000 = 0.5
    # 8^0.31 = 1.905; 0.0031 x 30 + 0.137 x 400/128 + 1.14 x 8/128 + 0.0087 x 0.5 x 6.325 + 0.034 = 0.654
    # 1.905 x 0.654 = 1.246 J a token
    joules = joules_per_token(Serving(40, 400, "fp8", 8, 128, 400), book.factors.text)
    assert joules == pytest.approx(1.246, rel=2e-3)
    # x 500 tokens / 3600 x 1.42 x 1.2 = 0.295 Wh at the meter, beside 0.24, 0.30, 0.31 and 0.34 published.
    assert joules * 500 / 3600 * 1.42 * 1.2 == pytest.approx(0.295, rel=5e-3)


def test_gpus_are_as_many_as_the_weights_need(book: FactorBook) -> None:
    needed = {"llama-3.1-8b": 1, "llama-3.3-70b": 4, "deepseek-v3.1": 16, "gpt-oss-120b": 1}
    for identity, gpus in needed.items():
        model = book.models[identity]
        assert isinstance(model, LanguageModel)
        assert gpus_for(model, book.factors.text) == gpus, identity


def test_unnamed_answer_is_the_stated_range(book: FactorBook) -> None:
    energy = answer(book).facility_energy_wh
    assert (energy.low, energy.central, energy.high) == pytest.approx((0.1, 0.3, 1.5))
    energy = answer(book, reasoning=True).facility_energy_wh
    assert (energy.low, energy.central, energy.high) == pytest.approx((1, 4, 20))


def test_closed_model_is_an_estimate_and_never_the_formula(book: FactorBook) -> None:
    result = answer(book, "gpt-4o")
    energy = result.facility_energy_wh
    assert (energy.low, energy.central, energy.high) == pytest.approx((0.06, 0.3, 3.9))
    assert result.basis is Basis.ESTIMATED
    assert "epoch-2025" in result.sources
    assert "text-fit-2026" not in result.sources


def test_model_nobody_published_says_so(book: FactorBook) -> None:
    result = answer(book, "grok-4")
    assert result.basis is Basis.ASSUMED
    assert "service.class" in {note.code for note in result.notes}


def test_unknown_batch_widens_the_range(book: FactorBook) -> None:
    result = answer(book, "llama-3.3-70b")
    assert result.facility_energy_wh.spread > 10
    assert "batch.unknown" in {note.code for note in result.notes}


@pytest.mark.parametrize("model", [None, "llama-3.3-70b", "gpt-4o", "claude-sonnet-5"])
def test_reasoning_costs_five_times_more_or_worse(book: FactorBook, model: str | None) -> None:
    chat = answer(book, model).facility_energy_wh.central
    assert answer(book, model, reasoning=True).facility_energy_wh.central >= 5 * chat


def test_reasoning_model_reasons_unless_told_not_to(book: FactorBook) -> None:
    plain = estimate(Usage("text", 500.0, 1, "deepseek-r1", Settings(kind="chat")), book, place_of(book, None))
    assert answer(book, "deepseek-r1").facility_energy_wh.central > 5 * plain.facility_energy_wh.central


@given(tokens=st.floats(1, 1e6), more=st.floats(1, 10))
def test_more_tokens_never_cost_less(book: FactorBook, tokens: float, more: float) -> None:
    for model in (None, "qwen3-235b", "gpt-4.1", "grok-4"):
        few = answer(book, model, tokens).facility_energy_wh
        many = answer(book, model, tokens * more).facility_energy_wh
        assert few.low <= many.low * (1 + 1e-9)
        assert few.central <= many.central * (1 + 1e-9)
        assert few.high <= many.high * (1 + 1e-9)


@given(batch=st.floats(1, 4000), more=st.floats(1, 8))
def test_larger_batch_never_costs_more_a_token(book: FactorBook, batch: float, more: float) -> None:
    def joules(answers: float) -> float:
        return joules_per_token(Serving(22, 235, "bf16", 8, answers, 600), book.factors.text)

    assert joules(batch * more) <= joules(batch) * (1 + 1e-9)
    assert math.isfinite(joules(batch))


def test_text_has_no_resolution() -> None:
    with pytest.raises(Refusal) as refused:
        Usage("text", 500.0, settings=Settings(1280, 720))
    assert refused.value.code == "setting.unfit"
