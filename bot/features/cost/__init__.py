"""What one use of AI uses: the front door for the features that build on it."""

from bot.features.cost.answer_memory import AnswerMemory, FoundTrace
from bot.features.cost.card import add_button, answer_buttons, cost_card, known_words, live_words, place_words
from bot.features.cost.decide import DEFAULT_CLIP, Answer, Estimator, Question
from bot.features.cost.levers import changes
from bot.features.cost.levers_card import SHOWN_LEVERS, lever_line, lever_words
from bot.features.cost.multi_answer import MAX_LINES, several_buttons, several_foot, several_sources_card, together
from bot.features.cost.trace_record import LiveThen, StageThen

__all__ = [
    "DEFAULT_CLIP",
    "MAX_LINES",
    "SHOWN_LEVERS",
    "Answer",
    "AnswerMemory",
    "Estimator",
    "FoundTrace",
    "LiveThen",
    "Question",
    "StageThen",
    "add_button",
    "answer_buttons",
    "changes",
    "cost_card",
    "known_words",
    "lever_line",
    "lever_words",
    "live_words",
    "place_words",
    "several_buttons",
    "several_foot",
    "several_sources_card",
    "together",
]
