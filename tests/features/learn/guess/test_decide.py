"""Guessing a quantity: what is read as a guess, how it is scored, and how a game goes from guess to answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.learn.guess.decide import REVEALED, points, read_guess, spread
from bot.features.learn.sessions import MOST_AT_ONCE
from config.content.computed import Value
from energy import Interval, Refusal
from tests.features.learn.games import ANA, BO, GUILD, LEADER, OTHER, Games

EXACT = Value(Interval.exactly(10.0), "Wh")
WIDE = Value(Interval(1.0, 10.0, 100.0), "Wh")


def test_points_follow_the_ratio() -> None:
    assert [points(guess, EXACT) for guess in (10, 100, 1, 1000, 0.1)] == [100, 50, 50, 0, 0]
    assert points(30, EXACT) == points(10 / 3, EXACT) == 76
    assert points(90, WIDE) == 100


@pytest.mark.parametrize("guess", [1.0, 10.0, 100.0])
def test_a_guess_inside_the_answers_own_range_gets_all_points_to_its_very_ends(guess: float) -> None:
    assert points(guess, WIDE) == 100


@pytest.mark.parametrize("guess", [0.99, 101.0])
def test_a_guess_outside_the_range_is_judged_by_the_central_value(guess: float) -> None:
    assert points(guess, WIDE) == points(guess, EXACT)
    assert points(guess, WIDE) < 51


def test_nobody_gets_less_than_nothing() -> None:
    assert points(1e-17, EXACT) == points(1e17, EXACT) == 0


@pytest.mark.parametrize(("typed", "value"), [("20", 20), ("0,02 kWh", 20), ("20 Wh", 20), ("about 20 wh", 20)])
def test_a_guess_may_bring_its_unit(typed: str, value: float) -> None:
    assert read_guess(typed, "Wh") == pytest.approx(value)


@pytest.mark.parametrize("typed", ["20 g", "many", "0", "-5", "@everyone", ""])
def test_what_is_no_amount_of_that_kind_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_guess(typed, "Wh")


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("90 s", "min", 1.5),
        ("2 h", "min", 120),
        ("5", "min", 5),
        ("5 s", "s", 5),
        ("2 kW", "W", 2000),
        ("3 kg", "g", 3000),
        ("2 l", "mL", 2000),
        ("5 %", "%", 5),
        ("3 times", "times", 3),
        ("3", "times", 3),
        ("50", "g/kWh", 50),
        ("50 g/kWh", "g/kWh", 50),
        ("50 g per kWh", "g/kWh", 50),
        ("50 g par kilowattheure", "g/kWh", 50),
    ],
)
def test_a_guess_is_read_in_the_unit_of_the_answer(typed: str, unit: str, value: float) -> None:
    assert read_guess(typed, unit) == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("0,5", 0.5), (".5", 0.5), (",5", 0.5), ("1,5", 1.5), ("12,34", 12.34), ("1,000", 1000), ("12,345,678", 12345678)],
)
def test_a_comma_separates_decimals_or_thousands_as_people_write_them(typed: str, value: float) -> None:
    assert read_guess(typed, "Wh") == pytest.approx(value)


def test_a_bare_one_is_a_guess() -> None:
    assert read_guess("1", "Wh") == 1


@pytest.mark.parametrize("typed", ["2 Wh or 3 Wh", "-20 Wh"])
def test_two_amounts_and_amounts_below_nothing_are_no_guess(typed: str) -> None:
    with pytest.raises(Refusal):
        read_guess(typed, "Wh")


def test_between_two_numbers_is_a_guess_in_the_middle() -> None:
    assert 2 < read_guess("2 or 3", "Wh") < 3


def test_a_guess_of_eighteen_zeros_is_too_large_to_draw() -> None:
    assert read_guess("1" + "0" * 17, "Wh") == 1e17
    with pytest.raises(Refusal):
        read_guess("1" + "0" * 18, "Wh")


def test_a_refused_guess_repeats_only_its_beginning() -> None:
    with pytest.raises(Refusal) as refused:
        read_guess("x" * 500, "Wh")
    assert refused.value.code == "guess.unreadable"
    assert refused.value.params == {"read": "x" * 40, "unit": "Wh"}


def test_every_guess_is_counted_in_the_spread() -> None:
    assert sum(count for _, _, count in spread([1.0, 2.0, 5.0, 1e6])) == 4
    assert spread([7.0, 7.0])[0][2] == 2


def test_the_spread_goes_from_the_lowest_to_the_highest_in_steps_of_one_ratio() -> None:
    steps = spread([1.0, 10.0, 100.0, 10_000.0], bins=4)
    assert [low for low, _, _ in steps] == pytest.approx([1, 10, 100, 1000])
    assert [high for _, high, _ in steps] == pytest.approx([10, 100, 1000, 10_000])
    assert [count for _, _, count in steps][-1] == 1
    assert steps[0][0] == 1.0
    assert steps[-1][1] == 10_000.0


def test_guesses_that_agree_are_drawn_as_one_step_around_them() -> None:
    ((low, high, count),) = spread([7.0, 7.0, 7.0])
    assert low < 7.0 < high
    assert count == 3


async def test_a_quantity_is_drawn_from_its_subject(games: Games) -> None:
    water = {identity for identity, one in games.bank.guesses.items() if one.subject == "water"}
    drawn = {(await games.guesses.begin(GUILD, "water", "en", LEADER)).content_ids[0] for _ in range(len(water))}
    # Each once, for what is under way is not asked again as long as there is another.
    assert drawn == water
    again = await games.guesses.begin(GUILD, "water", "en", LEADER)
    assert again.content_ids[0] in water


async def test_the_answer_is_the_figure_the_quantity_names(games: Games) -> None:
    for identity, item in games.bank.guesses.items():
        session = await games.guesses.begin(0, item.subject, "en", LEADER)
        asked = games.guesses.asked(replace(session, content_ids=(identity,)))
        assert asked.shown.item is item
        assert asked.truth == asked.shown.values[item.answer]


async def test_a_guess_may_be_changed_until_the_answer_is_out(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    await games.guesses.guess(session, ANA, "20")
    assert await games.guesses.guess(session, ANA, "30") == 30
    await games.guesses.guess(session, BO, "12")
    assert await games.guesses.all(session) == (12.0, 30.0)
    revealed = await games.guesses.reveal(session)
    assert revealed.phase == REVEALED
    assert games.sessions.get(session.subject).phase == REVEALED
    with pytest.raises(Refusal, match="closed") as refused:
        await games.guesses.guess(revealed, ANA, "40")
    assert refused.value.code == "guess.revealed"
    assert await games.guesses.all(revealed) == (12.0, 30.0)


async def test_everybody_sees_their_own_score_alone(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    truth = games.guesses.asked(session).truth
    right = truth.range.central
    await games.guesses.guess(session, ANA, f"{right:.12f}")
    own = await games.guesses.own(session, ANA)
    assert own is not None
    assert own.guess == pytest.approx(right)
    assert own.points == points(own.guess, truth) == 100
    assert await games.guesses.own(session, BO) is None


async def test_an_unreadable_guess_leaves_the_one_before(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    await games.guesses.guess(session, ANA, "20")
    with pytest.raises(Refusal):
        await games.guesses.guess(session, ANA, "[lots](https://evil.example) @everyone")
    assert await games.guesses.all(session) == (20.0,)


async def test_guesses_are_there_after_a_restart_and_closed_stays_closed(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    await games.guesses.guess(session, ANA, "12")
    games = await games.begun_again()
    assert await games.guesses.all(games.sessions.get(session.subject)) == (12.0,)
    await games.guesses.reveal(games.sessions.get(session.subject))
    games = await games.begun_again()
    with pytest.raises(Refusal, match="closed"):
        await games.guesses.guess(games.sessions.get(session.subject), ANA, "3")


async def test_a_game_that_is_over_takes_no_guess_and_shows_no_answer(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    await games.sessions.end(session)
    for late in (games.guesses.guess(session, ANA, "3"), games.guesses.reveal(session)):
        with pytest.raises(Refusal, match="over"):
            await late
    assert await games.guesses.all(session) == ()


async def test_servers_guess_apart(games: Games) -> None:
    here = await games.guesses.begin(GUILD, None, "en", LEADER)
    there = await games.guesses.begin(OTHER, None, "en", LEADER)
    await games.guesses.guess(here, ANA, "3")
    assert await games.guesses.all(there) == ()
    assert await games.guesses.own(there, ANA) is None


async def test_a_quantity_of_another_version_is_refused(games: Games) -> None:
    session = await games.guesses.begin(GUILD, None, "en", LEADER)
    with pytest.raises(Refusal) as refused:
        games.guesses.asked(replace(session, content_ids=("gone",)))
    assert refused.value.code == "button.old"


async def test_no_quantity_is_guessed_twice_at_once_while_there_are_others(games: Games) -> None:
    assert len(games.bank.guesses) >= MOST_AT_ONCE
    opened = [await games.guesses.begin(GUILD, None, "en", LEADER) for _ in range(MOST_AT_ONCE)]
    assert len({game.content_ids for game in opened}) == MOST_AT_ONCE
