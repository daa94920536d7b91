"""What an item was asked to be, besides its amount and model: picture size, steps, kind, input tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from energy.book.records import size_of
from energy.values.errors import Refusal

MIN_SIDE, MAX_SIDE = 64, 8192
MAX_STEPS = 1000
MAX_INPUT_TOKENS = 10_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What was asked for; None where nothing was said.

    `width` and `height` in pixels go together; `steps` are those of a diffusion model; `kind` is music, sound, speech,
    transcription, chat or reasoning; `input_tokens` is what a language model reads before it answers. Raises Refusal
    where a number is outlandish, ValueError for a width without a height.
    """

    width: int | None = None
    height: int | None = None
    steps: int | None = None
    kind: str | None = None
    input_tokens: int | None = None

    def __post_init__(self) -> None:
        if (self.width is None) != (self.height is None):
            raise ValueError("width and height go together")
        if self.width is not None and self.height is not None:
            require_size(self.width, self.height, f"{self.width}x{self.height}")
        if self.steps is not None:
            require_steps(self.steps, str(self.steps))
        if self.input_tokens is not None and not 1 <= self.input_tokens <= MAX_INPUT_TOKENS:
            raise Refusal(
                "amount.text",
                f"{self.input_tokens} tokens are out of reach: give 1 to {MAX_INPUT_TOKENS}, such as 500 tokens.",
                read=f"{self.input_tokens} token"[:40],
            )

    @classmethod
    def of_size(cls, resolution: str, steps: int | None = None) -> Self:
        """The settings of a picture of "1280x720". Raises ValueError for another text."""
        width, height = size_of(resolution)
        return cls(width, height, steps)

    @classmethod
    def of_pairs(cls, said: Mapping[str, str]) -> Self:
        """The settings whose `pairs` are among these. Raises ValueError where a number is none, Refusal as ever."""
        width, height = size_of(said["resolution"]) if "resolution" in said else (None, None)
        steps, tokens = (int(said[name]) if name in said else None for name in ("steps", "input_tokens"))
        return cls(width, height, steps, said.get("kind"), tokens)

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels."""
        return None if self.width is None or self.height is None else (self.width, self.height)

    @property
    def resolution(self) -> str | None:
        """The picture size as "1280x720"."""
        return None if self.width is None else f"{self.width}x{self.height}"

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and texts of what was asked for, in the order of the text form."""
        if self == NO_SETTINGS:
            return ()
        given = (
            ("kind", self.kind),
            ("resolution", self.resolution),
            ("steps", self.steps),
            ("input_tokens", self.input_tokens),
        )
        return tuple((name, str(value)) for name, value in given if value is not None)


NO_SETTINGS = Settings()


def require_size(width: int, height: int, read: str) -> None:
    """Raise Refusal where a picture has a side outside MIN_SIDE to MAX_SIDE; `read` is how it was said."""
    if not (MIN_SIDE <= width <= MAX_SIDE and MIN_SIDE <= height <= MAX_SIDE):
        raise Refusal(
            "resolution.unreadable",
            f"{read!r} is no picture size I can read. Try 720p, 4K or 1280x720, sides of {MIN_SIDE} to {MAX_SIDE}.",
            read=read,
        )


def require_steps(steps: int, read: str) -> None:
    """Raise Refusal where steps are outside 1 to MAX_STEPS; `read` is how they were said."""
    if not 1 <= steps <= MAX_STEPS:
        raise Refusal("steps.range", f"{read!r} steps are outlandish: give 1 to {MAX_STEPS}.", read=read[:40])
