"""A response in Discord's own form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web


def response(data: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """JSON, labelled without a charset: discord.py compares the label exactly and takes any other for text."""
    plain = web.Response(body=json.dumps(data).encode(), status=status, headers=headers)
    plain.headers["Content-Type"] = "application/json"
    return plain


def refusal(status: int, message: str, code: int = 0) -> web.Response:
    """An error, with Discord's own code for it."""
    return response({"message": message, "code": code}, status)
