"""What people say about a table, instead of what its own texts say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.ingest.corrections import Correction
from scoring.ingest.limits import Limits
from scoring.ingest.reference import Organisation, Reference


@dataclass(frozen=True)
class Said:
    """What a person says about one table; None or empty where its own texts are believed."""

    kind: str | None = None
    index: str | None = None
    organisation: Organisation | None = None
    year: int | None = None
    columns: tuple[tuple[str, str], ...] = ()  # field → the letter of its column, '' for none
    decimal: str | None = None  # ',' or '.': how '1.234' is meant
    units: tuple[tuple[str, str], ...] = ()  # unit as printed → the name it means
    corrections: tuple[Correction, ...] = ()  # cells to be read otherwise than they say


@dataclass(frozen=True)
class Memory:
    """What people said of earlier tables, for the next ones of the same shape.

    Shape: `columns` is a layout's shape → field → the header text of its column, '' for none;
        `units` is a unit as printed → the name it means.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = Said()
NOTHING_REMEMBERED = Memory()


@dataclass(frozen=True)
class Given:
    """What every table of a file is read with."""

    reference: Reference
    limits: Limits
    said: Said
    memory: Memory
