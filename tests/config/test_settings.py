"""Settings come from the environment, and a bad one is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import SettingsError, load_settings


def test_defaults_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISCORD_TOKEN", "DISCORD_TOKEN_FILE", "WATTSON_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    settings = load_settings()
    assert settings.token is None
    assert settings.wattson_language == "en"


def test_token_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")
    settings = load_settings()
    assert settings.token == "very-secret"
    assert "very-secret" not in repr(settings)
    monkeypatch.setenv("WATTSON_LANGUAGE", "de")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert "very-secret" not in str(refused.value)


def test_command_line_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATTSON_LANGUAGE", "en")
    assert load_settings(wattson_language="fr").wattson_language == "fr"
    assert load_settings(wattson_language=None).wattson_language == "en"


@pytest.mark.parametrize("content", [None, "", b"\xff\xfe\x00"])
def test_unusable_token_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | bytes | None
) -> None:
    file = tmp_path / "token"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        file.write_text(content)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(file))
    with pytest.raises(SettingsError, match="DISCORD_TOKEN_FILE"):
        _ = load_settings().token
