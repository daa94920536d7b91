"""The button that whoever leads a lesson presses to go on, on the message of every step."""

from __future__ import annotations

from bot.cards.card import Button
from bot.features.learn.session import Session
from config.text.voice import Voice


def next_button(session: Session, voice: Voice) -> Button:
    """It carries the step it leaves, so that a double press leaves it once."""
    step = session.phase if session.kind in ("class", "debate") else session.told("step")
    subject = f"{session.lesson or session.subject}.{step}"
    return Button(voice.text("button.step"), "classnext", voice.language, subject)
