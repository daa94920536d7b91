"""What a message may have taken, with lists to choose what nobody can see in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.card import Button, Card, Choice, Select
from bot.discord_io import name_suggestions
from bot.features.ask.card import ask_card
from bot.features.cost.card import add_button, cost_card
from bot.features.cost.decide import Answer
from bot.features.cost.multi_answer import MAX_LINES
from config.text.catalog import Catalog
from config.text.numbers import duration
from energy import KINDS, FactorBook

_LENGTHS_S = {
    "video": (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0),
    "audio": (3.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 180.0, 240.0, 300.0),
}
_MAX_LABEL = 100
_VERBS = {"show": "pick", "addall": "addallseen"}


def pointed_card(answers: Sequence[Answer], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """One use with its lists, or a list of several uses whose buttons open each."""
    if len(answers) == 1:
        return chosen_card(answers[0], book, catalog, language)
    card = ask_card(answers, book, catalog, language, MAX_LINES - 1)
    lines = (catalog.text(language, "pointed.several"), *card.lines)
    return replace(card, lines=lines, buttons=tuple(_pointing(button) for button in card.buttons))


def chosen_card(answer: Answer, book: FactorBook, catalog: Catalog, language: str) -> Card:
    """The answer so far, what can still be chosen, and the button that shows it to everybody."""
    card, usage, subject = cost_card(answer, book, catalog, language), answer.question.usage, answer.question.subject
    selects = []
    if usage.activity in _LENGTHS_S:
        lengths = sorted({*_LENGTHS_S[usage.activity], usage.amount})
        choices = tuple(Choice(duration(s, language), f"{s:.12g}", s == usage.amount) for s in lengths)
        selects.append(_select("length", subject, choices, catalog, language))
    if usage.activity == "audio":
        kinds = tuple(
            Choice(catalog.text(language, f"command.cost.kind.{kind}"), kind, kind == usage.settings.kind)
            for kind in KINDS["audio"]
        )
        selects.append(_select("kind", subject, kinds, catalog, language))
    unknown = Choice(catalog.text(language, "pointed.model_unknown"), "-", usage.model is None)
    named = name_suggestions.models(book, "", usage.activity)[: name_suggestions.MOST - 1]
    models = tuple(Choice(name[:_MAX_LABEL], identity, identity == usage.model) for name, identity in named)
    selects.append(_select("model", subject, (unknown, *models), catalog, language))
    lines = (catalog.text(language, f"pointed.{usage.activity}"), *card.lines)
    post = Button(catalog.text(language, "button.post"), "post", language, subject)
    add = add_button("addseen", subject, catalog, language)
    buttons = (*(button for button in card.buttons if button.verb not in ("add", "lang")), add, post)
    return replace(card, lines=lines, buttons=buttons, selects=tuple(selects))


def _pointing(button: Button) -> Button:
    """The button of a list as it stands under a message: a use opens with its lists, and adds as an estimate."""
    return replace(button, verb=_VERBS.get(button.verb, button.verb))


def _select(what: str, subject: str, choices: tuple[Choice, ...], catalog: Catalog, language: str) -> Select:
    return Select(catalog.text(language, f"pointed.choose_{what}"), what, language, subject, choices)
