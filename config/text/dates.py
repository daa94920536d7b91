"""A day as a sentence says it: "4 March 2026", in French "4 mars 2026" and "1er mars 2026"."""

from __future__ import annotations

from datetime import date

from config.text.catalog import Catalog


def day_words(day: date, catalog: Catalog, language: str) -> str:
    """The day, the month by its name, the year."""
    month = catalog.text(language, f"date.month_{day.month}")
    key = "date.first" if day.day == 1 else "date.day"
    return catalog.text(language, key, day=str(day.day), month=month, year=str(day.year))


def month_words(day: date, catalog: Catalog, language: str) -> str:
    """The month a day lies in: "March 2026"."""
    month = catalog.text(language, f"date.month_{day.month}")
    return catalog.text(language, "date.month", month=month, year=str(day.year))


def span_words(first: date, last: date, catalog: Catalog, language: str) -> tuple[str, str]:
    """Both ends of a span, the first without what the last says too: "2" and "8 March 2026"."""
    key, month = "date.first" if first.day == 1 else "date.day", catalog.text(language, f"date.month_{first.month}")
    if first.year != last.year:
        begin = day_words(first, catalog, language)
    elif first.month != last.month:
        begin = catalog.text(language, f"{key}_month", day=str(first.day), month=month)
    else:
        begin = catalog.text(language, f"{key}_only", day=str(first.day))
    return begin, day_words(last, catalog, language)


def short_day(day: date, catalog: Catalog, language: str) -> str:
    """A day under a picture's column: "14 Mar"."""
    month = catalog.text(language, f"date.short_{day.month}")
    key = "date.first_month" if day.day == 1 else "date.day_month"
    return catalog.text(language, key, day=str(day.day), month=month)


def short_month(day: date, catalog: Catalog, language: str) -> str:
    """A month under a picture's column: "Mar 2026"."""
    month = catalog.text(language, f"date.short_{day.month}")
    return catalog.text(language, "date.month", month=month, year=str(day.year))
