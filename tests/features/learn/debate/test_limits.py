"""Every card of a debate stays within what Discord lets a message hold."""

from __future__ import annotations

from bot.discord_io.components import view_of
from bot.features.learn.debate.card import both_card, debate_card, side_card
from bot.features.learn.debate.decide import BOTH, PHASES, DebateTotals
from config.text.voice import Voice
from tests.chat.simulated import TEXT, every_part
from tests.features.learn.games import Games


async def test_every_motion_fits_into_a_message(games: Games, voice: Voice) -> None:
    debates = games.debates
    for motion in games.bank.debates:
        session = await debates.begin(0, motion, voice.language, 1, voice.language)
        for phase in PHASES:
            at = await games.sessions.alter(session, phase=phase)
            debated = debates.debated(at)
            cards = [debate_card(at, DebateTotals(), debated, voice), both_card(debated, voice)]
            if phase in ("argue", "swap"):
                cards += [side_card(at, side, debated, voice) for side in BOTH]
            for card in cards:
                found = list(every_part(view_of(card).to_components()))
                assert sum(len(part["content"]) for part in found if part["type"] == TEXT) <= 4000, motion
                assert all(len(part.get("label") or "") <= 80 for part in found)
        await games.sessions.end(session)
