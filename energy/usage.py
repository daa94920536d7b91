"""What was done: an activity, how much of it, with which model and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from energy.amounts import read_resolution, read_steps
from energy.errors import Refusal
from energy.records import Activity

UNITS: dict[Activity, str] = {"video": "s", "image": "image"}
MAX_COUNT = 1_000_000
MAX_VIDEO_S = 3600.0
MIN_VIDEO_S = 0.1
_CHECKS: dict[str, Callable[[str], object]] = {"resolution": read_resolution, "steps": read_steps}


@dataclass(frozen=True, slots=True)
class Usage:
    """One use of generative AI.

    `amount` is the size of one item in `unit` (seconds of video; for images always 1), `count` how many items.
    `model` is a book id or None; `settings` are sorted pairs of what was asked for (resolution, steps).
    Raises Refusal where a number is outlandish.
    """

    activity: Activity
    amount: float = 1.0
    count: int = 1
    model: str | None = None
    settings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MAX_COUNT:
            raise Refusal(
                "count.range",
                f"{self.count} is not a count I can reckon with: give a whole number from 1 to {MAX_COUNT}, such as 4.",
                read=str(self.count)[:40],
                most=str(MAX_COUNT),
            )
        for name, value in self.settings:
            if name not in _CHECKS:
                raise ValueError(f"there is no setting called {name}")
            _CHECKS[name](value)
        if self.activity != "video" and self.amount != 1.0:
            raise ValueError(f"one {self.activity} is one, not {self.amount}")
        if self.activity == "video" and not MIN_VIDEO_S <= self.amount <= MAX_VIDEO_S:
            raise Refusal(
                "duration.range",
                f"{self.amount:g} s is not a clip length I can reckon with: give 0.1 s to 1 hour, such as 5s.",
                read=f"{self.amount:g} s",
            )

    @property
    def unit(self) -> str:
        """The unit of `amount`."""
        return UNITS[self.activity]

    def setting(self, name: str) -> str | None:
        """The value of a setting, or None where it was not given."""
        return dict(self.settings).get(name)

    @property
    def key(self) -> str:
        """A canonical text of one item: equal usages have equal keys. The count is not part of it."""
        parts = [self.activity, f"{self.amount:.12g}{self.unit}"]
        if self.model:
            parts.append(f"model={self.model}")
        parts += [f"{name}={value}" for name, value in self.settings]
        return ";".join(parts)

    @classmethod
    def from_key(cls, key: str, count: int = 1) -> Self:
        """The usage a key was made from. Raises ValueError where it was not, Refusal where a number is outlandish."""
        activity, amount, *pairs = key.split(";")
        if activity not in UNITS:
            raise ValueError(f"not a usage key: {key}")
        settings = dict(pair.split("=", 1) for pair in pairs)
        model = settings.pop("model", None)
        unit = UNITS[activity]
        return cls(activity, float(amount.removesuffix(unit)), count, model, tuple(sorted(settings.items())))
