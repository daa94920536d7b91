"""What a thing needs in its channel, what of it the bot lacks there now, and how to grant it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from config.text.voice import Voice

# What lives in a channel, and in the order it is looked at.
Posting = Literal["board", "weekly", "prompt", "watch"]


@dataclass(frozen=True, slots=True)
class Permit:
    """What one thing needs in its channel, by Discord's own names, and what it lacks now; `gone`: no such channel."""

    channel: int
    needs: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    gone: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing is in the way."""
        return not (self.lacks or self.gone)


Permits = Mapping[tuple[Posting, int], Permit]


def permit_line(permit: Permit | None, voice: Voice) -> str:
    """What is needed and granted, or lacking and how to grant it."""
    if permit is None or permit.gone:
        return voice.text("permit.gone" if permit else "permit.unknown")
    if permit.lacks:
        return voice.text("permit.lacks", lacks=_named(permit.lacks, voice))
    return voice.text("permit.holds", needs=_named(permit.needs, voice))


def mend_lines(permits: Permits, voice: Voice) -> tuple[str, ...]:
    """One line for each thing that cannot do its work now."""
    return tuple(
        voice.text(
            "permit.mend_gone" if permit.gone else "permit.mend",
            thing=voice.text(f"permit.thing_{thing}"),
            channel=str(permit.channel),
            **({} if permit.gone else {"lacks": _named(permit.lacks, voice)}),
        )
        for (thing, _), permit in permits.items()
        if not permit.holds
    )


def _named(permissions: Iterable[str], voice: Voice) -> str:
    return ", ".join(f"**{voice.text(f'permission.{one}')}**" for one in permissions)
