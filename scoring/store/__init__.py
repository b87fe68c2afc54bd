"""Where is everything kept that was read, and how is it asked for?"""

from scoring.store.batches import Loaded
from scoring.store.matches import MatchDecision, Pair
from scoring.store.meetings import Commentary, Meeting
from scoring.store.plans import (
    Actual,
    Evidence,
    GroupMeaning,
    Progress,
    Remark,
    TaskDue,
    TaskLink,
)
from scoring.store.refusals import AlreadyUndone, StoreBusy, StoreError, StoreUnreadable
from scoring.store.remembered import Remembered
from scoring.store.store import Store, open_store

__all__ = [
    "Actual",
    "AlreadyUndone",
    "Commentary",
    "Evidence",
    "GroupMeaning",
    "Loaded",
    "MatchDecision",
    "Meeting",
    "Pair",
    "Progress",
    "Remark",
    "Remembered",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreUnreadable",
    "TaskDue",
    "TaskLink",
    "open_store",
]
