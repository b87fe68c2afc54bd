"""Which kind of table a header's columns hold, where the values say otherwise than the names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring.ingest.finding.columns import Assignment, Place, assigned
from scoring.ingest.finding.first_rows import MOSTLY, Rows
from scoring.ingest.finding.forms import Form
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import Headers
from scoring.text.codes import code_text, numbered
from scoring.text.words import fold

_TEXTS = ("title", "organisation", "factor", "lead", "coordinating", "solution")
_METHODS = re.compile(r"\bthông qua\b|\b(?:phương pháp|hình thức|phương thức|cách thức)\b")
_BY_METHOD = (("self_points", "survey_points"), ("points", "survey_points"))


def of_values(
    assignment: Assignment, parts: Parts, headers: Headers, rows: Rows, forms: Sequence[Form]
) -> Assignment:
    """The columns of the kind of table that names and values together tell."""
    assignment = _of_texts(assignment, parts, headers, rows, forms)
    by_kind = {form.kind: form for form in forms}
    if "scores" in by_kind and _are_scores(assignment, parts, headers, rows):
        return assigned(by_kind["scores"], parts, headers)
    if "criteria" in by_kind and _is_by_method(assignment, parts, rows):
        return assigned(by_kind["criteria"], parts, headers)
    return assignment


def _are_scores(assignment: Assignment, parts: Parts, headers: Headers, rows: Rows) -> bool:
    """Whether numbers stand where a list of tasks or of criteria has none."""
    kind = assignment.form.kind
    unknown = [at for at, texts in enumerate(parts) if texts and at not in assignment.strengths]
    numbers = [at for at in unknown if rows.are_numbers(at)]
    if kind == "criteria":
        top = rows.counted(assignment.columns["max_points"][0])
        return any(rows.counted(at) >= top / 2 for at in numbers)
    named = (headers.fields(" ".join(parts[at])) for at in numbers)
    return kind == "tasks" and any("max_points" in known for known in named)


def _is_by_method(assignment: Assignment, parts: Parts, rows: Rows) -> bool:
    """Whether columns of points only say how much of the maximum each method of scoring gives."""
    at = split_by_method(assignment.form.kind, first_columns(assignment), rows)
    return any(_METHODS.search(fold(" ".join(parts[one]))) for one in at)


def split_by_method(kind: str, columns: Mapping[str, int], rows: Rows) -> tuple[int, ...]:
    """The two columns of points that share out the maximum, where no other says the result."""
    fields = columns.keys() & {"self_points", "points", "survey_points"}
    told = columns.keys() & {"lost_points", "total_points"}
    if kind != "scores" or told or "max_points" not in columns:
        return ()
    for pair in _BY_METHOD:
        one, other = (columns.get(field, -1) for field in pair)
        if fields == set(pair) and rows.split(columns["max_points"], one, other):
            return one, other
    return ()


def first_columns(assignment: Assignment) -> dict[str, int]:
    """One column of each field."""
    return {field: ats[0] for field, ats in assignment.columns.items()}


def _of_texts(
    assignment: Assignment, parts: Parts, headers: Headers, rows: Rows, forms: Sequence[Form]
) -> Assignment:
    """The columns without those that are named for texts and hold numbers.

    'Lĩnh vực 1' over points names no row: where no name of rows is left, units that are ranked are
    a league.
    """
    found = assignment
    refused: frozenset[Place] = frozenset()
    while more := _held_by_numbers(found, rows) - refused:
        refused |= more
        found = assigned(assignment.form, parts, headers, refused)
    if not refused:
        return assignment
    found = _with_codes(found, refused, rows)
    if set(found.missing) <= set(assignment.missing):
        return found
    league = next((form for form in forms if form.kind == "league"), None)
    ranked = assigned(league, parts, headers, refused) if league else None
    if ranked and not ranked.missing and {"organisation", "rank"} <= ranked.columns.keys():
        return ranked
    return assignment


def _held_by_numbers(found: Assignment, rows: Rows) -> frozenset[Place]:
    return frozenset(
        (field, at)
        for field, ats in found.columns.items()
        if field in _TEXTS
        for at in ats
        if rows.counted(at) > 1 and rows.counted(at) >= MOSTLY * rows.filled(at)
    )


def _with_codes(found: Assignment, refused: frozenset[Place], rows: Rows) -> Assignment:
    """'Tiêu chí' over 1.1, 1.2 … is the column of codes where there is no other."""
    for field, at in refused:
        texts = [code_text(cell) for cell in rows.cells(at) if cell != ""]
        if field == "title" and "code" not in found.columns and all(map(numbered, texts)):
            return replace(found, columns={**found.columns, "code": [at]})
    return found
