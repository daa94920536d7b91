"""Counting what generator bots make, from what Discord tells about their messages: who, where, in answer to a command.

Opt-in for each bot and channel, never a word or a picture looked at. One message counts once however often it comes;
an edit is no new message; a deleted one is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.cards.refusal import old_button
from bot.features.tally import TallyService
from bot.features.watch.notes import DRAFT, RULE, RuleNote
from bot.store import Notes, read_note, read_notes
from energy import Refusal, Usage

MOST_RULES = 25


@dataclass(frozen=True, slots=True)
class Seen:
    """What may be known of a bot's message: its id, its author, whether it answers a command or follows such an
    answer up, and the person who gave the command."""

    message: int
    author: int
    channel: int
    answers: bool
    follows_up: bool
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One bot in one channel: each counted message is so many of these uses.

    `answers_only` where the bot is one that answers commands: its other messages are notices, not pictures.
    """

    bot: int
    channel: int
    items: tuple[tuple[str, int], ...]
    answers_only: bool

    def counts(self, seen: Seen) -> bool:
        """Whether a message is one more prompt: a first answer, or any message of a bot without commands."""
        if (seen.author, seen.channel) != (self.bot, self.channel) or seen.follows_up:
            return False
        return seen.answers or not self.answers_only

    @property
    def usages(self) -> tuple[Usage, ...]:
        """What each message counts as."""
        return tuple(Usage.from_key(key, count) for key, count in self.items)


class WatchService:
    """The rules of every server, in memory and in the store."""

    def __init__(self, tally: TallyService, notes: Notes) -> None:
        self._tally = tally
        self._notes = notes
        self._rules: dict[int, dict[tuple[int, int], Rule]] = {}

    async def load(self) -> None:
        """Read the rules; one this version cannot read is left alone."""
        for (guild, _), note in (await read_notes(self._notes, RULE)).items():
            self._rules.setdefault(guild, {})[note.bot, note.channel] = _rule(note)

    def of(self, guild: int) -> tuple[Rule, ...]:
        """A server's rules."""
        return tuple(self._rules.get(guild, {}).values())

    async def draft(
        self, guild: int, bot: int, channel: int, usages: Sequence[Usage], lately: Iterable[Seen]
    ) -> tuple[Rule, int]:
        """A rule to be confirmed, and how many of the messages of late it would have counted. Raises WriteFailed."""
        messages = [seen for seen in lately if seen.author == bot]
        items = tuple((usage.key, usage.count) for usage in usages)
        rule = Rule(bot, channel, items, answers_only=any(seen.answers for seen in messages))
        await self._notes.put(guild, f"{DRAFT.name}{bot}.{channel}", _written(rule))
        return rule, sum(rule.counts(seen) for seen in messages)

    async def start(self, guild: int, bot: int, channel: int) -> Rule:
        """Begin to watch as drafted. Raises Refusal where nothing was drafted or too much is watched, WriteFailed."""
        name = f"{bot}.{channel}"
        drafted = await read_note(self._notes, guild, DRAFT, DRAFT.name + name)
        if drafted is None:
            raise old_button()
        rule = _rule(drafted)
        rules = self._rules.setdefault(guild, {})
        if len(rules) >= MOST_RULES and (bot, channel) not in rules:
            raise Refusal("watch.many", f"{MOST_RULES} bots are watched already.", most=str(MOST_RULES))
        await self._notes.put(guild, RULE.name + name, _written(rule))
        await self._notes.put(guild, DRAFT.name + name, None)
        rules[bot, channel] = rule
        return rule

    async def stop(self, guild: int, bot: int) -> int:
        """Watch a bot no more, in any channel; how many rules went.

        Raises Refusal where there was none, WriteFailed.
        """
        mine = [rule for rule in self.of(guild) if rule.bot == bot]
        if not mine:
            raise Refusal("watch.none", "That bot is not watched.")
        for rule in mine:
            await self._notes.put(guild, f"{RULE.name}{rule.bot}.{rule.channel}", None)
            del self._rules[guild][rule.bot, rule.channel]
        return len(mine)

    async def see(self, guild: int, seen: Seen) -> bool:
        """Count a message where a rule says so; once, however often it is delivered. Raises WriteFailed."""
        rule = self._rules.get(guild, {}).get((seen.author, seen.channel))
        if rule is None or not rule.counts(seen):
            return False
        return await self._tally.count(guild, rule.items, source_of(seen.message), seen.person)

    async def gone(self, guild: int, message: int) -> bool:
        """Take back what a deleted message had counted. Raises WriteFailed."""
        return guild in self._rules and await self._tally.uncount(guild, source_of(message))

    def forget(self, guild: int) -> None:
        """Drop what is in memory of a server."""
        self._rules.pop(guild, None)


def source_of(message: int) -> str:
    """What the ledger knows a message by."""
    return f"message:{message}"


def _written(rule: Rule) -> str:
    return RuleNote(bot=rule.bot, channel=rule.channel, items=rule.items, answers=rule.answers_only).text()


def _rule(note: RuleNote) -> Rule:
    return Rule(note.bot, note.channel, note.items, note.answers)
