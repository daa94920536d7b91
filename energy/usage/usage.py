"""What was done: an activity, how much of it, with which model and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self, get_args

from energy.book.records import Activity, AudioKind
from energy.reading.amounts import read_resolution, read_steps
from energy.values.errors import Refusal

UNITS: dict[Activity, str] = {"video": "s", "image": "image", "text": "token", "audio": "s"}
MAX_COUNT = 1_000_000_000
# The smallest and largest amount of one item, in its unit, and an example that works.
LIMITS: dict[Activity, tuple[float, float, str]] = {
    "video": (0.1, 3600.0, "5s"),
    "image": (1.0, 1.0, "1"),
    "text": (1.0, 10_000_000.0, "500 tokens"),
    "audio": (0.1, 86_400.0, "10s"),
}
KINDS: dict[Activity, tuple[str, ...]] = {"text": ("chat", "reasoning"), "audio": get_args(AudioKind)}
# What each activity can be asked for besides its amount and model.
SETTINGS: dict[Activity, tuple[str, ...]] = {
    "video": ("resolution", "steps"),
    "image": ("resolution", "steps"),
    "text": ("kind",),
    "audio": ("kind", "steps"),
}


_CHECKS: dict[str, Callable[[str], object]] = {
    "resolution": read_resolution,
    "steps": read_steps,
    "kind": str,
}


@dataclass(frozen=True, slots=True)
class Usage:
    """One use of generative AI.

    `amount` is the size of one item in `unit`: seconds of video or sound, tokens of an answer; for images always 1.
    `count` is how many items. `model` is a book id or None; `settings` are sorted pairs of what was asked for
    (resolution, steps, kind: music, sound, speech, transcription, chat, reasoning). Raises Refusal where a number is
    outlandish, ValueError for a setting that does not exist.
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
            if name not in SETTINGS[self.activity]:
                raise Refusal("setting.unfit", f"{self.activity} has no {name}; leave it out.", read=name)
            _CHECKS[name](value)
            if name == "kind" and value not in KINDS[self.activity]:
                kinds = ", ".join(KINDS[self.activity])
                raise Refusal("kind.unknown", f"{value[:40]!r} is none of: {kinds}.", read=value[:40])
        least, most, example = LIMITS[self.activity]
        if not least <= self.amount <= most:
            raise Refusal(
                f"amount.{self.activity}",
                f"{self.amount:g} {self.unit} is out of reach: give {least:g} to {most:g}, such as {example}.",
                read=f"{self.amount:g} {self.unit}",
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


def with_settings(usage: Usage, **settings: str | None) -> Usage:
    """The usage with more settings; those that are None are left as they were."""
    given = {name: value for name, value in settings.items() if value is not None}
    return replace(usage, settings=tuple(sorted({**dict(usage.settings), **given}.items())))


def with_defaults(usage: Usage, **settings: str) -> Usage:
    """The usage with the settings it lacks filled in."""
    return with_settings(usage, **{**settings, **dict(usage.settings)})
