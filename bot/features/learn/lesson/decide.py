"""A lesson for a class: a plan of steps, each a game of its own, and the end of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.features.cost import SHOWN_LEVERS, changes
from bot.features.learn.debate import Debates
from bot.features.learn.guess import REVEALED, Guesses
from bot.features.learn.lesson.class_tally import ClassTally
from bot.features.learn.lesson.plan import CLOSE, DEBATE, GUESS, LEVERS, OVER, TALK, LessonStep, plan
from bot.features.learn.notes import SessionKind
from bot.features.learn.question_bank import QuestionBank, draw
from bot.features.learn.session import Session
from bot.features.learn.sessions import Sessions
from energy import Lever, Refusal, Usage

# How long the sheet waits for the teacher after the last step.
WAITS = timedelta(hours=24)
DONE = "done"
_DEBATE, _LEVER = "debate", "lever"
# What the levers are shown for where the class has said nothing of its own.
_USUAL = Usage("video", 5.0)


@dataclass(frozen=True, slots=True)
class LeversStep:
    """A use, what would lower it, and how many of the class would choose each, by its number."""

    usage: Usage
    changes: tuple[Lever, ...]
    chosen: Mapping[int, int]


class LessonService:
    """Lessons under way: a session's `phase` is the step, `advances_at` when it moves on, `extra` its games."""

    def __init__(
        self,
        bank: QuestionBank,
        sessions: Sessions,
        guesses: Guesses,
        debates: Debates,
        tally: ClassTally,
        clock: Clock,
    ) -> None:
        self._bank = bank
        self.guesses = guesses
        self.debates = debates
        self.tally = tally
        self._sessions = sessions
        self._clock = clock

    async def begin(self, guild: int, minutes: int, language: str, leader: int) -> Session:
        """Open a lesson and its games, which nobody sees yet. Raises Refusal, WriteFailed."""
        steps, lasts = plan(minutes), timedelta(minutes=minutes) + 2 * WAITS
        extra = {"minutes": str(minutes), "shown": ""}
        advances_at = self._clock.now() + steps[0].lasts
        lesson = await self._sessions.begin(
            guild, "class", (), language, leader, lasts=lasts, phase=steps[0].name, extra=extra, advances_at=advances_at
        )
        games: dict[str, tuple[SessionKind, tuple[str, ...]]] = {
            TALK: ("prompt", (draw(list(self._bank.prompts)),)),
            LEVERS: ("levers", ()),
            _DEBATE: ("debate", (draw(list(self._bank.debates)),)),
        }
        seen: list[str] = []
        for name in [step.name for step in steps if step.name.startswith(GUESS)]:
            seen.append(draw(list(self._bank.guesses), seen))
            games[name] = ("guess", (seen[-1],))
        for name, (kind, about) in games.items():
            phase = DEBATE[0] if kind == "debate" else ""
            part = {"class": lesson.id, "step": name}
            game = await self._sessions.begin(
                guild, kind, about, language, leader, lasts=lasts, phase=phase, extra=part
            )
            extra[name] = game.id
        return await self._sessions.alter(lesson, extra=extra)

    def steps(self, lesson: Session) -> tuple[LessonStep, ...]:
        """The plan of a lesson."""
        return plan(int(lesson.told("minutes")))

    def game(self, lesson: Session, step: str) -> Session | None:
        """The game of a step; None where it has none, or no more."""
        return self._sessions.find(lesson.guild, lesson.told(_DEBATE if step in (*DEBATE, CLOSE) else step))

    async def advance(self, lesson: Session, seen: str) -> Session:
        """Take the next step, where `seen` is still the one it is at: a double press moves once.

        Raises Refusal, WriteFailed.
        """
        lesson = self._sessions.get(lesson.subject)
        if lesson.phase != seen or seen == OVER:
            return lesson
        steps, now = self.steps(lesson), self._clock.now()
        following = 1 + next(number for number, step in enumerate(steps) if step.name == seen)
        if following == len(steps):
            for game in self.parts(lesson):
                await self._sessions.alter(game, ends=now + WAITS)
            return await self._sessions.alter(lesson, phase=OVER, advances_at=None, ends=now + WAITS)
        step = steps[following]
        return await self._sessions.alter(lesson, phase=step.name, advances_at=now + step.lasts)

    def behind(self, lesson: Session) -> tuple[str, ...]:
        """What the thread does not show yet: the steps since the one it shows, that one first; none where it is up."""
        names = [step.name for step in self.steps(lesson)] + [OVER]
        shown, here = lesson.told("shown"), names.index(lesson.phase)
        return () if shown == lesson.phase else tuple(names[names.index(shown) if shown else here : here + 1])

    async def finish(self, lesson: Session, step: str) -> Session | None:
        """End the game of a step that is past: the answer is out, the vote is taken. The game. Raises WriteFailed."""
        game = self.game(lesson, step)
        if game is None or step == CLOSE:
            return None
        if step in DEBATE:
            return await self.debates.advance(game, step)
        done = REVEALED if step.startswith(GUESS) else DONE
        return game if game.phase == done else await self._sessions.alter(game, phase=done)

    async def kept_up(self, lesson: Session, step: str) -> None:
        """Note that the thread shows a step. Raises Refusal where the lesson is over meanwhile, WriteFailed."""
        await self._tell(lesson, "shown", step)

    async def set_levers(self, lesson: Session) -> None:
        """Choose what the levers are about: what the class used most, where anything lowers it, else a short clip."""
        game = self.game(lesson, LEVERS)
        if game is not None and not game.told("use"):
            key = await self.tally.heaviest(lesson)
            usage = Usage.from_key(key) if key else _USUAL
            estimator = self.tally.estimator(lesson)
            helped = changes(estimator, estimator.used(usage))
            await self._tell(game, "use", (usage if helped else _USUAL).key)

    async def levers(self, game: Session) -> LeversStep:
        """A use, what would lower it, the best first, and how many would choose each."""
        estimator = self.tally.estimator(game)
        answer = estimator.used(Usage.from_key(game.told("use") or _USUAL.key))
        found = tuple(lever for lever, _ in changes(estimator, answer)[:SHOWN_LEVERS])
        return LeversStep(answer.estimate.usage, found, await self.chosen(game))

    async def choose(self, game: Session, person: int, lever: int) -> None:
        """Keep which lever a person would pull; it may be changed until the step is over.

        Raises Refusal, WriteFailed.
        """
        if game.phase == DONE:
            raise Refusal("class.past", "That step is over.")
        await self._sessions.answer(game, _LEVER, person, str(lever), change=True)

    async def chosen(self, game: Session) -> Mapping[int, int]:
        """How many would pull each lever, by its number."""
        return Counter(int(one.value) for one in await self._sessions.answers(game))

    def parts(self, lesson: Session) -> Sequence[Session]:
        """The games of a lesson that are still there."""
        return [one for one in self._sessions.of(lesson.guild) if one.told("class") == lesson.id]

    async def close(self, lesson: Session) -> None:
        """Let a lesson and its games be over: whoever keeps their messages wipes them now. Raises WriteFailed."""
        now = self._clock.now()
        for one in (*self.parts(lesson), self._sessions.get(lesson.subject)):
            await self._sessions.alter(one, ends=now, advances_at=None)
        self._sessions.look()

    async def _tell(self, session: Session, what: str, value: str) -> None:
        now = self._sessions.get(session.subject)
        await self._sessions.alter(now, extra={**(now.extra or {}), what: value})
