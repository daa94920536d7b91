"""A lesson as cards: the plan with who is there and what the class used, the question to talk about, the levers."""

from __future__ import annotations

from dataclasses import replace

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.usage_words import usage_title
from bot.features.cost.decide import Answer
from bot.features.cost.levers_card import SHOWN, lever_line, lever_words
from bot.features.learn.lesson.class_tally import Standing
from bot.features.learn.lesson.decide import DONE, Classes
from bot.features.learn.lesson.plan import GUESS, OVER
from bot.features.learn.next_step_button import next_button
from bot.features.learn.prompt.card import prompt_card, reaches_card
from bot.features.learn.session import Session
from bot.features.tally.card import energy_words, usage_lines
from config.text.catalog import Catalog
from config.text.numbers import whole
from energy import FactorBook

_MAX_LABEL = 100


def class_card(lesson: Session, standing: Standing, classes: Classes, catalog: Catalog, *, over: bool = False) -> Card:
    """What everybody sees of the lesson as a whole."""
    language, title = lesson.language, catalog.text(lesson.language, "class.title")
    if over:
        return Card(title, (catalog.text(language, "class.wiped"),))
    sheet = Button(catalog.text(language, "button.classend"), "classend", language, lesson.subject)
    told = told_lines(standing, catalog, language)
    if lesson.phase == OVER:
        until = f"<t:{int(lesson.ends.timestamp())}:f>"
        return Card(title, (*told, catalog.text(language, "class.waits", until=until)), (sheet,))
    about = catalog.text(language, "class.about", minutes=lesson.told("minutes"))
    lines = (about, *_plan(lesson, classes, catalog), *told, f"-# {catalog.text(language, 'class.anonymous')}")
    verbs = ("classjoin", "classuse")
    buttons = [Button(catalog.text(language, f"button.{verb}"), verb, language, lesson.subject) for verb in verbs]
    return Card(title, lines, (*buttons, next_button(lesson, catalog), sheet))


def told_lines(standing: Standing, catalog: Catalog, language: str) -> list[str]:
    """How many are there, and what they used in all."""
    joined = whole(standing.joined, language)
    nobody = catalog.text(language, "class.nobody")
    lines = [catalog.counted(language, "class.joined", standing.joined, count=joined) if standing.joined else nobody]
    if standing.entries:
        total = energy_words(standing.bill.total, catalog, language)
        count = whole(standing.entries, language)
        lines.append(catalog.counted(language, "class.used", standing.entries, count=count, total=total))
    return lines


def _plan(lesson: Session, classes: Classes, catalog: Catalog) -> list[str]:
    names = [step.name for step in classes.steps(lesson)]
    here, lines = names.index(lesson.phase), []
    for number, name in enumerate(names):
        words = step_words(name, catalog, lesson.language)
        state = "now" if number == here else "past" if number < here else "next"
        lines.append(catalog.text(lesson.language, f"class.plan_{state}", step=words))
    return lines


def step_words(step: str, catalog: Catalog, language: str) -> str:
    """A step by name."""
    if step.startswith(GUESS):
        return catalog.text(language, "class.step.guess", number=step.removeprefix(GUESS))
    return catalog.text(language, f"class.step.{step}")


def joined_card(catalog: Catalog, language: str, *, new: bool) -> Card:
    """A person is there now; only they see it."""
    title = catalog.text(language, "class.welcome" if new else "class.there")
    return Card(title, (catalog.text(language, "class.how"),))


def used_card(answers: tuple[Answer, ...], book: FactorBook, catalog: Catalog, language: str) -> Card:
    """What a person added to the class's tally."""
    lines = usage_lines([answer.question.usage for answer in answers], book, catalog, language)
    return Card(catalog.text(language, "class.noted"), (*lines, catalog.text(language, "class.noted_foot")))


def talk_card(game: Session, classes: Classes, catalog: Catalog) -> Card:
    """The question to talk about; once its step is past, what a good discussion reaches."""
    card = prompt_card(game.content_ids[0], classes.lessons, catalog, game.language)
    sources = tuple(button for button in card.buttons if button.verb == "promptsrc")
    if game.phase == DONE:
        reached = reaches_card(game.content_ids[0], classes.lessons, catalog, game.language)
        return Card(card.title, (*card.lines, f"**{reached.title}**", *reached.lines), sources)
    return replace(card, buttons=(*sources, next_button(game, catalog)))


def levers_step_card(game: Session, chosen: dict[int, int], classes: Classes, catalog: Catalog) -> Card:
    """What would lower a use, to choose from; once its step is past, how many would do what."""
    language, book = game.language, classes.tally.cost(game).book
    answer, found = classes.levers(game)
    changes = [lever for lever, _ in found[:SHOWN]]
    title = catalog.text(language, "class.step.levers")
    lines = [f"**{usage_title(answer.estimate.usage, book, catalog, language)}**"]
    if game.phase == DONE:
        for number, lever in enumerate(changes):
            count, line = chosen.get(number, 0), lever_line(lever, book, catalog, language)
            lines.append(catalog.counted(language, "class.would", count, count=whole(count, language), lever=line))
        return Card(title, tuple(lines))
    lines += [lever_line(lever, book, catalog, language) for lever in changes]
    if count := sum(chosen.values()):
        lines.append(catalog.counted(language, "class.chose", count, count=whole(count, language)))
    lines.append(f"-# {catalog.text(language, 'class.foot')}")
    choices = tuple(
        Choice(lever_words(lever, book, catalog, language)[:_MAX_LABEL], str(number))
        for number, lever in enumerate(changes)
    )
    select = Select(catalog.text(language, "class.choose"), "classlever", language, game.subject, choices)
    return Card(title, tuple(lines), (next_button(game, catalog),), (select,))
