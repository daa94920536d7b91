"""A debate as cards: what everybody sees at each step, both sides, a person's own side, how the room moved."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.card import Button, Card
from bot.cards.figures import filled
from bot.cards.sentences import sentence_words, source_words
from bot.features.explain.decide import ALL
from bot.features.learn.debate.decide import PHASES, VOTES, Debates, Room, Side, Vote, phase_of
from bot.features.learn.next_step_button import next_button
from bot.features.learn.question_bank import numbered
from bot.features.learn.session import Session
from config.text.catalog import Catalog
from config.text.numbers import whole

# With fewer, saying who moved where would point at somebody.
_LEAST_TO_TELL = 3
_VOTING, _ARGUING = ("vote", "again"), ("argue", "swap")


def debate_card(session: Session, room: Room, debates: Debates, catalog: Catalog, *, over: bool = False) -> Card:
    """What everybody sees at the step the debate is at, or at its end."""
    language, phase = session.language, phase_of(session)
    lines = [f"**{motion_words(session, debates, language)}**"]
    if over or phase == "result":
        lines += result_lines(session, room, debates, catalog)
    else:
        lines += step_lines(session, room, catalog)
    title = catalog.text(language, "debate.title")
    if over:
        return Card(title, (*lines, catalog.text(language, "debate.over")), more_buttons(session, debates, catalog))
    number = str(PHASES.index(phase) + 1)
    lines.insert(1, catalog.text(language, f"debate.step.{phase}", number=number, of=str(len(PHASES))))
    if session.lesson:
        if phase == "result":
            return Card(title, tuple(lines), more_buttons(session, debates, catalog))
        lines.append(f"-# {catalog.text(language, 'class.foot')}")
        return Card(title, tuple(lines), (*taking_part(session, catalog), next_button(session, catalog)))
    if phase == "result":
        end = Button(catalog.text(language, "button.end"), "debend", language, session.subject)
        return Card(title, tuple(lines), (*more_buttons(session, debates, catalog), end))
    lines.append(f"-# {catalog.text(language, 'debate.anonymous')}")
    leading = (
        Button(catalog.text(language, "button.step"), "debnext", language, f"{session.subject}.{phase}"),
        Button(catalog.text(language, "button.end"), "debend", language, session.subject),
    )
    return Card(title, tuple(lines), (*taking_part(session, catalog), *leading))


def step_lines(session: Session, room: Room, catalog: Catalog) -> list[str]:
    """What to do now, and how many have voted; what they voted stays hidden until the end."""
    language, phase = session.language, phase_of(session)
    lines = [catalog.text(language, f"debate.do.{phase}")]
    voted = sum((room.before if phase == "vote" else room.after).values())
    if phase in _VOTING and voted:
        lines.append(catalog.counted(language, "debate.voted", voted, count=whole(voted, language)))
    return lines


def taking_part(session: Session, catalog: Catalog) -> tuple[Button, ...]:
    """The buttons for everybody at this step."""
    language, phase, subject = session.language, phase_of(session), session.subject
    buttons = []
    if phase in _VOTING:
        # The step goes along, so that a press that comes late is not taken for the other vote.
        buttons = [
            Button(catalog.text(language, f"button.vote_{vote}"), "debvote", language, f"{subject}.{phase}.{vote}")
            for vote in VOTES
        ]
    if phase in _ARGUING:
        buttons = [Button(catalog.text(language, "button.myside"), "debside", language, subject)]
    return (*buttons, Button(catalog.text(language, "button.bothsides"), "debboth", language, subject))


def more_buttons(session: Session, debates: Debates, catalog: Catalog) -> tuple[Button, ...]:
    """Where to read on, if a controversy of /explain says more."""
    topic = debates.motion(session).topic
    if topic is None:
        return ()
    label = catalog.text(session.language, "button.moreviews")
    return (Button(label, "viewlang", session.language, f"{topic}.{ALL}"),)


def voted_card(session: Session, vote: Vote, catalog: Catalog, language: str) -> Card:
    """A vote is kept; only its person sees it."""
    said = catalog.text(language, f"debate.vote.{vote}")
    title = catalog.text(language, f"debate.kept_{phase_of(session)}")
    return Card(title, (catalog.text(language, "debate.kept", vote=said),))


def both_card(session: Session, debates: Debates, catalog: Catalog, language: str) -> Card:
    """Both sides at their strongest, each sentence with its verdict, and the sources."""
    lines = [f"**{motion_words(session, debates, language)}**"]
    for side in debates.sides(session):
        lines += _arguments(session, side, debates, catalog, language)
    lines += [
        f"-# {number}. {source_words(source, catalog, language)}"
        for number, source in enumerate(debates.lessons.sources_of(debates.motion(session)), 1)
    ]
    return Card(catalog.text(language, "debate.both"), tuple(lines))


def side_card(session: Session, side: Side, debates: Debates, catalog: Catalog, language: str) -> Card:
    """The side a person argues now, and what it can build on."""
    title = catalog.text(language, f"debate.side.{side}")
    lines = (
        f"**{motion_words(session, debates, language)}**",
        catalog.text(language, f"debate.side_{phase_of(session)}"),
        *_arguments(session, side, debates, catalog, language),
        f"-# {catalog.text(language, 'debate.side_note')}",
    )
    return Card(title, lines)


def result_lines(session: Session, room: Room, debates: Debates, catalog: Catalog) -> list[str]:
    """How the room moved, in sums alone, and what a good debate comes to."""
    language = session.language
    lines = []
    if room.before:
        lines.append(catalog.text(language, "debate.before", votes=votes_words(room.before, catalog, language)))
    if room.after:
        lines.append(catalog.text(language, "debate.after", votes=votes_words(room.after, catalog, language)))
        lines += moves_lines(room, catalog, language)
    if not lines:
        lines.append(catalog.text(language, "debate.nobody"))
    motion = debates.motion(session)
    reaches = filled(motion.reaches.text(language), debates.lessons.values(motion), language)
    return [*lines, catalog.text(language, "debate.reaches", reaches=reaches)]


def moves_lines(room: Room, catalog: Catalog, language: str) -> list[str]:
    """From what to what people moved, and how many voted once only."""
    lines = []
    if room.twice >= _LEAST_TO_TELL:
        lines.append(catalog.counted(language, "debate.twice", room.twice, count=whole(room.twice, language)))
        stayed = whole(room.stayed, language)
        lines.append(f"• {catalog.counted(language, 'debate.stayed', room.stayed, count=stayed)}")
        moved = [(pair, count) for pair, count in room.moves.items() if pair[0] != pair[1]]
        for (first, second), count in sorted(moved, key=lambda move: (-move[1], move[0])):
            before, after = (catalog.text(language, f"debate.vote.{vote}") for vote in (first, second))
            words = catalog.counted(
                language, "debate.moved", count, count=whole(count, language), before=before, after=after
            )
            lines.append(f"• {words}")
    elif room.twice:
        lines.append(catalog.text(language, "debate.few"))
    for what, count in (("only_before", room.only_before), ("only_after", room.only_after)):
        if count:
            lines.append(catalog.counted(language, f"debate.{what}", count, count=whole(count, language)))
    return lines


def votes_words(votes: Mapping[Vote, int], catalog: Catalog, language: str) -> str:
    """A vote in words: "12 for · 8 against · 5 undecided"."""
    counts = {vote: whole(votes.get(vote, 0), language) for vote in VOTES}
    return " · ".join(catalog.text(language, f"debate.count.{vote}", count=count) for vote, count in counts.items())


def motion_words(session: Session, debates: Debates, language: str) -> str:
    """The motion."""
    motion = debates.motion(session)
    return filled(motion.motion.text(language), debates.lessons.values(motion), language)


def _arguments(session: Session, side: Side, debates: Debates, catalog: Catalog, language: str) -> list[str]:
    motion = debates.motion(session)
    values, numbers = debates.lessons.values(motion), numbered(motion)
    sentences = motion.pro if side == "pro" else motion.con
    head = f"**{catalog.text(language, f'debate.head.{side}')}**"
    return [head, *(f"• {sentence_words(one, values, numbers, catalog, language)}" for one in sentences)]
