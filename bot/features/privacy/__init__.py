"""What is kept, shown and erased."""

from bot.features.privacy.decide import Privacy

__all__ = ["Privacy"]
