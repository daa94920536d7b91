"""Something to discuss, drawn from the content."""

from __future__ import annotations

from bot.features.learn.question_bank import QuestionBank, ShownItem, draw, known
from config.content.tables import Subject
from config.content.teaching import Prompt


class Prompts:
    """The prompts of the content."""

    def __init__(self, bank: QuestionBank) -> None:
        self._bank = bank

    def another(self, subject: Subject | None, last: str = "") -> ShownItem[Prompt]:
        """One about a subject, or about any; another than the last."""
        pool = [identity for identity, one in self._bank.prompts.items() if subject in (None, one.subject)]
        return self.shown(draw(pool, (last,)))

    def after(self, identity: str) -> ShownItem[Prompt]:
        """Another one about the same. Raises Refusal where this version has it no more."""
        return self.another(known(self._bank.prompts, identity).subject, identity)

    def shown(self, identity: str) -> ShownItem[Prompt]:
        """A prompt by today's book. Raises Refusal where this version has it no more."""
        return self._bank.shown(self._bank.prompts, identity)
