"""A day as a sentence says it: "4 March 2026", in French "4 mars 2026" and "1er mars 2026"."""

from __future__ import annotations

from datetime import date

from config.text.voice import Voice


def day_words(day: date, voice: Voice) -> str:
    """The day, the month by its name, the year."""
    month = voice.text(f"date.month_{day.month}")
    key = "date.first" if day.day == 1 else "date.day"
    return voice.text(key, day=str(day.day), month=month, year=str(day.year))


def month_words(day: date, voice: Voice) -> str:
    """The month a day lies in: "March 2026"."""
    month = voice.text(f"date.month_{day.month}")
    return voice.text("date.month", month=month, year=str(day.year))


def span_words(first: date, last: date, voice: Voice) -> tuple[str, str]:
    """Both ends of a span, the first without what the last says too: "2" and "8 March 2026"."""
    key, month = "date.first" if first.day == 1 else "date.day", voice.text(f"date.month_{first.month}")
    if first.year != last.year:
        begin = day_words(first, voice)
    elif first.month != last.month:
        begin = voice.text(f"{key}_month", day=str(first.day), month=month)
    else:
        begin = voice.text(f"{key}_only", day=str(first.day))
    return begin, day_words(last, voice)


def short_day(day: date, voice: Voice) -> str:
    """A day under a picture's column: "14 Mar"."""
    month = voice.text(f"date.short_{day.month}")
    key = "date.first_month" if day.day == 1 else "date.day_month"
    return voice.text(key, day=str(day.day), month=month)


def short_month(day: date, voice: Voice) -> str:
    """A month under a picture's column: "Mar 2026"."""
    month = voice.text(f"date.short_{day.month}")
    return voice.text("date.month", month=month, year=str(day.year))
