"""Putting things in order of the energy they use."""

from bot.features.learn.order.decide import Orders

__all__ = ["Orders"]
