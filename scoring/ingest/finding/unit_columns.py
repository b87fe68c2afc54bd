"""Columns that are each of one unit: none of them is the score of the organisation in the title."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scoring.ingest.finding.first_rows import LOOKED_AT
from scoring.ingest.finding.headers import NUMBER_FIELDS
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_is_said
from scoring.ingest.identity.mentions import named_by
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.ingest.said import Given
from scoring.text.numbers import number_in
from scoring.text.unit_names import spelled_name
from scoring.text.words import fold, nfc

_OF_ONE = {"scores": "points", "satisfaction": "percent"}  # kind → what is of one organisation
_MOST_COLUMNS = 300  # that are looked at: no table of units is wider
_SHORTEST_NAME, _LONGEST_NAME = 6, 80
# Whose scoring it is, not who is scored: 'Sở Nội vụ thẩm định', 'UBND tỉnh' beside 'Bộ Nội vụ'.
_SCORES = re.compile(
    r"\b(?:tự|chấm|thẩm định|đánh giá|điều tra|xác nhận|công nhận|điểm)\b"
    r"|^(?:ubnd|(?:ủy|uỷ) ban nhân dân) (?:tỉnh|thành phố)$|^bộ nội vụ$|^(?:tỉnh|đơn vị)$"
)


def without_units(sheet: Sheet, layout: Layout, given: Given) -> Layout:
    """The table without its columns of units, which lacks its result then; unless a person chose.

    One column under a unit's name may be whose scoring it is; two are of two units.
    """
    result = _OF_ONE.get(layout.kind)
    if result is None:
        return layout
    units = tuple(_units(sheet, layout, given.reference))
    held = [f for f, at in layout.columns.items() if f in NUMBER_FIELDS and at in units]
    chosen = any(column_is_said(layout, field, given) for field in held)
    if len(units) < 2 or chosen or not (held or result in layout.missing):
        return layout
    columns = {field: at for field, at in layout.columns.items() if at not in units}
    doubts = tuple(one for one in layout.doubts if one.column not in units)
    return replace(layout, columns=columns, units=units, missing=(result,), doubts=doubts)


def _units(sheet: Sheet, layout: Layout, reference: Reference) -> Iterator[int]:
    """The columns of numbers whose lowest header text is the name of a unit, and nothing else."""
    right = min(layout.right, len(layout.texts), layout.left + _MOST_COLUMNS)
    rows = sheet.rows[layout.first : min(layout.last, layout.first + LOOKED_AT)]
    for at in range(layout.left, right):
        named = _is_unit(_lowest_text(sheet, layout, at), reference)
        if named and any(at < len(row) and number_in(row[at]) is not None for row in rows):
            yield at


def _lowest_text(sheet: Sheet, layout: Layout, at: int) -> str:
    """The lowest text of the header above a column that is part of its name."""
    name = layout.texts[at]
    for row in reversed(sheet.rows[layout.header : layout.first]):
        text = row[at] if at < len(row) else ""
        if type(text) is str and text.strip() and name.endswith(nfc(text)):
            return nfc(text)
    return ""


def _is_unit(text: str, reference: Reference) -> bool:
    if not _SHORTEST_NAME <= len(text) <= _LONGEST_NAME or _SCORES.search(fold(text)):
        return False
    if named_by(text, reference, None):
        return True
    unit = spelled_name(text, reference.units)
    return unit is not None and unit not in reference.units.groups
