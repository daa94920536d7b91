"""What a clause is about: its leading noun, unless the model beside it or the words around it say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from energy.book.records import Activity
from energy.reading.nouns import Found, head, is_generation, nouns
from energy.reading.patterns import LENGTH, MOVES, REASONING, TOKENS
from energy.reading.vocabulary import SPOKEN_OR_WRITTEN, Noun

_CATS = ("chat", "chats")  # in French, cats
_FEW_WORDS = 4


def subject_noun(clause: str, makes: Sequence[Activity], can_make: Callable[[Activity], bool]) -> Noun | None:
    """The noun of the use in a plain clause; None where there is no use of AI.

    `makes` is what each model named in the clause makes, `can_make` whether one of them, or a sister of the same name,
    makes an activity.
    """
    lead = head(clause)
    if lead is None:
        return _noun_unsaid(clause, makes)
    if _is_a_cat(lead, clause, makes):
        return None
    if _is_an_animated_picture(lead, clause):
        return Noun("video")
    # "a generation with veo", "a request to suno": a weak noun says no more than the model does.
    if makes and lead.noun.weak and (lead.noun.activity not in makes or is_generation(clause)):
        return Noun(makes[0])
    # "a song with chatgpt": a language model writes the words, unless a sister of it speaks.
    if "text" in makes and lead.noun.activity == "audio" and lead.word in SPOKEN_OR_WRITTEN:
        return lead.noun if can_make("audio") else Noun("text")
    if (asked := _text_asked_first(lead, clause, makes)) and not can_make(lead.noun.activity):
        return asked
    return lead.noun


def says_reasoning(clause: str) -> bool:
    """Whether a plain clause asks for an answer that thinks first."""
    return bool(REASONING.search(clause))


def _noun_unsaid(clause: str, makes: Sequence[Activity]) -> Noun | None:
    """Without a noun, the model says what is made; tokens and reasoning speak of text."""
    if makes:
        return Noun(makes[0])
    return Noun("text") if TOKENS.search(clause) or says_reasoning(clause) else None


def _is_a_cat(lead: Found, clause: str, makes: Sequence[Activity]) -> bool:
    """Whether "chat" is the animal: in a longer French clause without a model or a number of tokens."""
    return lead.word in _CATS and not makes and not TOKENS.search(clause) and len(clause.split()) >= _FEW_WORDS


def _is_an_animated_picture(lead: Found, clause: str) -> bool:
    """Whether a picture moves and has a length: "une photo animée de 5 s" is a clip."""
    return lead.noun.activity == "image" and bool(MOVES.search(clause) and LENGTH.search(clause))


def _text_asked_first(lead: Found, clause: str, makes: Sequence[Activity]) -> Noun | None:
    """The text of "a prompt for an image with chatgpt": a language model's, though the picture's noun is stronger."""
    if list(makes) != ["text"] or lead.noun.activity == "text":
        return None
    found = nouns(clause)
    strong = next((one for one in found if not one.noun.weak), None)
    weak = next((one for one in found if one.noun.weak and one.noun.activity == "text"), None)
    return weak.noun if strong and weak and weak.start < strong.start else None
