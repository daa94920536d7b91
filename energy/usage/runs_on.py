"""What an item runs on: a service, a server of so many GPUs, or one's own computer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, get_args

from energy.values.errors import Refusal

Runner = Literal["service", "server", "own"]
MAX_GPUS = 1_000_000
# A year.
MAX_RUNTIME_S = 31_536_000.0


@dataclass(frozen=True, slots=True)
class RunsOn:
    """The machines: their `kind`, how many `gpus`, the id of their `hardware`, and how long they ran for one item (s).

    None where it was not said. Raises Refusal where a number is outlandish, ValueError for an unknown kind.
    """

    NAMES: ClassVar[frozenset[str]] = frozenset(("on", "gpus", "hardware", "runtime_s"))

    kind: Runner = "service"
    gpus: int | None = None
    hardware: str | None = None
    runtime_s: float | None = None

    def __post_init__(self) -> None:
        if self.kind not in get_args(Runner):
            raise ValueError(f"nothing runs on a {self.kind!r}")
        if self.gpus is not None and not 1 <= self.gpus <= MAX_GPUS:
            raise Refusal(
                "count.range",
                f"{self.gpus} GPUs are out of reach: give a whole number from 1 to {MAX_GPUS}, such as 4.",
                read=str(self.gpus)[:40],
                most=str(MAX_GPUS),
            )
        if self.runtime_s is not None and not 0.0 < self.runtime_s <= MAX_RUNTIME_S:
            read = f"{self.runtime_s:g} s"
            code = "duration.positive" if self.runtime_s <= 0.0 else "duration.unreadable"
            raise Refusal(code, f"{read} is out of reach. Try 5s, 10 s or 1 min.", read=read)

    @classmethod
    def of_pairs(cls, said: Mapping[str, str]) -> Self:
        """The machines whose `pairs` are among these; a service where none is. Raises ValueError, Refusal as ever."""
        if not said.keys() & cls.NAMES:
            return cls()
        kind: Runner | None = next((kind for kind in get_args(Runner) if kind == said.get("on")), None)
        if kind is None:
            raise ValueError(f"nothing runs on a {said.get('on')!r}")
        gpus = int(said["gpus"]) if "gpus" in said else None
        runtime_s = float(said["runtime_s"]) if "runtime_s" in said else None
        return cls(kind, gpus, said.get("hardware"), runtime_s)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and texts of what was said, in the order of the text form; none for a service."""
        if self == A_SERVICE:
            return ()
        runtime = None if self.runtime_s is None else f"{self.runtime_s:.12g}"
        given = (("on", self.kind), ("gpus", self.gpus), ("hardware", self.hardware), ("runtime_s", runtime))
        return tuple((name, str(value)) for name, value in given if value is not None)


A_SERVICE = RunsOn()
