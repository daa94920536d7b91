"""What is kept, shown and erased."""

from bot.features.privacy.decide import Privacy
from bot.features.privacy.notes import LEFT

__all__ = ["LEFT", "Privacy"]
