"""A debate as cards: what everybody sees at each step, both sides, a person's own side, how the room moved."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import numbered_sources, sentence_words
from bot.features.explain import ALL
from bot.features.learn.debate.decide import PHASES, VOTES, Debated, DebateTotals, Side, Vote, phase_of
from bot.features.learn.next_step_button import next_button
from bot.features.learn.session import Session
from config.text.voice import Voice

# With fewer, saying who moved where would point at somebody.
_LEAST_TO_TELL = 3
_VOTING, _ARGUING = ("vote", "again"), ("argue", "swap")


def debate_card(session: Session, room: DebateTotals, debated: Debated, voice: Voice, *, over: bool = False) -> Card:
    """What everybody sees at the step the debate is at, or at its end."""
    phase = phase_of(session)
    lines = [f"**{motion_words(debated, voice)}**"]
    if over or phase == "result":
        lines += result_lines(room, debated, voice)
    else:
        lines += step_lines(session, room, voice)
    title = voice.text("debate.title")
    if over:
        return Card(title, (*lines, voice.text("debate.over")), more_buttons(debated, voice))
    number = str(PHASES.index(phase) + 1)
    lines.insert(1, voice.text(f"debate.step.{phase}", number=number, of=str(len(PHASES))))
    if session.lesson:
        if phase == "result":
            return Card(title, tuple(lines), more_buttons(debated, voice))
        lines.append(f"-# {voice.text('class.foot')}")
        return Card(title, tuple(lines), (*taking_part(session, voice), next_button(session, voice)))
    if phase == "result":
        end = Button(voice.text("button.end"), "debend", voice.language, session.subject)
        return Card(title, tuple(lines), (*more_buttons(debated, voice), end))
    lines.append(f"-# {voice.text('debate.anonymous')}")
    leading = (
        Button(voice.text("button.step"), "debnext", voice.language, f"{session.subject}.{phase}"),
        Button(voice.text("button.end"), "debend", voice.language, session.subject),
    )
    return Card(title, tuple(lines), (*taking_part(session, voice), *leading))


def step_lines(session: Session, room: DebateTotals, voice: Voice) -> list[str]:
    """What to do now, and how many have voted; what they voted stays hidden until the end."""
    phase = phase_of(session)
    lines = [voice.text(f"debate.do.{phase}")]
    voted = sum((room.before if phase == "vote" else room.after).values())
    if phase in _VOTING and voted:
        lines.append(voice.counted("debate.voted", voted, count=voice.whole(voted)))
    return lines


def taking_part(session: Session, voice: Voice) -> tuple[Button, ...]:
    """The buttons for everybody at this step."""
    phase, subject = phase_of(session), session.subject
    buttons = []
    if phase in _VOTING:
        # The step goes along, so that a press that comes late is not taken for the other vote.
        buttons = [
            Button(voice.text(f"button.vote_{vote}"), "debvote", voice.language, f"{subject}.{phase}.{vote}")
            for vote in VOTES
        ]
    if phase in _ARGUING:
        buttons = [Button(voice.text("button.myside"), "debside", voice.language, subject)]
    return (*buttons, Button(voice.text("button.bothsides"), "debboth", voice.language, subject))


def more_buttons(debated: Debated, voice: Voice) -> tuple[Button, ...]:
    """Where to read on, if a controversy of /explain says more."""
    topic = debated.shown.item.topic
    if topic is None:
        return ()
    label = voice.text("button.moreviews")
    return (Button(label, "viewlang", voice.language, f"{topic}.{ALL}"),)


def voted_card(session: Session, vote: Vote, voice: Voice) -> Card:
    """A vote is kept; only its person sees it."""
    said = voice.text(f"debate.vote.{vote}")
    title = voice.text(f"debate.kept_{phase_of(session)}")
    return Card(title, (voice.text("debate.kept", vote=said),))


def both_card(debated: Debated, voice: Voice) -> Card:
    """Both sides at their strongest, each sentence with its verdict, and the sources."""
    lines = [f"**{motion_words(debated, voice)}**"]
    for side in debated.sides:
        lines += _arguments(side, debated, voice)
    lines += numbered_sources(debated.shown.sources, voice)
    return Card(voice.text("debate.both"), tuple(lines))


def side_card(session: Session, side: Side, debated: Debated, voice: Voice) -> Card:
    """The side a person argues now, and what it can build on."""
    title = voice.text(f"debate.side.{side}")
    lines = (
        f"**{motion_words(debated, voice)}**",
        voice.text(f"debate.side_{phase_of(session)}"),
        *_arguments(side, debated, voice),
        f"-# {voice.text('debate.side_note')}",
    )
    return Card(title, lines)


def result_lines(room: DebateTotals, debated: Debated, voice: Voice) -> list[str]:
    """How the room moved, in sums alone, and what a good debate comes to."""
    lines = []
    if room.before:
        lines.append(voice.text("debate.before", votes=votes_words(room.before, voice)))
    if room.after:
        lines.append(voice.text("debate.after", votes=votes_words(room.after, voice)))
        lines += moves_lines(room, voice)
    if not lines:
        lines.append(voice.text("debate.nobody"))
    reaches = filled(debated.shown.item.reaches.text(voice.language), debated.shown.values, voice)
    return [*lines, voice.text("debate.reaches", reaches=reaches)]


def moves_lines(room: DebateTotals, voice: Voice) -> list[str]:
    """From what to what people moved, and how many voted once only."""
    lines = []
    if room.twice >= _LEAST_TO_TELL:
        lines.append(voice.counted("debate.twice", room.twice, count=voice.whole(room.twice)))
        stayed = voice.whole(room.stayed)
        lines.append(f"• {voice.counted('debate.stayed', room.stayed, count=stayed)}")
        moved = [(pair, count) for pair, count in room.moves.items() if pair[0] != pair[1]]
        for (first, second), count in sorted(moved, key=lambda move: (-move[1], move[0])):
            before, after = (voice.text(f"debate.vote.{vote}") for vote in (first, second))
            words = voice.counted("debate.moved", count, count=voice.whole(count), before=before, after=after)
            lines.append(f"• {words}")
    elif room.twice:
        lines.append(voice.text("debate.few"))
    for what, count in (("only_before", room.only_before), ("only_after", room.only_after)):
        if count:
            lines.append(voice.counted(f"debate.{what}", count, count=voice.whole(count)))
    return lines


def votes_words(votes: Mapping[Vote, int], voice: Voice) -> str:
    """A vote in words: "12 for · 8 against · 5 undecided"."""
    counts = {vote: voice.whole(votes.get(vote, 0)) for vote in VOTES}
    return " · ".join(voice.text(f"debate.count.{vote}", count=count) for vote, count in counts.items())


def motion_words(debated: Debated, voice: Voice) -> str:
    """The motion."""
    return filled(debated.shown.item.motion.text(voice.language), debated.shown.values, voice)


def _arguments(side: Side, debated: Debated, voice: Voice) -> list[str]:
    shown = debated.shown
    sentences = shown.item.pro if side == "pro" else shown.item.con
    head = f"**{voice.text(f'debate.head.{side}')}**"
    return [head, *(f"• {sentence_words(one, shown.values, shown.numbers, voice)}" for one in sentences)]
