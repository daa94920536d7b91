"""What a message holds that an AI may have made: kinds, sizes, lengths as Discord gives them, none of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.features.cost import Answer, Estimator
from energy import Refusal, Settings, Usage, with_settings

# About four characters make a token, in English and in French.
_CHARACTERS_PER_TOKEN = 4
_LEAST_CHARACTERS = 40
_SHOWN = 5
_TAKEN_FOR_GRANTED = {"image": 1.0, "video": 5.0, "audio": 10.0}


@dataclass(frozen=True, slots=True)
class Piece:
    """One picture, clip or sound in a message; what Discord does not say is None."""

    kind: Literal["video", "image", "audio"]
    width: int | None = None
    height: int | None = None
    length_s: float | None = None
    voice: bool = False


def attached_answers(estimator: Estimator, pieces: Sequence[Piece], characters: int = 0) -> tuple[Answer, ...]:
    """The uses a message may hold, like ones together; a long text counts only where there is nothing else.

    Raises Refusal where it holds nothing to estimate.
    """
    usages = [u for piece, count in Counter(pieces).items() if (u := _usage(piece, count)) is not None]
    if not usages and characters >= _LEAST_CHARACTERS:
        usages = [Usage("text", float(round(characters / _CHARACTERS_PER_TOKEN)))]
    if not usages:
        raise Refusal("message.empty", "The message holds no picture, clip, sound or longer text.")
    return tuple(estimator.used(usage) for usage in usages[:_SHOWN])


def changed(estimator: Estimator, answer: Answer, what: str, value: str) -> Answer:
    """The same use with the length (s), the kind of sound or the model that a person chose; "" is not known."""
    usage = answer.question.usage
    if what == "length":
        usage = replace(usage, amount=float(value))
    elif what == "model":
        usage = replace(usage, model=value or None)
    else:
        usage = with_settings(usage, kind=value)
    return estimator.used(usage)


def _usage(piece: Piece, count: int) -> Usage | None:
    kind = None
    sizes: list[tuple[int, int] | tuple[None, None]] = [(None, None)]
    if piece.kind == "audio":
        kind = "speech" if piece.voice else "music"
    elif piece.width and piece.height:
        sizes.insert(0, (piece.width, piece.height))
    amount = _TAKEN_FOR_GRANTED[piece.kind] if piece.length_s is None else piece.length_s
    # A size too odd to estimate with is left out; no AI makes a clip of hours or a sound of a blink in one go.
    for width, height in sizes:
        try:
            return Usage(piece.kind, amount, count, settings=Settings(width, height, kind=kind))
        except Refusal:
            continue
    return None
