"""What the bot must remember: the protocols of a store, and the values that go in and come out."""

from bot.store.errors import WriteFailed
from bot.store.ledger import Ledger
from bot.store.note_kinds import NoteKind, NoteModel, SetAside, read_note, read_notes, sort_notes
from bot.store.protocols import Answers, Notes, Prices, Store, Traces
from bot.store.records import Action, DayCount, Given, Origin, PastEstimates, Record, Trace

__all__ = [
    "Action",
    "Answers",
    "DayCount",
    "Given",
    "Ledger",
    "NoteKind",
    "NoteModel",
    "Notes",
    "Origin",
    "PastEstimates",
    "Prices",
    "Record",
    "SetAside",
    "Store",
    "Trace",
    "Traces",
    "WriteFailed",
    "read_note",
    "read_notes",
    "sort_notes",
]
