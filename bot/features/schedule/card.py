"""The page of a server's settings about prompts at fixed hours."""

from __future__ import annotations

from datetime import datetime

from bot.cards.card import Button, Card, ChannelSelect, Choice, Select
from bot.features.schedule.timetable import DAYS, HOURS, Schedule
from bot.features.setup.card import NOT_CHOSEN, page_buttons
from bot.features.setup.permission_status import Permit, permit_line
from config.content.tables import Subject
from config.text.catalog import Catalog
from config.text.numbers import whole


def schedule_page(
    schedule: Schedule,
    subjects: tuple[Subject, ...],
    left: tuple[int, int],
    upcoming: datetime | None,
    zone: str,
    permit: Permit | None,
    catalog: Catalog,
    language: str,
) -> Card:
    """Where, when and about what; `subjects` are those there are prompts about, `left` how many were not shown yet."""
    days = ", ".join(catalog.text(language, f"schedule.day_{day}") for day in schedule.days)
    hour = catalog.text(language, "schedule.hour", hour=f"{schedule.hour:02d}")
    chosen = ", ".join(catalog.text(language, f"learn.subject.{subject}") for subject in schedule.subjects)
    fresh, pool = (whole(number, language) for number in left)
    lines = [
        *_where(schedule, permit, catalog, language),
        catalog.text(language, "schedule.when", days=days, hour=hour, zone=zone),
        catalog.text(language, "schedule.about", subjects=chosen or catalog.text(language, "schedule.all")),
        catalog.text(language, "schedule.left", left=fresh, pool=pool),
        catalog.text(language, "schedule.kept"),
    ]
    if upcoming is not None:
        lines.insert(-2, catalog.text(language, "schedule.next", moment=str(int(upcoming.timestamp()))))
    ends = [Button(catalog.text(language, "button.prompts_off"), "setprompts", language, "off")]
    buttons = (*(ends if schedule.channel is not None else []), *page_buttons("prompts", catalog, language))
    return Card(
        catalog.text(language, "schedule.title"),
        tuple(lines),
        buttons,
        _selects(schedule, subjects, permit, catalog, language),
    )


def _where(schedule: Schedule, permit: Permit | None, catalog: Catalog, language: str) -> tuple[str, ...]:
    if schedule.refused is not None:
        off = catalog.text(language, "schedule.refused", channel=str(schedule.refused))
        return off, permit_line(permit, catalog, language)
    if schedule.channel is None:
        return (catalog.text(language, "schedule.off"),)
    on = catalog.text(language, "schedule.on", channel=str(schedule.channel))
    return on, permit_line(permit, catalog, language)


def _selects(
    schedule: Schedule, subjects: tuple[Subject, ...], permit: Permit | None, catalog: Catalog, language: str
) -> tuple[Select, ...]:
    place = schedule.channel if permit and not permit.gone else None
    days = tuple(Choice(catalog.text(language, f"schedule.day_{day}"), str(day), day in schedule.days) for day in DAYS)
    hours = tuple(
        Choice(catalog.text(language, "schedule.hour", hour=f"{hour:02d}"), str(hour), hour == schedule.hour)
        for hour in HOURS
    )
    about = (
        Choice(catalog.text(language, "schedule.all"), NOT_CHOSEN, not schedule.subjects),
        *(
            Choice(catalog.text(language, f"learn.subject.{subject}"), subject, subject in schedule.subjects)
            for subject in subjects
        ),
    )
    return (
        ChannelSelect(catalog.text(language, "schedule.choose_channel"), "setprompts", language, "-", chosen=place),
        Select(catalog.text(language, "schedule.choose_days"), "promptdays", language, "-", days, most=len(days)),
        Select(catalog.text(language, "schedule.choose_hour"), "prompthour", language, "-", hours),
        Select(catalog.text(language, "schedule.choose_about"), "promptabout", language, "-", about, most=len(about)),
    )
