"""Discord's limits, which only Discord itself checks: every command's words, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .simulated import Chat

MAX_NAME, MAX_DESCRIPTION, MAX_CHOICES, MAX_OPTIONS, MAX_COMMAND = 32, 100, 25, 25, 8000


def nodes(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for option in payload.get("options", []):
        yield from nodes(option)


def spoken(node: dict[str, Any], what: str) -> list[str]:
    return [node[what], *node.get(f"{what}_localizations", {}).values()]


async def test_every_command_keeps_discords_limits(chat: Chat) -> None:
    tree = chat.env.bot.tree  # type: ignore[attr-defined]
    for command in tree.get_commands():
        payload = await command.get_translated_payload(tree, tree.translator)
        total = 0
        for node in nodes(payload):
            assert len(node["name"]) <= MAX_NAME
            assert all(0 < len(text) <= MAX_DESCRIPTION for text in spoken(node, "description")), node["name"]
            assert len(node.get("options", [])) <= MAX_OPTIONS
            choices = node.get("choices", [])
            assert len(choices) <= MAX_CHOICES
            total += len(node["name"]) + max(map(len, spoken(node, "description")))
            total += sum(max(map(len, spoken(choice, "name"))) for choice in choices)
        assert total <= MAX_COMMAND


async def test_every_option_and_choice_is_translated(chat: Chat) -> None:
    tree = chat.env.bot.tree  # type: ignore[attr-defined]
    for command in tree.get_commands():
        payload = await command.get_translated_payload(tree, tree.translator)
        for node in nodes(payload):
            assert "fr" in node["description_localizations"], node["name"]
            assert all("fr" in choice["name_localizations"] for choice in node.get("choices", []))
