"""Which language a reply speaks: the server's in public, the person's in private."""

from __future__ import annotations

from dataclasses import dataclass

from config.text.catalog import LANGUAGES

# Discord gives this to every server whose owner never chose a language.
_UNCHOSEN = "en-US"


@dataclass(frozen=True, slots=True)
class Languages:
    """Picks among the languages we speak; `default` is the operator's, for a server that chose none."""

    default: str

    def person(self, locale: str) -> str:
        """The language of a private reply, from the person's Discord locale."""
        return _spoken(locale) or self.default

    def server(self, locale: str | None, *, chosen: bool, person: str, setup: str | None = None) -> str:
        """The language of a public reply; outside a server, the person's.

        `setup` is what the server's managers set here, `chosen` whether it picked its Discord locale itself, which
        community servers do.
        """
        if setup is not None:
            return setup
        if locale is None:
            return self.person(person)
        if locale == _UNCHOSEN and not chosen:
            return self.default
        return _spoken(locale) or self.default


def _spoken(locale: str) -> str | None:
    language = locale.split("-", maxsplit=1)[0]
    return language if language in LANGUAGES else None
