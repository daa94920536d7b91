"""No sentence is hard-coded: with a made-up language in both catalogs, every word of a card is in that language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.cards.card import Card
from bot.cards.refusal import refusal_card, sorry_card
from bot.features.about.card import about_card
from bot.features.ask.mention_card import puzzled_card
from bot.features.help.card import help_card
from bot.features.help.decide import examples
from bot.features.setup.card import ZONES
from bot.start.program import Program
from config.text.catalog import Catalog, load_catalog
from config.text.voice import Voice
from energy import Interval, Refusal
from tests.discord_io.test_limits import every_card, longest

# Every letter of a sentence becomes this one, so that any other letter came from somewhere else.
MADE_UP = "ж"
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def pseudo() -> Catalog:
    """The English catalog with every letter outside placeholders, marks and command names made up."""
    english = load_catalog()
    texts = {}
    for key in english.keys:
        template = english.texts("en")[key]
        kept = _PLACEHOLDER.findall(template)
        pieces = [re.sub(r"[A-Za-zÀ-ÿ]", MADE_UP, piece) for piece in _PLACEHOLDER.split(template)]
        texts[key] = "".join(piece + (kept[i] if i < len(kept) else "") for i, piece in enumerate(pieces))
    return Catalog({"en": texts, "fr": texts})


def data_words(program: Program, *, sources: bool) -> set[str]:
    """Words that belong to the data: names of models, places, zones, providers; units; what sources are called."""
    book = program.decisions.estimator.book
    names = [name for model in book.models.values() for name in (model.name, model.provider)]
    names += [model.split("/")[-1] for model in book.models]
    names += [place.name(language) for place in book.places.values() for language in ("en", "fr")]
    names += [part.name(language) for part in book.regions.values() for language in ("en", "fr")]
    names += ZONES
    if sources:
        for source in book.sources.values():
            names += [source.producer, source.title_in("en"), source.title_in("fr"), source.url or ""]
    units = "s min h d mWh Wh kWh MWh GWh TWh mg g kg t Mt Gt mL L m km de à x nWh µWh lt R"
    return {word for name in (*names, units, book.version) for word in WORD.findall(name)}


def shown(card: Card) -> Iterator[str]:
    yield card.title
    yield from card.lines
    yield from (button.label for button in card.buttons)
    for select in card.selects:
        yield select.label
        yield from (choice.label for choice in select.choices)
    if card.picture is not None:
        yield card.picture.alt
        yield card.picture.chart.title


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_word_of_every_card_comes_from_the_catalog_or_the_data(program: Program, language: str) -> None:
    made_up, estimator = Voice(pseudo(), language), program.decisions.estimator
    cards, book = await every_card(program, made_up), estimator.book
    cards["help"] = help_card(examples(estimator), made_up)
    cards["about"] = about_card("0", book, Interval.exactly(1e-6), made_up)
    cards["puzzled"] = puzzled_card(made_up)
    cards["fault"] = sorry_card("fault", made_up)
    cards["refusal"] = refusal_card(Refusal("manager.needed", "not said"), book, made_up)
    data, data_and_sources = (data_words(program, sources=listed) for listed in (False, True))
    codes = longest(program).codes
    for name, card in cards.items():
        known = data_and_sources if name.startswith("source") else data
        for text in shown(card):
            words = WORD.findall(re.sub("|".join(codes), "", text))
            foreign = [word for word in words if word not in known]
            assert not foreign, (name, foreign, text)
