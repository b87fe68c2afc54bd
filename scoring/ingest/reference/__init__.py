"""What is known before any file is read: organisations, criteria sets, names, bands."""

from scoring.ingest.reference.book import Reference
from scoring.ingest.reference.load import load_reference
from scoring.ingest.reference.values import (
    Band,
    Break,
    CriteriaSet,
    Criterion,
    Factor,
    Level,
    Organisation,
    Successor,
)
from scoring.ingest.reference.write import add_criteria_set

__all__ = [
    "Band",
    "Break",
    "CriteriaSet",
    "Criterion",
    "Factor",
    "Level",
    "Organisation",
    "Reference",
    "Successor",
    "add_criteria_set",
    "load_reference",
]
