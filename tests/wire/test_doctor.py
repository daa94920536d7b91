"""The doctor beside a running bot, and what it hears from Discord."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.start.doctor import access
from config.settings import load_settings
from tests.start.doctor.conftest import snapshot

from . import rest
from .gestures import slash
from .process import launched
from .standin import Standin
from .world import APPLICATION, TOKEN, application

Lines = list[str]


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)


async def heard() -> Lines:
    return [str(finding) for finding in await access.access(load_settings())]


async def test_doctor_is_well_beside_a_running_bot_and_changes_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    async with Standin() as standin:
        env = {"DISCORD_TOKEN": standin.token, "DATABASE_URL": f"sqlite:///{tmp_path}/wattson.db"}
        async with launched(standin, env=env):
            await standin.wait_synced()
            await standin.wait_ready()
            await standin.interact(slash("tally add", activity="4 images"))
            before = snapshot(tmp_path)
            async with launched(standin, "doctor", env=env) as doctor:
                assert await doctor.ended() == 0, doctor.lines
            assert snapshot(tmp_path) == before
            shown = await standin.interact(slash("tally show"))
            assert "4 items" in shown.text
    assert not [line for line in doctor.lines if line.startswith("fail")]
    assert any("Discord knows it" in line for line in doctor.lines)
    assert TOKEN not in "\n".join(doctor.lines)


async def test_link_has_the_scopes_and_permissions_needed() -> None:
    async with Standin() as standin:
        async with launched(standin, "invite", env={"DISCORD_TOKEN": standin.token}) as invite:
            assert await invite.ended() == 0
        assert standin.requests == []
    # View Channels 1 << 10, Send Messages 1 << 11, Attach Files 1 << 15, Read Message History 1 << 16,
    # Create Public Threads 1 << 35, Send Messages in Threads 1 << 38.
    permissions = 1 << 10 | 1 << 11 | 1 << 15 | 1 << 16 | 1 << 35 | 1 << 38
    assert invite.lines == [
        f"https://discord.com/oauth2/authorize?client_id={APPLICATION}"
        f"&scope=bot+applications.commands&permissions={permissions}"
    ]


async def test_sound_application_is_said_so(standin: Standin) -> None:
    assert [line[:4].strip() for line in await heard()] == ["ok"] * 4
    assert standin.requests == ["GET /api/v10/applications/@me"]


async def test_refused_token_fails(standin: Standin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", f"{TOKEN}x")
    assert [line for line in await heard() if line.startswith("fail") and "refuses this token" in line]


@pytest.mark.parametrize(
    ("said", "level", "words"),
    [
        ({"interactions_endpoint_url": "https://example.org/x"}, "fail", "Interactions Endpoint URL"),
        ({"bot_require_code_grant": True}, "fail", "Code Grant"),
        ({"flags": 1 << 18}, "warn", "message content"),
        ({"integration_types_config": {"0": {}}}, "warn", "User Install"),
        ({"bot_public": False}, "ok", "Public Bot"),
        ({"id": "1000000000000000009"}, "warn", "--application 1000000000000000009"),
    ],
)
async def test_switch_of_the_application_is_found(
    standin: Standin, monkeypatch: pytest.MonkeyPatch, said: dict[str, object], level: str, words: str
) -> None:
    monkeypatch.setattr(rest, "application", lambda: application() | said)
    (line,) = [line for line in await heard() if line.split()[1] == "application"]
    assert line.startswith(level)
    assert words in line


async def test_trouble_at_discord_is_no_trouble_of_ours(standin: Standin) -> None:
    standin.fail_next("/applications/@me", 502)
    assert [line for line in await heard() if line.startswith("warn") and "502" in line]


async def test_discord_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "PATIENCE_S", 0.2)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        monkeypatch.setattr(access.Route, "BASE", f"http://127.0.0.1:{deaf.getsockname()[1]}")
        assert [line for line in await heard() if "did not answer within 0.2 s" in line]
    assert [line for line in await heard() if "no connection" in line]
