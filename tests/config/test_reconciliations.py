"""The chains of `/why`: each multiplies to its gap, compares like with like, and names where a factor comes from."""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.cards.figures import filled
from bot.features.why.card import why_card
from bot.features.why.decide import Why
from bot.start.program import Program
from config.content.disagreements import DEFAULT_CHAINS, load_disagreements
from config.content.figures import made_of
from config.content.sentences import CONTENT, ContentError, Words, load_sources
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook, Source

FILE = "reconciliations/microwave.toml"
TOPICS = {"microwave", "text", "mistral", "image", "bottle", "o3", "france"}
# What fits beside a picture and in Discord's lists.
MOST_FACTOR_SIGNS, MOST_END_SIGNS, MOST_CHOICE_SIGNS, MOST_MESSAGE_SIGNS = 40, 60, 100, 4_000
_NUMBER = re.compile(r"[×÷]([\d.,]+)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def sources(book: FactorBook) -> Mapping[str, Source]:
    return load_sources(book)


def chains(program: Program) -> Iterator[Why]:
    for identity, topic in program.decisions.reconciler.topics.all.items():
        for index in range(len(topic.chains)):
            yield program.decisions.reconciler.chain(identity, index)


def said(why: Why, words: Words, voice: Voice) -> str:
    return filled(words.text(voice.language), why.values, voice)


async def test_every_disagreement_of_the_launch_is_there_and_the_microwave_comes_first(program: Program) -> None:
    found = list(program.decisions.reconciler.topics.all)
    assert set(found) >= TOPICS
    assert found[0] == DEFAULT_CHAINS


async def test_factors_times_remainder_are_the_gap_that_is_stated(program: Program) -> None:
    for why in chains(program):
        found = why.computed
        product = math.prod(factor.central for factor in found.parts.factors)
        reached = found.first.range.central * product * found.parts.remainder.central
        assert reached == pytest.approx(found.second.range.central), why.subject


async def test_numbers_as_printed_still_multiply_to_the_gap_within_rounding(program: Program) -> None:
    for why in chains(program):
        card = why_card(why, program.io.voices.of("en"))
        steps = [line for line in card.lines if line.startswith("•")]
        product = 1.0
        for line in steps:
            sign = re.search(r"\*\* ([×÷])([\d.,]+)", line)
            assert sign, line
            size = float(sign[2].replace(",", ""))
            product *= size if sign[1] == "×" else 1 / size
        # Each step is rounded to two figures: at most one part in twenty off.
        allowed = 1.055 ** len(steps)
        assert 1 / allowed < product / why.computed.parts.gap < allowed, (why.subject, product)


async def test_both_ends_of_a_chain_have_one_unit(program: Program) -> None:
    for why in chains(program):
        assert why.computed.first.unit == why.computed.second.unit, why.subject
        for factor in why.computed.chain.factors:
            assert why.values[factor.by].unit == "times", (why.subject, factor.by)


async def test_what_a_factor_is_made_of_is_named_among_its_sources(program: Program) -> None:
    for why in chains(program):
        for factor in why.computed.chain.factors:
            figures = (why.topic.figures[name] for name in made_of(factor.by, why.topic.figures))
            quoted = {figure.source for figure in figures if figure.source}
            assert quoted <= set(factor.why.sources), (why.subject, factor.by)
            assert factor.why.sources, (why.subject, factor.by)


async def test_a_supposed_factor_says_so_in_its_name_and_its_verdict(program: Program) -> None:
    for why in chains(program):
        for factor in why.computed.chain.factors:
            supposed = [re.search("assumed", factor.name.en), re.search("supposé", factor.name.fr)]
            assert all(supposed) or not any(supposed), factor.name.en
            if all(supposed):
                assert factor.why.verdict in ("unknown", "unsupported", "opinion")
                assert "suppos" in factor.why.en
                assert "suppos" in factor.why.fr


async def test_an_open_remainder_is_called_unknown(program: Program) -> None:
    for why in chains(program):
        if not why.computed.parts.closed or not why.computed.chain.factors:
            assert why.computed.chain.remainder.verdict == "unknown", why.subject


async def test_names_fit_the_picture_and_the_list(program: Program) -> None:
    for why in chains(program):
        chain = why.computed.chain
        for language in LANGUAGES:
            voice = program.io.voices.of(language)
            for factor in chain.factors:
                assert len(said(why, factor.name, voice)) <= MOST_FACTOR_SIGNS, factor.name
            for end in (chain.first, chain.second):
                assert len(said(why, end.name, voice)) <= MOST_END_SIGNS, end.name
            card = why_card(why, voice)
            for select in card.selects:
                assert all(len(choice.label) <= MOST_CHOICE_SIGNS for choice in select.choices), why.subject
            assert len("\n".join((card.title, *card.lines))) < MOST_MESSAGE_SIGNS, why.subject


async def test_titles_are_offered_while_typing_so_they_are_plain_words(program: Program) -> None:
    for topic in program.decisions.reconciler.topics.all.values():
        for words in (topic.name, topic.title):
            assert words.placeholders == frozenset()


async def test_every_chain_is_said_in_both_languages(program: Program) -> None:
    for why in chains(program):
        for language in LANGUAGES:
            card = why_card(why, program.io.voices.of(language))
            assert "{" not in card.text, why.subject
            assert len(_NUMBER.findall(card.text)) >= len(why.computed.chain.factors) + 1
        french = why_card(why, program.io.voices.of("fr")).text
        assert not re.search(r" [:;!?»]|« ", french), french


def change(folder: Path, pattern: str, replacement: str) -> None:
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    changed, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert times == 1, pattern
    path.write_text(changed, encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "replacement", "words"),
    [
        (r'^by = "[a-z]+"', 'by = "luck"', "chains.0.factors.0.by: there is no figure called luck"),
        (r'figure = "chips"', 'figure = "chops"', "chains.0.second: there is no figure called chops"),
        (r"^why\.fr = [^\n]*\n", "", "chains.0.factors.0.why.fr: Field required"),
        (r"^why\.verdict = [^\n]*\n", "", "chains.0.factors.0.why.verdict: Field required"),
        (r'^verdict = "unknown"', 'verdict = "maybe"', "chains.0.remainder.verdict"),
        (r"^why\.sources = .*", 'why.sources = ["nobody"]', "there is no source called nobody"),
        (r'^name\.en = "[^"]*"', 'name.en = "Divided by 2"', "chains.0.factors.0.name: a number is typed"),
        (r'^factor = "[a-z_.]+"', 'factor = "diffusion.luck"', "figures.formula: factors.toml has no diffusion.luck"),
        (r"^\[figures\.larger\]", "[figures.idle]\ngiven = 1.0\n\n[figures.larger]", "figures.idle"),
        (r"^\[title\]", "[titel]", "titel: there is no such key"),
        (r"^\[title\]", "[title", "is not valid TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_key(
    folder: Path, book: FactorBook, sources: Mapping[str, Source], pattern: str, replacement: str, words: str
) -> None:
    change(folder, pattern, replacement)
    with pytest.raises(ContentError) as caught:
        load_disagreements(book, sources, folder)
    assert str(caught.value).startswith(FILE)
    assert words in str(caught.value)


def test_what_is_shown_first_may_not_be_missing(folder: Path, book: FactorBook, sources: Mapping[str, Source]) -> None:
    (folder / FILE).unlink()
    with pytest.raises(ContentError, match=r"microwave\.toml: is missing"):
        load_disagreements(book, sources, folder)
