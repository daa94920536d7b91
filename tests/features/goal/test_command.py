"""`/tally goal`."""

from __future__ import annotations

from tests.chat.simulated import Chat


async def test_goal_is_judged_at_the_pace_of_the_week(chat: Chat) -> None:
    await chat.slash("tally add", activity="video 5s", times=3)
    seen = await chat.slash("tally goal", energy="1 kWh", per="week", as_="admin")
    # Wednesday: three days of seven, 300 Wh (30 to 1,800) become 700 Wh (70 to 4,200).
    assert "Goal: at most 1 kWh a week" in seen.text
    assert "**probably** stays under 1 kWh" in seen.text
    assert "So far (2 to 8 March 2026): about 300 Wh (30–1,800 Wh); at this pace about 700 Wh" in seen.text
    seen = await chat.slash("tally goal", energy="5 kWh", per="week", as_="admin")
    assert "**surely** stays" in seen.text
    seen = await chat.slash("tally goal", energy="20 Wh", per="month", as_="admin")
    assert "**surely does not** stay" in seen.text


async def test_goal_speaks_french_and_refuses_what_is_no_energy(chat: Chat) -> None:
    chat.server_locale = "fr"
    seen = await chat.slash("tally goal", energy="10 kWh", as_="admin")
    assert "Objectif : au plus 10 kWh par semaine" in seen.text
    for typed in ("10 kW", "lots", "0 kWh", "`@everyone`"):
        refused = await chat.slash("tally goal", energy=typed, as_="admin")
        assert refused.private
