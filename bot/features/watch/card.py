"""Watching generator bots: what it would have counted, what it counts from now on, what it counts no more."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.features.tally import usage_lines
from bot.features.watch.decide import Rule
from config.text.voice import Voice
from energy import FactorBook


def draft_card(rule: Rule, would: int, book: FactorBook, voice: Voice) -> Card:
    """The dry run, and the button that begins."""
    lines = (
        voice.text("watch.where", bot=str(rule.bot), channel=str(rule.channel)),
        voice.counted("watch.would", would, count=voice.whole(would)),
        voice.text("watch.each"),
        *usage_lines(rule.usages, book, voice),
        voice.text("watch.answers" if rule.answers_only else "watch.every"),
        voice.text("watch.metadata"),
    )
    button = Button(voice.text("button.watch"), "watch", voice.language, f"{rule.bot}.{rule.channel}")
    return Card(voice.text("watch.draft_title"), lines, (button,))


def watching_card(rule: Rule, book: FactorBook, voice: Voice) -> Card:
    """What is watched from now on."""
    lines = (
        voice.text("watch.where", bot=str(rule.bot), channel=str(rule.channel)),
        voice.text("watch.each"),
        *usage_lines(rule.usages, book, voice),
        voice.text("watch.stop"),
    )
    return Card(voice.text("watch.on_title"), lines)


def unwatched_card(bot: int, voice: Voice) -> Card:
    """What is watched no more; what was counted stays."""
    lines = (voice.text("watch.off", bot=str(bot)),)
    return Card(voice.text("watch.off_title"), lines)
