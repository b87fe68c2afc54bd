"""Does the appendix, read back, give the table that it was made of, with nothing new wrong?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from openpyxl import load_workbook

from scoring import intake
from scoring.analysis.review.gathered import Review, review
from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from scoring.reports.appendix.document import appendix_document
from scoring.reports.appendix.layout import Layout, appendix
from scoring.reports.appendix.workbook import appendix_workbook
from scoring.store import Store

ROOT = Path(__file__).parents[2]
WRITERS = {"docx": appendix_document, "xlsx": appendix_workbook}
HEADER = [
    *("STT", "Lĩnh vực/ Tiêu chí/Tiêu chí thành phần", "Điểm chuẩn", "Điểm thẩm định"),
    *("Điểm bị mất", "Giải pháp", "Cơ quan chủ trì thực hiện", "Cơ quan phối hợp"),
    *("Thời gian thực hiện", "Ghi chú"),
]
both = pytest.mark.parametrize("suffix", WRITERS)


def laid(found: Review) -> Layout:
    layout = appendix(found)
    assert layout is not None
    return layout


def read(suffix: str, layout: Layout, reference: Reference) -> Table:
    content = WRITERS[suffix](layout)
    (table,) = read_tables(f"phu-luc.{suffix}", content, reference, Limits())
    return table


def said(table: Table) -> list[tuple[str, int]]:
    """Every problem with how far below the header it is."""
    header = table.header or 0
    return sorted((one.code, one.row - header if one.row else 0) for one in table.problems)


def every_score_table(store: Store) -> list[tuple[str, int]]:
    found = store.query(
        "select distinct organisation, year from current_batch where kind = 'scores'", {}
    )
    return list(found.itertuples(index=False, name=None))


@both
def test_each_sample_with_a_score_table_comes_back_unchanged(
    suffix: str, sample_store: tuple[Store, Reference]
) -> None:
    store, reference = sample_store
    scopes = every_score_table(store)
    assert scopes
    for organisation, year in scopes:
        layout = laid(review(store.query, organisation, year, date(2022, 1, 10)))
        table = read(suffix, layout, reference)
        assert (table.organisation.id, table.year, table.index) == (organisation, year, "PAR")
        assert intake.current_batch(store, table) is not None
        assert intake.changes(store, table).empty


@both
def test_lam_dong_keeps_its_three_findings_and_gets_no_other(
    suffix: str, lam_dong: Review, sample_store: tuple[Store, Reference]
) -> None:
    table = read(suffix, laid(lam_dong), sample_store[1])
    (source,) = read_tables(
        "lam-dong-par-2020.xlsx",
        (ROOT / "data" / "samples" / "lam-dong-par-2020.xlsx").read_bytes(),
        sample_store[1],
        Limits(),
    )
    assert said(table) == said(source)
    assert [code for code, _ in said(table)] == ["children-differ", "domain-absent", "title-clash"]
    assert (table.plan, table.rows, table.totals) == (source.plan, 37, source.totals)


def test_the_document_is_landscape_with_a_header_on_every_page(lam_dong: Review) -> None:
    made = Document(BytesIO(appendix_document(laid(lam_dong))))
    section = made.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [297, 210]
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == HEADER
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows[1:])
    assert made.paragraphs[0].text == "PHỤ LỤC"
    assert "lần nạp" in section.footer.paragraphs[0].text


def test_the_workbook_has_numbers_as_numbers_and_repeats_its_header(lam_dong: Review) -> None:
    layout = laid(lam_dong)
    sheet = load_workbook(BytesIO(appendix_workbook(layout))).worksheets[0]
    assert [cell.value for cell in sheet[6]] == HEADER
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.page_setup.orientation == "landscape"
    for cells, values in zip(sheet.iter_rows(min_row=7), layout.rows, strict=True):
        for at, (cell, value) in enumerate(zip(cells, values, strict=True)):
            assert cell.value == value
            if at in layout.numbers and value is not None:
                assert (cell.data_type, cell.number_format) == ("n", "#,##0.00########")


def test_what_is_not_known_of_the_plan_is_left_blank(lam_dong: Review) -> None:
    layout = appendix(lam_dong, number="", year=2023)
    assert layout is not None
    assert layout.titles[1].endswith("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023")
    assert layout.titles[2].startswith("(Kèm theo Kế hoạch số ……/KH-UBND ngày …… tháng ……")
    assert layout.titles[3] == (
        "Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng: 83,93/100,00 điểm, xếp thứ 32/63"
    )


@both
def test_a_blank_plan_is_no_plan(
    suffix: str, lam_dong: Review, sample_store: tuple[Store, Reference]
) -> None:
    layout = appendix(lam_dong, number="")
    assert layout is not None
    table = read(suffix, layout, sample_store[1])
    assert (table.plan, table.year) == ("", 2020)


def test_without_a_score_table_there_is_none(review_of: Callable[..., Review]) -> None:
    assert appendix(review_of("gia-lai", 2022)) is None


@both
def test_self_points_have_a_column_of_their_own_where_there_are_any(
    suffix: str, lam_dong: Review, sample_store: tuple[Store, Reference]
) -> None:
    marked = lam_dong.criteria["max_points"].where(lam_dong.criteria["kind"] != "survey")
    found = replace(lam_dong, criteria=lam_dong.criteria.assign(self_points=marked))
    layout = laid(found)
    assert [one.title for one in layout.columns] == [
        *HEADER[:3],
        "Điểm tự đánh giá",
        *HEADER[3:],
    ]
    table = read(suffix, layout, sample_store[1])
    assert table.frame["self_points"].fillna(-1).tolist() == marked.fillna(-1).tolist()


@both
def test_a_department_comes_back_as_itself(
    suffix: str, lam_dong: Review, sample_store: tuple[Store, Reference]
) -> None:
    for name, level in (
        ("Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng", "sở"),
        ("UBND thành phố Tuyên Quang", "huyện"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "bộ"),
        ("TP. Hồ Chí Minh", "tỉnh"),
    ):
        head = replace(lam_dong.head, name=name, level=level)
        table = read(suffix, laid(replace(lam_dong, name=name, head=head)), sample_store[1])
        assert table.organisation is not None
        assert (table.organisation.name, table.year) == (name, 2020)


@both
def test_a_cell_changed_in_the_appendix_is_all_that_differs(
    suffix: str, lam_dong: Review, sample_store: tuple[Store, Reference]
) -> None:
    store, reference = sample_store
    layout = laid(lam_dong)
    solution = [one.field for one in layout.columns].index("solution")
    rows = [list(row) for row in layout.rows]
    rows[1][solution] = "Mỗi cơ quan có ít nhất 02 sáng kiến"
    edited = replace(layout, rows=tuple(tuple(row) for row in rows))
    (found,) = intake.changes(store, read(suffix, edited, reference)).to_dict("records")
    assert (found["code"], found["field"], found["new"]) == ("1.5", "solution", rows[1][solution])
