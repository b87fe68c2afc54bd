"""What is known before any file is read: organisations, criteria sets, names, bands."""

from scoring.ingest.reference.book import Reference
from scoring.ingest.reference.load import load_reference
from scoring.ingest.reference.values import (
    Band,
    CriteriaSet,
    Criterion,
    Factor,
    Organisation,
    Successor,
)

__all__ = [
    "Band",
    "CriteriaSet",
    "Criterion",
    "Factor",
    "Organisation",
    "Reference",
    "Successor",
    "load_reference",
]
