"""What comes back of a file: its problems marked where they are, everything else as it was."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.ingest.problems import problem
from scoring.ingest.rules import ERROR, NOTE, WARNING
from scoring.ingest.table import Table
from scoring.sheets.marked import marked_copy, marked_name
from scoring.sheets.styles import COLOURS
from tests.sheets.conftest import LAM_DONG, NOW, ROWS, SAMPLES, book_of, opened, saved
from tests.sheets.rich import SHEET, rich_workbook

Tables = Callable[..., tuple[Table, ...]]
Mark = Callable[..., bytes]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def coloured(sheet: Any) -> dict[str, str]:
    """The cells with one of our colours, and its severity."""
    severities = {colour: severity for severity, colour in COLOURS.items()}
    return {
        cell.coordinate: severities[cell.fill.fgColor.rgb]
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in severities
    }


def test_each_problem_cell_is_coloured_by_its_gravest_problem(mark: Mark) -> None:
    sheet = opened(mark(book_of({"Phụ lục": ROWS})))["Phụ lục"]
    assert coloured(sheet) == {
        "C3": NOTE,  # domain-absent: 29,00 of 100,00
        "E5": WARNING,  # 0,05 where the children lost 0,02 + 0,044
        "D8": ERROR,  # “bảy điểm”
        "D9": ERROR,  # 80,00 of 8,00
        "E9": WARNING,  # 8,00 − 80,00 is not 0,00
    }


def test_each_problem_cell_has_a_comment_of_one_sentence_a_problem(mark: Mark) -> None:
    sheet = opened(mark(book_of({"Phụ lục": ROWS})))["Phụ lục"]
    comment = sheet["D9"].comment
    assert comment.author == "Kiểm tra số liệu"
    first, second = comment.text.split("\n")
    assert first == "Kiểm tra số liệu:"
    assert second.startswith("• Lỗi: cần số từ 0 đến 8,00, thấy 80,00. ")
    assert sheet["D4"].comment is None


def test_all_problems_of_a_cell_stand_in_its_comment_the_gravest_first(tables: Tables) -> None:
    content = book_of({"Phụ lục": ROWS})
    (table,) = tables(content)
    place = {"sheet": "Phụ lục", "row": 4, "column": "B"}
    two = [problem("title-clash", **place), problem("points-above-max", **place)]
    content = marked_copy([replace(table, problems=tuple(two))], content, now=NOW)[1]
    cell = opened(content)["Phụ lục"]["B4"]
    assert cell.fill.fgColor.rgb == COLOURS[ERROR]
    lines = cell.comment.text.split("\n")[1:]
    assert [line.partition(":")[0] for line in lines] == ["• Lỗi", "• Cảnh báo"]


def test_a_row_is_marked_at_its_first_cell_and_a_sheet_at_its_header(tables: Tables) -> None:
    content = book_of({"Phụ lục": [(None, *row) for row in ROWS]})
    (table,) = tables(content)
    about = [
        problem("row-without-code", sheet="Phụ lục", row=6),
        problem("no-rows", sheet="Phụ lục"),
        problem("file-too-large"),  # of the whole file: only listed
    ]
    content = marked_copy([replace(table, problems=tuple(about))], content, now=NOW)[1]
    assert coloured(opened(content)["Phụ lục"]) == {"B3": ERROR, "B6": WARNING}
    listed = [row[2].value for row in opened(content)[LISTED].iter_rows(min_row=4)]
    assert sorted(listed) == ["(cả tệp)", "Phụ lục", "Phụ lục"]


def test_a_problem_inside_a_merged_range_is_marked_where_the_range_shows(tables: Tables) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    book["Phụ lục"].merge_cells("B4:B6")
    content = saved(book)
    (table,) = tables(content)
    found = problem("title-clash", sheet="Phụ lục", row=6, column="B")
    content = marked_copy([replace(table, problems=(found,))], content, now=NOW)[1]
    assert coloured(opened(content)["Phụ lục"]) == {"B4": WARNING}


def test_a_blank_cell_can_be_marked_and_looks_like_its_column(tables: Tables) -> None:
    book = opened(book_of({"Phụ lục": ROWS}))
    content = saved(book)
    (table,) = tables(content)
    places = [("F", 8), ("H", 8), ("A", 30), ("B", 2)]
    found = tuple(
        problem("lead-missing", sheet="Phụ lục", row=row, column=column) for column, row in places
    )
    content = marked_copy([replace(table, problems=found)], content, now=NOW)[1]
    assert set(coloured(opened(content)["Phụ lục"])) == {"F8", "H8", "A30", "B2"}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_a_marked_copy_is_read_like_the_original(path: Any, tables: Tables, mark: Mark) -> None:
    content = path.read_bytes()
    before = tables(content, path.name)
    after = tables(mark(content, path.name), path.name)
    assert [one.problems for one in before] == [one.problems for one in after]
    assert [(one.sheet, one.anchor, one.year) for one in before] == [
        (one.sheet, one.anchor, one.year) for one in after
    ]
    assert all(one.frame.equals(two.frame) for one, two in zip(before, after, strict=True))


def test_everything_else_of_a_workbook_stays_as_it_is(mark: Mark) -> None:
    original = rich_workbook()
    before, after = parts(original), parts(mark(original))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    }
    assert set(after) - set(before) == {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}


def test_of_a_sheet_only_styles_of_problem_cells_change(mark: Mark) -> None:
    original = rich_workbook()
    part = "xl/worksheets/sheet1.xml"
    cells = re.compile(rb"<c [^>]*?(?:/>|>.*?</c>)", re.S)
    before = cells.findall(parts(original)[part])
    after = cells.findall(parts(mark(original))[part])
    without = [re.sub(rb'\s+s="\d+"', b"", cell) for cell in after]
    assert without == [re.sub(rb'\s+s="\d+"', b"", cell) for cell in before]
    restyled = [one for one, two in zip(after, before, strict=True) if one != two]
    addresses = [re.search(rb'r="([A-Z]+\d+)"', cell)[1] for cell in restyled]  # type: ignore[index]
    assert addresses == [b"C4", b"D7", b"E7"]
    assert b"<f>C7-D7</f><v>-1.0</v>" in b"".join(after)  # formula and its stored value


def test_layout_formulas_and_looks_are_kept(mark: Mark) -> None:
    book = opened(mark(rich_workbook()))
    sheet = book[SHEET]
    assert sheet.freeze_panes == "C5"
    assert [str(cells) for cells in sheet.merged_cells.ranges] == ["A1:E1"]
    assert sheet.column_dimensions["F"].hidden
    assert sheet.row_dimensions[3].hidden
    assert sheet.row_dimensions[2].height == 30
    assert sheet["E5"].value == "=C5-D5"
    assert sheet["D7"].number_format == "0.000"  # of the coloured cell too
    assert "diem" in book.defined_names
    assert len(sheet.data_validations.dataValidation) == 1


def test_white_text_on_a_dark_header_becomes_readable_where_it_is_marked(mark: Mark) -> None:
    sheet = opened(mark(rich_workbook()))[SHEET]
    assert sheet["C4"].fill.fgColor.rgb == COLOURS[NOTE]
    assert (sheet["C4"].font.color.rgb, sheet["C4"].font.bold) == ("FF000000", True)
    assert sheet["A4"].font.color.rgb == "FFFFFFFF"


def test_comments_that_are_there_stay_and_ours_follows(mark: Mark) -> None:
    sheet = opened(mark(rich_workbook()))[SHEET]
    assert sheet["C5"].comment.text == "Theo quyết định"
    theirs = sheet["D7"].comment
    assert theirs.author == "Chị An"
    assert theirs.text.startswith("Số liệu chờ xác nhận\n\nKiểm tra số liệu:\n• Lỗi: cần số từ 0")


def test_comments_stand_in_boxes_large_enough(mark: Mark) -> None:
    shapes = parts(mark(rich_workbook()))["xl/drawings/vmlDrawing1.vml"].decode()
    notes = re.findall(r"<v:shape .*?</v:shape>", shapes, re.S)
    rows = [re.search(r"<x:Row>(\d+)", note) for note in notes if "Note" in note]
    assert sorted(int(row[1]) for row in rows if row) == [3, 4, 6, 6]  # C4; C5; D7, E7
    assert 'ObjectType="Button"' in shapes
    # D7 says two sentences in 46 signs a line: the box is 300 pixels wide, past column F (hidden).
    (grown,) = (one for one in notes if re.search(r"<x:Row>6</x:Row><x:Column>3<", one))
    left, _, top, _, right, _, bottom, _ = re.search(r"<x:Anchor>(.*?)<", grown)[1].split(",")  # type: ignore[index]
    assert int(right) - int(left) >= 4
    assert int(bottom) - int(top) >= 5


def test_the_record_of_the_cells_is_kept_out_of_sight(mark: Mark) -> None:
    book = opened(mark(book_of({"Phụ lục": ROWS})))
    assert book.sheetnames == ["Phụ lục", LISTED, ORIGINAL]
    assert [book[name].sheet_state for name in book.sheetnames] == [
        "visible",
        "visible",
        "veryHidden",
    ]


def test_the_copy_is_named_after_the_file(tables: Tables) -> None:
    content = LAM_DONG.read_bytes()
    for name in ("lâm đồng.xlsx", "lâm đồng (đánh dấu).xlsx"):
        assert marked_copy(tables(content, name), content)[0] == "lâm đồng (đánh dấu).xlsx"
    assert marked_name("a.b.csv", b"1;2") == "a.b (đánh dấu).xlsx"


def test_a_workbook_with_macros_keeps_them(tables: Tables) -> None:
    content = with_macros(LAM_DONG.read_bytes())
    name, done = marked_copy(tables(content, "bang.xlsm"), content)
    assert name == marked_name("bang.xlsm", content) == "bang (đánh dấu).xlsm"
    assert parts(done)["xl/vbaProject.bin"] == b"macros"
    assert b"macroEnabled" in parts(done)["[Content_Types].xml"]


def with_macros(content: bytes) -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts(content).items():
            archive.writestr(name, part.replace(kind, macros))
        archive.writestr("xl/vbaProject.bin", b"macros")
    return stream.getvalue()


def test_the_same_file_at_the_same_moment_gives_the_same_copy(mark: Mark) -> None:
    assert mark(LAM_DONG.read_bytes()) == mark(LAM_DONG.read_bytes())


def test_a_writer_that_names_its_namespaces_is_understood(tables: Tables, mark: Mark) -> None:
    content = prefixed(book_of({"Phụ lục": ROWS}))
    assert coloured(opened(mark(content))["Phụ lục"]).keys() == {"C3", "E5", "D8", "D9", "E9"}
    (before,), (after,) = tables(content), tables(mark(content))
    assert before.problems == after.problems


def prefixed(content: bytes) -> bytes:
    """The workbook with 'x:' before every name of its sheet, as some writers do."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts(content).items():
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x=")
            archive.writestr(name, part)
    return stream.getvalue()


def test_rows_and_cells_without_addresses_are_counted(mark: Mark) -> None:
    content = book_of({"Phụ lục": ROWS})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts(content).items():
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb' r="[A-Z]*\d+"', b"", part)
            archive.writestr(name, part)
    sheet = parts(mark(stream.getvalue()))["xl/worksheets/sheet1.xml"]
    rows = re.findall(rb"<row.*?</row>|<row[^>]*/>", sheet, re.S)
    styled = [len(re.findall(rb' s="[1-9]', row)) for row in rows]
    assert styled == [0, 1, 0, 1, 0, 0, 1, 2]  # the writer left the blank row out
