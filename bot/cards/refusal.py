"""A refusal in words: what was read, what is accepted, an example that works."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.echo import MAX_ECHO, inert
from config.text.catalog import Catalog
from energy import EnergyError, FactorBook

# What could have been typed instead may take more room than what was.
_MAX_LIST = 400


def refusal_card(refusal: EnergyError, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The private answer to input that cannot be used."""
    values = {n: inert(value, _MAX_LIST if n == "known" else MAX_ECHO) for n, value in refusal.params.items()}
    if "ids" in refusal.params:
        values["near"] = ", ".join(_name(identity, book, language) for identity in refusal.params["ids"].split(","))
    for name in ("makes", "asked"):
        if name in values:
            words = (_word(word, catalog, language) for word in refusal.params[name].split(", "))
            values[name] = ", ".join(words)
    if catalog.has(f"{refusal.code}.title"):
        # Nothing is wrong with what was typed: it only cannot be done now.
        return sorry_card(refusal.code, catalog, language, **values)
    return Card(catalog.text(language, "refusal.title"), (catalog.text(language, f"refusal.{refusal.code}", **values),))


def sorry_card(key: str, catalog: Catalog, language: str, **values: str) -> Card:
    """A plain private sentence from the catalog, such as a fault of ours."""
    return Card(catalog.text(language, f"{key}.title"), (catalog.text(language, f"{key}.text", **values),))


def _word(word: str, catalog: Catalog, language: str) -> str:
    """An activity or a kind of sound as a sentence says it."""
    key = f"activity.{word}"
    return catalog.text(language, key if catalog.has(key) else f"command.cost.kind.{word}")


def _name(identity: str, book: FactorBook, language: str) -> str:
    if identity in book.models:
        return book.models[identity].name
    return book.places[identity].name(language)
