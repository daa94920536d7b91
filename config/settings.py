"""What an operator sets, from the environment: checked once, on demand."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Language = Literal["en", "fr"]
SQLITE = "sqlite:///"
ENV_FILE = Path(".env")
LOOPBACK = "127.0.0.1"
GRIDS = ("gb", "fr", "electricitymaps")
# 127.0.0.1:8080, [::1]:8080, or a port of the loopback alone.
_ADDRESS = r"^(off|((\[[0-9a-fA-F:]+\]|[\w.-]+)?:)?\d{1,5})$"


class SettingsError(Exception):
    """A setting that cannot be used: one sentence with its name and the fix."""


class Settings(BaseSettings):
    """Everything the bot is told from outside; names are those of the environment."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    discord_token: SecretStr | None = None
    discord_token_file: Path | None = None
    database_url: str = Field(default=f"{SQLITE}wattson.db", pattern=r"^sqlite:///.+")
    wattson_language: Language = "en"
    wattson_place: str = Field(default="WLD", min_length=2)
    wattson_watch: bool = True
    wattson_log: Literal["console", "json"] = "console"
    wattson_http: str | None = Field(default=None, pattern=_ADDRESS)
    wattson_grid: str = "off"
    wattson_electricitymaps_token: SecretStr | None = Field(default=None, validate_default=True)
    wattson_playground_port: int = Field(default=0, ge=0, le=65535)

    @field_validator("wattson_http")
    @classmethod
    def _port_exists(cls, value: str | None) -> str | None:
        if value is not None and value != "off" and int(value.rpartition(":")[2]) > 65535:
            raise ValueError("a port is 65535 at most")
        return value

    @field_validator("wattson_grid")
    @classmethod
    def _grids_exist(cls, value: str) -> str:
        if value != "off" and set(_listed(value)) - set(GRIDS):
            raise ValueError(f"is off, or some of {', '.join(GRIDS)} with commas between")
        return value

    @field_validator("wattson_electricitymaps_token")
    @classmethod
    def _key_is_there(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and "electricitymaps" in _listed(info.data.get("wattson_grid", "")):
            raise ValueError("WATTSON_GRID names electricitymaps, which wants a key")
        return value

    @property
    def grids(self) -> tuple[str, ...]:
        """Who is asked for live carbon intensity, in this order; nobody where it is off."""
        return () if self.wattson_grid == "off" else _listed(self.wattson_grid)

    @property
    def token(self) -> str | None:
        """The Discord token, from the environment or its file. Raises SettingsError where the file cannot be read."""
        if self.discord_token:
            return self.discord_token.get_secret_value().strip() or None
        if self.discord_token_file is None:
            return None
        try:
            token = self.discord_token_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not text"
            raise SettingsError(f"DISCORD_TOKEN_FILE: {self.discord_token_file} cannot be read ({reason}).") from None
        if not token:
            raise SettingsError(f"DISCORD_TOKEN_FILE: {self.discord_token_file} is empty; put the bot's token in it.")
        return token

    @property
    def http(self) -> tuple[str, int] | None:
        """Where health and metrics are served, as host and port; None where they are not."""
        if self.wattson_http in {None, "off"}:
            return None
        host, _, port = str(self.wattson_http).rpartition(":")
        return host.strip("[]") or LOOPBACK, int(port)

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return Path(self.database_url.removeprefix(SQLITE))

    @property
    def state_folder(self) -> Path:
        """The folder of the database, where small state lives beside it."""
        return self.database.parent


def _listed(value: str) -> tuple[str, ...]:
    return tuple(name.strip().lower() for name in value.split(",") if name.strip())


def load_settings(**given: object) -> Settings:
    """What was given, else the environment, else the file .env of the working folder. Raises SettingsError."""
    values = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(_env_file=ENV_FILE, **values)  # type: ignore[arg-type, call-arg]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(
            f"{name}: {first['msg'][0].lower()}{first['msg'][1:]}, but it is {first['input']!r}."
        ) from None
    except OSError as error:
        raise SettingsError(
            f"{ENV_FILE}: cannot be read ({error.strerror}); give the bot's user access to it."
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(f"{ENV_FILE}: is not text in UTF-8; copy .env.example and fill it in again.") from None
