"""A known claim answers for its own bound and its own part, and for no other: arithmetic judges those, or nobody."""

from __future__ import annotations

import pytest

from bot.features.claim import ClaimChecker, Curated
from bot.features.claim.decide import Computed, NotKnown
from energy import Bound

# A bound, its opposite or a part that no known claim states: what arithmetic reads and makes of it.
JUDGED: list[tuple[str, Bound, str]] = [
    ("a 5-second AI video uses more than a microwave for an hour", "over", "contested"),
    ("a 5-second AI video uses at least an hour of microwave", "over", "contested"),
    ("a 5-second AI video uses no more than a microwave for an hour", "under", "supported"),
    ("a 5-second AI video uses less than a microwave for an hour", "under", "supported"),
    ("a 5-second AI video uses up to an hour of microwave", "upto", "contested"),
    ("an AI image uses less than 3 Wh", "under", "supported"),
    ("an AI image uses less than 0.29 kWh", "under", "supported"),
    ("an AI image uses more than 0.29 kWh", "over", "false"),
    ("a ChatGPT answer uses less than 3 Wh", "under", "supported"),
    ("a ChatGPT answer uses over 3 Wh", "over", "contested"),
    ("o3 uses less than 33 Wh for a long prompt", "under", "supported"),
    ("an AI image uses less than a phone charge", "under", "supported"),
    ("an AI image uses more than a phone charge", "over", "contested"),
    ("an AI image uses half a phone charge", "about", "partly"),
    ("an AI image uses twice a phone charge", "about", "contested"),
    ("an AI image uses two phone charges", "about", "contested"),
    ("an AI image uses a phone charge at most", "under", "supported"),
    ("an AI image is nowhere near a phone charge", "under", "supported"),
    ("an AI image uses half the energy of a chatbot answer", "about", "partly"),
    ("an AI image uses a tenth of the energy of a chatbot answer", "about", "contested"),
    ("an AI image uses more than 60 times the energy of a chatbot answer", "over", "partly"),
    ("an AI image uses at most 60 times more energy than a chatbot answer", "under", "supported"),
    ("une vidéo IA de 5 s consomme plus qu'un micro-ondes pendant une heure", "over", "contested"),
    ("une vidéo IA de 5 s consomme moins qu'un micro-ondes pendant une heure", "under", "supported"),
    ("une vidéo IA de 5 s ne consomme pas plus qu'un micro-ondes pendant une heure", "under", "supported"),
    ("une vidéo IA de 5 s est loin d'une heure de micro-ondes", "under", "supported"),
    ("une vidéo IA de 5 s dépasse une heure de micro-ondes", "over", "contested"),
    ("une image IA consomme moins de 3 Wh", "under", "supported"),
    ("une image IA consomme - de 3 Wh", "under", "supported"),
    ("une image IA consomme plus qu'une recharge de téléphone", "over", "contested"),
    ("une image IA ne consomme pas plus d'une recharge de téléphone", "under", "supported"),
    ("une image IA consomme la moitié de l'énergie d'une réponse de chatbot", "about", "partly"),
    ("une image IA consomme le dixième d'une réponse de chatbot", "about", "contested"),
    ("une image IA consomme plus de 60 fois l'énergie d'un texte", "over", "partly"),
]
# The same where arithmetic has nothing to go by.
NOBODY = [
    "a ChatGPT answer uses less than a bottle of water",
    "a ChatGPT answer uses more than a bottle of water",
    "a ChatGPT answer uses half a bottle of water",
    "a ChatGPT question uses at least as much as 10 Google searches",
    "a ChatGPT answer never uses more than a bottle of water",
    "data centres use less than 1% of the world's electricity",
    "data centres use more than 1% of the world's electricity",
    "data centres use less than 4% of American electricity",
    "training GPT-3 emitted less than 550 tonnes of CO2",
    "the demand of data centres will less than double by 2030",
    "a Gemini prompt uses more than 9 seconds of TV",
    "a ChatGPT question uses less than 10 Google searches",
    "une requête ChatGPT consomme moins d'une bouteille d'eau",
    "une requête ChatGPT boit plus d'une bouteille d'eau",
    "les centres de données consomment moins de 1 % de l'électricité mondiale",
    "une requête ChatGPT consomme plus de 10 fois plus qu'une recherche Google",
]
# The known claim in other words, or with the bound that it states itself.
KNOWN = [
    ("a 5-second AI video uses about as much as an hour of microwave", "C02"),
    ("a 5-second AI video uses nearly an hour of microwave", "C02"),
    ("MIT says a 5-second AI video uses over an hour of microwave", "C01"),
    ("a local model makes a 5 second clip with less than an hour of microwave", "C05"),
    ("a ChatGPT question uses as much as 10 Google searches", "K07"),
    ("an AI image uses roughly 3 Wh", "K03"),
    ("an AI image uses up to 0.29 kWh", "K02"),
    ("an AI image uses 0.29 kWh", "K02"),
    ("a ChatGPT answer uses 3 Wh", "K08"),
    ("o3 uses over 33 Wh for a long prompt", "K14"),
    ("o3 uses 33 Wh for a long prompt", "K14"),
    ("a Gemini prompt uses less than 9 seconds of TV", "K11"),
    ("a Gemini prompt uses 9 seconds of TV", "K11"),
    ("an AI image uses 60 times more energy than a chatbot answer", "K04"),
    ("training GPT-3 emitted more than 550 tonnes of CO2", "K34"),
    ("data centres use over 4% of American electricity", "K46"),
    ("the demand of data centres will more than double by 2030", "K43"),
    ("data centres use about 1% of the world's electricity", "C33"),
    ("training uses more energy than using the model", "K38"),
    ("une requête ChatGPT consomme 10 fois plus qu'une recherche Google", "K07"),
    ("une requête ChatGPT consomme à peine une bouteille d'eau", "M01"),
    ("une image IA consomme environ une recharge de téléphone", "K01"),
]


@pytest.mark.parametrize(("text", "bound", "verdict"), JUDGED)
async def test_another_bound_than_the_known_claims_is_judged_by_arithmetic(
    checker: ClaimChecker, text: str, bound: Bound, verdict: str
) -> None:
    checked = await checker.check(text)
    assert isinstance(checked, Computed), checked
    assert (checked.parsed.amount.bound, checked.verdict) == (bound, verdict)
    assert all(usage.count == 1 for usage in checked.parsed.usages)


@pytest.mark.parametrize("text", NOBODY)
async def test_where_arithmetic_cannot_judge_it_no_other_verdict_is_given(checker: ClaimChecker, text: str) -> None:
    assert isinstance(await checker.check(text), NotKnown)


@pytest.mark.parametrize(("text", "claim"), KNOWN)
async def test_a_known_claim_still_answers_for_its_own_bound(checker: ClaimChecker, text: str, claim: str) -> None:
    checked = await checker.check(text)
    assert isinstance(checked, Curated), checked
    assert checked.id == claim
