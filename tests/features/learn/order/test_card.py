"""Putting things in order as cards: what is left to choose, a person's own result, the room's."""

from __future__ import annotations

import pytest

from bot.features.learn.order.card import order_card, ranked_card, ranking_card
from bot.features.learn.order.decide import Things
from bot.features.learn.session import Session
from config.text.voice import Voice
from tests.features.learn.games import ANA, BO, GUILD, LEADER, Games


@pytest.fixture
async def session(games: Games) -> Session:
    return await games.orders.begin(GUILD, "en", LEADER)


@pytest.fixture
def things(games: Games, session: Session) -> Things:
    return games.orders.things(session)


def test_everybody_sees_the_things_and_not_their_order(session: Session, things: Things, english: Voice) -> None:
    card = order_card(session, (), things, english)
    assert card.text.count("\n• ") == len(things.things)
    assert "1. " not in card.text
    assert [button.verb for button in card.buttons] == ["order", "orderend"]


async def test_the_room_is_told_by_its_mean(games: Games, session: Session, things: Things, english: Voice) -> None:
    await games.orders.answer(session, ANA, things.right)
    await games.orders.answer(session, BO, things.right[::-1])
    card = order_card(session, await games.orders.all(session), things, english)
    assert "2 people have tried" in card.text
    assert "5 of 10 pairs" in card.text


def test_at_its_end_the_right_order_is_shown_and_no_button(session: Session, things: Things, voice: Voice) -> None:
    card = order_card(session, (), things, voice, over=True)
    assert card.buttons == ()
    assert [line[:3] for line in card.lines[: len(things.right)]] == [f"{rank}. " for rank in range(1, 6)]


def test_what_was_chosen_is_no_more_to_choose(session: Session, things: Things, voice: Voice) -> None:
    (first,) = ranking_card(session, "", things, voice).selects
    assert [choice.value for choice in first.choices] == ["0", "1", "2", "3", "4"]
    assert first.subject == f"{session.subject}.-"
    card = ranking_card(session, "20", things, voice)
    (then,) = card.selects
    assert [choice.value for choice in then.choices] == ["1", "3", "4"]
    assert then.subject == f"{session.subject}.20"
    assert [line[:3] for line in card.lines] == ["1. ", "2. "]


async def test_the_own_result_stands_beside_the_right_order(
    games: Games, session: Session, things: Things, english: Voice
) -> None:
    ranked = await games.orders.answer(session, ANA, things.right[::-1])
    card = ranked_card(ranked, things, english)
    assert "0 of 10 pairs" in card.text
    assert "5. " in card.text
