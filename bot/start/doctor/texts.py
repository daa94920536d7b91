"""What ships with the program: the numbers, the sentences in both languages, the content."""

from __future__ import annotations

from collections.abc import Iterator

from bot.start.doctor.finding import Finding, fail, ok
from config.__main__ import problems
from config.settings import Settings
from energy import BookError, Refusal, load_book

_RESTORE = "restore the file, or install the program again"


def texts(settings: Settings | None) -> Iterator[Finding]:
    """Data files, catalogs and content, and whether the operator's place is in the book."""
    try:
        book = load_book()
    except BookError as error:
        yield fail("data files", str(error).rstrip("."), _RESTORE)
    else:
        yield ok("data files", f"{len(book.models)} models, {len(book.places)} places, {len(book.sources)} sources")
        try:
            place = book.place_id(settings.wattson_place) if settings else None
        except Refusal as refusal:
            yield fail("settings", f"WATTSON_PLACE: {refusal}".rstrip("."), "choose one of python -m energy places")
        else:
            if place:
                yield ok("place", f"estimates for {book.places[place].name('en')} where no other is named")
    wrong, counted = problems()
    for line in wrong:
        topic = "catalogs" if line.startswith("locales/") else "content"
        yield fail(topic, line.rstrip("."), _RESTORE)
    if not wrong:
        yield ok("catalogs", counted[0])
        yield ok("content", ", ".join(counted[1:]))
