"""What the bot must remember: the protocols of a store, and the values that go in and come out."""

from bot.store.errors import WriteFailed
from bot.store.ledger import Ledger
from bot.store.protocols import Answers, Notes, Prices, Store, Traces
from bot.store.records import Action, DayCount, Given, Origin, PastEstimates, Record, Trace

__all__ = [
    "Action",
    "Answers",
    "DayCount",
    "Given",
    "Ledger",
    "Notes",
    "Origin",
    "PastEstimates",
    "Prices",
    "Record",
    "Store",
    "Trace",
    "Traces",
    "WriteFailed",
]
