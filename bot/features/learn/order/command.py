"""`/learn order`: five things put in order of the energy they use."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.refusal import old_button
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Press
from bot.discord_io.responses import Interaction
from bot.features.learn.group import LearnGroup, group_of, server_of
from bot.features.learn.order.card import order_card, ranked_card, ranking_card
from bot.features.learn.order.decide import Orders
from bot.features.learn.session import Session


class OrderCommand:
    """The command, and what its buttons and its list do."""

    def __init__(self, learn: LearnGroup, orders: Orders) -> None:
        self._learn = learn
        self._orders = orders
        learn.refresher.shows["order"] = self.shows
        presses = {"order": self._open, "orderpick": self._pick, "orderend": self._end}
        self.feature = Feature(name="order", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="order", description=learn.io.words("command.learn.order.description"))
        async def order(interaction: Interaction) -> None:
            async with learn.io.opened(interaction):
                guild, language = server_of(interaction), learn.io.voice(interaction, private=False).language
                session = await self._orders.begin(guild, language, interaction.user.id)
                await learn.post(interaction, session, await self.shows(session))

    async def shows(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees."""
        everybody, things = await self._orders.all(session), self._orders.things(session)
        return order_card(session, everybody, things, self._learn.io.voices.of(session.language), over=over)

    async def _open(self, press: Press) -> None:
        session, order = self._asked(press)
        things, voice = self._orders.things(session), press.own_voice
        if (ranked := await self._orders.own(session, press.person)) is not None:
            await press.turn(ranked_card(ranked, things, voice))
        else:
            await press.turn(ranking_card(session, order, things, voice))

    async def _pick(self, press: Press) -> None:
        session, order = self._asked(press)
        things = self._orders.things(session)
        order += press.values[0]
        left = [str(thing) for thing in range(len(things.things)) if str(thing) not in order]
        if len(set(order)) != len(order) or not order.isdecimal():
            raise old_button()
        if len(left) > 1:
            await press.turn(ranking_card(session, order, things, press.voice))
            return
        whole = tuple(int(digit) for digit in (*order, *left))
        ranked = await self._orders.answer(session, press.person, whole)
        await press.turn(ranked_card(ranked, things, press.voice))

    def _asked(self, press: Press) -> tuple[Session, str]:
        subject, _, order = press.subject.rpartition(".")
        return self._learn.sessions.get(subject), order.strip("-")

    async def _end(self, press: Press) -> None:
        session = await self._learn.led(press, press.subject)
        await press.change(await self.shows(session, over=True))
        await self._learn.sessions.end(session)
