"""Where is everything kept that was read, and how is it asked for?"""

from scoring.store.batches import Loaded
from scoring.store.refusals import StoreBusy, StoreError, StoreUnreadable
from scoring.store.store import Store, open_store

__all__ = ["Loaded", "Store", "StoreBusy", "StoreError", "StoreUnreadable", "open_store"]
