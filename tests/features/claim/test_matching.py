"""The words of a claim as ideas, and a small base in which the likeliest claim is found, or none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.features.claim.lexicon import UNKNOWN, Lexicon
from bot.features.claim.matching import ENOUGH, ClaimIndex
from config.content.concepts import load_concepts
from energy import ClaimText

BASE = {
    "clip": ["a 5 second AI video uses a microwave for an hour", "une vidéo IA de 5 s, c'est une heure de micro-ondes"],
    "phone": ["one AI image is charging your phone", "une image IA recharge un téléphone"],
    "cheaper": ["GPT-4 is ten times more efficient than GPT-3.5", "GPT-4 est dix fois plus efficace que GPT-3.5"],
}
TEXTS = {name: [ClaimText.of(one) for one in wordings] for name, wordings in BASE.items()}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_concepts(), [one for wordings in TEXTS.values() for one in wordings])


@pytest.fixture(scope="module")
def index(lexicon: Lexicon) -> ClaimIndex:
    return ClaimIndex.of(TEXTS, lexicon)


def ideas(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    return lexicon.read(ClaimText.of(text)).ideas


def found(index: ClaimIndex, text: str) -> str | None:
    match = index.best(ClaimText.of(text))
    return match.claim if match else None


def test_words_stand_for_ideas_in_their_order(lexicon: Lexicon) -> None:
    assert ideas(lexicon, "an AI video uses a microwave") == ("ai", "video", "use", "microwave")
    assert ideas(lexicon, "a microwave uses an AI video") == ("microwave", "use", "ai", "video")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("water", "eau"),
        ("a microwave oven", "un micro-ondes"),
        ("an AI video", "une IA vidéo"),
        ("phone", "téléphone"),
    ],
)
def test_both_languages_say_the_same_ideas(lexicon: Lexicon, english: str, french: str) -> None:
    assert ideas(lexicon, english) == ideas(lexicon, french) != ()


@pytest.mark.parametrize("typed", ["microwavve", "microwav", "MICROWAVE", "micro-ondes", "micro waves"])
def test_a_slip_of_the_pen_is_forgiven(lexicon: Lexicon, typed: str) -> None:
    assert ideas(lexicon, typed) == ("microwave",)


def test_a_word_nobody_knows_stands_for_itself_without_its_ending(lexicon: Lexicon) -> None:
    (one,) = ideas(lexicon, "zorkmids")
    (other,) = ideas(lexicon, "zorkmid")
    assert one == other
    assert one.startswith(UNKNOWN)


def test_words_for_nothing_in_particular_are_left_out(lexicon: Lexicon) -> None:
    assert ideas(lexicon, "they say AI") == ideas(lexicon, "on dit IA") == ("ai",)
    assert ideas(lexicon, "") == ideas(lexicon, "7 ?!") == ()


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("AI uses water", False),
        ("AI never uses water", True),
        ("AI doesn't use water", True),
        ("l'IA ne consomme pas d'eau", True),
        ("l'IA n'utilise jamais d'eau", True),
        ("isn't AI using water?", False),
        ("isn't AI using water", True),
        ("AI uses water, doesn't it?", False),
        ("n'est-ce pas que l'IA consomme de l'eau ?", False),
    ],
)
def test_a_denial_is_told_from_asking_back(lexicon: Lexicon, text: str, denies: bool) -> None:
    assert lexicon.read(ClaimText.of(text)).denies is denies


@pytest.mark.parametrize("name", BASE)
def test_every_wording_finds_its_own_claim(index: ClaimIndex, name: str) -> None:
    for wording in BASE[name]:
        assert found(index, wording) == name


@pytest.mark.parametrize(
    "text",
    [
        "a 5 second AI video uses a hairdryer for an hour",
        "a 5 second AI video uses a microwave and a kettle for an hour",
        "a 10 second AI video uses a microwave for an hour",
        "a 5 second AI video does not use a microwave for an hour",
        "one AI image is charging your electric car",
        "GPT-4 is two times more efficient than GPT-3.5",
        "GPT-3.5 is ten times more efficient than GPT-4",
        "the weather is nice",
        "",
    ],
)
def test_another_thing_amount_or_direction_is_another_claim(index: ClaimIndex, text: str) -> None:
    assert found(index, text) is None


def test_the_likeliest_claim_comes_first_and_no_score_is_above_one(index: ClaimIndex, lexicon: Lexicon) -> None:
    for wordings in TEXTS.values():
        for text in wordings:
            ranked = index.ranked(lexicon.read(text))
            assert all(one.score >= other.score for one, other in pairwise(ranked))
            assert ENOUGH <= ranked[0].score <= 1


def test_an_empty_base_knows_nothing(lexicon: Lexicon) -> None:
    assert found(ClaimIndex.of({}, lexicon), "a 5 second AI video uses a microwave for an hour") is None
