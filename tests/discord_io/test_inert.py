"""Nothing a person types comes back as a mention, a link, a heading or anything else but its plain signs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.chat.simulated import Chat

HOSTILE = [
    "@everyone",
    "@here now",
    "<@123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "[free energy](https://evil.example)",
    "`zork`",
    "# heading",
    "**bold** __line__ ~~gone~~",
    "||hidden||",
    "\u202egnp.exe",
    "</zork zork:123456789012345678>",
    "<t:0:R>",
]
FREE: list[tuple[str, str, dict[str, Any]]] = [
    *[("cost video", option, {}) for option in ("duration", "model", "resolution", "place")],
    *[("cost image", option, {}) for option in ("model", "size", "place")],
    *[("cost text", option, {}) for option in ("length", "model", "place")],
    *[("cost audio", option, {}) for option in ("duration", "model", "place")],
    ("ask", "question", {}),
    ("compare", "first", {"second": "1 image"}),
    ("compare", "second", {"first": "1 image"}),
    ("compare", "third", {"first": "1 image", "second": "1 image"}),
    ("compare", "fourth", {"first": "1 image", "second": "1 image"}),
    ("whatif", "activity", {}),
    ("whatif", "people", {"activity": "1 image"}),
    ("whatif", "place", {"activity": "1 image"}),
    ("source", "code", {}),
]


@pytest.mark.parametrize(("command", "option", "others"), FREE)
async def test_every_free_option_comes_back_inert(
    chat: Chat, command: str, option: str, others: dict[str, Any]
) -> None:
    for typed in HOSTILE:
        seen = await chat.slash(command, **{option: typed, **others})
        assert seen.private, (command, option, typed)
        said = seen.text.split("\n", 1)[1]
        quoted = "".join(re.findall("“(.*?)”", said))
        assert not re.search(r"[@#`*_~|<>\[\]]", re.sub(r"\\.|@\u200b", "", quoted)), (typed, said)
        for sign in ("@everyone", "@here", "](", "\u202e", "||hidden"):
            assert sign not in said, (typed, said)
        # A mention, a command or a time begins with a bracket that nothing escapes.
        assert not re.search(r"(?<!\\)<[@#/t]", said), (typed, said)
        assert not said.startswith("#")
