"""The services without Discord: `python -m bot say "/cost video duration:5s"` prints a card's text twin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from inspect import signature
from typing import Any

from bot.cards.card import Card
from bot.cards.refusal import refusal_card
from bot.features.about.card import about_card
from bot.features.about.decide import own_energy_wh
from bot.features.ask.card import ask_card
from bot.features.claim.card import claim_card, reason
from bot.features.claim.decide import Curated
from bot.features.compare.card import compare_card
from bot.features.compare.decide import compared
from bot.features.cost.card import cost_card
from bot.features.cost.decide import Answer, CostService
from bot.features.explain.card import explain_card
from bot.features.explain.decide import ALL, VIEWS, Explanation
from bot.features.help.card import help_card
from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import PERIODS, whatif
from bot.features.why.card import between_card, why_card
from bot.features.why.decide import Between
from bot.start.parts import Parts, StartError
from config.content.disagreements import DEFAULT_CHAINS
from config.content.topics import DEFAULT_TOPIC
from energy import Refusal, read_count

DONE, REFUSED = 0, 3
_OPTION = re.compile(r"(?:^|\s)([a-z]+):")
# Every command's options are the parameters of the service that answers it.
_ASKED: dict[str, Callable[..., Answer]] = {
    "cost video": CostService.video,
    "cost image": CostService.image,
    "cost text": CostService.text,
    "cost audio": CostService.audio,
}
_OPTIONS: dict[str, tuple[str, ...]] = {
    **{path: (*[p for p in signature(ask).parameters if p != "self"], "private") for path, ask in _ASKED.items()},
    "ask": ("question",),
    "compare": ("first", "second", "third", "fourth"),
    "whatif": tuple(p for p in signature(whatif).parameters if p != "cost"),
    "explain": ("topic", "viewpoint"),
    "claim": ("text",),
    "why": ("topic",),
    "help": (),
    "about": (),
}
_FREE = {"ask": "question", "claim": "text"}
_NUMBERS = ("clips", "count", "steps")


async def say(command: str, parts: Parts, language: str) -> int:
    """Print what a command answers in a language; returns the exit status. Raises StartError for no command of ours."""
    path, options = _parsed(command)
    try:
        card, status = await _card(path, options, parts, language), DONE
    except Refusal as refusal:
        card, status = refusal_card(refusal, parts.cost.book, parts.catalog, language), REFUSED
    print(card.text)
    return status


async def judge(text: str, parts: Parts, language: str, *, as_json: bool) -> int:
    """Print what becomes of a claim, for people or for programs; returns the exit status."""
    book, catalog = parts.cost.book, parts.catalog
    try:
        checked = await parts.claims.check(text)
    except Refusal as refusal:
        said = refusal_card(refusal, book, catalog, language).text
        error = {"error": {"code": refusal.code, "message": said.split("\n", 1)[-1]}}
        print(json.dumps(error, ensure_ascii=False) if as_json else said)
        return REFUSED
    if as_json:
        identity = checked.id if isinstance(checked, Curated) else None
        found = {"verdict": checked.verdict, "claim": identity, "reason": reason(checked, book, catalog, language)}
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(claim_card(checked, book, catalog, language).text)
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


async def _card(path: str, options: dict[str, str], parts: Parts, language: str) -> Card:
    book, cost = parts.cost.book, parts.cost
    if path == "help":
        return help_card(cost, parts.catalog, language)
    if path == "about":
        return about_card(parts.version, book, own_energy_wh(cost), parts.catalog, language)
    if path == "explain":
        return explain_card(_explained(options, parts, language), parts.catalog, language)
    if path == "why":
        found = await parts.reconciler.why(options.get("topic", DEFAULT_CHAINS), language)
        if isinstance(found, Between):
            return between_card(found, book, parts.catalog, language)
        return why_card(found, parts.catalog, language)
    if path == "claim":
        return claim_card(await parts.claims.check(options.get("text", "")), book, parts.catalog, language)
    if path == "ask":
        return ask_card(await parts.live.now(*cost.ask(options.get("question", ""))), book, parts.catalog, language)
    if path == "compare":
        return compare_card(
            compared(cost, [typed for typed in options.values() if typed]), book, parts.catalog, language
        )
    if path == "whatif":
        return whatif_card(whatif(cost, **_habit(options)), book, parts.catalog, language)
    typed = {n: read_count(v) if n in _NUMBERS else v for n, v in options.items() if n != "private"}
    (answer,) = await parts.live.now(_ASKED[path](cost, **typed))
    return cost_card(answer, book, parts.catalog, language)


def _explained(options: dict[str, str], parts: Parts, language: str) -> Explanation:
    """A topic through a viewpoint. Raises StartError for no viewpoint of ours."""
    view = next((one for one in VIEWS if one == options.get("viewpoint", ALL)), None)
    if view is None:
        raise StartError(f"viewpoint: is one of {', '.join(VIEWS)}.")
    return parts.explainer.explain(options.get("topic", DEFAULT_TOPIC), view, language)


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
