"""What was done: an activity, how much of it, with which model and settings, on what, how often; and its text form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self, get_args

from energy.book.records import Activity, AudioKind
from energy.usage.habit import Habit
from energy.usage.runs_on import A_SERVICE, RunsOn
from energy.usage.settings import NO_SETTINGS, Settings
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
    "text": ("kind", "input_tokens"),
    "audio": ("kind", "steps"),
}
_NAMES = RunsOn.NAMES | Habit.NAMES | {"model", "kind", "resolution", "steps", "input_tokens", "place"}
_ID = re.compile(r"[\w.-]{1,60}")


@dataclass(frozen=True, slots=True)
class Usage:
    """One use of generative AI: all that an answer depends on but the book.

    `amount` is the size of one item in `unit`: seconds of video or sound, tokens of an answer; for images always 1.
    `count` is how many items. `model` is a book id or None. `habit` is None where it is done once, `place` the id of
    the place that was said. Raises Refusal where a number is outlandish or a setting doesn't fit the activity.
    """

    activity: Activity
    amount: float = 1.0
    count: int = 1
    model: str | None = None
    settings: Settings = NO_SETTINGS
    runs_on: RunsOn = A_SERVICE
    habit: Habit | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MAX_COUNT:
            raise Refusal(
                "count.range",
                f"{self.count} is not a count I can estimate: give a whole number from 1 to {MAX_COUNT}, such as 4.",
                read=str(self.count)[:40],
                most=str(MAX_COUNT),
            )
        self._require_fitting_settings()
        for identity in (self.runs_on.hardware, self.place):
            if identity is not None and not _ID.fullmatch(identity):
                raise ValueError(f"{identity!r} is no id")
        least, most, example = LIMITS[self.activity]
        if not least <= self.amount <= most:
            raise Refusal(
                f"amount.{self.activity}",
                f"{self.amount:.12g} {self.unit} is out of reach: give {least:g} to {most:g}, such as {example}.",
                read=f"{self.amount:.12g} {self.unit}",
            )

    def _require_fitting_settings(self) -> None:
        for name, value in self.settings.pairs:
            if name not in SETTINGS[self.activity]:
                raise Refusal("setting.unfit", f"{self.activity} has no {name}; leave it out.", read=name)
            if name == "kind" and value not in KINDS[self.activity]:
                kinds = ", ".join(KINDS[self.activity])
                raise Refusal("kind.unknown", f"{value[:40]!r} is none of: {kinds}.", read=value[:40])

    @property
    def unit(self) -> str:
        """The unit of `amount`."""
        return UNITS[self.activity]

    @property
    def key(self) -> str:
        """A canonical text of one item: equal usages have equal keys. The count is not part of it.

        Databases and buttons hold these texts: what was added after version 0.1.0 stands behind what that one wrote.
        """
        parts = [self.activity, f"{self.amount:.12g}{self.unit}"]
        if self.model:
            parts.append(f"model={self.model}")
        parts += [f"{name}={value}" for name, value in self.settings.pairs + self.circumstances]
        return ";".join(parts)

    @property
    def circumstances(self) -> tuple[tuple[str, str], ...]:
        """The names and texts of what it runs on, how often and where, as far as they were said."""
        habit = self.habit.pairs if self.habit else ()
        machines = () if self.runs_on is A_SERVICE else self.runs_on.pairs
        return machines + habit + ((("place", self.place),) if self.place else ())

    @property
    def text(self) -> str:
        """The key and the count."""
        return f"{self.key}*{self.count}"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The usage that a `text` was made from. Raises ValueError where it was not, Refusal as `Usage` does."""
        key, count = split_count(text)
        return cls.from_key(key, count)

    @classmethod
    def from_key(cls, key: str, count: int = 1) -> Self:
        """The usage that a `key` was made from. Raises ValueError where it was not, Refusal as `Usage` does."""
        activity, amount, *pairs = key.split(";")
        if activity not in UNITS:
            raise ValueError(f"not a usage key: {key}")
        said = dict(pair.split("=", 1) for pair in pairs)
        if unknown := said.keys() - _NAMES:
            raise ValueError(f"there is no setting called {min(unknown)}")
        size = float(amount.removesuffix(UNITS[activity]))
        if not pairs:
            return cls(activity, size, count)
        return cls(
            activity,
            size,
            count,
            said.get("model"),
            Settings.of_pairs(said),
            RunsOn.of_pairs(said),
            Habit.of_pairs(said),
            said.get("place"),
        )


def split_count(text: str) -> tuple[str, int]:
    """The key and the count in the `text` of a usage. Raises ValueError where it is none."""
    key, count = text.rsplit("*", 1)
    return key, int(count)


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
