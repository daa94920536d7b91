"""`/ask` and what the buttons of any card of several uses do: traceable, and added to the tally in one go."""

from __future__ import annotations

import pytest

from bot.discord_io.components import custom_id, fits
from bot.features.ask import ask_card
from bot.features.compare import compare_card
from bot.features.compare.decide import ComparedOption
from bot.features.cost import Estimator
from bot.start.program import Program
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from tests.chat.simulated import Chat
from tests.features.ask.test_card import TWO
from tests.restart import Restarted


async def test_one_use_in_a_sentence_is_its_card(chat: Chat) -> None:
    seen = await chat.slash("ask", question="hey, how much does a 10 second clip with veo take?")
    assert seen.text.splitlines()[0] == "### 1 AI video of 10 s · Veo 3.1 · 1280×720"


async def test_several_uses_are_a_list_with_what_they_take_together(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("ask", question="3 images et une vidéo de 10 s")
    assert not seen.private
    assert "2 usages de l’IA" in seen.text
    assert "Au total, **environ 230 Wh**" in seen.text
    opened = await chat.press(seen, seen.buttons[1])
    assert opened.private
    assert "1 vidéo par IA de 10 s" in opened.text


async def test_words_without_a_use_are_refused_privately(chat: Chat) -> None:
    seen = await chat.slash("ask", question="what's the weather")
    assert seen.private
    assert "no use of AI" in seen.text
    chat.locales["member"] = "fr"
    seen = await chat.slash("ask", question="what's the weather")
    assert seen.private
    assert "Je ne peux pas m’en servir" in seen.text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "video 5s with wan2.2-14b and 1 page with gpt-4o"}),
        ("compare", {"first": "video 5s with wan2.2-14b", "second": "1 page with gpt-4o"}),
    ],
)
async def test_sources_of_all_uses_come_together_after_a_restart(
    chat: Chat, restarted: Restarted, command: str, options: dict[str, str]
) -> None:
    seen = await chat.slash(command, **options)
    program = await restarted()
    sources = await chat.press(seen, "Sources", as_="admin")
    assert sources.private
    assert "Alibaba Wan team" in sources.text
    assert "EcoLogits" in sources.text
    for answer in program.decisions.estimator.ask("video 5s with wan2.2-14b and 1 page with gpt-4o"):
        assert answer.estimate.trace in sources.text


async def test_list_in_the_other_language_is_a_private_copy_after_a_restart(chat: Chat, restarted: Restarted) -> None:
    seen = await chat.slash("ask", question=TWO)
    await restarted()
    copy = await chat.press(seen, "Français")
    assert copy.private
    assert copy.text.startswith("### 2 usages de l’IA\nAu total, **environ ")
    assert "Fiabilité : de **faible** (3 images par IA · 1024×1024)" in copy.text
    assert copy.buttons[-3:] == ["Sources", "Tout ajouter au total", "English"]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "3 images and a video of 5s"}),
        ("compare", {"first": "3 images", "second": "video 5s"}),
    ],
)
async def test_one_press_adds_all_uses_at_once(
    chat: Chat, restarted: Restarted, command: str, options: dict[str, str]
) -> None:
    seen = await chat.slash(command, **options)
    program = await restarted()
    added = await chat.press(seen, "Add all to tally", as_="admin")
    assert added.private
    assert "• 3 AI images" in added.text
    assert "• 1 AI video of 5 s" in added.text
    shown = (await program.decisions.tally.show(chat.guild.id, "all")).totals
    assert shown.total.count == 4
    assert set(shown.origins) == {"declared"}
    # All of it is one entry: one undo takes all of it back.
    assert "### Taken back" in (await chat.press(added, "Undo", as_="admin")).text
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 0


async def test_code_that_is_kept_no_more_adds_nothing(chat: Chat, program: Program) -> None:
    seen = await chat.slash("ask", question=TWO)
    chat.rename_buttons(seen, program.decisions.estimator.ask(TWO)[1].estimate.trace, "ZZZZZZ")
    refused = await chat.press(seen, "Add all to tally")
    assert refused.private
    assert "No answer with the code" in refused.text
    assert not await program.store.ledger.days(chat.guild.id)


async def test_no_adding_where_there_is_no_tally(chat: Chat) -> None:
    for command, options in (
        ("ask", {"question": TWO}),
        ("compare", {"first": "video 5s", "second": "1 image"}),
        ("whatif", {"activity": "video 5s"}),
    ):
        seen = await chat.direct(command, **options)
        assert not any("tally" in label for label in seen.buttons), command
        assert "Sources" in seen.buttons, command


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_uses_still_fit_a_buttons_id(estimator: Estimator, voices: dict[str, Voice], language: str) -> None:
    twelve, book = estimator.ask(", ".join(f"{count} images" for count in range(1, 13))), estimator.book
    options = [ComparedOption(twelve[start : start + 3]) for start in range(0, 12, 3)]
    for card in (ask_card(twelve, book, voices[language]), compare_card(options, book, voices[language])):
        assert all(fits(button) for button in card.buttons), [custom_id(button) for button in card.buttons]
