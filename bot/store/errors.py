"""What a store says when it cannot write."""

from __future__ import annotations

from energy import EnergyError


class WriteFailed(EnergyError):
    """A write that did not happen, and changed nothing: `code` is store.full, store.busy or store.broken."""
