"""What lessons are made of: quiz questions, quantities to guess, things to put in order, motions, prompts."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from config.content.sentences import Sentence, Words
from config.content.tables import Item, Subject

# For whom a prompt is meant: the youngest age.
Age = Literal[11, 14, 18]
Arguments = Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=4)]


class QuizItem(Item):
    """A question with three or four options, of which the one at `answer` (from 0) is right.

    `fixed`: the options are sizes in ascending order and stay so; all others are shuffled for every round.
    """

    subject: Subject
    level: Literal[1, 2, 3]
    question: Words
    options: Annotated[tuple[Words, ...], Field(min_length=3, max_length=4)]
    answer: Annotated[int, Field(ge=0, le=3)]
    fixed: bool = False
    because: Sentence

    @model_validator(mode="after")
    def _answer_is_there(self) -> Self:
        if self.answer >= len(self.options):
            raise ValueError(f"answer is {self.answer}, but the last option is {len(self.options) - 1}")
        return self

    @property
    def words(self) -> dict[str, Words]:
        """QuizItem, options and the reason."""
        options = {f"options.{number}": option for number, option in enumerate(self.options)}
        return {"question": self.question, **options, "because": self.because}


class GuessItem(Item):
    """A quantity to guess: `answer` names the figure, which the core computes."""

    subject: Subject
    question: Words
    answer: str
    because: Sentence

    @property
    def words(self) -> dict[str, Words]:
        """QuizItem and working."""
        return {"question": self.question, "because": self.because}

    @property
    def elsewhere(self) -> frozenset[str]:
        """The answer is shown by itself."""
        return frozenset([self.answer])


class OrderItem(Item):
    """Something to put in order: `takes` names the figure, an energy which the core computes."""

    name: Words
    takes: str

    @property
    def words(self) -> dict[str, Words]:
        """Its name."""
        return {"name": self.name}

    @property
    def elsewhere(self) -> frozenset[str]:
        """What it takes is shown by itself."""
        return frozenset([self.takes])


class Motion(Item):
    """A motion, both sides at their strongest, and what a good debate comes to. `topic`: where /explain says more."""

    subject: Subject
    name: Words
    motion: Words
    pro: Arguments
    con: Arguments
    reaches: Words
    topic: str | None = None

    @property
    def words(self) -> dict[str, Words]:
        """Motion, arguments and outcome."""
        sides = {f"{side}.{n}": one for side in ("pro", "con") for n, one in enumerate(getattr(self, side))}
        return {"name": self.name, "motion": self.motion, **sides, "reaches": self.reaches}

    @property
    def title(self) -> Words:
        """The motion itself."""
        return self.motion


class Prompt(Item):
    """A prompt to discuss, with an example that the core works out and what a good discussion reaches."""

    subject: Subject
    age: Age
    question: Words
    example: Sentence
    reaches: Words

    @property
    def words(self) -> dict[str, Words]:
        """QuizItem, example and outcome."""
        return {"question": self.question, "example": self.example, "reaches": self.reaches}


ITEM_KINDS: dict[str, type[Item]] = {
    "quiz": QuizItem,
    "guesses": GuessItem,
    "order": OrderItem,
    "debates": Motion,
    "prompts": Prompt,
}
