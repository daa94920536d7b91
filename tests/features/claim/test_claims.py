"""Claims are judged right however they are worded, and what only resembles a famous claim is not taken for it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.features.claim.decide import Checked, ClaimChecker, Computed, Curated, NotKnown
from bot.features.cost import Estimator
from config.content.claim_base import Claim, load_claims
from config.content.ideas import load_concepts
from config.content.sentences import load_sources
from energy import FactorBook, Refusal, load_opinions

HERE = Path(__file__).parent
# Written by somebody who had not seen the matcher. Its constants were then chosen with this set in view, so it shows
# that nothing got worse, and no longer how well unseen claims are judged.
TUNED_ON = HERE / "tuned_on.csv"
# Written later, likewise blind, and frozen: judged once before it was put here, and nothing was changed by its lines.
KEPT_ASIDE = HERE / "kept_aside.csv"
RIGHT = 0.9
# How many lines about a claim of the base find that very claim: a right verdict for another claim is luck.
FOUND = {KEPT_ASIDE: 0.89, TUNED_ON: 0.94}

# A claim in one's own words, and the claim of the base it is.
MEANT = [
    ("a 5 second AI video = running your microwave for an hour", "C02"),
    ("Une vidéo IA de cinq secondes consomme autant qu'une heure de micro-ondes", "C02"),
    ("the report counts the energy of training too", "C06"),
    ("le rapport inclut l'énergie de l'entraînement", "C06"),
    ("data centres use 1% of the world's electricity", "C33"),
    ("Les centres de données consomment 1 % de l'électricité mondiale", "C33"),
    ("AI content will burn gigawatts of electricity", "C32"),
    ("microsoft is reopening three mile island", "C20"),
    ("Microsoft relance la centrale de Three Mile Island", "C20"),
    ("GPT-4 is ten times more efficient than GPT-3.5", "C25"),
    ("GPT-4 est 10 fois plus efficace que GPT-3.5", "C25"),
    ("every ChatGPT query uses a bottle of water", "M01"),
    ("chaque requête ChatGPT boit une bouteille d'eau", "M01"),
    ("Amazon's data centers run entirely on renewable energy", "C22"),
    ("the truth is probably somewhere in the middle", "C10"),
    ("one AI image = charging your phone", "K01"),
    ("une image IA c'est une recharge de téléphone", "K01"),
    ("a ChatGPT question uses as much as 10 Google searches", "K07"),
]
# What resembles a famous claim and is not it.
NEAR_MISSES = [
    ("a 5 second AI video uses an hour of hairdryer", "C02"),
    ("a 10 second AI video = a microwave for an hour", "C02"),
    ("an AI image = a microwave for an hour", "C02"),
    ("une image IA = une heure de micro-ondes", "C02"),
    ("a 5 second AI video does not use a microwave hour", "C02"),
    ("a 5 second AI video is a microwave for 5 minutes", "C02"),
    ("data centres use 30% of the world's electricity", "C33"),
    ("AI content will burn gigawatt-hours in a year", "C02"),
    ("GPT-4 is two times more efficient than GPT-3.5", "C25"),
    ("GPT-3.5 is ten times more efficient than GPT-4", "C25"),
    ("every Google search uses a bottle of water", "M01"),
    ("a ChatGPT query does not use a bottle of water", "M01"),
    ("une requête ChatGPT ne consomme pas une bouteille d'eau", "M01"),
    ("one AI video = charging your phone", "K01"),
    ("one AI image = charging an electric car", "K01"),
    ("Google is reopening Three Mile Island", "C20"),
    ("Apple's data centers run entirely on renewable energy", "C22"),
    ("a ChatGPT question uses as much as 100 Google searches", "K07"),
    ("a microwave uses as much as a TV for an hour", "C02"),
    ("the microwave needs 5 seconds for a cup of tea", "C02"),
]
# Arithmetic: a figure, and what becomes of it.
FIGURES = [
    ("an AI image uses 2 Wh", "supported"),
    ("une image par IA consomme 1,5 Wh", "supported"),
    ("an AI image uses 2 kWh", "false"),
    ("une image par IA consomme 2 MWh", "false"),
    ("a 5 second AI video takes 100 Wh", "supported"),
    ("une vidéo IA de 5 s demande 100 kWh", "false"),
    ("a 5 second AI video takes 580 Wh", "partly"),
    ("a 5 second AI video takes 1.2 kWh", "contested"),
    ("a chatbot answer uses 0.3 Wh", "supported"),
    ("une réponse de chatbot consomme 300 Wh", "false"),
    ("a chatbot answer costs 300 mWh", "supported"),
    ("a chatbot answer uses 500 W", "false"),
    ("a 5 second AI video needs 0.36 MJ", "supported"),
    ("a 5 second AI video = 7 minutes of microwave", "supported"),
    ("10 secondes de musique par IA demandent 1 Wh", "supported"),
    ("100 AI images use 150 Wh", "supported"),
    ("a reasoning answer takes 4 Wh", "supported"),
]
UNKNOWN = [
    "AI will write all the novels",
    "l'IA va remplacer les artistes",
    "AI uses 3 kWh",
    "hello, how are you today?",
    "il fait beau aujourd'hui",
    "my train was late again",
    "a car uses 20 kWh per 100 km",
    "@everyone free nitro",
]


@pytest.fixture(scope="module")
def checker(book: FactorBook) -> ClaimChecker:
    sources = load_sources(book)
    return ClaimChecker(load_claims(book, sources), load_concepts(), sources, Estimator(book, "WLD", load_opinions()))


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


async def judged(checker: ClaimChecker, text: str) -> str:
    try:
        return (await checker.check(text)).verdict
    except Refusal:
        return "unknown"


def base(checker: ClaimChecker) -> dict[str, Claim]:
    return dict(checker.claims)


async def shares(checker: ClaimChecker, file: Path) -> tuple[dict[str, float], int]:
    """How many of each kind are judged right, and of how many lines in all."""
    right, total = Counter[str](), Counter[str]()
    for row in rows(file):
        good = (await judged(checker, row["text"])) in row["expected"].split("|")
        for group in (row["kind"], "all"):
            total[group] += 1
            right[group] += good
    return {group: right[group] / total[group] for group in total}, total["all"]


async def test_a_set_kept_aside_is_judged_right(checker: ClaimChecker) -> None:
    share, lines = await shares(checker, KEPT_ASIDE)
    assert lines >= 100
    assert share["all"] >= RIGHT


async def test_the_set_the_matcher_was_tuned_on_is_still_judged_right(checker: ClaimChecker) -> None:
    share, lines = await shares(checker, TUNED_ON)
    assert lines >= 250
    assert share["all"] >= RIGHT
    assert share["known"] >= 0.95
    assert share["offtopic"] >= 0.95


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.stem)
async def test_a_line_about_a_claim_of_the_base_finds_that_very_claim(checker: ClaimChecker, file: Path) -> None:
    lines = [row for row in rows(file) if row["claim"]]
    assert {row["kind"] for row in lines} == {"known"}
    for row in lines:
        assert checker.claims[row["claim"]].verdict in row["expected"].split("|"), row
    found = 0
    for row in lines:
        checked = await checker.check(row["text"])
        found += isinstance(checked, Curated) and checked.id == row["claim"]
    assert found >= FOUND[file] * len(lines)


@pytest.mark.parametrize(("text", "claim"), MEANT)
async def test_a_claim_is_known_in_other_words(checker: ClaimChecker, text: str, claim: str) -> None:
    checked = await checker.check(text)
    assert isinstance(checked, Curated)
    assert checked.id == claim


@pytest.mark.parametrize(("text", "claim"), NEAR_MISSES)
async def test_a_near_miss_is_not_taken_for_it(checker: ClaimChecker, text: str, claim: str) -> None:
    checked = await checker.check(text)
    assert not (isinstance(checked, Curated) and checked.id == claim)


@pytest.mark.parametrize(("text", "verdict"), FIGURES)
async def test_a_figure_is_judged_by_arithmetic(checker: ClaimChecker, text: str, verdict: str) -> None:
    checked = await checker.check(text)
    assert checked.verdict == verdict, checked
    assert isinstance(checked, Computed)


@pytest.mark.parametrize("text", UNKNOWN)
async def test_what_cannot_be_judged_is_said_to_be_unknown(checker: ClaimChecker, text: str) -> None:
    assert isinstance(await checker.check(text), NotKnown)


async def test_every_wording_of_the_base_finds_its_own_claim(checker: ClaimChecker) -> None:
    lost: list[tuple[str, str]] = []
    for identity, claim in base(checker).items():
        for wording in claim.wordings:
            checked: Checked = await checker.check(wording)
            if not (isinstance(checked, Curated) and checked.id == identity):
                lost.append((identity, wording))
    assert lost == []


async def test_the_base_holds_what_was_promised(checker: ClaimChecker) -> None:
    claims = base(checker)
    article = [identity for identity in claims if identity[0] in "CM"]
    assert len(article) == 42
    assert len(claims) - len(article) >= 20
    assert all(claim.sources or claim.verdict in ("opinion", "rhetorical") for claim in claims.values())


async def test_a_button_carries_what_was_computed_and_nothing_typed(checker: ClaimChecker) -> None:
    for text, _ in FIGURES:
        checked = await checker.check(text)
        assert isinstance(checked, Curated | Computed)
        assert checker.asked(checked.subject).verdict == checked.verdict
    with pytest.raises(Refusal):
        checker.asked("energy~1~2~about~-~dream;5s*1")
    with pytest.raises(Refusal):
        checker.asked("C99")


@pytest.mark.parametrize("text", ["", "   ", "!!", "42", "\u202e", "x" * 400])
async def test_what_is_no_claim_is_refused(checker: ClaimChecker, text: str) -> None:
    with pytest.raises(Refusal):
        await checker.check(text)
