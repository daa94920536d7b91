"""A claim checked."""

from bot.features.claim.card import claim_card, reason
from bot.features.claim.decide import ClaimChecker, Curated

__all__ = ["ClaimChecker", "Curated", "claim_card", "reason"]
