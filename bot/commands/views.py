"""A card as Discord shows it: Components V2, with buttons that outlive the process."""

from __future__ import annotations

import discord

from bot.commands.buttons import CardButton, fits
from bot.render.card import Card

ACCENT = discord.Colour(0x0072B2)


def view_of(card: Card) -> discord.ui.LayoutView:
    """The card as a view that discord.py does not keep.

    A finished view is never stored: clicks find their way by the button's custom id alone, so nothing of a sent card
    stays in memory. Must be called while the event loop runs.
    """
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(accent_colour=ACCENT)
    container.add_item(discord.ui.TextDisplay(f"### {card.title}"))
    container.add_item(discord.ui.TextDisplay("\n".join(card.lines)))
    if buttons := [CardButton(button) for button in card.buttons if fits(button)]:
        container.add_item(discord.ui.ActionRow(*buttons))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view
