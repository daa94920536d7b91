"""A card as Discord shows it: Components V2, with buttons and lists that outlive the process.

What a button or list does and about what is in its custom id, so a restart changes nothing.
"""

from __future__ import annotations

import io
from functools import lru_cache

import discord

from bot.cards.card import Button, Card, ChannelSelect, Select

BUTTON, SELECT, CHANNELS, FORM = "w1", "s1", "c1", "f1"
ACCENT = discord.Colour(0x0072B2)
_FILE = "picture.png"
_MAX_ALT, _MAX_CUSTOM_ID = 1024, 100
_BUTTONS_A_ROW = 5
_KEPT = 200


def view_of(card: Card, *, picture: bool = False, server: bool = True) -> discord.ui.LayoutView:
    """The card as a view that discord.py does not keep; `picture` where its file goes along, `server` where the bot is.

    A finished view is never stored: clicks find their way by the custom id alone, and the same view may be sent again.
    Those of cards that many may see are kept for that. Must be called while the event loop runs.
    """
    return _kept(card, picture, server) if card.shared else _made(card, picture, server)


def _made(card: Card, picture: bool, server: bool) -> discord.ui.LayoutView:  # noqa: FBT001 - a cache tells names apart
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(accent_colour=ACCENT)
    container.add_item(discord.ui.TextDisplay(f"### {card.title}"))
    if card.lines:
        container.add_item(discord.ui.TextDisplay("\n".join(card.lines)))
    if picture and card.picture:
        shown = discord.MediaGalleryItem(f"attachment://{_FILE}", description=card.picture.alt[:_MAX_ALT])
        container.add_item(discord.ui.MediaGallery(shown))
    for file in card.files:
        container.add_item(discord.ui.File(f"attachment://{file.name}"))
    for select in card.selects:
        if fits(select):
            container.add_item(discord.ui.ActionRow(_list(select)))
    buttons: list[discord.ui.Button[discord.ui.LayoutView]] = []
    for button in card.buttons:
        if (server or not button.server) and fits(button):
            buttons.append(discord.ui.Button(label=button.label, custom_id=custom_id(button)))
    for start in range(0, len(buttons), _BUTTONS_A_ROW):
        container.add_item(discord.ui.ActionRow(*buttons[start : start + _BUTTONS_A_ROW]))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


_kept = lru_cache(_KEPT)(_made)


def custom_id(item: Button | Select) -> str:
    """All that a press needs to be answered, in one text."""
    prefix = BUTTON if isinstance(item, Button) else CHANNELS if isinstance(item, ChannelSelect) else SELECT
    return f"{prefix}:{item.verb}:{item.language}:{item.subject}"


def fits(item: Button | Select) -> bool:
    """Whether Discord takes the item: a question too long for its id gets none rather than a dead one."""
    return len(custom_id(item)) <= _MAX_CUSTOM_ID


def _list(select: Select) -> discord.ui.Item[discord.ui.LayoutView]:
    if isinstance(select, ChannelSelect):
        kind = discord.SelectDefaultValueType.channel
        chosen = [discord.SelectDefaultValue(id=select.chosen, type=kind)] if select.chosen else []
        return discord.ui.ChannelSelect(
            placeholder=select.label,
            custom_id=custom_id(select),
            channel_types=[discord.ChannelType.text],
            default_values=chosen,
        )
    options = [
        discord.SelectOption(label=choice.label, value=choice.value, default=choice.chosen) for choice in select.choices
    ]
    most = min(select.most, len(options))
    return discord.ui.Select(placeholder=select.label, custom_id=custom_id(select), options=options, max_values=most)


def files_of(card: Card, png: bytes | None) -> list[discord.File]:
    """The files that go along: the drawn picture, if it is there, and the card's own."""
    files = [discord.File(io.BytesIO(png), _FILE)] if png else []
    for file in card.files:
        files.append(discord.File(io.BytesIO(file.data), file.name))
    return files
