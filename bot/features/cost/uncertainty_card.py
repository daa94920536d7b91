"""Why a range is as wide as it is: how the answer is known, which numbers make it wide, what would narrow it."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.ranges_picture import ranges_picture
from bot.cards.usage_words import usage_title
from bot.features.cost.decide import Answer
from config.text.catalog import Catalog
from config.text.numbers import number
from energy import Estimate, FactorBook, confidence, uncertainty_drivers

_SHOWN = 4


def wide_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The reasons in words, the widest factors, and the range beside things people know."""
    result = answer.estimate
    reasons = " ".join(catalog.text(language, f"reason.{reason}") for reason in confidence(result, book).reasons)
    factors = [
        catalog.text(
            language,
            "wide.factor",
            factor=catalog.text(language, f"factor.{factor.name}"),
            times=number(factor.range.spread, language),
            basis=catalog.text(language, f"factor_basis.{factor.basis.value}"),
        )
        for factor in uncertainty_drivers(result)[:_SHOWN]
    ]
    lines = (
        _spread(result, catalog, language),
        reasons,
        *([catalog.text(language, "wide.factors"), *factors] if factors else ()),
        catalog.text(language, "wide.carbon", times=number(result.place.carbon_g_per_kwh.spread, language)),
        catalog.text(language, "wide.narrow" if result.usage.model else "wide.name_a_model"),
    )
    title = usage_title(result.usage, book, catalog, language)
    picture = ranges_picture([(title, result.facility_energy_wh)], book, catalog, language)
    return Card(catalog.text(language, "wide.title"), (f"**{title}**", *lines), picture=picture)


def _spread(result: Estimate, catalog: Catalog, language: str) -> str:
    return catalog.text(language, "wide.spread", times=number(result.facility_energy_wh.spread, language))
