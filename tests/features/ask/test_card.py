"""Cards of several uses: short enough to read, traceable, and the sum first."""

from __future__ import annotations

import pytest

from bot.features.ask import ask_card
from bot.features.ask.mention_card import puzzled_card
from bot.features.cost import MAX_LINES, Estimator, cost_card, together
from config.text.catalog import LANGUAGES
from config.text.voice import ENERGY, Voice
from tests.features.words import written

Voices = dict[str, Voice]

TWO = "3 images and a 10 second clip with veo"
FIVE = "3 images, a video of 10 s, 1 page with gpt-4o, 2 minutes of music and 1 minute of speech"
MANY = ", ".join(["1 image"] * 22)


@pytest.mark.parametrize("words", [TWO, "3 images, a clip and 1 page", FIVE, MANY])
@pytest.mark.parametrize("language", LANGUAGES)
def test_several_uses_take_six_lines_at_most(estimator: Estimator, voices: Voices, words: str, language: str) -> None:
    answers = estimator.ask(words)
    card = ask_card(answers, estimator.book, voices[language])
    assert len("\n".join(card.lines).splitlines()) <= MAX_LINES
    assert all(answer.estimate.trace in card.lines[-1] for answer in answers)


@pytest.mark.parametrize("room", [MAX_LINES - 1, MAX_LINES])
def test_a_card_with_less_room_takes_less(estimator: Estimator, voices: Voices, room: int) -> None:
    card = ask_card(estimator.ask(FIVE), estimator.book, voices["en"], room)
    assert len("\n".join(card.lines).splitlines()) <= room


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_use_is_its_own_card(estimator: Estimator, voices: Voices, language: str) -> None:
    answers = estimator.ask("hey, how much does a 10 second clip with veo take?")
    card = ask_card(answers, estimator.book, voices[language])
    assert card == cost_card(answers[0], estimator.book, voices[language])


def test_a_list_leads_with_the_sum_and_says_what_is_counted_and_how_well_it_is_known(
    estimator: Estimator, voices: Voices
) -> None:
    answers, voice = estimator.ask(TWO), voices["en"]
    card = ask_card(answers, estimator.book, voice)
    title, lead, *lines = written(card).splitlines()
    assert title == "2 uses of AI"
    total = voice.said(together(answers), ENERGY)
    assert lead.startswith(f"Together **about {total.about}** ({total.range})".replace("\N{NO-BREAK SPACE}", " "))
    assert "That is a microwave oven running" in lead
    assert "• 3 AI images · 1024×1024: **about 4.5 Wh** (0.6–24 Wh)" in lines
    assert any(line.startswith("Counted: chips") and "Left out: training" in line for line in lines)
    assert "How well this is known: from **poorly** (3 AI images · 1024×1024) to **roughly** (1 AI video of" in written(
        card
    )
    assert [button.label for button in card.buttons[-3:]] == ["Sources", "Add all to tally", "Français"]


def test_the_sum_is_of_every_bound(estimator: Estimator) -> None:
    answers = estimator.ask(FIVE)
    total = together(answers)
    for end in ("low", "central", "high"):
        assert getattr(total, end) == pytest.approx(
            sum(getattr(answer.estimate.facility_energy_wh, end) for answer in answers)
        )


def test_many_uses_name_the_two_that_take_most_and_sum_up_the_rest(estimator: Estimator, voices: Voices) -> None:
    lines = written(ask_card(estimator.ask(FIVE), estimator.book, voices["en"])).splitlines()
    listed = [line for line in lines if line.startswith("•")]
    assert len(listed) == 3
    assert listed[0].startswith("• 1 AI video of 10 s")
    assert listed[1].startswith("• 1 piece of AI music")
    assert listed[2].startswith("• 3 more, **about ")
    assert "1 AI answer of 650 tokens · GPT-4o" in listed[2]


def test_uses_known_equally_well_say_so_once(estimator: Estimator, voices: Voices) -> None:
    card = ask_card(estimator.ask("3 images and 2 images"), estimator.book, voices["en"])
    assert "How well this is known: **poorly** throughout." in written(card)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_five_uses_open_and_three_buttons_are_about_all(
    estimator: Estimator, voices: Voices, language: str
) -> None:
    answers, voice = estimator.ask(MANY), voices[language]
    *opening, sources, add, other = ask_card(answers, estimator.book, voice).buttons
    assert [(button.verb, button.subject) for button in opening] == [
        ("show", answer.question.subject) for answer in answers[:5]
    ]
    assert [button.verb for button in (sources, add, other)] == ["srcall", "addall", "asked"]
    assert other.language == voice.other
    codes = ",".join(answer.estimate.trace for answer in answers)
    assert {button.subject for button in (sources, add, other)} == {codes}


def test_a_list_speaks_french(estimator: Estimator, voices: Voices) -> None:
    text = written(ask_card(estimator.ask(TWO), estimator.book, voices["fr"]))
    assert text.startswith("2 usages de l’IA\nAu total, **environ ")
    assert "Fiabilité : de **faible** (3 images par IA · 1024×1024)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_was_not_understood_is_shown_what_works(voices: Voices, language: str) -> None:
    (button,) = puzzled_card(voices[language]).buttons
    assert (button.verb, button.language) == ("help", language)
