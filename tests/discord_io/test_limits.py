"""Discord's limits, which only Discord itself checks: every command's words, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.cards.card import Card
from bot.cards.permission_status import Permit, Posting
from bot.discord_io.components import view_of
from bot.features.ask.card import ask_card
from bot.features.attachments.card import attachments_card, chosen_card
from bot.features.board.decide import Board
from bot.features.compare.card import compare_card
from bot.features.compare.decide import ComparedOption, compared
from bot.features.cost.card import cost_card, sources_card
from bot.features.cost.decide import Answer
from bot.features.cost.levers import changes
from bot.features.cost.levers_card import levers_card
from bot.features.cost.uncertainty_card import wide_card
from bot.features.goal.decide import Goal
from bot.features.help.decide import examples
from bot.features.privacy.card import privacy_card
from bot.features.privacy.notice_card import legal_card, paged
from bot.features.schedule.timetable import DAYS, SUBJECTS, Schedule
from bot.features.settings import ServerSettings
from bot.features.setup.card import setup_card
from bot.features.setup.prompts_card import schedule_page
from bot.features.setup.tally_page_card import tally_page
from bot.features.source.card import source_card
from bot.features.watch.decide import MOST_RULES, Rule
from bot.features.welcome.card import welcome_card
from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import WhatIf, whatif
from bot.start.program import Program
from config.content.notices import NOTICE_KINDS, load_notices
from config.text.voice import Voice
from tests.chat.simulated import TEXT, Chat, every_part

MAX_NAME, MAX_DESCRIPTION, MAX_CHOICES, MAX_OPTIONS, MAX_COMMAND = 32, 100, 25, 25, 8000
MAX_PARTS, MAX_SIGNS, MAX_ALT = 40, 4000, 1024


def nodes(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for option in payload.get("options", []):
        yield from nodes(option)


def spoken(node: dict[str, Any], what: str) -> list[str]:
    return [node.get(what, ""), *node.get(f"{what}_localizations", {}).values()]


async def test_every_command_keeps_discords_limits(chat: Chat) -> None:
    tree = chat.env.bot.tree  # type: ignore[attr-defined]
    for command in tree.get_commands():
        payload = await command.get_translated_payload(tree, tree.translator)
        total = 0
        for node in nodes(payload):
            assert all(0 < len(name) <= MAX_NAME for name in spoken(node, "name"))
            if "description" in node:
                assert all(0 < len(text) <= MAX_DESCRIPTION for text in spoken(node, "description")), node["name"]
            assert len(node.get("options", [])) <= MAX_OPTIONS
            choices = node.get("choices", [])
            assert len(choices) <= MAX_CHOICES
            total += len(node["name"]) + max(map(len, spoken(node, "description")), default=0)
            total += sum(max(map(len, spoken(choice, "name"))) for choice in choices)
        assert total <= MAX_COMMAND


async def test_every_option_and_choice_is_translated(chat: Chat) -> None:
    tree = chat.env.bot.tree  # type: ignore[attr-defined]
    for command in tree.get_commands():
        payload = await command.get_translated_payload(tree, tree.translator)
        for node in nodes(payload):
            if "description" not in node:  # a message menu has a name alone
                assert "fr" in node["name_localizations"], node["name"]
                continue
            assert "fr" in node["description_localizations"], node["name"]
            assert all("fr" in choice["name_localizations"] for choice in node.get("choices", []))


@dataclass(frozen=True)
class Longest:
    """The longest content that can come."""

    answers: list[Answer]
    things: tuple[ComparedOption, ...]
    habit: WhatIf

    @property
    def codes(self) -> set[str]:
        """The trace codes that cards show of it."""
        compared_ = [answer for thing in self.things for answer in thing.answers]
        return {answer.estimate.trace for answer in (*self.answers, *compared_, self.habit.once)}


def longest(program: Program) -> Longest:
    cost = program.decisions.estimator
    # As many uses as a phrase of the longest length can name.
    many = cost.ask(("1 image, " * 40)[:198].rsplit(",", 1)[0])
    long = ["100 images with stable diffusion 3.5 large in 1080p with 50 steps and a 60 s clip with veo 3.1"] * 3
    habit = whatif(cost, "video 5s", "10 billion", 9999.0, "day")
    return Longest(list(_answers(program)), (*compared(cost, long), ComparedOption(many)), habit)


async def every_card(program: Program, voice: Voice) -> dict[str, Card]:
    """Each kind of card, with the longest content that can come."""
    cost, book, content = program.decisions.estimator, program.decisions.estimator.book, longest(program)
    await program.decisions.memory.keep(*content.answers)
    cards = {
        "ask": ask_card(content.answers[:40], book, voice),
        "compare": compare_card(content.things, book, voice),
        "pointed": attachments_card(content.answers[:5], book, voice),
        **panels(program, voice),
        "whatif": whatif_card(content.habit, book, voice),
    }
    for answer in content.answers:
        key = answer.question.subject
        cards[f"cost {key}"] = cost_card(answer, book, voice)
        cards[f"sources {key}"] = sources_card(answer, book, voice)
        cards[f"wide {key}"] = wide_card(answer, book, voice)
        cards[f"levers {key}"] = levers_card(answer, changes(cost, answer), book, voice)
        cards[f"chosen {key}"] = chosen_card(answer, book, voice)
        found = await program.decisions.memory.find(answer.estimate.trace)
        cards[f"source {key}"] = source_card(found, book, voice)
    return cards


def panels(program: Program, voice: Voice) -> dict[str, Card]:
    """The pages of `/setup`, with as much set up and lacking as can be, and what it and `/privacy` begin with."""
    estimator, far = program.decisions.estimator, 2**63
    lacking = Permit(far, ("read_messages", "send_messages"), ("read_messages", "send_messages"))
    things: tuple[Posting, ...] = ("board", "weekly", "prompt")
    permits: dict[tuple[Posting, int], Permit] = {(thing, far): lacking for thing in things}
    rules = tuple(Rule(far - number, far - number, (("video;5s", 1),), True) for number in range(MOST_RULES))
    permits |= {("watch", rule.channel): lacking for rule in rules}
    schedule = Schedule(far, tuple(DAYS), 23, SUBJECTS, shown=tuple(program.decisions.bank.prompts))
    setup = ServerSettings("fr", "US-DC", "America/Argentina/Buenos_Aires")
    soon = datetime(2026, 3, 4, tzinfo=UTC)
    zone = "America/Argentina/Buenos_Aires"
    return {
        "setup": setup_card(setup, estimator.book, voice, permits=permits, notice=far),
        "setup tally": tally_page(
            Board(far, off=True),
            far,
            Goal(1e12, "month"),
            rules,
            permits,
            voice,
            names={rule.bot: "4" * 100 for rule in rules},
            deaf=True,
        ),
        "setup prompts": schedule_page(schedule, SUBJECTS, (0, 50), soon, zone, lacking, voice),
        "setup refused": schedule_page(
            replace(schedule, channel=None, refused=far), SUBJECTS, (0, 50), None, zone, lacking, voice
        ),
        "welcome": welcome_card(examples(estimator), voice),
        "privacy": privacy_card(manager=True, voice=voice),
    }


def notices(voice: Voice) -> dict[str, Card]:
    """Every page of the privacy notice and the terms."""
    found = load_notices()
    return {
        f"{kind} {page}": legal_card(found, kind, page, voice)
        for kind in NOTICE_KINDS
        for page in range(len(paged(found[kind, voice.language])))
    }


def _answers(program: Program) -> Iterator[Answer]:
    """Every model at work on something long, and no model at all."""
    cost = program.decisions.estimator
    for identity in (None, *program.decisions.estimator.book.models):
        activity = program.decisions.estimator.book.models[identity].activity if identity else "video"
        match activity:
            case "video":
                yield cost.video("59.95 s", identity, "1920x1080", 999_999_999, "US-DC")
            case "image":
                yield cost.image(999_999_999, identity, "1920x1080", 50, "US-DC")
            case "text":
                yield cost.text("9999999 tokens", identity, 999_999_999, "US-DC")
            case "audio":
                yield cost.audio(None, "23.95 h", identity, "US-DC")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_card_keeps_discords_limits(program: Program, language: str) -> None:
    voice = program.io.voices.of(language)
    for name, card in (await every_card(program, voice) | notices(voice)).items():
        payload = view_of(card, picture=True).to_components()
        found = list(every_part(payload))
        assert len(found) <= MAX_PARTS, name
        assert sum(len(part["content"]) for part in found if part["type"] == TEXT) <= MAX_SIGNS, name
        for part in found:
            assert len(part.get("custom_id", "")) <= 100, name
            assert len(part.get("label") or "") <= 80, name
            assert len(part.get("placeholder") or "") <= 150, name
            options = part.get("options", [])
            assert len(options) <= MAX_CHOICES, name
            assert len({option["value"] for option in options}) == len(options), name
            assert all(len(option["label"]) <= 100 and len(option["value"]) <= 100 for option in options), name
            assert all(len(item["description"]) <= MAX_ALT for item in part.get("items", [])), name


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_answer_leads_and_stays_within_six_lines(program: Program, language: str) -> None:
    for answer in _answers(program):
        card = cost_card(answer, program.decisions.estimator.book, program.io.voices.of(language))
        assert len(card.lines) <= 6
        assert card.lines[0].startswith(("It takes **about", "Il faut **environ", "Cela demande **environ"))
