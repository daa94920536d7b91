"""Entries told by a button, and taken back once, by their author, by the card that told them."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat
from tests.features.tally.test_command import add


async def test_button_on_any_card_adds_its_use_once_a_press(chat: Chat) -> None:
    card = await chat.slash("cost video", duration="10s", model="veo-3.1")
    await chat.restart()
    added = await chat.press(card, "Add to tally", as_="admin")
    assert added.private
    assert "• 1 AI video of 10 s · Veo 3.1" in added.text
    undone = await chat.press(added, "Undo")
    assert "### Taken back" in undone.text
    assert "Nothing is counted" in (await chat.slash("tally show")).text


async def test_undo_under_a_card_takes_back_that_cards_entry_once(chat: Chat, program: Program) -> None:
    first = await add(chat, "video 5s")
    await add(chat, "2 images")
    await chat.restart()
    undone = await chat.press(first, "Undo")
    assert "• 1 AI video of 5 s" in undone.text
    again = await chat.press(first, "Undo")
    assert again.private
    assert again.text.startswith("### Taken back already")
    totals = (await program.decisions.tally.show(chat.guild.id, "all")).totals
    assert set(totals.kinds) == {"image"}
    chat.locales["member"] = "fr"
    third = await add(chat, "une page")
    await chat.press(third, "Annuler")
    assert "### Déjà annulé" in (await chat.press(third, "Annuler")).text


async def test_undo_of_another_version_is_refused(chat: Chat, program: Program) -> None:
    added = await add(chat, "video 5s")
    (button,) = [custom_id for custom_id in added.custom_ids if ":undo:" in custom_id]
    assert len(button) <= 100
    chat.rename_buttons(added, button.removeprefix("w1:undo:en:"), "-")
    refused = await chat.press(added, "Undo")
    assert "older version" in refused.text
    assert (await program.decisions.tally.show(chat.guild.id, "all")).totals.total.count == 1


async def test_undo_takes_back_only_ones_own_last_entry(chat: Chat) -> None:
    await add(chat, "video 5s")
    await add(chat, "2 images", as_="admin")
    assert "AI video" in (await chat.slash("tally undo")).text
    refused = await chat.slash("tally undo")
    assert refused.private
    assert "nothing of yours" in refused.text
    assert "2 items" in (await chat.slash("tally show")).text
