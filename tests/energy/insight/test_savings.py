"""The share that one estimate saves against another: what both have in common cancels, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from energy import FactorBook, Settings, Usage, estimate, place_of
from energy.book.records import Factor
from energy.insight.savings import unshared_share
from energy.values.interval import Interval

CLIPS = (Usage("video", 5.0, model="wan2.1-14b"), Usage("video", 5.0, model="wan2.1-1.3b"))
ANSWERS = (Usage("text", 500.0, model="llama-3.3-70b"), Usage("text", 500.0, model="llama-3.1-8b"))
REASONING, CHAT = (Usage("text", 500.0, 1, "gpt-oss-120b", Settings(kind=kind)) for kind in ("reasoning", "chat"))
THINKERS = (replace(REASONING, model="deepseek-r1"), REASONING)


def doubtful(factor: Factor) -> Factor:
    """A factor that may lie twice as far from its central value, both ways."""
    return replace(factor, low=factor.low / 2, high=factor.high * 2)


def with_doubt(book: FactorBook, name: str) -> FactorBook:
    """The book with one doubtful factor, of diffusion or of text."""
    diffusion, text = book.factors.diffusion, book.factors.text
    if hasattr(diffusion, name):
        diffusion = replace(diffusion, **{name: doubtful(getattr(diffusion, name))})
    else:
        text = replace(text, **{name: doubtful(getattr(text, name))})
    return replace(book, factors=replace(book.factors, diffusion=diffusion, text=text))


def share(book: FactorBook, before: Usage, after: Usage) -> Interval:
    place = place_of(book, None)
    return unshared_share(estimate(before, book, place), estimate(after, book, place), book)


def ends(span: Interval) -> tuple[float, float, float]:
    return span.low, span.central, span.high


@pytest.mark.parametrize(
    ("uses", "shared"),
    [
        pytest.param(CLIPS, "unknown_hardware_times", id="two models on the same unknown chips"),
        pytest.param(ANSWERS, "unknown_batch_spread", id="two models in batches of the same unknown size"),
        pytest.param(THINKERS, "reasoning_tokens", id="two models that think as long before they answer"),
        pytest.param((REASONING, CHAT), "known_batch_spread", id="one model, with and without reasoning"),
    ],
)
def test_doubt_about_what_both_share_leaves_the_saving_as_it_is(
    book: FactorBook, uses: tuple[Usage, Usage], shared: str
) -> None:
    less_sure = with_doubt(book, shared)
    wider = estimate(uses[0], less_sure, place_of(book, None)).facility_energy_wh
    assert wider.spread > estimate(uses[0], book, place_of(book, None)).facility_energy_wh.spread
    sure = share(book, *uses)
    assert 0 < sure.low < sure.central, "a saving cut off at nothing would show no doubt"
    assert ends(share(less_sure, *uses)) == pytest.approx(ends(sure))


@pytest.mark.parametrize(
    ("uses", "own"),
    [
        pytest.param(CLIPS, "transformer_spread", id="two models that are off each in its own way"),
        pytest.param(ANSWERS, "known_batch_spread", id="two language models that are off each in its own way"),
        pytest.param((REASONING, CHAT), "reasoning_tokens", id="only one of the two reasons"),
    ],
)
def test_doubt_about_one_side_alone_widens_the_saving(book: FactorBook, uses: tuple[Usage, Usage], own: str) -> None:
    sure, less_sure = share(book, *uses), share(with_doubt(book, own), *uses)
    assert less_sure.low < sure.low
    assert less_sure.central == pytest.approx(sure.central)
    assert less_sure.high > sure.high


def test_where_reasoning_may_write_more_only_the_most_that_leaving_it_out_saves_grows(book: FactorBook) -> None:
    tokens = book.factors.text.reasoning_tokens
    wordier = replace(book.factors.text, reasoning_tokens=replace(tokens, high=tokens.high * 2))
    less_sure = replace(book, factors=replace(book.factors, text=wordier))
    sure, now = share(book, REASONING, CHAT), share(less_sure, REASONING, CHAT)
    assert (now.low, now.central) == pytest.approx((sure.low, sure.central))
    assert now.high > sure.high
