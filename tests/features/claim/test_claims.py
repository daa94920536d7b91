"""Claims are judged right however they are worded, and what only resembles a famous claim is not taken for it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.features.claim import ClaimChecker, Curated
from energy import Refusal

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


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


async def judged(checker: ClaimChecker, text: str) -> str:
    try:
        return (await checker.check(text)).verdict
    except Refusal:
        return "unknown"


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


async def test_every_wording_of_the_base_finds_its_own_claim(checker: ClaimChecker) -> None:
    lost: list[tuple[str, str]] = []
    for identity, claim in checker.claims.items():
        for wording in claim.wordings:
            checked = await checker.check(wording)
            if not (isinstance(checked, Curated) and checked.id == identity):
                lost.append((identity, wording))
    assert lost == []
