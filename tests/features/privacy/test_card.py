"""What is said of what is kept: the times of the program, one's own entries, what is gone."""

from __future__ import annotations

import pytest

from bot.features.learn.sessions import LASTS, LEADS
from bot.features.privacy.card import Game, erased_card, mine_card, privacy_card, sure_card
from bot.features.privacy.decide import DAYS_AFTER_LEAVING, Answered
from config.content.notices import load_notices
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook
from tests.features.memory_decisions import ANA, GUILD, OTHER, MemoryDecisions


def test_notice_says_the_times_that_the_program_keeps() -> None:
    texts = {k: "\n".join(section.text for section in notice.sections) for k, notice in load_notices().items()}
    assert f"after {DAYS_AFTER_LEAVING} days" in texts["privacy", "en"]
    assert f"après {DAYS_AFTER_LEAVING} jours" in _plain(texts["privacy", "fr"])
    assert LASTS.days == 1
    assert "at the latest after a day" in texts["privacy", "en"]
    assert "au plus tard après un jour" in texts["privacy", "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_managers_are_offered_to_erase_their_server(voices: dict[str, Voice], language: str) -> None:
    member, manager = (privacy_card(manager=manager, voice=voices[language]) for manager in (False, True))
    assert manager.lines == member.lines
    assert str(DAYS_AFTER_LEAVING) in member.text
    verbs = {button.verb for button in member.buttons}
    assert {button.verb for button in manager.buttons} - verbs == {"erasehere"}


async def test_own_entries_say_here_or_elsewhere_the_latest_first(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    await decisions.tell("video 5s")
    await decisions.tell("2 images", guild=OTHER)
    card = mine_card(await decisions.privacy.mine(ANA), (), GUILD, book, voices["en"])
    assert "2 entries, the latest:" in card.text
    assert card.text.index("2 AI images, in another server") < card.text.index("4 March 2026: 1 AI video of 5 s, here")


async def test_long_history_shows_its_latest_entries_and_counts_all(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    for number in range(1, 18):
        await decisions.tell(f"{number} images")
    card = mine_card(await decisions.privacy.mine(ANA), (), GUILD, book, voices["en"])
    assert "17 entries, the latest:" in card.lines[0]
    assert len(card.lines) == 16
    assert "17 AI images" in card.lines[1]
    assert "3 AI images" in card.lines[-1]


def test_open_game_counts_answers_and_not_who_leads(book: FactorBook, voices: dict[str, Voice]) -> None:
    answered = Answered(GUILD, "s", {LEADS: "1", "guess": "8"})
    assert (
        "• Guess still open, here: 1 answer" in mine_card((), [Game("guess", answered)], GUILD, book, voices["en"]).text
    )
    nothing = mine_card((), (), GUILD, book, voices["en"])
    assert "no answer in an open game" in nothing.text
    assert nothing.buttons == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["me", "here"])
def test_erasing_is_asked_once_and_says_what_is_gone(voices: dict[str, Voice], language: str, what: str) -> None:
    voice = voices[language]
    assert [button.verb for button in sure_card(what, voice).buttons] == [f"sure{what}"]
    one, many = erased_card(what, 1, voice), erased_card(what, 2, voice, answers=3)
    assert (len(one.lines), len(many.lines)) == (1, 2)
    assert ("2" in many.lines[0], "3" in many.lines[1]) == (True, True)


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
