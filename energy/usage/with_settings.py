"""A usage with more settings than it had: what was asked for besides, or what a method filled in."""

from __future__ import annotations

from dataclasses import replace

from energy.usage.settings import NO_SETTINGS, Settings
from energy.usage.usage import Usage


def with_settings(
    usage: Usage,
    *,
    width: int | None = None,
    height: int | None = None,
    steps: int | None = None,
    kind: str | None = None,
) -> Usage:
    """The usage with more settings; those that are None are left as they were. Raises Refusal as `Usage` does."""
    more, now = Settings(width, height, steps, kind), usage.settings
    if more == NO_SETTINGS:
        return usage
    sized = now if more.size is None else more
    steps = now.steps if steps is None else steps
    kind = now.kind if kind is None else kind
    return replace(usage, settings=Settings(sized.width, sized.height, steps, kind, now.input_tokens))


def with_size(usage: Usage, size: tuple[int, int]) -> Usage:
    """The usage with a picture size, width and height in pixels, where it has none."""
    return usage if usage.settings.size else with_settings(usage, width=size[0], height=size[1])


def with_kind(usage: Usage, kind: str) -> Usage:
    """The usage with a kind where it has none."""
    return usage if usage.settings.kind else with_settings(usage, kind=kind)
