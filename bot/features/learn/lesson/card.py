"""A lesson as cards: the plan with who is there and what the class used, the question to talk about, the levers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.card import Button, Card, Choice, Select
from bot.cards.uses import usage_title
from bot.features.cost import lever_line, lever_words
from bot.features.learn.lesson.class_tally import ClassTotals
from bot.features.learn.lesson.decide import DONE, LeversStep
from bot.features.learn.lesson.plan import GUESS, OVER
from bot.features.learn.next_step_button import next_button
from bot.features.learn.prompt import prompt_card, reaches_card
from bot.features.learn.question_bank import ShownItem
from bot.features.learn.session import Session
from bot.features.tally import energy_words, usage_lines
from config.content.teaching import Prompt
from config.text.voice import Voice
from energy import FactorBook, Usage

_MAX_LABEL = 100


def class_card(
    lesson: Session, standing: ClassTotals, steps: Sequence[str], voice: Voice, *, over: bool = False
) -> Card:
    """What everybody sees of the lesson as a whole."""
    title = voice.text("class.title")
    if over:
        return Card(title, (voice.text("class.wiped"),))
    sheet = Button(voice.text("button.classend"), "classend", voice.language, lesson.subject)
    told = told_lines(standing, voice)
    if lesson.phase == OVER:
        until = f"<t:{int(lesson.ends.timestamp())}:f>"
        return Card(title, (*told, voice.text("class.waits", until=until)), (sheet,))
    about = voice.text("class.about", minutes=lesson.told("minutes"))
    lines = (about, *_plan(lesson.phase, steps, voice), *told, f"-# {voice.text('class.anonymous')}")
    verbs = ("classjoin", "classuse")
    buttons = [Button(voice.text(f"button.{verb}"), verb, voice.language, lesson.subject) for verb in verbs]
    return Card(title, lines, (*buttons, next_button(lesson, voice), sheet))


def told_lines(standing: ClassTotals, voice: Voice) -> list[str]:
    """How many are there, and what they used in all."""
    joined = voice.whole(standing.joined)
    nobody = voice.text("class.nobody")
    lines = [voice.counted("class.joined", standing.joined, count=joined) if standing.joined else nobody]
    if standing.entries:
        total = energy_words(standing.totals.total, voice)
        count = voice.whole(standing.entries)
        lines.append(voice.counted("class.used", standing.entries, count=count, total=total))
    return lines


def _plan(now: str, steps: Sequence[str], voice: Voice) -> list[str]:
    here, lines = steps.index(now), []
    for number, name in enumerate(steps):
        words = step_words(name, voice)
        state = "now" if number == here else "past" if number < here else "next"
        lines.append(voice.text(f"class.plan_{state}", step=words))
    return lines


def step_words(step: str, voice: Voice) -> str:
    """A step by name."""
    if step.startswith(GUESS):
        return voice.text("class.step.guess", number=step.removeprefix(GUESS))
    return voice.text(f"class.step.{step}")


def joined_card(voice: Voice, *, new: bool) -> Card:
    """A person is there now; only they see it."""
    title = voice.text("class.welcome" if new else "class.there")
    return Card(title, (voice.text("class.how"),))


def used_card(usages: Sequence[Usage], book: FactorBook, voice: Voice) -> Card:
    """What a person added to the class's tally."""
    lines = usage_lines(usages, book, voice)
    return Card(voice.text("class.noted"), (*lines, voice.text("class.noted_foot")))


def noted_card(voice: Voice) -> Card:
    """What a person would change is kept; only they see it."""
    return Card(voice.text("class.noted"), (voice.text("class.lever_kept"),))


def talk_card(game: Session, shown: ShownItem[Prompt], voice: Voice) -> Card:
    """The question to talk about; once its step is past, what a good discussion reaches."""
    card = prompt_card(shown, voice)
    sources = tuple(button for button in card.buttons if button.verb == "promptsrc")
    if game.phase == DONE:
        return Card(card.title, tuple(past_talk_lines(shown, voice)), sources)
    return replace(card, buttons=(*sources, next_button(game, voice)))


def past_talk_lines(shown: ShownItem[Prompt], voice: Voice) -> list[str]:
    """The question that was talked about, and what a good discussion reaches."""
    reached = reaches_card(shown, voice)
    return [*prompt_card(shown, voice).lines, f"**{reached.title}**", *reached.lines]


def levers_step_card(game: Session, step: LeversStep, book: FactorBook, voice: Voice) -> Card:
    """What would lower a use, to choose from; once its step is past, how many would do what."""
    title = voice.text("class.step.levers")
    if game.phase == DONE:
        return Card(title, tuple(past_levers_lines(step, book, voice)))
    lines = [f"**{usage_title(step.usage, book, voice)}**"]
    lines += [lever_line(lever, book, voice) for lever in step.changes]
    if count := sum(step.chosen.values()):
        lines.append(voice.counted("class.chose", count, count=voice.whole(count)))
    lines.append(f"-# {voice.text('class.foot')}")
    choices = tuple(
        Choice(lever_words(lever, book, voice)[:_MAX_LABEL], str(number)) for number, lever in enumerate(step.changes)
    )
    select = Select(voice.text("class.choose"), "classlever", voice.language, game.subject, choices)
    return Card(title, tuple(lines), (next_button(game, voice),), (select,))


def past_levers_lines(step: LeversStep, book: FactorBook, voice: Voice) -> list[str]:
    """How many would change what."""
    lines = [f"**{usage_title(step.usage, book, voice)}**"]
    for number, lever in enumerate(step.changes):
        count, line = step.chosen.get(number, 0), lever_line(lever, book, voice)
        lines.append(voice.counted("class.would", count, count=voice.whole(count), lever=line))
    return lines
