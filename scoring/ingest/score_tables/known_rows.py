"""What is known of a table's rows before the codes that are missing are, and what tells those."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scoring.ingest.score_tables.appearance import Look
from scoring.ingest.score_tables.printed import Printed


@dataclass(frozen=True)
class Inferred:
    """The codes of rows that print none, and what told them."""

    at: tuple[int, ...]
    codes: tuple[str, ...]
    how: str


@dataclass(frozen=True)
class Known:
    """What is known of a table's rows before the missing codes are."""

    codes: Sequence[str]
    printed: Printed
    lost: tuple[int, ...]  # the rows with points and a title and without a code
    levels: frozenset[int]  # scoring levels, which are no criteria
    look: Callable[[int], Look]
