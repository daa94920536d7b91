"""`/tally goal`: a server's ceiling for a week or a month."""

from __future__ import annotations

from collections.abc import Callable

from discord import app_commands

from bot.discord_io.feature import Feature, Tree
from bot.discord_io.permissions import managed
from bot.discord_io.responses import Interaction, Responses, member_server
from bot.features.goal.card import goal_card, no_goal_card
from bot.features.goal.decide import PER, Goals


class GoalCommand:
    """`/tally goal`; `changed` is told of the server whose goal is another one."""

    def __init__(self, io: Responses, goals: Goals, changed: Callable[[int], None]) -> None:
        self._io = io
        self._goals = goals
        self._changed = changed
        self.feature = Feature(name="goal", add=self._add)

    def _add(self, tree: Tree) -> None:
        """Add the command to the tally's group."""
        group = tree.get_command("tally")
        assert isinstance(group, app_commands.Group)

        @group.command(name="goal", description=self._io.words("command.tally.goal.description"))
        @app_commands.choices(per=self._io.words.choices("command.tally.per", PER))
        async def goal(interaction: Interaction, energy: str, per: str = PER[0]) -> None:
            async with self._io.opened(interaction):
                member_server(interaction)
                guild, voice = managed(interaction), self._io.voice(interaction, private=False)
                standing = await self._goals.set(guild, energy, next(known for known in PER if known == per))
                self._changed(guild)
                card = goal_card(standing, voice) if standing else no_goal_card(voice)
                await self._io.show(interaction, card, private=False)

        self._io.words.describe(goal, "command.tally.goal")
