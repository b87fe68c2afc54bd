"""How much of a file is read, and how exactly its numbers must close."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What a file may measure; beyond it the file is refused, and nothing of it read."""

    tolerance: float = 0.01  # points between parts and total that rounding explains
    max_bytes: int = 50 * 2**20
    max_unpacked: int = 500 * 2**20
    max_cells: int = 20_000_000  # of one sheet, blank ones included
    max_rows: int = 1_048_576  # of one sheet
    max_columns: int = 16_384
