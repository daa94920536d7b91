"""The privacy notice and the terms, in as many pages as Discord's messages need."""

from __future__ import annotations

from bot.cards.card import Button, Card
from config.content.notices import LONGEST, NOTICE_KINDS, Notice, NoticeKind, Notices
from config.text.voice import Voice


def legal_card(notices: Notices, kind: NoticeKind, page: int, voice: Voice) -> Card:
    """A page of a notice, with the way to the next; past the last one, the first."""
    notice = notices[kind, voice.language]
    pages = paged(notice)
    page = page if page < len(pages) else 0
    buttons = []
    if page + 1 < len(pages):
        buttons.append(Button(voice.text("button.legal_next"), "legal", voice.language, f"{kind}.{page + 1}"))
    buttons.append(Button(voice.text("button.other_language"), "legal", voice.other, f"{kind}.0"))
    title = notice.title
    if len(pages) > 1:
        title = voice.text("legal.page", title=title, page=str(page + 1), pages=str(len(pages)))
    return Card(title, pages[page], tuple(buttons))


def legal_buttons(voice: Voice) -> tuple[Button, ...]:
    """The way to each."""
    named = {kind: voice.text(f"button.legal_{kind}") for kind in NOTICE_KINDS}
    return tuple(Button(name, "legal", voice.language, f"{kind}.0") for kind, name in named.items())


def paged(notice: Notice) -> list[tuple[str, ...]]:
    """Whole sections, as many a page as fit."""
    pages: list[tuple[str, ...]] = [()]
    for section in notice.sections:
        text = f"**{section.heading}**\n{section.text}"
        if pages[-1] and sum(len(one) + 1 for one in pages[-1]) + len(text) > LONGEST:
            pages.append(())
        pages[-1] = (*pages[-1], text)
    return pages
