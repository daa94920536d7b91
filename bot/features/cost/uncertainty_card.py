"""Why a range is as wide as it is: how the answer is known, which numbers make it wide, what would narrow it."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.ranges_picture import ranges_picture
from bot.cards.uses import usage_title
from bot.features.cost.decide import Answer
from config.text.voice import Voice
from energy import Estimate, FactorBook, confidence, uncertainty_drivers

_SHOWN = 4


def wide_card(answer: Answer, book: FactorBook, voice: Voice) -> Card:
    """The reasons in words, the widest factors, and the range beside things people know."""
    result = answer.estimate
    reasons = " ".join(voice.text(f"reason.{reason}") for reason in confidence(result, book).reasons)
    factors = [
        voice.text(
            "wide.factor",
            factor=voice.text(f"factor.{factor.name}"),
            times=voice.number(factor.range.spread),
            basis=voice.text(f"factor_basis.{factor.basis.value}"),
        )
        for factor in uncertainty_drivers(result)[:_SHOWN]
    ]
    lines = (
        _spread(result, voice),
        reasons,
        *([voice.text("wide.factors"), *factors] if factors else ()),
        voice.text("wide.carbon", times=voice.number(result.place.carbon_g_per_kwh.spread)),
        voice.text("wide.narrow" if result.usage.model else "wide.name_a_model"),
    )
    title = usage_title(result.usage, book, voice)
    picture = ranges_picture([(title, result.facility_energy_wh)], book, voice)
    return Card(voice.text("wide.title"), (f"**{title}**", *lines), picture=picture)


def _spread(result: Estimate, voice: Voice) -> str:
    return voice.text("wide.spread", times=voice.number(result.facility_energy_wh.spread))
