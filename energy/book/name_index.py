"""Finding a thing by what people call it: spelling, accents and spaces forgiven, near names offered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from energy.book.near_names import near_names

_LEAST_ALIKE = 0.6


def folded(text: str) -> str:
    """Lower case without accents, every run of other characters one space."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def name_key(text: str) -> str:
    """`folded` without its spaces, so that "veo 3" and "Veo3" are one name."""
    return folded(text).replace(" ", "")


class NameIndex:
    """An index from names to ids. Raises ValueError, naming both, where two ids claim one name."""

    def __init__(self, names_by_id: Mapping[str, Iterable[str]]) -> None:
        self._id_by_key: dict[str, str] = {}
        self._spoken: list[tuple[str, str]] = []
        for identity, names in names_by_id.items():
            for name in (identity, *names):
                spoken = folded(name)
                key = spoken.replace(" ", "")
                owner = self._id_by_key.setdefault(key, identity)
                if owner != identity:
                    raise ValueError(f'"{name}" names both {owner} and {identity}')
                self._spoken.append((spoken, identity))

    def exact(self, text: str) -> str | None:
        """The id that bears this name; of "A / B / C" the first known."""
        found = self._id_by_key.get(name_key(text))
        if found is None and "/" in text:
            found = next((f for part in text.split("/") if (f := self._id_by_key.get(name_key(part)))), None)
        return found

    def near(self, text: str, limit: int = 3) -> list[str]:
        """Ids whose names are spelt alike, the closest first."""
        key = name_key(text)[:64]
        ids = [self._id_by_key[name] for name, _ in near_names(key, self._id_by_key.keys(), _LEAST_ALIKE, limit * 4)]
        return list(dict.fromkeys(ids))[:limit]

    def search(self, text: str, limit: int = 25) -> list[str]:
        """Ids for a name being typed: it begins so, else one of its words does, else it holds it, else it is near."""
        wanted = folded(text)[:64]
        if not wanted:
            return list(dict.fromkeys(i for _, i in self._spoken))[:limit]
        begins = [i for n, i in self._spoken if n.startswith(wanted)]
        words = [i for n, i in self._spoken if f" {wanted}" in n]
        holds = [i for n, i in self._spoken if wanted.replace(" ", "") in n.replace(" ", "")]
        found = list(dict.fromkeys([*begins, *words, *holds]))
        return (found or self.near(text, limit))[:limit]
