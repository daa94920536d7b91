"""Names spelt nearly alike: the one fuzzy matcher of the project."""

from __future__ import annotations

from collections.abc import Collection


def near_names(written: str, names: Collection[str], least: float, limit: int) -> list[tuple[str, float]]:
    """The names most like what was written, each with its likeness, the most alike first.

    Likeness is twice the letters two texts have in common in the same order over the letters of both: 1.0 for equal
    texts. None comes below `least`, and no more than `limit`.
    """
    # Imported here because only misspelt names need it: 30 ms, a third of what `import energy` takes in all.
    from rapidfuzz import fuzz, process

    found = process.extract(written, names, scorer=fuzz.ratio, score_cutoff=100 * least, limit=limit)
    # Of names equally alike the last in the alphabet comes first: of versions that is the newest.
    return sorted(((name, score / 100) for name, score, _ in found), key=lambda one: (one[1], one[0]), reverse=True)
