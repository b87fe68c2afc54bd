"""Where does a table of a screen go: onto its slide, over several, beside its chart, the notes?"""

from dataclasses import replace

from scoring.reports.blocks import Column, Table, written
from scoring.reports.slides.arrangement import repeats
from scoring.text.printable import one_line
from tests.reports.slides_material import FALLS, TASKS, UNITS, WATERFALL, WORK, charts, made


def tables(slides):
    return [shape.table for slide in slides for shape in slide.shapes if shape.has_table]


def test_a_long_table_goes_on_with_its_header_and_loses_nothing():
    found = tables(made(WORK).slides)
    assert len(found) > 5
    header = [column.title for column in TASKS.columns]
    assert all([cell.text for cell in one.rows[0].cells] == header for one in found)
    rows = [[cell.text for cell in row.cells] for one in found for row in list(one.rows)[1:]]
    assert rows == [
        [
            one_line(written(value, column.kind))
            for value, column in zip(row, TASKS.columns, strict=True)
        ]
        for row in TASKS.rows
    ]


def test_the_last_slide_of_a_table_is_not_nearly_empty():
    found = tables(made(WORK).slides)
    assert len(found[-1].rows) > 4


def test_a_table_that_repeats_its_chart_goes_into_the_notes():
    table = Table(
        (Column("Lĩnh vực"), Column("Điểm chuẩn", "points")),
        (("9 KẾT QUẢ ĐIỀU TRA", 33.5), ("6 CẢI CÁCH TÀI CHÍNH CÔNG", None)),
    )
    assert repeats(WATERFALL, table)
    assert not repeats(WATERFALL, replace(table, rows=(("8 Khác", 1.0),)))
    (slide,) = made(replace(FALLS, table=table)).slides
    assert tables([slide]) == []
    said = slide.notes_slide.notes_text_frame.text
    assert "9 KẾT QUẢ ĐIỀU TRA: Điểm chuẩn 33,50" in said
    assert "6 CẢI CÁCH TÀI CHÍNH CÔNG: Điểm chuẩn –" in said


def test_a_short_table_of_other_things_stands_beside_the_chart():
    other = Table((Column("Việc"), Column("Điểm", "points")), (("Lấy lại 9.1", 5.94),))
    (slide,) = made(replace(UNITS, table=other)).slides
    (table,) = tables([slide])
    assert [cell.text for cell in table.rows[1].cells] == ["Lấy lại 9.1", "5,94"]
    assert any(shape.has_chart for shape in slide.shapes)


def test_a_long_table_of_other_things_follows_the_chart():
    found = made(replace(UNITS, table=TASKS))
    assert len(list(charts(found))) == 1
    assert not any(shape.has_table for shape in found.slides[0].shapes)
    assert sum(len(one.rows) - 1 for one in tables(found.slides)) == 200
