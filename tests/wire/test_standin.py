"""Promises of the stand-in, kept with the real discord.py in this very process."""

from __future__ import annotations

import discord
import pytest

from .gestures import autocomplete, button, menu, modal, select, slash
from .messages import message
from .smallest import Client
from .standin import Standin
from .world import ALICE, BRUNO, MANAGE_GUILD, TOKEN


async def test_start_up_is_recorded(standin: Standin, client: Client) -> None:
    await standin.wait_synced()
    assert standin.identify["intents"] == discord.Intents(guilds=True).value
    assert standin.identify["token"] == TOKEN
    names = {command["name"] for command in standin.commands}
    assert names == {"cost", "later", "show", "watch", "Length"}
    assert [one.name for one in await client.tree.fetch_commands()] == [one["name"] for one in standin.commands]
    assert standin.unknown == []


async def test_slash_command_arrives_whole_and_its_answer_is_filed(standin: Standin, client: Client) -> None:
    answer = await standin.interact(
        slash("cost video", duration="5s", clips=2), locale="fr", guild_locale="de", permissions=MANAGE_GUILD
    )
    assert (answer.type, answer.text) == (4, "5s x2 fr de True alice")
    assert not answer.ephemeral
    assert answer.data["allowed_mentions"] == {"parse": []}
    assert 0 < answer.elapsed_s < 1
    private = await standin.interact(slash("cost video", duration="1s", private=True), user=BRUNO, guild=False)
    assert private.ephemeral
    assert private.text == "1s x1 en-US None False bruno"


async def test_gesture_discord_would_refuse_is_refused(standin: Standin, client: Client) -> None:
    for gesture in (slash("cost audio"), slash("cost video"), slash("cost video", duration="5s", colour="red")):
        with pytest.raises(LookupError):
            await standin.interact(gesture)


async def test_autocomplete_is_answered(standin: Standin, client: Client) -> None:
    answer = await standin.interact(autocomplete("cost video", "duration", "3"))
    assert (answer.type, answer.choices) == (8, [{"name": "30 s", "value": "30"}])


async def test_deferred_answer_is_followed_to_its_end(standin: Standin, client: Client) -> None:
    answer = await (await standin.interact(slash("later"))).settled()
    assert answer.deferred
    assert answer.ephemeral
    assert answer.text == "done"
    assert list(answer.files) == ["picture.png"]
    assert (await answer.followed())["content"] == "and more"


async def test_button_changes_its_message(standin: Standin, client: Client) -> None:
    shown = await standin.interact(slash("show", what="button"))
    assert shown.message
    assert shown.text == "pressed 0"
    pressed = await standin.interact(button("press:0", shown.message))
    assert (pressed.type, pressed.text, pressed.custom_ids) == (7, "pressed 1", ["press:1"])
    with pytest.raises(LookupError):
        button("press:7", shown.message)


async def test_list_form_menu_and_person_options_arrive(standin: Standin, client: Client) -> None:
    listed = await standin.interact(slash("show", what="list"))
    assert listed.message
    assert (await standin.interact(select("pick", listed.message, "two"))).text == "picked two"
    form = await standin.interact(slash("show", what="form"))
    assert form.type == 9
    assert (await standin.interact(modal(form.data, {"word": "hello"}))).text == "form says hello"
    posted = message({"content": "four"}, author=ALICE)
    assert (await standin.interact(menu("Length", posted))).text == "4 by alice"
    assert (await standin.interact(slash("watch", bot=BRUNO))).text == "watching bruno"


async def test_wrong_token_is_refused(standin: Standin) -> None:
    async with Client(discord.Intents(guilds=True)) as stranger:
        with pytest.raises(discord.LoginFailure):
            await stranger.start("wrong." + standin.token)


async def test_privileged_intents_are_refused(standin: Standin) -> None:
    async with Client(discord.Intents(guilds=True, message_content=True)) as curious:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await curious.start(standin.token)


async def test_dropped_connection_resumes_without_losing_an_event(standin: Standin, client: Client) -> None:
    await standin.drop()
    answer = await standin.interact(slash("cost video", duration="5s"))
    await standin.wait_ready()
    assert answer.type == 4
    assert (standin.gateway.resumes, len(standin.gateway.identifies)) == (1, 1)


async def test_unknown_route_is_noted(standin: Standin, client: Client) -> None:
    with pytest.raises(discord.NotFound):
        await client.fetch_sticker(1)
    assert standin.unknown == ["GET /api/v10/stickers/1"]
