"""The services without Discord: `python -m bot say "/cost video duration:5s"` prints a card's text twin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from inspect import signature
from typing import Any

from bot.cards.card import Card
from bot.cards.refusal import refusal_card
from bot.features.about import about_card, own_energy_wh
from bot.features.ask import ask_card
from bot.features.claim import Curated, claim_card, reason
from bot.features.compare import compare_card, compared
from bot.features.cost import Answer, Estimator, cost_card
from bot.features.explain import ALL, VIEWS, explain_card
from bot.features.help import examples, help_card
from bot.features.whatif import PERIODS, whatif, whatif_card
from bot.features.why import Between, between_card, why_card
from bot.start.program import Program, StartError
from config.content.disagreements import DEFAULT_CHAINS
from config.content.topics import DEFAULT_TOPIC
from config.text.voice import Voice
from energy import Refusal, read_count

DONE, REFUSED = 0, 3
_OPTION = re.compile(r"(?:^|\s)([a-z]+):")
# Every command's options are the parameters of the service that answers it.
_ASKED: dict[str, Callable[..., Answer]] = {
    "cost video": Estimator.video,
    "cost image": Estimator.image,
    "cost text": Estimator.text,
    "cost audio": Estimator.audio,
}
_OPTIONS: dict[str, tuple[str, ...]] = {
    **{path: (*[p for p in signature(ask).parameters if p != "self"], "private") for path, ask in _ASKED.items()},
    "ask": ("question",),
    "compare": ("first", "second", "third", "fourth"),
    "whatif": tuple(p for p in signature(whatif).parameters if p != "estimator"),
    "explain": ("topic", "viewpoint"),
    "claim": ("text",),
    "why": ("topic",),
    "help": (),
    "about": (),
}
_FREE = {"ask": "question", "claim": "text"}
_NUMBERS = ("clips", "count", "steps")


async def say(command: str, program: Program, language: str) -> int:
    """Print what a command answers in a language; returns the exit status. Raises StartError for no command of ours."""
    path, options = _parsed(command)
    voice = program.io.voices.of(language)
    try:
        card, status = await _card(path, options, program, voice), DONE
    except Refusal as refusal:
        card, status = refusal_card(refusal, program.io.book, voice), REFUSED
    print(card.text)
    return status


async def judge(text: str, program: Program, language: str, *, as_json: bool) -> int:
    """Print what becomes of a claim, for people or for programs; returns the exit status."""
    book, voice = program.io.book, program.io.voices.of(language)
    try:
        checked = await program.decisions.claims.check(text)
    except Refusal as refusal:
        said = refusal_card(refusal, book, voice).text
        error = {"error": {"code": refusal.code, "message": said.split("\n", 1)[-1]}}
        print(json.dumps(error, ensure_ascii=False) if as_json else said)
        return REFUSED
    if as_json:
        identity = checked.id if isinstance(checked, Curated) else None
        found = {"verdict": checked.verdict, "claim": identity, "reason": reason(checked, book, voice)}
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(claim_card(checked, book, voice).text)
    return DONE


def _parsed(command: str) -> tuple[str, dict[str, str]]:
    """The command's path and its options: "/cost video duration:1 min model:veo"."""
    path = next((p for p in _OPTIONS if re.match(rf"/?{p}(?:\s|$)", command.strip())), None)
    if path is None:
        known = ", ".join(f"/{p}" for p in _OPTIONS)
        raise StartError(f"{command[:60]!r} is no command I know: try {known}.")
    rest = command.strip().removeprefix("/").removeprefix(path)
    # Free words may hold colons of their own, and may stand alone.
    for free, name in _FREE.items():
        if path == free:
            return path, {name: rest.strip().removeprefix(f"{name}:").strip()}
    names = [found for found in _OPTION.finditer(rest) if found[1] in _OPTIONS[path]]
    before = rest[: names[0].start()] if names else rest
    if before.strip():
        wanted = ", ".join(f"{name}:…" for name in _OPTIONS[path]) or "none"
        raise StartError(f"{before.strip()[:60]!r} is no option of /{path}: it takes {wanted}.")
    ends = [*(found.start() for found in names), len(rest)][1:]
    return path, {found[1]: rest[found.end() : end].strip() for found, end in zip(names, ends, strict=True)}


async def _card(path: str, options: dict[str, str], program: Program, voice: Voice) -> Card:
    estimator = program.decisions.estimator
    if path in _ASKED:
        typed = {n: read_count(v) if n in _NUMBERS else v for n, v in options.items() if n != "private"}
        (answer,) = await estimator.at_this_moment(_ASKED[path](estimator, **typed))
        return cost_card(answer, estimator.book, voice)
    return await _CARDS[path](options, program, voice)


async def _asked(options: dict[str, str], program: Program, voice: Voice) -> Card:
    estimator = program.decisions.estimator
    answers = await estimator.at_this_moment(*estimator.ask(options.get("question", "")))
    return ask_card(answers, estimator.book, voice)


async def _compared(options: dict[str, str], program: Program, voice: Voice) -> Card:
    things = compared(program.decisions.estimator, [typed for typed in options.values() if typed])
    return compare_card(things, program.io.book, voice)


async def _what_if(options: dict[str, str], program: Program, voice: Voice) -> Card:
    return whatif_card(whatif(program.decisions.estimator, **_habit(options)), program.io.book, voice)


async def _explained(options: dict[str, str], program: Program, voice: Voice) -> Card:
    """A topic through a viewpoint. Raises StartError for no viewpoint of ours."""
    view = next((one for one in VIEWS if one == options.get("viewpoint", ALL)), None)
    if view is None:
        raise StartError(f"viewpoint: is one of {', '.join(VIEWS)}.")
    shown = program.decisions.explainer.explain(options.get("topic", DEFAULT_TOPIC), view, voice.language)
    return explain_card(shown, voice)


async def _claimed(options: dict[str, str], program: Program, voice: Voice) -> Card:
    return claim_card(await program.decisions.claims.check(options.get("text", "")), program.io.book, voice)


async def _why(options: dict[str, str], program: Program, voice: Voice) -> Card:
    found = await program.decisions.reconciler.why(options.get("topic", DEFAULT_CHAINS), voice.language)
    return between_card(found, program.io.book, voice) if isinstance(found, Between) else why_card(found, voice)


async def _helped(_: dict[str, str], program: Program, voice: Voice) -> Card:
    return help_card(examples(program.decisions.estimator), voice)


async def _about(_: dict[str, str], program: Program, voice: Voice) -> Card:
    return about_card(program.version, program.io.book, own_energy_wh(program.decisions.estimator), voice)


_CARDS = {
    "ask": _asked,
    "compare": _compared,
    "whatif": _what_if,
    "explain": _explained,
    "claim": _claimed,
    "why": _why,
    "help": _helped,
    "about": _about,
}


def _habit(options: dict[str, str]) -> dict[str, Any]:
    """The options of /whatif as a person in Discord would be held to give them. Raises StartError."""
    if "activity" not in options:
        raise StartError("/whatif takes activity:…, such as activity:1 page.")
    if options.get("per", PERIODS[0]) not in PERIODS:
        raise StartError(f"per: is one of {', '.join(PERIODS)}.")
    try:
        return {name: float(value) if name == "times" else value for name, value in options.items()}
    except ValueError:
        raise StartError(f"times: takes a number, not {options['times'][:20]!r}.") from None
