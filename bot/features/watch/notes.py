"""What is kept of the bots a server watches: the rules in force, and the drafts that wait for a yes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bot.store import NoteKind, NoteModel
from energy import Refusal, Usage


def _usable(item: tuple[str, int]) -> tuple[str, int]:
    try:
        Usage.from_key(*item)
    except Refusal:
        raise ValueError("no usage of this version") from None
    return item


class RuleNote(NoteModel):
    """One bot in one channel: what each of its messages counts as, and whether only answers to commands count."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    bot: int
    channel: int
    items: tuple[Annotated[tuple[str, int], AfterValidator(_usable)], ...] = Field(min_length=1)
    answers: bool


RULE = NoteKind("watch.", RuleNote)
DRAFT = NoteKind("draft.", RuleNote)
