"""The smallest bot that meets every kind of interaction; the stand-in is tried on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from discord import app_commands

from .standin import Standin

Interaction = discord.Interaction[discord.Client]


class Press(discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=r"press:(?P<n>\d+)"):
    """A button that survives restarts."""

    def __init__(self, n: int) -> None:
        super().__init__(discord.ui.Button(label="Press", custom_id=f"press:{n}"))
        self.n = n

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: object, match: object) -> Press:
        assert isinstance(interaction.data, dict)
        return cls(int(str(interaction.data.get("custom_id")).removeprefix("press:")))

    async def callback(self, interaction: Interaction) -> None:
        await interaction.response.edit_message(view=layout(self.n + 1))


class Form(discord.ui.Modal, title="A form"):
    """One text field."""

    word: discord.ui.Label[Form] = discord.ui.Label(text="Word", component=discord.ui.TextInput(custom_id="word"))

    async def on_submit(self, interaction: Interaction) -> None:
        assert isinstance(self.word.component, discord.ui.TextInput)
        await interaction.response.send_message(f"form says {self.word.component.value}")


class Pick(discord.ui.View):
    """One list."""

    @discord.ui.select(custom_id="pick", options=[discord.SelectOption(label="one"), discord.SelectOption(label="two")])
    async def pick(self, interaction: Interaction, chosen: discord.ui.Select[Pick]) -> None:
        await interaction.response.send_message(f"picked {chosen.values[0]}", ephemeral=True)


def layout(n: int) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(discord.ui.TextDisplay(f"pressed {n}"), discord.ui.ActionRow(Press(n))))
    return view


class Client(discord.Client):
    """Commands of each shape, and a count of how often the first one ran."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.runs = 0

    async def setup_hook(self) -> None:
        cost = app_commands.Group(name="cost", description="costs")

        @cost.command(description="a video")
        async def video(interaction: Interaction, duration: str, clips: int = 1, private: bool = False) -> None:
            self.runs += 1
            manager = interaction.permissions.manage_guild
            said = f"{duration} x{clips} {interaction.locale} {interaction.guild_locale} {manager} {interaction.user}"
            await interaction.response.send_message(said, ephemeral=private)

        @video.autocomplete("duration")
        async def durations(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{typed}0 s", value=f"{typed}0")]

        @self.tree.command(description="answers late")
        async def later(interaction: Interaction) -> None:
            await interaction.response.defer(ephemeral=True)
            picture = discord.File(__file__, filename="picture.png")
            await interaction.edit_original_response(content="done", attachments=[picture])
            await interaction.followup.send("and more")

        @self.tree.command(description="shows things")
        async def show(interaction: Interaction, what: str) -> None:
            if what == "form":
                await interaction.response.send_modal(Form())
            elif what == "list":
                await interaction.response.send_message(view=Pick())
            else:
                await interaction.response.send_message(view=layout(0))

        @self.tree.command(description="watches a bot")
        async def watch(interaction: Interaction, bot: discord.User) -> None:
            await interaction.response.send_message(f"watching {bot.name}")

        @self.tree.context_menu(name="Length")
        async def length(interaction: Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"{len(message.content)} by {message.author.name}")

        self.tree.add_command(cost)
        self.add_dynamic_items(Press)
        await self.tree.sync()


@asynccontextmanager
async def connected(standin: Standin, intents: discord.Intents) -> AsyncIterator[Client]:
    async with Client(intents) as client:
        running = asyncio.create_task(client.start(standin.token))
        ready = asyncio.create_task(standin.wait_ready())
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            ready.cancel()
            await running
        yield client
    await running
