"""Whose a table is: a name right above it, a name in running text, two names."""

import pytest

from tests.ingest.conftest import Reader
from tests.ingest.identifying import Identified

TABLE = """
STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
1   | Chỉ đạo  | 10         | 8              | 2
"""


HEADING = """
KẾT QUẢ CHẤM ĐIỂM CCHC NĂM 2022 - TỈNH BẮC NINH | | |
{}        |          |             |
          |          |             |
TT        | Tiêu chí | Điểm tối đa | Điểm thẩm định
1         | Chỉ đạo  | 10          | 9
          |          |             |
{}        |          |             |
TT        | Tiêu chí | Điểm tối đa | Điểm thẩm định
1         | Chỉ đạo  | 10          | 8
"""
BOTH = ["Sở Tư pháp tỉnh Bắc Ninh", "Sở Y tế tỉnh Bắc Ninh"]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("1. Sở Tư pháp", "2. Sở Y tế", BOTH),
        ("I. Sở Tư pháp", "II- Sở Y tế", BOTH),
        ("SỞ TƯ PHÁP", "SỞ Y TẾ", BOTH),
        ("a) Sở Tư pháp:", "b) Sở Y tế:", BOTH),
        ("Bảng 1. Sở Tư pháp", "Bảng 2: Sở Y tế", BOTH),
        ("1. Huyện Quế Võ", "2. UBND huyện Gia Bình", ["Huyện Quế Võ", "UBND huyện Gia Bình"]),
        ("1. Tỉnh Lâm Đồng", "2. Tỉnh Gia Lai", ["Lâm Đồng", "Gia Lai"]),
        ("1. Bảng điểm", "2. Kết quả", ["Bắc Ninh", "Bắc Ninh"]),
        ("Bộ Nội vụ", "BỘ NỘI VỤ", ["Bắc Ninh", "Bắc Ninh"]),
        ("1. Các sở, ban, ngành", "2. Huyện miền núi", ["Bắc Ninh", "Bắc Ninh"]),
    ],
)
def test_a_name_right_above_a_table_is_whose_it_is(
    read_all, first: str, second: str, names: list[str]
) -> None:
    tables = read_all(HEADING.format(first, second), title="")
    assert [one.organisation and one.organisation.name for one in tables] == names
    assert [one.year for one in tables] == [2022, 2022]


def test_the_unit_of_measure_may_stand_between_a_name_and_its_table(read_all) -> None:
    title = "CHỈ SỐ CCHC NĂM 2022 TỈNH BẮC NINH | |\nSở Y tế | |\n | | | | (Đơn vị tính: điểm)"
    (table,) = read_all(f"{title}\n{TABLE.strip()}", title="")
    assert table.organisation and table.organisation.name == "Sở Y tế tỉnh Bắc Ninh"


def test_tasks_under_the_name_of_a_unit_are_of_the_province(read_all) -> None:
    (table,) = read_all(
        """
        KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC NĂM 2023 TỈNH GIA LAI | | |
        1. Sở Nội vụ | | |
        STT | Nhiệm vụ     | Cơ quan chủ trì | Thời gian hoàn thành
        1   | Rà soát TTHC | Sở Nội vụ       | Quý I/2023
        """,
        title="",
    )
    assert table.organisation and table.organisation.name == "Gia Lai"


def test_a_name_above_the_table_of_a_document_is_whose_it_is(identified: Identified) -> None:
    who = identified(
        sheet="Bảng 2",
        above=["2. Sở Y tế"],
        opening=["KẾT QUẢ CHỈ SỐ CCHC NĂM 2022 TỈNH BẮC NINH"],
    )
    assert who.organisation and who.organisation.name == "Sở Y tế tỉnh Bắc Ninh"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2. Cột Điểm thẩm định: Sở Nội vụ điền", "Sở Nội vụ điền"),
        ("Sở Nội vụ chịu trách nhiệm tổng hợp", "Sở Nội vụ chịu trách nhiệm tổng hợp"),
        ("Chỉ số CCHC năm 2022 do Sở Nội vụ điền", "Sở Nội vụ điền"),
        ("Chỉ số CCHC năm 2022 của Sở Nội vụ chấm", "Sở Nội vụ chấm"),
        ("Đề nghị huyện Đức Trọng rà soát", "Huyện Đức Trọng rà soát"),
        ("Đơn vị lập biểu: Sở Quy hoạch", "Sở Quy hoạch"),
    ],
)
def test_a_new_name_within_a_sentence_is_asked(read: Reader, title: str, name: str) -> None:
    table = read(TABLE, title=title, year=2022)
    assert table.organisation is None and not table.loadable
    (problem,) = (one for one in table.problems if one.code == "organisation-unknown")
    assert problem.found == f"“{name}” trong câu “{title}”, chưa chắc là cơ quan được chấm"


@pytest.mark.parametrize(
    "title",
    [
        "Sở Quy hoạch",
        "1. SỞ QUY HOẠCH",
        "Sở Quy hoạch, tỉnh Lâm Đồng",
        "UBND TỈNH LÂM ĐỒNG - SỞ QUY HOẠCH",
        "Bảng điểm năm 2022 của Sở Quy hoạch",
        "Đơn vị: Sở Quy hoạch",
        "Tên đơn vị: Sở Quy hoạch",
        "Bảng tự chấm điểm năm 2022 - Sở Quy hoạch",
        "PAR INDEX 2022 SỞ QUY HOẠCH TỈNH LÂM ĐỒNG",
        "Sở Quy hoạch: Bảng điểm Chỉ số CCHC năm 2022",
        "Bảng điểm CCHC năm 2022: Sở Quy hoạch",
    ],
)
def test_a_new_name_said_as_a_name_is_a_note(read: Reader, title: str) -> None:
    table = read(TABLE, title=title, year=2022)
    assert table.organisation and table.organisation.name.lower().startswith("sở quy hoạch")
    assert [one.code for one in table.problems if one.code.startswith("org")] == [
        "organisation-new"
    ]


@pytest.mark.parametrize(
    ("title", "found_names"),
    [
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng và tỉnh Gia Lai", "“Lâm Đồng”, “Gia Lai”"),
        ("Chỉ số CCHC năm 2020 tỉnh Lâm Đồng, Gia Lai", "“Lâm Đồng”, “Gia Lai”"),
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng so với tỉnh Gia Lai", None),
        ("Chỉ số CCHC năm 2020 của Sở Y tế, tỉnh Lâm Đồng", None),
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng (Lâm Đồng)", None),
    ],
)
def test_two_organisations_of_one_table_are_doubtful(
    read: Reader, title: str, found_names: str | None
) -> None:
    table = read(TABLE, title=title)
    said = [one.found for one in table.problems if one.code == "organisation-doubtful"]
    assert said == ([found_names] if found_names else [])
    assert table.organisation and "Lâm Đồng" in table.organisation.name


def test_units_as_rows_of_one_table_are_doubtful(read: Reader) -> None:
    table = read("""
        TT | Tiêu chí   | Điểm tối đa | Điểm thẩm định
        I  | Sở Tư pháp |             |
        1  | Chỉ đạo    | 10          | 9
        II | Sở Y tế    |             |
        1  | Chỉ đạo    | 10          | 8
    """)
    (problem,) = (one for one in table.problems if one.code == "organisation-doubtful")
    assert (problem.row, problem.column) == (4, "B")
    assert problem.expected == "các dòng của một cơ quan, địa phương: “Lâm Đồng”"
    assert problem.found == "“Sở Tư pháp” (dòng 4), “Sở Y tế” (dòng 6)"


def test_criteria_that_begin_like_units_are_none(read: Reader) -> None:
    table = read("""
        TT | Tiêu chí             | Điểm tối đa | Điểm thẩm định
        1  | BAN HÀNH VĂN BẢN     | 10          | 9
        2  | THANH TRA CÔNG VỤ    | 10          | 9
        3  | XÃ ĐẠT CHUẨN         | 10          | 9
        4  | SỞ HỮU TRÍ TUỆ       | 10          | 9
        5  | Sở Y tế có kế hoạch  | 10          | 9
        6  | Sở Nội vụ có báo cáo | 10          | 9
    """)
    assert "organisation-doubtful" not in [one.code for one in table.problems]
