"""Does LibreOffice open the workbook whole, and does it show each number as the pages do?"""

import re
from pathlib import Path

import pytest

from scoring.reports.blocks import Chart, Column, Screen, Series, Table, written
from scoring.reports.workbook.book import workbook
from tests.reports.made_up import TITLES
from tests.reports.test_slides_office import KINDS, VALUES, converted

CSV = "csv:Text - txt - csv (StarCalc):9,34,76"


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_shows_its_number_as_the_pages_write_it(tmp_path: Path, kind: str) -> None:
    columns = (Column("Tên"), Column("Số", kind))  # type: ignore[arg-type]
    values = (*VALUES, -0.0004, 0.004, -0.004)
    table = Table(columns, tuple(("Tên", value) for value in values))
    content = workbook([Screen("x", "Thử", "Một thông điệp", table=table)], title="Thử")
    rows = converted(tmp_path, "so.xlsx", content, CSV).decode("utf-8-sig").splitlines()
    told = [row.split("\t")[1].strip('"') for row in rows[2:]]
    # A third decimal is shown only where the number has one, and a unit is not parted from it.
    assert told == [written(value, kind) for value in values]  # type: ignore[arg-type]


def test_a_workbook_of_anything_is_opened_and_printed(tmp_path: Path) -> None:
    rows = tuple((TITLES[at % len(TITLES)], at / 8, None) for at in range(200))
    table = Table((Column("Việc", width=4.0), Column("Điểm", "points"), Column("Hạn")), rows)
    chart = Chart(
        "stacked bars",
        TITLES[1],
        tuple(row[0] for row in rows[:40]),
        (Series("=1+1", tuple(row[1] for row in rows[:40])), Series("b", (None,) * 40, "loss")),
    )
    screens = [Screen("x", TITLES[3], TITLES[0], table=table, chart=chart, sources=TITLES)]
    content = workbook(screens, title=TITLES[1], filters=TITLES)
    pdf = converted(tmp_path, "sach.xlsx", content, "pdf")
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) > 2
