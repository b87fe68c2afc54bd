"""What can be wrong with a file, at which place, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scoring.ingest.rules import CATALOGUE, ERROR, NOTE, Severity


@dataclass(frozen=True)
class Problem:
    """One thing wrong at one place, with row and column as the spreadsheet shows them."""

    code: str
    severity: Severity
    sheet: str | None
    row: int | None
    column: str | None
    expected: str | None
    found: str | None
    fix: str


def problem(
    code: str,
    *,
    sheet: str | None = None,
    row: int | None = None,
    column: str | None = None,
    expected: str | None = None,
    found: str | None = None,
) -> Problem:
    """The problem of one code at one place, with the catalogue's severity and cure."""
    rule = CATALOGUE[code]
    return Problem(code, rule.severity, sheet, row, column, expected, found, rule.fix)


@dataclass(frozen=True)
class Place:
    """A cell, a row or a sheet at which several things may be wrong."""

    sheet: str | None
    row: int | None = None
    column: str | None = None

    def problem(self, code: str, expected: str | None = None, found: str | None = None) -> Problem:
        """The problem of one code at this place."""
        return problem(
            code,
            sheet=self.sheet,
            row=self.row,
            column=self.column,
            expected=expected,
            found=found,
        )


def as_rounding(found: Problem) -> Problem:
    """The same difference where rounding explains it: a note, nothing to mend."""
    return replace(found, severity=NOTE, fix="Không cần sửa: chênh lệch trong mức làm tròn.")


def place(found: Problem) -> str:
    """Where it is, as the spreadsheet writes it: 'Phụ lục!E23'."""
    cell = f"{found.column or ''}{found.row or ''}"
    if found.row and not found.column:
        cell = f"dòng {found.row}"
    return "!".join(part for part in (found.sheet, cell) if part)


def sentence(found: Problem) -> str:
    """The problem as one sentence: place, what was expected, what was found, the cure."""
    said = [
        f"cần {found.expected}" if found.expected else "",
        f"thấy {found.found}" if found.found else "",
    ]
    facts = ", ".join(part for part in said if part) or CATALOGUE[found.code].title.lower()
    where = place(found)
    return (
        f"{where}: {facts}. {found.fix}"
        if where
        else f"{facts[:1].upper()}{facts[1:]}. {found.fix}"
    )


def blocking(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems keeps its table from being loaded."""
    return any(found.severity == ERROR for found in problems)
