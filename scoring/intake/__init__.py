"""What a file holds, and writing it: the one path that pages and the command line share."""

from scoring.intake.against import against_store, clashes
from scoring.intake.changes import batch_changes, changes, current_batch
from scoring.intake.reading import (
    limits,
    now,
    open_everything,
    organisation_named,
    read,
    read_again,
    read_path,
    reference_of,
)
from scoring.intake.unit_meaning import Meant, known_names, mean_unit
from scoring.intake.writing import load, load_samples, remembered
from scoring.store import AlreadyUndone, Loaded

__all__ = [
    "AlreadyUndone",
    "Loaded",
    "Meant",
    "against_store",
    "batch_changes",
    "changes",
    "clashes",
    "current_batch",
    "known_names",
    "limits",
    "load",
    "load_samples",
    "mean_unit",
    "now",
    "open_everything",
    "organisation_named",
    "read",
    "read_again",
    "read_path",
    "reference_of",
    "remembered",
]
