"""Is every layout of a table read as the table itself?"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from tests.variants.clean import NUMBERS, Clean
from tests.variants.variant import Variant, variant

SEEDS = 350
TEXTS = ("title", "solution", "lead", "coordinating", "deadline", "product")
# What the numbers themselves say, whatever the layout.
SAID = {
    "Lâm Đồng 2020": {"children-differ", "title-clash", "domain-absent"},
    "Bộ 2023": {"parts-differ"},
    "Tự chấm điểm (giả lập)": {"domain-absent", "column-computed"},
    "SIPAS cả nước": {"column-unread"},  # of one year, the columns of the others
}
ABOUT_UNITS = {"unit-unknown", "lead-missing", "deadline-unreadable", "formula-computed"}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_variant_is_read_as_the_table_itself(seed: int, reference: Reference) -> None:
    one = variant(seed)
    tables = read_tables(one.name, one.content, reference, Limits())
    if codes_of(tables) == {"file-type"} and not one.name.endswith(".xlsx"):
        pytest.skip("this kind of file is not read")
    assert kinds_of(tables) == expected_kinds(one), str(one)
    by_year = [(clean, year) for clean in one.cleans for year in clean.years]
    for table, (clean, year) in zip(tables, by_year, strict=True):
        assert read(table, clean) == written(clean, year), str(one)
        who = (table.index, table.organisation and table.organisation.name)
        assert who == (clean.index, clean.organisation), str(one)
        assert unexpected(table, clean, one) == [], str(one)


def kinds_of(tables: Sequence[Table]) -> list[tuple[str | None, int | None]]:
    return [(table.kind, table.year) for table in tables]


def expected_kinds(one: Variant) -> list[tuple[str | None, int | None]]:
    return [(clean.kind, year or clean.year) for clean in one.cleans for year in clean.years]


def codes_of(tables: Sequence[Table]) -> set[str]:
    return {problem.code for table in tables for problem in table.problems}


def unexpected(table: Table, clean: Clean, one: Variant) -> list[str]:
    allowed = SAID.get(clean.name, set()) | ABOUT_UNITS | one.notes
    return [
        f"{p.code} {p.column}{p.row}: {p.found}" for p in table.problems if p.code not in allowed
    ]


def written(clean: Clean, year: int | None) -> dict[str, list[Any]]:
    """Every column of the table as it is."""
    fields = [name for name in clean.fields if name in NUMBERS or name in (*TEXTS, "code")]
    columns = {name: clean.values(name, year) for name in fields}
    if "total_points" in columns:
        columns["points"] = columns.pop("total_points")
        columns.pop("survey_points")
    if clean.kind in ("league", "satisfaction"):
        columns["title"] = clean.values(
            "organisation" if clean.kind == "league" else "factor", year
        )
        columns.pop("code", None)
    if clean.kind == "league":
        columns.pop("points", None)
        columns["rank"] = [int(str(rank).partition("/")[0]) for rank in clean.values("rank", year)]
    return columns


def read(table: Table, clean: Clean) -> dict[str, list[Any]]:
    """The same columns as they were read."""
    columns = written(clean, clean.years[0])
    return {name: _values(table.frame, name) for name in columns}


def _values(frame: pd.DataFrame, name: str) -> list[Any]:
    column = frame[name].astype(object)
    return column.where(column.notna(), None).tolist()


def test_a_code_far_from_those_above_is_read_back_from_its_date(reference: Reference) -> None:
    codes = ("7", "7.1", "7.1.3", date(2009, 1, 7), "8")
    rows = [["STT", "Tiêu chí", "Điểm chuẩn", "Điểm đạt"]]
    rows += [[code, f"Tiêu chí {at}", 2, 1] for at, code in enumerate(codes)]
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_tables("lam-dong-par-2020.xlsx", stream.getvalue(), reference, Limits())
    assert table.frame["code"].tolist() == ["7", "7.1", "7.1.3", "7.1.9", "8"]
