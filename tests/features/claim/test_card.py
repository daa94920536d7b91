"""A verdict in words, with its reason, origin, range and sources; nothing typed comes back."""

from __future__ import annotations

import pytest

from bot.cards.refusal import refusal_card
from bot.features.claim import ClaimChecker, claim_card, reason
from bot.features.claim.card import claim_sources_card
from bot.features.claim.decide import Computed, Curated, NotKnown
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook, Gap, Refusal
from tests.discord_io.test_inert import HOSTILE
from tests.features.claim.test_decide import FIGURES, NOTHING, READ
from tests.features.words import written

Voices = dict[str, Voice]

MICROWAVE = "a 5 second AI video = a microwave for an hour"


async def said(checker: ClaimChecker, book: FactorBook, voice: Voice, text: str) -> str:
    return written(claim_card(await checker.check(text), book, voice))


async def test_a_famous_claim_gets_its_verdict_reason_and_origin(
    checker: ClaimChecker, book: FactorBook, voices: Voices
) -> None:
    text = await said(checker, book, voices["en"], MICROWAVE)
    assert text.startswith("Verdict: ⇄ contested")
    assert "**The claim**" in text
    assert "Today's best range" in text
    french = await said(checker, book, voices["fr"], "une requête ChatGPT boit une bouteille d’eau")
    assert french.startswith("Verdict : ✘ faux")
    assert "**D’où elle vient**" in french


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_of_the_base_is_worded_with_every_figure_filled(
    checker: ClaimChecker, book: FactorBook, voices: Voices, language: str
) -> None:
    voice = voices[language]
    for identity, claim in checker.claims.items():
        checked = checker.curated(identity)
        card = claim_card(checked, book, voice)
        assert not {"{", "}"} & set(card.text), identity
        assert voice.text(f"explain.verdict.{claim.verdict}") in card.title
        assert claim.says.text(language) in card.lines[0]
        assert {button.subject for button in card.buttons} == {identity}
        assert not {"{", "}"} & set(reason(checked, book, voice)), identity


async def test_a_figure_is_calculated_and_said_to_be(checker: ClaimChecker, book: FactorBook, voices: Voices) -> None:
    text = await said(checker, book, voices["en"], "an AI image uses 2 kWh")
    assert text.startswith("Verdict: ✘ false")
    assert voices["en"].text("claim.sum_foot") in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_kind_of_figure_is_worded_with_its_reason(
    checker: ClaimChecker, book: FactorBook, voices: Voices, language: str
) -> None:
    voice, reasons = voices[language], set()
    for text, *_ in (*FIGURES, *READ, *NOTHING):
        checked = await checker.check(text)
        assert isinstance(checked, Computed)
        card = claim_card(checked, book, voice)
        assert not {"{", "}"} & set(card.text)
        assert reason(checked, book, voice) in card.lines
        assert {button.subject for button in card.buttons} == {checked.subject}
        reasons.add(checked.judged.reason.value)
    assert reasons >= {"fits", "edge", "high", "zero", "slip", "power"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gap", Gap)
def test_what_is_missing_is_said_with_what_would_work(
    book: FactorBook, voices: Voices, gap: Gap, language: str
) -> None:
    voice = voices[language]
    card = claim_card(NotKnown(gap), book, voice)
    assert card.lines == (reason(NotKnown(gap), book, voice), voice.text("claim.try"))
    assert not card.buttons


async def test_what_is_not_in_the_base_is_said_plainly(checker: ClaimChecker, book: FactorBook, voices: Voices) -> None:
    text = await said(checker, book, voices["en"], "AI will write all the novels")
    assert text.startswith("I cannot judge that")
    assert "not among the known claims" in text
    assert "Try one sentence" in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_source_is_listed_under_its_number(checker: ClaimChecker, voices: Voices, language: str) -> None:
    for text in (MICROWAVE, "an AI image uses 2 kWh"):
        checked = await checker.check(text)
        assert isinstance(checked, Curated | Computed)
        lines = claim_sources_card(checked, voices[language]).lines
        for number, source in enumerate(checked.sources, 1):
            assert any(line.startswith(f"{number}. **") and source.producer in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hostile", HOSTILE)
async def test_nothing_that_was_typed_comes_back(
    checker: ClaimChecker, book: FactorBook, voices: Voices, hostile: str, language: str
) -> None:
    text = await said(checker, book, voices[language], f"{hostile} a zorkmid image uses 2 kWh {hostile}")
    for typed in ("zork", "evil.example", "@everyone"):
        assert typed not in text


async def test_nothing_to_check_is_said_in_both_languages(
    checker: ClaimChecker, book: FactorBook, voices: Voices
) -> None:
    with pytest.raises(Refusal) as caught:
        await checker.check("?!")
    assert "nothing to check" in written(refusal_card(caught.value, book, voices["en"]))
    assert "Il n’y a rien à vérifier" in written(refusal_card(caught.value, book, voices["fr"]))
