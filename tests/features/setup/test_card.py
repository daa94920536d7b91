"""The panel's pages: what is in force is chosen in its list, what cannot work is said with how to grant it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.cards.card import Card, ChannelSelect, Select
from bot.cards.permission_status import Permit
from bot.features.board import Board
from bot.features.goal import Goal
from bot.features.schedule import DAYS, HOURS, Schedule
from bot.features.settings import ServerSettings
from bot.features.setup.card import ANOTHER, NOT_CHOSEN, PAGES, ZONES, page_buttons, setup_card
from bot.features.setup.prompts_card import schedule_page
from bot.features.setup.tally_page_card import THE_SAME, tally_page
from bot.features.watch import Rule
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import FactorBook

# What Discord shows in one list.
MOST_CHOICES = 25
HERE, BOT = 70, 44
RULE = Rule(BOT, HERE, (("image;1image", 4),), answers_only=True)
MOMENT = datetime(2026, 3, 9, 9, tzinfo=UTC)


def chosen(card: Card, verb: str) -> list[str]:
    """What is in force in one list of a card."""
    return [choice.value for choice in select(card, verb).choices if choice.chosen]


def select(card: Card, verb: str) -> Select:
    return next(one for one in card.selects if one.verb == verb)


def channel(card: Card, verb: str) -> int | None:
    found = select(card, verb)
    assert isinstance(found, ChannelSelect)
    return found.chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_chosen_is_the_choice_in_force(book: FactorBook, voices: dict[str, Voice], language: str) -> None:
    card = setup_card(ServerSettings(), book, voices[language])
    lists = ("setlang", "setplace", "setzone")
    assert [chosen(card, verb) for verb in lists] == [[NOT_CHOSEN], [NOT_CHOSEN], [ZONES[0]]]
    assert all(len(one.choices) <= MOST_CHOICES for one in card.selects)
    assert [select(card, verb).choices[-1].value for verb in lists[1:]] == [ANOTHER, ANOTHER]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_chosen_is_said_and_in_its_list_though_it_is_rare(
    book: FactorBook, voices: dict[str, Voice], language: str
) -> None:
    assert "Indian/Chagos" not in ZONES
    voice = voices[language]
    for place in book.places:
        card = setup_card(ServerSettings(language, place, "Indian/Chagos"), book, voice)
        assert book.places[place].name(language) in card.text
        found = [chosen(card, verb) for verb in ("setlang", "setplace", "setzone")]
        assert found == [[language], [place], ["Indian/Chagos"]]
        assert all(len(one.choices) <= MOST_CHOICES for one in card.selects)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_every_other_and_looks_again_at_itself(voices: dict[str, Voice], language: str) -> None:
    for page in PAGES:
        buttons = page_buttons(page, voices[language])
        assert [button.subject for button in buttons] == list(PAGES)
        assert len({button.label for button in buttons}) == len(PAGES)


def test_what_cannot_work_is_said_first_and_no_more_than_fits(book: FactorBook, voices: dict[str, Voice]) -> None:
    lacking = Permit(HERE, ("send_messages",), ("send_messages",))
    permits = {("watch", HERE + number): replace(lacking, channel=HERE + number) for number in range(9)}
    none = setup_card(ServerSettings(), book, voices["en"])
    card = setup_card(ServerSettings(), book, voices["en"], permits=dict(permits), notice=71)  # type: ignore[arg-type]
    assert "<#71>" in card.lines[0]
    assert len(card.lines) == len(none.lines) + 1 + 5
    assert card.text.count("can't work") == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_tally_page_of_an_untouched_server_offers_and_ends_nothing(voices: dict[str, Voice], language: str) -> None:
    card = tally_page(None, None, None, (), {}, voices[language], deaf=True)
    assert "`WATTSON_WATCH`" not in card.text
    assert [button.verb for button in card.buttons] == ["setpage"] * len(PAGES)
    assert (channel(card, "setboard"), channel(card, "weekly"), chosen(card, "setgoal")) == (None, None, [NOT_CHOSEN])
    assert "setunwatch" not in {one.verb for one in card.selects}


def test_tally_page_says_what_is_set_up_and_how_to_end_it(voices: dict[str, Voice]) -> None:
    holds = Permit(HERE, ("send_messages",))
    permits = {("board", HERE): holds, ("weekly", HERE): replace(holds, gone=True)}
    card = tally_page(
        Board(HERE),
        HERE,
        Goal(1e4, "week"),
        (RULE,),
        permits,  # type: ignore[arg-type]
        voices["en"],
        names={BOT: "artist"},
        deaf=True,
    )
    assert "**Board**: in <#70>" in "\n".join(card.lines)
    assert "at most 10 kWh a week" in card.text
    assert "WATTSON_WATCH" in card.text
    # A channel that is gone is not offered as the one in force, for Discord refuses that.
    assert (channel(card, "setboard"), channel(card, "weekly")) == (HERE, None)
    assert chosen(card, "setgoal") == [THE_SAME]
    assert [(one.label, one.value) for one in select(card, "setunwatch").choices] == [("artist", str(BOT))]
    ends = [(button.verb, button.subject) for button in card.buttons if button.subject == "off"]
    assert ends == [("setboard", "off"), ("weekly", "off")]


@pytest.mark.parametrize(("watched", "hidden"), [(8, None), (9, 1), (25, 17)])
def test_long_list_of_watched_bots_is_cut_and_all_can_be_ended(
    voices: dict[str, Voice], watched: int, hidden: int | None
) -> None:
    rules = [replace(RULE, bot=number) for number in range(watched)]
    card = tally_page(None, None, None, rules, {}, voices["en"])
    assert card.text.count("in <#70>") == min(watched, 8)
    assert (hidden is None) or str(hidden) in card.lines[-2]
    assert len(select(card, "setunwatch").choices) == watched


@pytest.mark.parametrize("language", LANGUAGES)
def test_prompts_page_has_every_day_and_hour_and_the_ones_in_force(voices: dict[str, Voice], language: str) -> None:
    schedule = Schedule(HERE, (1, 4), 17, ("water",))
    card = schedule_page(schedule, ("water", "grid"), (3, 5), MOMENT, "UTC", Permit(HERE, ()), voices[language])
    assert f"<t:{int(MOMENT.timestamp())}:F>" in card.text
    assert [len(select(card, verb).choices) for verb in ("promptdays", "prompthour", "promptabout")] == [
        len(DAYS),
        len(HOURS),
        3,
    ]
    assert chosen(card, "promptdays") == ["1", "4"]
    assert chosen(card, "prompthour") == ["17"]
    assert chosen(card, "promptabout") == ["water"]
    assert channel(card, "setprompts") == HERE
    assert ("setprompts", "off") in {(button.verb, button.subject) for button in card.buttons}


def test_prompts_page_without_a_channel_says_why(voices: dict[str, Voice]) -> None:
    off = schedule_page(Schedule(), ("water",), (5, 5), None, "UTC", None, voices["en"])
    assert "<t:" not in off.text
    assert chosen(off, "promptabout") == [NOT_CHOSEN]
    assert "off" not in {button.subject for button in off.buttons}
    gone = Permit(HERE, (), gone=True)
    refused = schedule_page(Schedule(refused=HERE), ("water",), (5, 5), None, "UTC", gone, voices["en"])
    assert f"could not write in <#{HERE}>" in refused.text
    assert "That channel is gone" in refused.text
    assert channel(refused, "setprompts") is None
