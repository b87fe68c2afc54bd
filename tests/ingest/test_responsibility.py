"""Who answers for what by when: what is not clear, and which names were read otherwise?"""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.problems import Problem, sentence
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Repair
from scoring.ingest.task_tables.responsibility import responsibility
from scoring.text.units import parse_units
from tests.ingest.conftest import workbook

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
LETTERS = {"lead": "G", "coordinating": "H", "deadline": "I"}
FIELDS = ("code", "solution", "lead", "coordinating", "deadline")


def frame_of(text: str) -> pd.DataFrame:
    """A text table of code, solution, lead, coordinating, deadline; its rows from 5 on."""
    lines = [line.split("|") for line in text.strip().splitlines()]
    rows = [dict(zip(FIELDS, (cell.strip() for cell in line), strict=True)) for line in lines]
    return pd.DataFrame(rows, columns=FIELDS).assign(row=range(5, 5 + len(rows)))


@pytest.fixture
def told(reference: Reference):
    """Problems and repairs of a text table: 'G5 code', 'G5 printed → name'."""

    def read(
        text: str, *, leaf: bool = True, without: Sequence[str] = ()
    ) -> tuple[list[str], list[str]]:
        columns = {field: at for field, at in LETTERS.items() if field not in without}
        problems, repairs = responsibility(
            frame_of(text), "Phụ lục", columns, reference.units, leaf=leaf
        )
        return list(map(problem_text, problems)), list(map(repair_text, repairs))

    return read


def problem_text(one: Problem) -> str:
    return f"{one.column or ''}{one.row or ''} {one.code}"


def repair_text(one: Repair) -> str:
    return f"{one.column}{one.row} {one.found} → {one.read}"


def test_known_units_and_times_are_nothing_to_speak_of(told) -> None:
    assert told("""
        1.5 | Viết sáng kiến | Các Sở, ban, ngành; UBND cấp huyện | Sở Nội vụ | Trong năm 2021
        1.6 | Rà soát        | SỞ NỘI VỤ                          | -         | Quý I/2022
        4   |                |                                    |           |
    """) == ([], [])


def test_a_repaired_name_is_told_once_at_its_first_place(told) -> None:
    assert told("""
        1.1 | X | Sở Nội vụ; Thanh tra tình | Trung tâm phục vụ HCC | Quý I/2022
        1.2 | X | Thanh tra tình            | Sở KH&ĐT              | Quý I/2022
        1.3 | X | Sở KH&ĐT, Thanh tra tình  | Sở KH&ĐT              | Quý I/2022
    """) == (
        [],
        [
            "G5 Thanh tra tình → Thanh tra tỉnh",
            "H5 Trung tâm phục vụ HCC → Trung tâm Phục vụ hành chính công",
            "H6 Sở KH&ĐT → Sở Kế hoạch và Đầu tư",
            "G7 Sở KH&ĐT → Sở Kế hoạch và Đầu tư",
        ],
    )


def test_an_unknown_unit_is_told_once_with_how_often_it_stands_elsewhere(
    reference: Reference,
) -> None:
    frame = frame_of("""
        1.1 | X | Nhà máy nước            | Sở Nội vụ    | Quý I/2022
        1.2 | X | Nhà máy nước            | Sở Nội vụ    | Quý I/2022
        1.3 | X | Sở Nội vụ; nhà máy nước | Nhà máy nước | Quý I/2022
        1.4 | X | Sở Thông tinn và Truyền thônq | Sở Nội vụ    | Quý I/2022
    """)
    problems, _ = responsibility(frame, "PL", LETTERS, reference.units, leaf=True)
    assert [sentence(one).partition(". ")[0] for one in problems] == [
        "PL!G5: cần tên đơn vị đã biết, thấy “Nhà máy nước” (và 3 chỗ khác)",
        "PL!G8: cần tên đã biết, có thể là “Sở Thông tin và Truyền thông”, "
        "thấy “Sở Thông tinn và Truyền thônq”",
    ]
    assert {(one.code, one.severity) for one in problems} == {("unit-unknown", "note")}


def test_groups_and_offices_of_a_place_are_recognised(told) -> None:
    assert told("""
        1.1 | X | Tất cả các đơn vị    | UBND huyện Lạc Dương | Hằng năm
        1.2 | X | Công an huyện        | Trưởng phòng Tổng hợp | Hằng năm
    """) == ([], [])


def test_a_deadline_that_nobody_understands(reference: Reference) -> None:
    frame = frame_of("""
        1.1 | X | Sở Nội vụ | | Sớm nhất
        1.2 | X | Sở Nội vụ | | 31/02/2022
        1.3 | X | Sở Nội vụ | | Sớm nhất
        1.4 | X | Sở Nội vụ | | -
    """)
    problems, _ = responsibility(frame, "PL", LETTERS, reference.units, leaf=True)
    assert [(problem_text(one), one.severity, one.found) for one in problems] == [
        ("I5 deadline-unreadable", "warning", "“Sớm nhất” (và 1 chỗ khác)"),
        ("I6 deadline-unreadable", "warning", "“31/02/2022”"),
    ]


def test_the_number_of_a_day_is_that_day(reference: Reference) -> None:
    frame = frame_of("""
        1.1 | X | Sở Nội vụ | | 45291
        1.2 | X | Sở Nội vụ | | 2023
        1.3 | X | Sở Nội vụ | | 12345
    """)
    problems, _ = responsibility(frame, "PL", LETTERS, reference.units, leaf=True)
    assert [(one.code, one.row) for one in problems] == [
        ("deadline-serial", 5),
        ("deadline-unreadable", 7),
    ]
    assert problems[0].expected == "ngày 31/12/2023"


def test_a_solution_without_lead_is_asked_for(told) -> None:
    assert told("""
        1     |          | Sở Nội vụ | | Hằng năm
        2     |          |           | | Hằng năm
        2.1   | Rà soát  |           | | Hằng năm
        2.2   | Theo dõi | x         | | Hằng năm
        2.3   |          |           | | Hằng năm
    """)[0] == ["G7 lead-missing", "G8 lead-missing"]


def test_a_lead_goes_for_the_rows_below(told) -> None:
    assert told("""
        1     |          | Sở Nội vụ | | Hằng năm
        1.1   | Rà soát  |           | | Hằng năm
        1.1.1 | Theo dõi |           | | Hằng năm
    """) == ([], [])


def test_every_task_needs_a_lead(told) -> None:
    tasks = """
        1 | | Văn phòng Sở |           | Quý I/2022
        2 | |              | Sở Nội vụ | Quý I/2022
        6 | |              | Sở Nội vụ | Quý I/2022
    """
    assert told(tasks, leaf=False)[0] == ["G6 lead-missing", "G7 lead-missing"]
    assert told(tasks, leaf=True)[0] == []


def test_an_empty_column_is_told_once_and_a_missing_one_not_at_all(told) -> None:
    tasks = """
        1 | X | | Sở Nội vụ | Sớm
        2 | X | | Sở Nội vụ | Sớm
    """
    assert told(tasks, leaf=False)[0] == ["G lead-missing", "I5 deadline-unreadable"]
    assert told(tasks, leaf=False, without=["lead", "deadline"])[0] == []


def test_a_column_of_nothing_but_new_units_is_looked_at_in_part(reference: Reference) -> None:
    rows = "\n".join(f"{n} | X | Nhà máy {n} | | Hằng năm" for n in range(2100))
    problems, _ = responsibility(frame_of(rows), "PL", LETTERS, reference.units, leaf=True)
    assert len(problems) == 2000 + 1
    assert problems[-1].row == 5 + 2000
    assert problems[-1].found == "thêm 100 cách ghi khác, chưa đối chiếu với danh mục"


def test_an_empty_table_says_nothing(told) -> None:
    assert told("") == ([], [])


def test_units_on_lines_of_their_own_in_a_score_table(reference: Reference) -> None:
    rows = [
        ["Kết quả Chỉ số cải cách hành chính năm 2020 của tỉnh Lâm Đồng"],
        ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "A", 100, 90, "Sở Nội vụ\nSở Thông tin và\nTruyền thông", "Quý I/2022\nQuý II/2022"],
    ]
    (table,) = read_tables("a.xlsx", workbook({"Trang 1": rows}), reference, Limits())
    units = parse_units(table.frame["lead"].iat[0], reference.units)
    assert [unit.name for unit in units] == ["Sở Nội vụ", "Sở Thông tin và Truyền thông"]
    assert {"unit-unknown", "deadline-unreadable"} & {one.code for one in table.problems} == set()


def test_lam_dong_has_slips_but_no_problem(reference: Reference) -> None:
    name = "lam-dong-par-2020.xlsx"
    (table,) = read_tables(name, (SAMPLES / name).read_bytes(), reference, Limits())
    problems, repairs = responsibility(
        table.frame, "Phụ lục", table.columns, reference.units, leaf=True
    )
    assert problems == ()
    assert {(one.found, one.read) for one in repairs} >= {
        ("Thanh tra tình", "Thanh tra tỉnh"),
        ("Bưu điện tinh", "Bưu điện tỉnh"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Trung tâm phục vụ HCC", "Trung tâm Phục vụ hành chính công"),
    }
