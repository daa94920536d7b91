"""A refusal in words: what was read, what is accepted, an example that works."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.echo import MAX_ECHO, inert
from config.text.voice import Voice
from energy import EnergyError, FactorBook, Refusal

# What could have been typed instead may take more room than what was.
_MAX_LIST = 400


def refusal_card(refusal: EnergyError, book: FactorBook, voice: Voice) -> Card:
    """The private answer to input that cannot be used."""
    values = {n: inert(value, _MAX_LIST if n == "known" else MAX_ECHO) for n, value in refusal.params.items()}
    if "ids" in refusal.params:
        values["near"] = ", ".join(_name(identity, book, voice) for identity in refusal.params["ids"].split(","))
    for name in ("makes", "asked"):
        if name in values:
            words = (_word(word, voice) for word in refusal.params[name].split(", "))
            values[name] = ", ".join(words)
    if voice.has(f"{refusal.code}.title"):
        # Nothing is wrong with what was typed: it only cannot be done now.
        return sorry_card(refusal.code, voice, **values)
    return Card(voice.text("refusal.title"), (voice.text(f"refusal.{refusal.code}", **values),))


def sorry_card(key: str, voice: Voice, **values: str) -> Card:
    """A plain private sentence from the catalog, such as a fault of ours."""
    return Card(voice.text(f"{key}.title"), (voice.text(f"{key}.text", **values),))


def _word(word: str, voice: Voice) -> str:
    """An activity or a kind of sound as a sentence says it."""
    key = f"activity.{word}"
    return voice.text(key if voice.has(key) else f"command.cost.kind.{word}")


def _name(identity: str, book: FactorBook, voice: Voice) -> str:
    if identity in book.models:
        return book.models[identity].name
    return voice.name(book.places[identity])


def old_button() -> Refusal:
    """The refusal of what another version of this program wrote, and this one cannot read."""
    return Refusal("button.old", "This button belongs to an older version; ask again.")
