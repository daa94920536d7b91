"""What a reader of an estimate must be told: a code for the catalogs, and the same in plain English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One remark; `params` are the values its sentence needs."""

    code: str
    text: str
    params: tuple[tuple[str, str], ...] = ()
