"""What an operator sets, from the environment: checked once, on demand."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

Language = Literal["en", "fr"]
SQLITE = "sqlite:///"


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
    wattson_playground_port: int = Field(default=0, ge=0, le=65535)

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
    def database(self) -> Path:
        """The SQLite file."""
        return Path(self.database_url.removeprefix(SQLITE))

    @property
    def state_folder(self) -> Path:
        """The folder of the database, where small state lives beside it."""
        return self.database.parent


def load_settings(**given: object) -> Settings:
    """The settings of the environment, overridden by what was given. Raises SettingsError."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(
            f"{name}: {first['msg'][0].lower()}{first['msg'][1:]}, but it is {first['input']!r}."
        ) from None
