"""Sending the commands to Discord, only when they changed: a sync overwrites everything and is rationed."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discord import app_commands

log = logging.getLogger(__name__)
FILE = "wattson.commands.json"


@dataclass(frozen=True, slots=True)
class Registration:
    """When to register: always and at once, or where the remembered fingerprint differs."""

    folder: Path | None = None

    @property
    def at_once(self) -> bool:
        """Whether nothing is remembered, so that the start waits for it."""
        return self.folder is None

    async def register(self, tree: app_commands.CommandTree[Any]) -> None:
        """Send the tree's commands where they changed. Raises discord.DiscordException or OSError."""
        if self.folder is None:
            await tree.sync()
            return
        fingerprint = await _fingerprint(tree)
        file = self.folder / FILE
        known = await asyncio.to_thread(_read, file)
        application = str(tree.client.application_id)
        if known.get(application) == fingerprint:
            return
        await tree.sync()
        await asyncio.to_thread(_write, file, {**known, application: fingerprint})
        log.info("The commands changed and were registered with Discord.")


async def _fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    translator = tree.translator
    commands = tree.get_commands()
    payload = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in commands
    ]
    return hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()


def _read(file: Path) -> dict[str, str]:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(file: Path, known: dict[str, str]) -> None:
    try:
        file.write_text(json.dumps(known), encoding="utf-8")
    except OSError as error:
        log.warning("%s cannot be written (%s): the commands will be registered at every start.", file, error.strerror)
