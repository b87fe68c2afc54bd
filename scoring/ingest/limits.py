"""How much of a file is read, and how exactly its numbers must close."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What a file may measure; beyond it the file is refused, and nothing of it read.

    With these a file is answered within seconds and a gigabyte of memory, whatever it holds; the
    largest real tables have some hundred rows.
    """

    tolerance: float = 0.01  # points between parts and total that rounding explains
    max_bytes: int = 50 * 2**20
    max_unpacked: int = 200 * 2**20
    max_cells: int = 3_000_000  # of a file, blank ones between and beside the others included
    max_rows: int = 100_000  # of one sheet
    max_columns: int = 1_000
