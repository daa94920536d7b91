"""What the core refuses or cannot load: one error with a code, and the parameters that word it."""

from __future__ import annotations


class EnergyError(Exception):
    """An expected refusal or a broken data file.

    `code` is stable and is what a catalog of sentences is keyed by; `params` are the values such a sentence needs.
    `str(error)` is the same said in plain English, for developers and the command line.
    """

    def __init__(self, code: str, message: str, **params: str) -> None:
        super().__init__(message)
        self.code = code
        self.params = params


class Refusal(EnergyError):
    """Input that a person can correct: what was read, what is accepted, an example that works."""


class BookError(EnergyError):
    """A data file that cannot be trusted: the file, the key, and what would fix it."""

    def __init__(self, file: str, key: str, fix: str) -> None:
        super().__init__("book", f"{file}: {key}: {fix}", file=file, key=key, fix=fix)
