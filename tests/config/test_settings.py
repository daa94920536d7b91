"""Settings come from the environment, and a bad one is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import Settings, SettingsError, load_settings


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


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def test_file_of_the_working_folder_is_read_and_the_environment_wins(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("WATTSON_LANGUAGE=fr\nWATTSON_PLACE=FRA\nDISCORD_TOKEN=very-secret\nOTHER=1\n")
    monkeypatch.setenv("WATTSON_PLACE", "DEU")
    settings = load_settings()
    assert settings.wattson_language == "fr"
    assert settings.wattson_place == "DEU"
    assert settings.token == "very-secret"


def test_example_file_can_be_copied_as_it_is(folder: Path) -> None:
    example = Path(__file__).parents[2] / ".env.example"
    (folder / ".env").write_bytes(example.read_bytes())
    assert load_settings() == Settings()
    named = {line.lstrip("# ").partition("=")[0] for line in example.read_text().splitlines() if "=" in line}
    assert named == {name.upper() for name in Settings.model_fields}


def test_unreadable_file_is_named(folder: Path) -> None:
    (folder / ".env").write_bytes(b"WATTSON_PLACE=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (None, None),
        ("off", None),
        ("8080", ("127.0.0.1", 8080)),
        (":8080", ("127.0.0.1", 8080)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        ("[::1]:9", ("::1", 9)),
        ("localhost:1", ("localhost", 1)),
    ],
)
def test_pages_are_off_or_on_the_loopback_unless_told(
    value: str | None, address: tuple[str, int] | None, folder: Path
) -> None:
    assert load_settings(wattson_http=value).http == address


@pytest.mark.parametrize("value", ["yes", "127.0.0.1", "127.0.0.1:70000", "http://x:1"])
def test_unusable_address_is_named(value: str, folder: Path) -> None:
    with pytest.raises(SettingsError, match="WATTSON_HTTP"):
        load_settings(wattson_http=value)
