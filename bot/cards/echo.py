"""What a person typed, made harmless before it is said again."""

from __future__ import annotations

import re
import unicodedata

MAX_ECHO = 60
_MARKDOWN = re.compile(r"([\\`*_~|>#\[\]()<@:\-+.!/])")
_ZERO_WIDTH = "\N{ZERO WIDTH SPACE}"


def inert(text: str, most: int = MAX_ECHO) -> str:
    """The text on one short line, invisible signs gone, every sign that Markdown or a mention uses escaped."""
    visible = "".join(sign if not unicodedata.category(sign).startswith("C") else " " for sign in text)
    line = " ".join(visible.split())
    short = line if len(line) <= most else f"{line[: most - 1]}…"
    return _MARKDOWN.sub(r"\\\1", short).replace("\\@", f"@{_ZERO_WIDTH}")
