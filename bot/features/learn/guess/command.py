"""`/learn guess`: a quantity to guess, scored by ratio, then how the room's guesses spread."""

from __future__ import annotations

from discord import app_commands

from bot.cards.card import Card
from bot.discord_io.feature import Feature, Tree
from bot.discord_io.presses import Form, Press
from bot.discord_io.responses import Interaction
from bot.features.learn.group import LearnGroup, group_of, server_of, subject_of
from bot.features.learn.guess.card import guess_card, guessed_card, own_card, revealed_card
from bot.features.learn.guess.decide import REVEALED, Guesses
from bot.features.learn.session import Session
from energy import Refusal

_MAX_TYPED = 40


class GuessCommand:
    """The command, and what its buttons and its form do."""

    def __init__(self, learn: LearnGroup, guesses: Guesses) -> None:
        self._learn = learn
        self._guesses = guesses
        learn.refresher.shows["guess"] = self.shows
        presses = {"guess": self._ask, "guessed": self._guessed, "reveal": self._reveal, "guessown": self._own}
        self.feature = Feature(name="guess", add=self._add, presses=presses)

    def _add(self, tree: Tree) -> None:
        learn, group = self._learn, group_of(tree)

        @group.command(name="guess", description=learn.io.words("command.learn.guess.description"))
        @app_commands.choices(topic=learn.subjects)
        async def guess(interaction: Interaction, topic: str | None = None) -> None:
            async with learn.io.opened(interaction):
                guild, language = server_of(interaction), learn.io.voice(interaction, private=False).language
                session = await self._guesses.begin(guild, subject_of(topic), language, interaction.user.id)
                await learn.post(interaction, session, await self.shows(session))

        learn.io.words.describe(guess, "command.learn.guess")

    async def shows(self, session: Session, *, over: bool = False) -> Card:
        """What everybody sees."""
        count, voice = len(await self._guesses.all(session)), self._learn.io.voices.of(session.language)
        return guess_card(session, count, self._guesses.asked(session), voice, over=over)

    async def _ask(self, press: Press) -> None:
        if self._learn.sessions.get(press.subject).phase == REVEALED:
            raise Refusal("guess.revealed", "The answer is out; guesses are closed.")
        voice = press.own_voice
        title, label = voice.text("guess.title"), voice.text("guess.form")
        await press.ask(Form(title, label, "guessed", voice.language, _MAX_TYPED, press.subject))

    async def _guessed(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        value = await self._guesses.guess(session, press.person, press.values[0])
        await press.show(guessed_card(value, self._guesses.asked(session), press.voice))

    async def _reveal(self, press: Press) -> None:
        learn = self._learn
        session = await learn.led(press, press.subject)
        if session.phase == REVEALED:
            raise Refusal("guess.revealed", "The answer is out; guesses are closed.")
        session = await self._guesses.reveal(session)
        everybody, voice = await self._guesses.all(session), learn.io.voices.of(session.language)
        card = revealed_card(session, everybody, self._guesses.asked(session), voice)
        await learn.io.show(press.interaction, card, private=False)

    async def _own(self, press: Press) -> None:
        session = self._learn.sessions.get(press.subject)
        own = await self._guesses.own(session, press.person)
        await press.show(own_card(own, self._guesses.asked(session), press.own_voice))
