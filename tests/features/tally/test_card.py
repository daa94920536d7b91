"""A tally in words: empty times, methods that moved, models that were lost, and what a refused entry reads."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from bot.cards.refusal import refusal_card
from bot.features.tally.card import added_card, tally_card, undone_card, usage_lines
from bot.features.tally.decide import Column, History, Shown
from bot.features.tally.export import FORMATS, Format, exported
from bot.features.tally.history_card import history_card
from bot.features.tally.periods import ColumnWidth, Span
from bot.features.tally.valuation import EarlierBook, EnergyTotals, Total
from bot.store import DayCount
from config.text.catalog import LANGUAGES
from config.text.voice import Voice
from energy import EnergyError, FactorBook, Interval
from tests.features.memory_decisions import ANA, GUILD, MemoryDecisions

DAY = date(2026, 3, 4)
CLIPS = Total(Interval(10.0, 100.0, 600.0), Interval(4.0, 40.0, 240.0), 3)
TOTALS = EnergyTotals(CLIPS, {"video": CLIPS}, {"declared": CLIPS})
SHOWN = Shown("30d", Span(date(2026, 2, 3), DAY), TOTALS, None)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


MOVED: list[tuple[float, str, str]] = [
    (50.0, "Today's method gives 50 times as much.", "La méthode d’aujourd’hui donne 50 fois autant."),
    (2.0, "Today's method gives 2 times as much.", "La méthode d’aujourd’hui donne 2 fois autant."),
    (1.25, "Today's method gives 25% more.", "La méthode d’aujourd’hui donne 25 % de plus."),
    (0.1, "Today's method gives 90% less.", "La méthode d’aujourd’hui donne 90 % de moins."),
    (1.0, "the same middle and another range", "même milieu"),
]


@pytest.mark.parametrize(("times", "english", "french"), MOVED)
def test_card_says_what_the_method_before_gave_and_by_how_much_it_moved(
    book: FactorBook, voices: dict[str, Voice], times: float, english: str, french: str
) -> None:
    earlier = EarlierBook("old", date(2026, 2, 1), Interval(1.0, 10.0, 60.0), times)
    text = {one: plain(tally_card(replace(SHOWN, before=earlier), book, voices[one]).text) for one in LANGUAGES}
    assert "With the method used until 1 February 2026 (edition old), the same came to about " in text["en"]
    assert english in text["en"]
    assert "Avec la méthode en usage jusqu’au 1er février 2026" in text["fr"]
    assert french in text["fr"]


def test_edition_that_says_the_same_is_not_mentioned(book: FactorBook, voices: dict[str, Voice]) -> None:
    assert "With the method used" not in tally_card(SHOWN, book, voices["en"]).text


def test_models_the_book_lost_are_said_beside_the_total(book: FactorBook, voices: dict[str, Voice]) -> None:
    lost = "2 items are of models that today's edition no longer knows"
    card = tally_card(replace(SHOWN, totals=replace(TOTALS, unpriced=2)), book, voices["en"])
    assert lost in card.text
    assert "about 100 Wh" in card.text
    nothing_else = tally_card(replace(SHOWN, totals=EnergyTotals(unpriced=2)), book, voices["en"])
    assert lost in nothing_else.text
    assert "no longer knows" not in tally_card(SHOWN, book, voices["en"]).text


async def test_time_with_nothing_in_it_is_not_called_an_empty_tally(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    await decisions.tell("video 5s")
    decisions.clock.pass_(days=40)
    tally, voice = decisions.tally, voices["en"]
    assert "Nothing is counted in this time" in tally_card(await tally.show(GUILD, "30d"), book, voice).text
    assert "Nothing is counted in this time" in history_card(await tally.history(GUILD, "30d"), voice).text
    everything = tally_card(await tally.show(GUILD, "all"), book, voice).text
    assert "Nothing is counted" not in everything
    assert f"about {voice.number((await decisions.energy_wh('video 5s')).central)} Wh" in everything


@pytest.mark.parametrize("period", ["7d", "all"])
async def test_tally_nobody_told_anything_is_empty(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice], period: str
) -> None:
    shown = await decisions.tally.show(GUILD, "all" if period == "all" else "7d")
    text = tally_card(shown, book, voices["en"]).text
    assert "Nothing is counted" in text
    assert ("in this time" in text) is (period != "all")


def test_kinds_and_origins_come_by_weight_and_the_picture_is_said(book: FactorBook, voices: dict[str, Voice]) -> None:
    few = Total(Interval(1.0, 2.0, 3.0), Interval(0.1, 0.2, 0.3), 4)
    both = EnergyTotals(CLIPS.plus(few), {"image": few, "video": CLIPS}, {"counted": few, "declared": CLIPS})
    card = tally_card(replace(SHOWN, totals=both), book, voices["en"])
    order = ["videos: about 100 Wh", "images: about 2 Wh", "told by members: about 100", "counted from bots: about 2"]
    assert [text for text in order if text in card.text] == order
    assert sorted(order, key=card.text.index) == order
    assert card.picture is not None
    assert "all together, about 100 Wh" in card.picture.alt
    assert "images, about 2 Wh (1–3 Wh)" in card.picture.alt


@pytest.mark.parametrize(("by", "words"), [("day", "a day"), ("week", "a week"), ("month", "a month")])
def test_history_says_how_wide_its_columns_are(voices: dict[str, Voice], by: ColumnWidth, words: str) -> None:
    card = history_card(History("all", by, (Column(DAY, {"video": CLIPS}),)), voices["en"])
    assert f"One column {words}" in card.text


def test_history_names_its_highest_and_its_latest_column(voices: dict[str, Voice]) -> None:
    less = Total(Interval(1.0, 15.0, 60.0), Interval(0.1, 0.2, 0.3), 4)
    days = (Column(DAY, {"video": CLIPS}), Column(date(2026, 3, 6), {"image": less}), Column(date(2026, 3, 7), {}))
    card = history_card(History("7d", "day", days), voices["en"])
    assert "Highest, 4 March 2026: about 100 Wh (10–600 Wh)." in card.text
    assert "Latest, 6 March 2026: about 15 Wh (1–60 Wh)." in card.text
    assert card.picture is not None
    assert "4 March 2026, about 100 Wh" in card.picture.alt


REFUSED: list[tuple[str, int, str]] = [
    ("what's the weather", 1, "no use of AI"),
    ("video 5s", 0, "how many times"),
    ("video 5s", -3, "how many times"),
    ("video 5s", 10**10, "whole number from 1"),
    ("video -5s", 1, "no use of AI"),
]


@pytest.mark.parametrize(("words", "how_often", "said"), REFUSED)
async def test_refused_entry_is_told_why_in_both_languages(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice], words: str, how_often: int, said: str
) -> None:
    with pytest.raises(EnergyError) as refused:
        await decisions.tell(words, how_often)
    assert said in refusal_card(refused.value, book, voices["en"]).text
    assert refusal_card(refused.value, book, voices["fr"]).title.startswith("Je ne peux pas")


async def test_what_was_counted_before_is_told_from_what_is_new(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    added = await decisions.tell("3 images")
    new, known = (added_card(replace(added, new=new), book, voices["en"]) for new in (True, False))
    assert new.title != known.title
    assert "• 3 AI images" in new.text
    assert [button.subject for button in new.buttons] == [added.source, "30d"]
    assert "last 30 days" in new.text
    assert "last 30 days" not in added_card(replace(added, month=None), book, voices["en"]).text


async def test_nothing_taken_back_again_is_said_so(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice]
) -> None:
    await decisions.tell("3 images")
    taken = await decisions.tally.undo(GUILD, ANA, "interaction:9")
    assert "• 3 AI images" in undone_card(taken, book, voices["en"]).text
    assert undone_card((), book, voices["en"]).title != undone_card(taken, book, voices["en"]).title


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (8, 8), (9, 9), (20, 9)])
async def test_long_lists_are_cut_and_say_how_many_are_hidden(
    decisions: MemoryDecisions, book: FactorBook, voices: dict[str, Voice], count: int, lines: int
) -> None:
    usages = await decisions.tally.read(GUILD, "1 image") * count
    found = usage_lines(usages, book, voices["en"])
    assert len(found) == lines
    assert (str(count - 8) in found[-1]) is (count > 8)


@pytest.mark.parametrize("form", FORMATS)
def test_export_names_usages_and_nobody(form: Format) -> None:
    rows = [(DayCount(DAY, "vidéo;5s", "declared", 2), CLIPS), (DayCount(DAY, "gone;1", "counted", 1), None)]
    data = exported(rows, "2026-1", form).decode()
    read = list(csv.DictReader(io.StringIO(data))) if form == "csv" else json.loads(data)
    first, second = [{key: str(value or "") for key, value in row.items()} for row in read]
    assert first == {
        "day": "2026-03-04",
        "usage": "vidéo;5s",
        "origin": "declared",
        "count": "2",
        "energy_wh_low": "20.0",
        "energy_wh_central": "200.0",
        "energy_wh_high": "1200.0",
        "book": "2026-1",
    }
    assert [second[f"energy_wh_{end}"] for end in ("low", "central", "high")] == ["", "", ""]
