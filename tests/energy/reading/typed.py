"""Whatever somebody may type, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from energy import Refusal

T = TypeVar("T")
TYPED = st.one_of(
    st.text(max_size=230),
    st.text(alphabet="0123456789.,:- +xsminhkpé×_'’\u202f\u00a0", max_size=20),
    st.lists(
        st.sampled_from(
            ["5", "2,5", "1:30", "s", "min", "x", "k", "4k", "720p", "veo", "image", "vidéo", "et", "de", "-", "\u200b"]
        ),
        max_size=8,
    ).map(" ".join),
)


def outcome(reader: Callable[[str], T], typed: str) -> T | Refusal:
    """What a reader made of a text; any other exception than a refusal goes through."""
    try:
        return reader(typed)
    except Refusal as refusal:
        return refusal
