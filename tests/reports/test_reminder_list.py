"""Does the list for the letter hold every reminder under its unit, in the official form?"""

from datetime import date
from io import BytesIO

import pandas as pd
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from scoring.analysis.plans.reminders import COLUMNS
from scoring.reports.reminder_list import NOBODY, reminder_list

DAY = date(2022, 11, 20)


def found(*rows: dict[str, object]) -> pd.DataFrame:
    blank = dict.fromkeys(COLUMNS)
    usual = {"kind": "overdue", "days": 5, "title": "Công khai TTHC", "units": ["Văn phòng Sở"]}
    return pd.DataFrame([{**blank, **usual, **row} for row in rows], columns=list(COLUMNS))


def opened(frame: pd.DataFrame):
    return Document(BytesIO(reminder_list(frame, "Sở Văn hóa và Thể thao", "UBND TP Hà Nội", DAY)))


def tables(made) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]


def test_the_letterhead_and_the_paper() -> None:
    made = opened(found({}))
    section = made.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert round(section.page_width / Mm(1)) == 297
    assert made.styles["Normal"].font.name == "Times New Roman"
    head = tables(made)[0]
    assert head[0][0] == "UBND TP HÀ NỘI\nSỞ VĂN HÓA VÀ THỂ THAO\n"  # and the line under it
    assert head[0][1].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert head[1][1] == "……, ngày 20 tháng 11 năm 2022"


def test_each_unit_has_its_table_and_a_shared_task_stands_in_both() -> None:
    made = opened(
        found(
            {"units": ["Văn phòng Sở", "Thanh tra Sở"], "plan": "76/KH-SVHTT", "lost_points": 2.5},
            {"kind": "due_soon", "days": 0, "title": "Số hóa", "deadline": "20/11/2022"},
            {"kind": "silent", "days": 91, "title": "Rà soát", "units": []},
            {
                "kind": "target_missed",
                "title": "Hồ sơ đúng hạn",
                "value": 80.0,
                "goal": 86.0,
                "measure": "%",
            },
        )
    )
    headings = [one.text for one in made.paragraphs if one.style.name == "Heading 2"]
    assert headings == ["1. Văn phòng Sở", "2. Thanh tra Sở", f"3. {NOBODY}"]
    office, inspectors, nobody = tables(made)[1:]
    assert [row[1] for row in office[1:]] == ["Công khai TTHC", "Số hóa", "Hồ sơ đúng hạn"]
    assert [row[4] for row in office[1:]] == [
        "quá hạn 5 ngày",
        "đến hạn hôm nay",
        "đạt 80,00 %, cần 86,00 %",
    ]
    assert inspectors[1] == ["1", "Công khai TTHC", "76/KH-SVHTT", "", "quá hạn 5 ngày", "2,50"]
    assert nobody[1][4] == "91 ngày chưa báo cáo"


def test_a_long_table_repeats_its_header_and_cuts_no_row() -> None:
    made = opened(found(*[{"title": f"Nhiệm vụ {n} " * 30} for n in range(60)]))
    table = made.tables[1]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows[1:])
    assert len(table.rows) == 61


def test_nothing_to_remind_of_is_said() -> None:
    made = opened(found())
    assert len(made.tables) == 1
    assert made.paragraphs[-1].text == "Không có nhiệm vụ, chỉ tiêu nào cần đôn đốc."


def test_markup_and_control_characters_are_only_text() -> None:
    made = opened(found({"title": "<b>A & B</b>\x0b =1+1"}))
    assert tables(made)[1][1][1] == "<b>A & B</b> =1+1"
