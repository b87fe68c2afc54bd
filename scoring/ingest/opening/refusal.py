"""Why a file is not read, carried out of the depths of its reading."""

from dataclasses import replace

from scoring.ingest.problems import Problem, problem


class Refused(Exception):
    """A file cannot be read; `problem` says why, where, and what to do about it."""

    def __init__(self, found: Problem) -> None:
        """The reason, as people are told it."""
        super().__init__(found.code)
        self.problem = found


def refused(
    code: str,
    *,
    expected: str | None = None,
    found: str | None = None,
    sheet: str | None = None,
    row: int | None = None,
    column: str | None = None,
    fix: str = "",
) -> Refused:
    """The refusal with one problem; `fix` where its cure is not the one of all such problems."""
    one = problem(code, sheet=sheet, row=row, column=column, expected=expected, found=found)
    return Refused(replace(one, fix=fix) if fix else one)


def on_sheet(refusal: Refused, sheet: str) -> Refused:
    """The same refusal, with the sheet that it is about."""
    return Refused(replace(refusal.problem, sheet=sheet))
