"""`/learn debate`: vote, argue a side, swap, vote again, and see how the room moved."""

from __future__ import annotations

from bot.cards.card import Card
from bot.discord_io.autocomplete import Autocomplete
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction
from bot.features.learn.debate.card import both_card, debate_card, side_card, voted_card
from bot.features.learn.debate.decide import VOTES, Debates, phase_of
from bot.features.learn.group import LearnGroup, group_of, server_of
from bot.features.learn.session import Session
from energy import Refusal


class DebateCommand:
    """The command, and what its buttons do."""

    def __init__(self, learn: LearnGroup, complete: Autocomplete, debates: Debates) -> None:
        self._learn = learn
        self._complete = complete
        self._debates = debates
        learn.refresher.shows["debate"] = self.shows
        self.feature = Feature(
            name="debate",
            add=self._add,
            presses={
                "debvote": self._vote,
                "debside": self._side,
                "debboth": self._both,
                "debnext": self._next,
                "debend": self._end,
            },
        )

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="debate", description=learn.io.words("command.learn.debate.description"))
        async def debate(interaction: Interaction, motion: str | None = None) -> None:
            async with learn.io.opened(interaction):
                guild, language = server_of(interaction), learn.io.voice(interaction, private=False).language
                own = learn.io.voice(interaction, private=True).language
                session = await self._debates.begin(guild, motion, language, interaction.user.id, own)
                await learn.post(interaction, session, await self.shows(session))

        learn.io.words.describe(debate, "command.learn.debate")
        self._complete.topics(debate, self._debates.motions, "motion")

    async def shows(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees."""
        room, debated = await self._debates.room(session), self._debates.debated(session)
        return debate_card(session, room, debated, self._learn.io.voices.of(session.language), over=over)

    async def _vote(self, press: Press) -> None:
        subject, seen, chosen = press.subject.rsplit(".", 2)
        session = self._learn.sessions.get(subject)
        if seen != phase_of(session):
            raise Refusal("debate.no_vote", "No vote is open in this step.")
        vote = next((vote for vote in VOTES if vote == chosen), VOTES[-1])
        await self._debates.vote(session, press.person, vote)
        await press.show(voted_card(session, vote, press.own_voice))

    async def _side(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        side = await self._debates.side(session, press.person)
        await press.show(side_card(session, side, self._debates.debated(session), press.own_voice))

    async def _both(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        await press.show(both_card(self._debates.debated(session), press.own_voice))

    async def _next(self, press: Press) -> None:
        subject, _, seen = press.subject.rpartition(".")
        session = await self._learn.led(press, subject)
        await press.change(await self.shows(await self._debates.advance(session, seen)))

    async def _end(self, press: Press) -> None:
        session = await self._learn.led(press, press.subject)
        await press.change(await self.shows(session, over=True))
        await self._learn.sessions.end(session)
