"""The page of a server's settings about prompts at fixed hours."""

from __future__ import annotations

from datetime import datetime

from bot.cards.card import Button, Card, ChannelSelect, Choice, Select
from bot.cards.permission_status import Permit, permit_line
from bot.features.schedule import DAYS, HOURS, Schedule
from bot.features.setup.card import NOT_CHOSEN, page_buttons
from config.content.tables import Subject
from config.text.voice import Voice


def schedule_page(
    schedule: Schedule,
    subjects: tuple[Subject, ...],
    left: tuple[int, int],
    upcoming: datetime | None,
    zone: str,
    permit: Permit | None,
    voice: Voice,
) -> Card:
    """Where, when and about what; `subjects` are those there are prompts about, `left` how many were not shown yet."""
    days = ", ".join(voice.text(f"schedule.day_{day}") for day in schedule.days)
    hour = voice.text("schedule.hour", hour=f"{schedule.hour:02d}")
    chosen = ", ".join(voice.text(f"learn.subject.{subject}") for subject in schedule.subjects)
    fresh, pool = (voice.whole(number) for number in left)
    lines = [
        *_where(schedule, permit, voice),
        voice.text("schedule.when", days=days, hour=hour, zone=zone),
        voice.text("schedule.about", subjects=chosen or voice.text("schedule.all")),
        voice.text("schedule.left", left=fresh, pool=pool),
        voice.text("schedule.kept"),
    ]
    if upcoming is not None:
        lines.insert(-2, voice.text("schedule.next", moment=str(int(upcoming.timestamp()))))
    ends = [Button(voice.text("button.prompts_off"), "setprompts", voice.language, "off")]
    buttons = (*(ends if schedule.channel is not None else []), *page_buttons("prompts", voice))
    return Card(
        voice.text("schedule.title"),
        tuple(lines),
        buttons,
        _selects(schedule, subjects, permit, voice),
    )


def _where(schedule: Schedule, permit: Permit | None, voice: Voice) -> tuple[str, ...]:
    if schedule.refused is not None:
        off = voice.text("schedule.refused", channel=str(schedule.refused))
        return off, permit_line(permit, voice)
    if schedule.channel is None:
        return (voice.text("schedule.off"),)
    on = voice.text("schedule.on", channel=str(schedule.channel))
    return on, permit_line(permit, voice)


def _selects(
    schedule: Schedule, subjects: tuple[Subject, ...], permit: Permit | None, voice: Voice
) -> tuple[Select, ...]:
    place = schedule.channel if permit and not permit.gone else None
    days = tuple(Choice(voice.text(f"schedule.day_{day}"), str(day), day in schedule.days) for day in DAYS)
    hours = tuple(
        Choice(voice.text("schedule.hour", hour=f"{hour:02d}"), str(hour), hour == schedule.hour) for hour in HOURS
    )
    about = (
        Choice(voice.text("schedule.all"), NOT_CHOSEN, not schedule.subjects),
        *(
            Choice(voice.text(f"learn.subject.{subject}"), subject, subject in schedule.subjects)
            for subject in subjects
        ),
    )
    return (
        ChannelSelect(voice.text("schedule.choose_channel"), "setprompts", voice.language, "-", chosen=place),
        Select(voice.text("schedule.choose_days"), "promptdays", voice.language, "-", days, most=len(days)),
        Select(voice.text("schedule.choose_hour"), "prompthour", voice.language, "-", hours),
        Select(voice.text("schedule.choose_about"), "promptabout", voice.language, "-", about, most=len(about)),
    )
