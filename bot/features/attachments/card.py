"""What a message may have taken, with lists to choose what nobody can see in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import name_suggestions
from bot.cards.card import Button, Card, Choice, Select
from bot.features.ask import ask_card
from bot.features.cost import MAX_LINES, Answer, add_button, cost_card
from config.text.voice import Voice
from energy import KINDS, FactorBook

_LENGTHS_S = {
    "video": (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0),
    "audio": (3.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 180.0, 240.0, 300.0),
}
_MAX_LABEL = 100
_VERBS = {"show": "pick", "addall": "addallseen"}


def attachments_card(answers: Sequence[Answer], book: FactorBook, voice: Voice) -> Card:
    """One use with its lists, or a list of several uses whose buttons open each."""
    if len(answers) == 1:
        return chosen_card(answers[0], book, voice)
    card = ask_card(answers, book, voice, MAX_LINES - 1)
    lines = (voice.text("pointed.several"), *card.lines)
    return replace(card, lines=lines, buttons=tuple(_pointing(button) for button in card.buttons))


def chosen_card(answer: Answer, book: FactorBook, voice: Voice) -> Card:
    """The answer so far, what can still be chosen, and the button that shows it to everybody."""
    card, usage, subject = cost_card(answer, book, voice), answer.question.usage, answer.question.subject
    selects = []
    if usage.activity in _LENGTHS_S:
        lengths = sorted({*_LENGTHS_S[usage.activity], usage.amount})
        choices = tuple(Choice(voice.duration(s), f"{s:.12g}", s == usage.amount) for s in lengths)
        selects.append(_select("length", subject, choices, voice))
    if usage.activity == "audio":
        kinds = tuple(
            Choice(voice.text(f"command.cost.kind.{kind}"), kind, kind == usage.settings.kind)
            for kind in KINDS["audio"]
        )
        selects.append(_select("kind", subject, kinds, voice))
    unknown = Choice(voice.text("pointed.model_unknown"), "-", usage.model is None)
    named = name_suggestions.models(book, "", usage.activity)[: name_suggestions.MOST - 1]
    models = tuple(Choice(name[:_MAX_LABEL], identity, identity == usage.model) for name, identity in named)
    selects.append(_select("model", subject, (unknown, *models), voice))
    lines = (voice.text(f"pointed.{usage.activity}"), *card.lines)
    post = Button(voice.text("button.post"), "post", voice.language, subject)
    add = add_button("addseen", subject, voice)
    buttons = (*(button for button in card.buttons if button.verb not in ("add", "lang")), add, post)
    return replace(card, lines=lines, buttons=buttons, selects=tuple(selects))


def _pointing(button: Button) -> Button:
    """The button of a list as it stands under a message: a use opens with its lists, and adds as an estimate."""
    return replace(button, verb=_VERBS.get(button.verb, button.verb))


def _select(what: str, subject: str, choices: tuple[Choice, ...], voice: Voice) -> Select:
    return Select(voice.text(f"pointed.choose_{what}"), what, voice.language, subject, choices)
