"""A server's own ceiling for a week or a month."""

from bot.features.goal.card import goal_card
from bot.features.goal.decide import NO_GOAL, PER, Goal, GoalProgress, Goals
from bot.features.goal.notes import GOAL

__all__ = ["GOAL", "NO_GOAL", "PER", "Goal", "GoalProgress", "Goals", "goal_card"]
