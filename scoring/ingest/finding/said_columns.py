"""Which column holds which field where a person has said it, now or of a file laid out alike."""

from collections.abc import Mapping, Sequence

from scoring.ingest.finding.headers import bare, years_in
from scoring.ingest.opening.addresses import column_index
from scoring.text.words import fold

_LONGEST_LETTERS = 3  # 'XFD' is the last column of a spreadsheet


def with_said(
    columns: Mapping[str, int], said: Sequence[tuple[str, str]], width: int
) -> dict[str, int]:
    """The columns with those said instead; a column that is said holds nothing else.

    '' takes the column away; letters beyond the sheet's width are no column and change nothing.
    """
    wanted = {field: _column(letter) if letter else -1 for field, letter in said}
    known = {field: at for field, at in wanted.items() if at is not None and at < width}
    return _instead(columns, known)


def _column(letters: str) -> int | None:
    """The column of these letters; None for no letters of a column."""
    named = letters.isascii() and letters.isalpha() and len(letters) <= _LONGEST_LETTERS
    return column_index(letters) if named else None


def with_remembered(
    columns: Mapping[str, int],
    remembered: Mapping[str, str],
    texts: Sequence[str],
    year: int | None,
) -> dict[str, int]:
    """The columns with those of a remembered choice instead, found by their header texts.

    A text that no column, or more than one, has is not followed.
    """
    found = {f: _with_text(text, texts, year) if text else -1 for f, text in remembered.items()}
    return _instead(columns, {field: at for field, at in found.items() if at is not None})


def _instead(columns: Mapping[str, int], known: Mapping[str, int]) -> dict[str, int]:
    taken = set(known.values())
    kept = {f: at for f, at in columns.items() if f not in known and at not in taken}
    return kept | {field: at for field, at in known.items() if at >= 0}


def _with_text(text: str, texts: Sequence[str], year: int | None) -> int | None:
    """The one column of this header text: of the table's year where it has one."""
    written = [at for at, one in enumerate(texts) if one and fold(one) == fold(text)]
    alike = [at for at, one in enumerate(texts) if one and bare(one) == bare(text)]
    of_year = [at for at in alike if year in years_in(texts[at])]
    return next((ats[0] for ats in (of_year, written, alike) if len(ats) == 1), None)
