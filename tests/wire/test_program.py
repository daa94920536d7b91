"""The whole bot as a process: what it asks Discord for, when it starts, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .gestures import slash
from .process import Process, launched, settings
from .standin import Standin

# Servers, messages in them, direct messages.
INTENTS = 1 << 0 | 1 << 9 | 1 << 12


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
