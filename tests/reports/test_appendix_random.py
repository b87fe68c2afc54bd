"""Is any table that can be read the same when its appendix is read back?"""

from functools import cache
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from docx import Document
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from scoring.analysis.questions import records
from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.table import Table
from scoring.reports.appendix.document import appendix_document
from scoring.reports.appendix.layout import COLUMNS, Layout, laid_out
from scoring.reports.appendix.workbook import appendix_workbook

TITLES = (
    "PHỤ LỤC",
    "KHẮC PHỤC NHỮNG TỒN TẠI, HẠN CHẾ VÀ GIẢI PHÁP NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021",
    "(Kèm theo Kế hoạch số ……/KH-UBND ngày …… tháng …… năm …… của UBND tỉnh Lâm Đồng)",
    "Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng",
)
WRITERS = {"docx": appendix_document, "xlsx": appendix_workbook}
TEXTS = ("title", "solution", "lead", "coordinating", "deadline", "note")
POINTS = ("max_points", "self_points", "points", "lost_points")

words = st.sampled_from(
    [
        *("Công khai TTHC", "<b>A & B</b>", "=SUM(A1:A9)", "+84", "-1,5", "@nhắc", "x" * 300),
        *("Sở Nội vụ; Sở Tài chính", "Trong năm 2021 và các năm tiếp theo", "100% hồ sơ"),
        *(
            "“Một cửa” & 'liên thông'",
            "Giao kế hoạch\nvốn đầu tư",
            "Rất dài " * 200,
            "]]>",
            "Hạn:\tQuý I",
        ),
    ]
)
title = st.tuples(words.filter(lambda text: text[:1].isalpha()), st.integers(0, 10**6)).map(
    lambda pair: f"{pair[0]} {pair[1]}"
)
number = st.integers(-3_000, 40_000).map(lambda n: n / 1000)
most = st.integers(1, 100).map(lambda n: n / 4)


@st.composite
def criterion(draw, code: str) -> dict[str, object]:
    highest = draw(most)
    reached = draw(st.none() | number.filter(lambda value: value <= highest))
    lost = None if reached is None else round(highest - reached, 3)
    plan = {name: draw(st.just("") | words) for name in TEXTS[1:]}
    marked = draw(st.none() | st.just(highest))
    said = {"code": code, "title": draw(title), "max_points": highest, "self_points": marked}
    return said | {"points": reached, "lost_points": lost} | plan


@st.composite
def tables(draw) -> list[dict[str, object]]:
    codes: list[str] = []
    for domain in range(1, draw(st.integers(1, 4)) + 1):
        codes.append(str(domain))
        for under in range(1, draw(st.integers(0, 3)) + 1):
            codes.append(f"{domain}.{under}")
            codes += [f"{domain}.{under}.{n}" for n in range(1, draw(st.integers(0, 2)) + 1)]
    return [draw(criterion(code)) for code in codes]


def typed(rows: list[dict[str, object]]) -> bytes:
    """The table as a person would have typed it, every text as a text."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bảng")
        sheet.write_string(0, 0, TITLES[-1])
        for at, column in enumerate(COLUMNS):
            sheet.write_string(2, at, column.title)
            for below, row in enumerate(rows, start=3):
                value = row[column.field]
                if isinstance(value, str):
                    sheet.write_string(below, at, value)
                elif value is not None:
                    sheet.write_number(below, at, value)
    return buffer.getvalue()


@cache
def known() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


def one_table(name: str, content: bytes) -> Table:
    (table,) = read_tables(name, content, known(), Limits())
    return table


def layout_of(table: Table) -> Layout:
    return laid_out(TITLES, records(table.frame))


def told(table: Table) -> set[tuple[str, str, int]]:
    header = table.header or 0
    return {(one.code, one.severity, one.row - header if one.row else 0) for one in table.problems}


def comparable(table: Table) -> pd.DataFrame:
    frame = table.frame[["code", "parent", "leaf", *TEXTS, *POINTS]].reset_index(drop=True)
    return frame.astype(dict.fromkeys(POINTS, "float64"))


@settings(max_examples=20)
@given(rows=tables())
def test_a_random_table_comes_back_the_same(rows: list[dict[str, object]]) -> None:
    source = one_table("bang.xlsx", typed(rows))
    assume(source.kind == "scores")  # without any points it is a set of criteria
    layout = layout_of(source)
    for suffix, write in WRITERS.items():
        again = one_table(f"phu-luc.{suffix}", write(layout))
        pd.testing.assert_frame_equal(comparable(again), comparable(source))
        assert told(again) <= told(source), suffix
        assert (again.organisation, again.year) == (source.organisation, source.year)


@settings(max_examples=20)
@given(rows=tables())
def test_texts_are_texts_and_numbers_numbers(rows: list[dict[str, object]]) -> None:
    layout = laid_out(TITLES, [{"parent": "", **row} for row in rows])
    sheet = load_workbook(BytesIO(appendix_workbook(layout))).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}  # no formula, no error
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7)]
    assert cells == [list(row) for row in layout.rows]
    (table,) = Document(BytesIO(appendix_document(layout))).tables
    assert [row.cells[1].text for row in table.rows[1:]] == [row["title"] for row in rows]


@pytest.mark.parametrize(("value", "written"), [(0.0, "0,00"), (-0.5, "−0,50"), (0.0645, "0,0645")])
def test_a_number_is_written_with_all_its_decimals(value: float, written: str) -> None:
    row = {**dict.fromkeys((one.field for one in COLUMNS), ""), "code": "1", "parent": ""}
    layout = laid_out(TITLES, [{**row, **dict.fromkeys(POINTS, value)}])
    (table,) = Document(BytesIO(appendix_document(layout))).tables
    assert [cell.text for cell in table.rows[1].cells[2:6]] == [written] * 4
