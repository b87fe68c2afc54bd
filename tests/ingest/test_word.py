"""Tables in Word documents: each is a sheet, with the texts that stand before it."""

from collections.abc import Sequence

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, open_sheets
from tests.ingest.word_files import (
    counted,
    docx,
    p,
    plain_table,
    run,
    tbl,
    tc,
    tr,
    used,
)


def sheets(content: bytes) -> Sequence[Sheet]:
    found, problems = open_sheets("ke-hoach.docx", content, Limits())
    assert problems == ()
    return found


def rows(content: bytes, number: int = 1) -> list[list[str]]:
    return [list(row) for row in sheets(content)[number - 1].rows]


def test_each_table_is_a_sheet_with_the_texts_above_it() -> None:
    content = docx(
        plain_table([["UBND TỈNH LÂM ĐỒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]),
        p("KẾ HOẠCH"),
        p(),
        p("Phụ lục 1"),
        plain_table([["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"]]),
        p("Phụ lục 2"),
        plain_table([["x", "y"]]),
    )
    letterhead, first, second = sheets(content)
    assert [one.name for one in (letterhead, first, second)] == ["Bảng 1", "Bảng 2", "Bảng 3"]
    assert (letterhead.above, first.above, second.above) == (
        (),
        ("KẾ HOẠCH", "Phụ lục 1"),
        ("Phụ lục 2",),
    )
    assert first.opening[:3] == (
        "UBND TỈNH LÂM ĐỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "KẾ HOẠCH",
    )
    assert first.rows[0] == ["1", "a"] and first.source == b""


def test_the_opening_is_twelve_paragraphs() -> None:
    content = docx(*(p(f"Đoạn {number}") for number in range(40)), plain_table([["1"]]))
    assert sheets(content)[0].opening == tuple(f"Đoạn {number}" for number in range(12))


def test_the_paragraphs_of_a_cell_are_lines() -> None:
    content = docx(tbl(tr(tc(p("Sở Nội vụ;"), p(), p("Sở Tài chính")), tc(p("Quý"), p("I")))))
    assert rows(content) == [["Sở Nội vụ;\nSở Tài chính", "Quý\nI"]]


def test_runs_breaks_and_tabs_make_one_text() -> None:
    text = f"<w:p>{run('Điểm ')}{run('chuẩn')}<w:r><w:br/><w:t>(tối đa)</w:t></w:r></w:p>"
    assert rows(docx(tbl(tr(tc(text))))) == [["Điểm chuẩn\n(tối đa)"]]


def test_a_merged_cell_has_its_value_at_its_top_left() -> None:
    content = docx(
        tbl(
            tr(tc(p("STT"), down="restart"), tc(p("Điểm"), span=2)),
            tr(tc(p(), down="continue"), "chuẩn", "đạt"),
            tr("1", "10", "8"),
        )
    )
    (sheet,) = sheets(content)
    assert sheet.rows == [["STT", "Điểm", ""], ["", "chuẩn", "đạt"], ["1", "10", "8"]]
    assert set(sheet.merged) == {((0, 0), (1, 0)), ((0, 1), (0, 2))}


def test_two_merges_below_each_other_are_two() -> None:
    content = docx(
        tbl(
            tr("1", tc(p("Sở A"), down="restart")),
            tr("2", tc(p(), down="continue")),
            tr("3", tc(p("Sở B"), down="restart")),
            tr("4", tc(p(), down="continue")),
            tr("5", "Sở C"),
        )
    )
    (sheet,) = sheets(content)
    assert [row[1] for row in sheet.rows] == ["Sở A", "", "Sở B", "", "Sở C"]
    assert set(sheet.merged) == {((0, 1), (1, 1)), ((2, 1), (3, 1))}


def test_rows_of_different_widths_are_made_equal() -> None:
    skipped = '<w:gridBefore w:val="1"/>'
    content = docx(tbl(tr("1", "a", "b"), tr("2"), tr("c", properties=skipped)))
    assert rows(content) == [["1", "a", "b"], ["2", "", ""], ["", "c", ""]]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = plain_table([["x", "y"]])
    content = docx(tbl(tr(tc(p("trước"), inner, p("sau")), "2")), plain_table([["cuối"]]))
    assert rows(content, 1) == [["trước\nsau", "2"]]
    assert rows(content, 2) == [["x", "y"]]
    assert rows(content, 3) == [["cuối"]]


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        f"<w:p>{run('Sở ')}<w:del><w:r><w:delText>Tài chính</w:delText></w:r></w:del>"
        f"<w:ins>{run('Nội vụ')}</w:ins><w:moveFrom>{run(' cũ')}</w:moveFrom></w:p>"
    )
    content = docx(
        tbl(
            tr("1", tc(changed)),
            tr("2", "xoá", properties="<w:del/>"),
            tr("3", "thêm", properties="<w:ins/>"),
        )
    )
    assert rows(content) == [["1", "Sở Nội vụ"], ["3", "thêm"]]


def test_content_controls_and_text_boxes_are_read_and_no_text_twice() -> None:
    control = f"<w:sdt><w:sdtContent>{tr('2', 'b')}</w:sdtContent></w:sdt>"
    box = (
        "<w:p><mc:AlternateContent xmlns:mc='m'>"
        f"<mc:Choice><w:txbxContent>{p('PHỤ LỤC')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('PHỤ LỤC')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    (sheet,) = sheets(docx(box, tbl(tr("1", "a"), control)))
    assert sheet.rows == [["1", "a"], ["2", "b"]]
    assert sheet.above == ("PHỤ LỤC",)


def numbered(*levels: int) -> str:
    cells = (tr(tc(p(listed="1", level=level)), f"Dòng {at}") for at, level in enumerate(levels))
    return tbl(*cells)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((0, 0, 0), ["1", "2", "3"]),
        ((0, 1, 1, 0, 1), ["1", "1.1", "1.2", "2", "2.1"]),
        ((0, 1, 2, 1, 2), ["1", "1.1", "1.1.a", "1.2", "1.2.a"]),
    ],
)
def test_numbers_that_word_counts_are_read(levels: Sequence[int], expected: list[str]) -> None:
    kinds = counted(("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%1.%2.%3"))
    content = docx(numbered(*levels), numbering=kinds)
    assert [row[0] for row in rows(content)] == expected


def test_roman_numbers_of_a_style() -> None:
    style = (
        '<w:style w:styleId="De"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    cell = tc('<w:p><w:pPr><w:pStyle w:val="De"/></w:pPr></w:p>')
    kinds = counted(("upperRoman", "%1."))
    content = docx(tbl(*(tr(cell, "x") for _ in range(4))), numbering=kinds, styles=style)
    assert [row[0] for row in rows(content)] == ["I.", "II.", "III.", "IV."]


def test_a_list_goes_on_or_begins_anew_as_it_says() -> None:
    kinds = counted(("decimal", "%1.")) + used("2", "1") + used("3", "1", start=1)
    lists = [tr(tc(p(listed=name)), "x") for name in ("1", "1", "2", "3", "3")]
    content = docx(tbl(*lists), numbering=kinds)
    assert [row[0] for row in rows(content)] == ["1.", "2.", "3.", "1.", "2."]


def test_paragraphs_before_the_table_count_and_bullets_say_nothing() -> None:
    kinds = counted(("decimal", "%1."), ("bullet", "-"))
    content = docx(
        p("Mục một", listed="1"),
        tbl(tr(tc(p(listed="1")), tc(p(listed="1", level=1)), tc(p("Chữ", listed="1")))),
        numbering=kinds,
    )
    assert rows(content) == [["2.", "", "Chữ"]]


def test_a_document_without_a_table_says_what_to_do() -> None:
    found, (problem,) = open_sheets("ke-hoach.docx", docx(p("KẾ HOẠCH")), Limits())
    assert (found, problem.code) == ((), "no-table")
    assert "bảng của Word" in problem.fix


def test_limits_hold_for_documents() -> None:
    small = Limits(max_cells=10)
    for content in (
        docx(plain_table([["1"] * 4] * 3)),
        docx(tbl(tr(tc(p("x"), span=999_999_999)))),
        docx(tbl(tr("x", properties='<w:gridBefore w:val="99999999"/>'))),
    ):
        _, (problem,) = open_sheets("a.docx", content, small)
        assert problem.code == "file-too-large"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:x>" * 300 + "</w:x>" * 300, "file-unreadable"),
        ("<w:p>", "file-unreadable"),
        ("<w:x/>" * 1_100_000, "file-too-large"),
    ],
)
def test_documents_that_no_word_wrote(body: str, code: str) -> None:
    _, (problem,) = open_sheets("a.docx", docx(body), Limits())
    assert problem.code == code
