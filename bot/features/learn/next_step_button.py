"""The button that whoever leads a lesson presses to go on, on the message of every step."""

from __future__ import annotations

from bot.cards.card import Button
from bot.features.learn.session import Session
from config.text.catalog import Catalog


def next_button(session: Session, catalog: Catalog) -> Button:
    """It carries the step it leaves, so that a double press leaves it once."""
    step = session.phase if session.kind in ("class", "debate") else session.told("step")
    subject = f"{session.lesson or session.subject}.{step}"
    return Button(catalog.text(session.language, "button.step"), "classnext", session.language, subject)
