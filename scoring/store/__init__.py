"""Where is everything kept that was read, and how is it asked for?"""

from scoring.store.batches import Loaded
from scoring.store.matches import MatchDecision, Pair
from scoring.store.refusals import AlreadyUndone, StoreBusy, StoreError, StoreUnreadable
from scoring.store.remembered import Remembered
from scoring.store.store import Store, open_store

__all__ = [
    "AlreadyUndone",
    "Loaded",
    "MatchDecision",
    "Pair",
    "Remembered",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreUnreadable",
    "open_store",
]
