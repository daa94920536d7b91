"""The privacy notice and the terms, in as many pages as Discord's messages need."""

from __future__ import annotations

from bot.cards.card import Button, Card
from bot.features.cost.card import other_language
from config.content.notices import KINDS, LONGEST, Kind, Notice, Notices
from config.text.catalog import Catalog


def legal_card(notices: Notices, kind: Kind, page: int, catalog: Catalog, language: str) -> Card:
    """A page of a notice, with the way to the next; past the last one, the first."""
    notice = notices[kind, language]
    pages = paged(notice)
    page = page if page < len(pages) else 0
    buttons = []
    if page + 1 < len(pages):
        buttons.append(Button(catalog.text(language, "button.legal_next"), "legal", language, f"{kind}.{page + 1}"))
    buttons.append(other_language("legal", f"{kind}.0", catalog, language))
    title = notice.title
    if len(pages) > 1:
        title = catalog.text(language, "legal.page", title=title, page=str(page + 1), pages=str(len(pages)))
    return Card(title, pages[page], tuple(buttons))


def legal_buttons(catalog: Catalog, language: str) -> tuple[Button, ...]:
    """The way to each."""
    return tuple(
        Button(catalog.text(language, f"button.legal_{kind}"), "legal", language, f"{kind}.0") for kind in KINDS
    )


def paged(notice: Notice) -> list[tuple[str, ...]]:
    """Whole sections, as many a page as fit."""
    pages: list[tuple[str, ...]] = [()]
    for section in notice.sections:
        text = f"**{section.heading}**\n{section.text}"
        if pages[-1] and sum(len(one) + 1 for one in pages[-1]) + len(text) > LONGEST:
            pages.append(())
        pages[-1] = (*pages[-1], text)
    return pages
