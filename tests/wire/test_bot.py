"""The whole bot as a process, over real sockets."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .gestures import autocomplete, button, menu, slash
from .messages import parts
from .process import Process, launched
from .standin import Standin
from .world import ALICE, BOT, EVERYDAY, GENERAL, GUILD, snowflake

# Servers, messages in them, direct messages.
INTENTS = 1 << 0 | 1 << 9 | 1 << 12


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


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin() as discord_here:
        yield discord_here


@pytest.fixture
async def bot(standin: Standin, tmp_path: Path) -> AsyncIterator[Process]:
    async with launched(standin, env=settings(standin, tmp_path)) as process:
        await standin.wait_synced()
        await standin.wait_ready()
        yield process


def settings(standin: Standin, folder: Path, **more: str) -> dict[str, str]:
    return {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{folder}/wattson.db", **more}


async def test_answers_over_the_wire(standin: Standin, bot: Process) -> None:
    answer = await standin.interact(slash("cost video", duration="5s"))
    assert "about 100 Wh" in answer.text
    assert not answer.ephemeral
    sources = await standin.interact(button(answer.custom_ids[0], answer.message))
    assert sources.ephemeral
    assert standin.unknown == []
    assert "Traceback" not in "\n".join(bot.lines)


async def test_asks_for_no_privileged_intent(standin: Standin, bot: Process) -> None:
    assert standin.identify["intents"] == INTENTS


async def test_messages_do_not_reach_it_where_watching_is_off(standin: Standin, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path, WATTSON_WATCH="off")):
        await standin.wait_ready()
    assert standin.identify["intents"] == 1 << 0 | 1 << 12


async def test_commands_are_registered_in_both_languages(standin: Standin, bot: Process) -> None:
    commands = {command["name"]: command for command in standin.commands}
    assert set(commands) == {
        "cost",
        "ask",
        "compare",
        "whatif",
        "source",
        "explain",
        "why",
        "claim",
        "learn",
        "setup",
        "tally",
        "privacy",
        "help",
        "about",
        "Estimate AI energy",
        "Check this claim",
    }
    video = commands["cost"]["options"][0]
    assert [option["name"] for option in video["options"]] == [
        "duration",
        "model",
        "resolution",
        "clips",
        "place",
        "private",
    ]
    assert all("fr" in option["description_localizations"] for option in (*video["options"], commands["setup"]))


async def test_unchanged_commands_are_not_registered_again(standin: Standin, tmp_path: Path) -> None:
    for _ in range(2):
        async with launched(standin, env=settings(standin, tmp_path)) as process:
            await standin.wait_ready()
            await standin.wait_synced()
            await standin.interact(slash("cost video", duration="5s"))
            assert await process.stop() == 0
    assert standin.registry.syncs == 1
    assert json.loads((tmp_path / "wattson.commands.json").read_text())


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


async def test_broken_database_is_said_in_one_sentence(standin: Standin, tmp_path: Path) -> None:
    (tmp_path / "wattson.db").write_bytes(b"this is no database" * 500)
    async with launched(standin, env=settings(standin, tmp_path)) as process:
        assert await process.ended() == 1
    (line,) = process.lines
    assert line.startswith("wattson: ")
    assert "wattson.db" in line


async def test_second_bot_on_one_database_is_refused(standin: Standin, bot: Process, tmp_path: Path) -> None:
    async with launched(standin, env=settings(standin, tmp_path)) as second:
        assert await second.ended() == 1
    (line,) = second.lines
    assert line.startswith("wattson: ")


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


async def test_stopped_politely_it_ends_with_zero(standin: Standin, bot: Process) -> None:
    assert await bot.stop() == 0
    assert "Traceback" not in "\n".join(bot.lines)


async def test_wrong_token_is_said_in_one_sentence(standin: Standin, tmp_path: Path) -> None:
    env = settings(standin, tmp_path) | {"DISCORD_TOKEN": "wrong"}
    async with launched(standin, env=env) as process:
        assert await process.ended() == 1
    assert process.lines == [
        "wattson: Discord refuses this token: copy it again from the developer portal into DISCORD_TOKEN."
    ]


async def test_token_may_lie_in_a_file(standin: Standin, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{standin.token}\n")
    env = {"DISCORD_TOKEN_FILE": str(tmp_path / "token"), "DATABASE_URL": f"sqlite:///{tmp_path}/wattson.db"}
    async with launched(standin, env=env):
        await standin.wait_ready()


async def test_unreachable_discord_is_said_in_one_sentence(tmp_path: Path) -> None:
    async with Standin() as gone:
        env = settings(gone, tmp_path)
    async with launched(gone, env=env) as process:
        assert await process.ended(30) == 1
    assert len(process.lines) == 1
    assert re.match(r"wattson: Discord cannot be reached", process.lines[0])
