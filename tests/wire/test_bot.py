"""The whole bot as a process, over real sockets."""

from __future__ import annotations

import asyncio
import json

import pytest

from .gestures import autocomplete, button, menu, slash
from .messages import parts
from .process import Process
from .standin import Standin
from .world import ALICE, BOT, EVERYDAY, GENERAL, GUILD, snowflake

ATTACHED = {
    "id": "1",
    "filename": "a.png",
    "size": 1000,
    "url": "https://example.org/a.png",
    "proxy_url": "https://example.org/a.png",
    "content_type": "image/png",
    "width": 640,
    "height": 480,
}


async def test_answers_over_the_wire(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert "about 100 Wh" in answer.text
    assert not answer.ephemeral
    sources = await standin.interact(button(answer.custom_ids[0], answer.message))
    assert sources.ephemeral
    assert standin.unknown == []
    assert "Traceback" not in "\n".join(bot.lines)


async def test_person_who_speaks_french_is_refused_in_french(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(slash("cost video", duration="banana"), locale="fr")
    assert answer.ephemeral
    assert "qui n’est pas une durée" in answer.text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("cost video", {}),
        ("cost image", {}),
        ("cost text", {}),
        ("cost audio", {}),
        ("ask", {"question": "1 page"}),
        ("compare", {"first": "video 5s", "second": "1 image"}),
        ("whatif", {"activity": "1 image"}),
    ],
)
async def test_answers_in_direct_messages(
    standin: Standin, bot: Process, command: str, options: dict[str, str]
) -> None:
    answer = await standin.interact(slash(command, **options), guild=False, locale="fr")
    assert "environ" in answer.text


async def test_picture_travels_with_its_alt_text(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(slash("compare", first="video 5s", second="4 images"))
    assert "Side by side" in answer.text
    if not answer.files:
        await answer.edited()
    (name,) = [item["media"]["url"] for part in parts(answer.message["components"]) for item in part.get("items", ())]
    assert name.endswith("picture.png")
    assert standin.unknown == []


async def test_answers_where_only_the_person_installed_it(standin: Standin, bot: Process) -> None:
    for command, options in (
        ("ask", {"question": "video 5s"}),
        ("cost image", {}),
        ("compare", {"first": "video 5s", "second": "1 page"}),
        ("whatif", {"activity": "1 image"}),
    ):
        answer = await standin.interact(slash(command, **options), away=True, guild_locale="fr")
        assert "Wh**" in answer.text, command
        assert "environ" in answer.text, command
        assert not answer.ephemeral
    message = {**answer.message, "content": "", "attachments": [ATTACHED], "components": []}
    seen = await standin.interact(menu("Estimate AI energy", message), away=True, locale="fr")
    assert seen.ephemeral
    assert "1 image par IA · 640×480" in seen.text


async def test_setup_in_a_server_without_the_bot_is_refused(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(slash("setup"), permissions=EVERYDAY)
    assert answer.ephemeral
    assert "Manage Server" in answer.text


async def test_same_interaction_delivered_twice_counts_once(standin: Standin, bot: Process) -> None:
    for _ in range(2):
        answer = await standin.interact(slash("tally add", activity="4 images"), id="1000000000000009999")
    assert "Already counted" in answer.text or answer.refusals
    shown = await standin.interact(slash("tally show"))
    assert "4 items" in shown.text


async def test_mention_is_answered_in_its_channel(standin: Standin, bot: Process) -> None:
    message = {
        "id": snowflake(),
        "channel_id": GENERAL.id,
        "guild_id": GUILD,
        "author": ALICE.user(),
        "content": f"<@{BOT.id}> video 5s",
        "mentions": [BOT.user()],
        "mention_roles": [],
        "mention_everyone": False,
        "attachments": [],
        "embeds": [],
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "type": 0,
        "components": [],
    }
    await standin.dispatch("MESSAGE_CREATE", message)
    for _ in range(60):
        if standin.posts:
            break
        await asyncio.sleep(0.05)
    (post,) = standin.posts
    assert str(post["message_reference"]["message_id"]) == message["id"]
    assert "<@" not in json.dumps(post)


async def test_places_are_offered_at_once(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(autocomplete("cost video", "place", "fran"))
    assert "France" in [choice["name"] for choice in answer.choices]


async def test_one_gateway_hiccup_still_answers(standin: Standin, bot: Process) -> None:
    standin.fail_next("/callback", 502)
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert "about 100 Wh" in answer.text


async def test_answer_that_discord_lost_is_no_error(standin: Standin, bot: Process) -> None:
    standin.fail_next("/callback", 502, carried_out=True)
    answer = await standin.interact(slash("cost video", duration="5s"))
    await answer.attempted(2, timeout=30.0)
    await standin.interact(slash("help"))
    assert not [line for line in bot.lines if "ERROR" in line]
