"""The examination: every check in turn, each able to find the next one's ground missing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from bot.start.doctor.access import access
from bot.start.doctor.database import database
from bot.start.doctor.disk import disk
from bot.start.doctor.finding import Finding, fail, ok, warn
from bot.start.doctor.machine import clock, sqlite, zones
from bot.start.doctor.secrets import secrets
from bot.start.doctor.texts import texts
from config.settings import ENV_FILE, LOOPBACK, Settings, SettingsError, load_settings

SOUND, WRONG = 0, 1
_PREFIX = "WATTSON_"


async def examine() -> int:
    """Print what was found; the exit status is 1 where anything failed."""
    findings: list[Finding] = []

    def tell(found: Iterator[Finding]) -> None:
        for finding in found:
            findings.append(finding)
            print(finding, flush=True)

    settings: Settings | None
    try:
        settings = load_settings()
    except SettingsError as error:
        tell(iter((fail("settings", str(error).rstrip("."), "correct it in the environment or in .env"),)))
        settings = None
    if settings is not None:
        tell(_settings(settings))
        tell(iter(await access(settings)))
    for check in (texts(settings), clock(), zones(), sqlite()):
        tell(check)
    if settings is not None:
        for check in (secrets(settings), database(settings.database), disk(settings.database)):
            tell(check)
    failed = sum(finding.level == "fail" for finding in findings)
    warned = sum(finding.level == "warn" for finding in findings)
    print(f"{len(findings)} looked at: {failed} failed, {warned} to know about.")
    return WRONG if failed else SOUND


def _settings(settings: Settings) -> Iterator[Finding]:
    known = {name.upper() for name in Settings.model_fields}
    given = {name.upper() for name in os.environ} | _names_in_file()
    unknown = sorted(name for name in given if name.startswith(_PREFIX) and name not in known)
    if unknown:
        all_known = ", ".join(sorted(name for name in known if name.startswith(_PREFIX)))
        yield warn("settings", f"{', '.join(unknown)} means nothing to this program", f"use one of {all_known}")
    else:
        yield ok("settings", "each is known and can be used")
    if settings.http is not None and settings.http[0] not in {LOOPBACK, "localhost", "::1"}:
        yield warn(
            "settings",
            f"WATTSON_HTTP {settings.wattson_http} serves health and metrics beyond this machine, to whoever asks",
            f"set {LOOPBACK}:{settings.http[1]}, unless a firewall or a container's network guards it",
        )


def _names_in_file() -> set[str]:
    """The names that .env sets; what they are set to is nobody's business here."""
    from dotenv import dotenv_values  # noqa: PLC0415 - only here, and only where there is such a file

    return {name.upper() for name in dotenv_values(ENV_FILE)} if ENV_FILE.is_file() else set()
