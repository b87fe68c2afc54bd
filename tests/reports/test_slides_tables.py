"""Where does a table of a screen go: onto its slide, over several, beside its chart, the notes?"""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reports.blocks import Column, Table, written
from scoring.reports.slides.arrangement import repeats
from scoring.reports.slides.table_parts import Row, _balanced
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


def rows_of(*heights):
    return [Row((str(at),), 12.0, high, False) for at, high in enumerate(heights)]


def fits(parts, first, others):
    rooms = [first, *(others for _ in parts[1:])]
    return all(
        len(part) == 1 or sum(row.high for row in part) <= room
        for part, room in zip(parts, rooms, strict=True)
    )


@pytest.mark.parametrize(
    ("heights", "first", "others", "counts"),
    [
        ((10.0,) * 10, 70.0, 70.0, [5, 5]),  # as many as fit would leave 3 of 10
        ((10.0,) * 10, 49.0, 49.0, [4, 3, 3]),
        ((10.0,) * 12, 40.0, 90.0, [4, 8]),  # under figures there is room for few
        ((30.0, *(10.0,) * 7), 70.0, 70.0, [3, 5]),  # even in height, not in number
        ((50.0, 10.0), 40.0, 40.0, [1, 1]),
    ],
)
def test_the_parts_of_a_table_are_alike_and_never_more_than_fits(heights, first, others, counts):
    parts = _balanced(rows_of(*heights), first, others)
    assert [len(part) for part in parts] == counts
    assert fits(parts, first, others)


@given(
    st.lists(st.integers(1, 40).map(float), min_size=1, max_size=9),
    st.integers(40, 90),
    st.integers(40, 90),
)
def test_no_other_way_takes_fewer_slides_or_is_more_even(heights, first, others):
    rows = rows_of(*heights)
    parts = _balanced(rows, first, others)
    assert [row for part in parts for row in part] == rows and fits(parts, first, others)

    def uneven(parts):
        return len(parts), sum(sum(row.high for row in part) ** 2 for part in parts)

    for count in range(len(parts)):
        for cuts in combinations(range(1, len(rows)), count):
            ends = [0, *cuts, len(rows)]
            other = [rows[a:b] for a, b in zip(ends, ends[1:], strict=False)]
            assert not fits(other, first, others) or uneven(other) >= uneven(parts)


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
