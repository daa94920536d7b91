"""Cards of several uses: short enough to read, traceable, and added to the tally in one go."""

from __future__ import annotations

import pytest

from bot.discord_io.components import custom_id, fits
from bot.features.ask.card import ask_card
from bot.features.compare.card import compare_card
from bot.features.compare.decide import ComparedOption, compared
from bot.features.cost import multi_answer as several
from bot.features.cost.multi_answer import several_sources_card
from bot.features.whatif.card import whatif_card
from bot.features.whatif.decide import whatif
from bot.start.program import Program
from tests.chat.simulated import Chat

SIX_LINES = 6
TWO = "3 images and a 10 second clip with veo"
FIVE = "3 images, a video of 10 s, 1 page with gpt-4o, 2 minutes of music and 1 minute of speech"


@pytest.mark.parametrize("words", [TWO, "3 images, a clip and 1 page", FIVE, ("1 image, " * 22)[:-2]])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_several_uses_take_six_lines_at_most(program: Program, words: str, language: str) -> None:
    answers = program.decisions.estimator.ask(words)
    card = ask_card(answers, program.decisions.estimator.book, program.io.voices.of(language))
    assert len("\n".join(card.lines).splitlines()) <= SIX_LINES
    assert all(answer.estimate.trace in card.lines[-1] for answer in answers)


@pytest.mark.parametrize("number", [2, 3, 4])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_comparison_takes_six_lines_at_most(program: Program, number: int, language: str) -> None:
    words = ("video 5s", "1 image", "500 tokens", "3 images and 1 minute of speech")[:number]
    things = compared(program.decisions.estimator, words)
    card = compare_card(things, program.decisions.estimator.book, program.io.voices.of(language))
    assert len("\n".join(card.lines).splitlines()) <= SIX_LINES
    assert all(answer.estimate.trace in card.lines[-1] for thing in things for answer in thing.answers)


@pytest.mark.parametrize("per", ["day", "week", "month", "year"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_habit_takes_six_lines_at_most(program: Program, per: str, language: str) -> None:
    habit = whatif(program.decisions.estimator, "a 10 second clip with veo", "2 million", 3.0, per)  # type: ignore[arg-type]
    card = whatif_card(habit, program.decisions.estimator.book, program.io.voices.of(language))
    assert len("\n".join(card.lines).splitlines()) <= SIX_LINES
    assert habit.once.estimate.trace in card.lines[-1]


async def test_list_leads_with_the_sum_and_says_what_is_counted_and_how_well_it_is_known(chat: Chat) -> None:
    seen = await chat.slash("ask", question=TWO)
    title, lead, *lines = seen.text.splitlines()
    assert title == "### 2 uses of AI"
    assert lead.startswith("Together **about ")
    assert "That is a microwave oven running" in lead
    assert "• 3 AI images · 1024×1024: **about 4.5 Wh** (0.6–24 Wh)" in lines
    assert any(line.startswith("Counted: chips") and "Left out: training" in line for line in lines)
    assert (
        "How well this is known: from **poorly** (3 AI images · 1024×1024) to **roughly** (1 AI video of" in seen.text
    )
    assert seen.buttons[-3:] == ["Sources", "Add all to tally", "Français"]


async def test_many_uses_name_the_two_that_take_most_and_sum_up_the_rest(chat: Chat) -> None:
    lines = (await chat.slash("ask", question=FIVE)).text.splitlines()
    listed = [line for line in lines if line.startswith("•")]
    assert len(listed) == 3
    assert listed[0].startswith("• 1 AI video of 10 s")
    assert listed[1].startswith("• 1 piece of AI music")
    assert listed[2].startswith("• 3 more, **about ")
    assert "1 AI answer of 650 tokens · GPT-4o" in listed[2]


async def test_uses_known_equally_well_say_so_once(chat: Chat) -> None:
    seen = await chat.slash("ask", question="3 images and 2 images")
    assert "How well this is known: **poorly** throughout." in seen.text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "video 5s with wan2.2-14b and 1 page with gpt-4o"}),
        ("compare", {"first": "video 5s with wan2.2-14b", "second": "1 page with gpt-4o"}),
    ],
)
async def test_sources_of_all_uses_come_together_after_a_restart(
    chat: Chat, program: Program, command: str, options: dict[str, str]
) -> None:
    seen = await chat.slash(command, **options)
    await chat.restart()
    program.decisions.memory._kept.clear()
    sources = await chat.press(seen, "Sources", as_="admin")
    assert sources.private
    assert "Alibaba Wan team" in sources.text
    assert "EcoLogits" in sources.text
    for answer in program.decisions.estimator.ask("video 5s with wan2.2-14b and 1 page with gpt-4o"):
        assert answer.estimate.trace in sources.text


async def test_list_in_the_other_language_is_a_private_copy_after_a_restart(chat: Chat, program: Program) -> None:
    seen = await chat.slash("ask", question=TWO)
    await chat.restart()
    program.decisions.memory._kept.clear()
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
    chat: Chat, program: Program, command: str, options: dict[str, str]
) -> None:
    seen = await chat.slash(command, **options)
    await chat.restart()
    program.decisions.memory._kept.clear()
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


async def test_habit_offers_everything_its_single_use_does(chat: Chat, program: Program) -> None:
    seen = await chat.slash("whatif", activity="video 5s with wan2.2-14b", people="1 million")
    assert seen.buttons == ["Sources", "Why so wide?", "Levers", "Add to tally", "Français"]
    await chat.restart()
    assert "Alibaba Wan team" in (await chat.press(seen, "Sources")).text
    added = await chat.press(seen, "Add to tally")
    assert "• 1 AI video of 5 s" in added.text
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 1


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


@pytest.mark.parametrize("language", ["en", "fr"])
def test_twelve_uses_still_fit_a_buttons_id(program: Program, language: str) -> None:
    twelve = program.decisions.estimator.ask(", ".join(f"{count} images" for count in range(1, 13)))
    for card in (
        ask_card(twelve, program.decisions.estimator.book, program.io.voices.of(language)),
        compare_card(
            [ComparedOption(twelve[start : start + 3]) for start in range(0, 12, 3)],
            program.decisions.estimator.book,
            program.io.voices.of(language),
        ),
    ):
        assert all(fits(button) for button in card.buttons), [custom_id(button) for button in card.buttons]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sources_that_do_not_fit_are_counted_not_hidden(
    program: Program, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = program.decisions.estimator.ask(FIVE)
    named = {source for answer in answers for source in answer.sources(program.decisions.estimator.book)}
    all_of_them = several_sources_card(answers, program.decisions.estimator.book, program.io.voices.of(language))
    assert len([line for line in all_of_them.lines if line.startswith("•")]) == len(named)
    monkeypatch.setattr(several, "_MOST_SIGNS", 1000)
    card = several_sources_card(answers, program.decisions.estimator.book, program.io.voices.of(language))
    shown = [line for line in card.lines if line.startswith("•")]
    assert 0 < len(shown) < len(named)
    assert card.lines[len(shown)].startswith(f"…{'and' if language == 'en' else 'et'} {len(named) - len(shown)} ")
