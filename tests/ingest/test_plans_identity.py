"""Whose a plan is, which index it is about first, and the number of its document."""

import pytest

from scoring.ingest.identity.lines import Line
from scoring.ingest.identity.plan_number import plan_number
from tests.ingest.conftest import Reader

TASKS = """
STT | Nhiệm vụ     | Cơ quan chủ trì | Thời gian hoàn thành
1   | Rà soát TTHC | Văn phòng Sở    | Quý I/2023
"""
SCORES = """
STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
1   | Chỉ đạo  | 10         | 8              | 2
"""
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    ("above", "name"),
    [
        # As the plan of Gia Lai 2023: the index is the province's, the plan is the department's.
        (
            [
                "KẾ HOẠCH",
                (
                    "Góp phần nâng cao Chỉ số cải cách hành chính, Chỉ số SIPAS tỉnh Gia Lai "
                    "năm 2023 của Sở Văn hoá, Thể thao và Du lịch"
                ),
            ],
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai",
        ),
        (
            [
                "Kế hoạch của Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai góp phần nâng cao "
                "Chỉ số CCHC của tỉnh Gia Lai năm 2023"
            ],
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai",
        ),
        (
            [
                f"UBND TỈNH GIA LAI | {STATE}",
                "SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc",
                "KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC TỈNH GIA LAI NĂM 2023",
            ],
            "Sở Nội vụ tỉnh Gia Lai",
        ),
        (
            ["ỦY BAN NHÂN DÂN TỈNH GIA LAI", "SỞ NỘI VỤ", "Kế hoạch CCHC năm 2023 tỉnh Gia Lai"],
            "Sở Nội vụ tỉnh Gia Lai",
        ),
        (
            ["UBND TỈNH GIA LAI\nSỞ NỘI VỤ\nSố: 12/KH-SNV", "Kế hoạch CCHC năm 2023 tỉnh Gia Lai"],
            "Sở Nội vụ tỉnh Gia Lai",
        ),
        (
            [f"UBND TỈNH GIA LAI | {STATE}", "Kế hoạch CCHC năm 2023"],
            "Gia Lai",
        ),
        (
            [
                "PHỤ LỤC NHIỆM VỤ NÂNG CAO CHỈ SỐ CCHC NĂM 2023",
                "(Kèm theo Kế hoạch số 6006/KH-UBND ngày 23/8/2023 của UBND tỉnh Lâm Đồng)",
            ],
            "Lâm Đồng",
        ),
        # A unit's name alone above the list, or the heading of its part, says who is to do it.
        (["KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC NĂM 2023 TỈNH GIA LAI", "Sở Nội vụ"], "Gia Lai"),
        (
            ["KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC NĂM 2023 TỈNH GIA LAI", "Nhiệm vụ của Sở Nội vụ"],
            "Gia Lai",
        ),
        (
            [
                "Thực hiện Kế hoạch nâng cao Chỉ số CCHC của Sở Nội vụ",
                "KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC NĂM 2023 TỈNH GIA LAI",
            ],
            "Gia Lai",
        ),
    ],
)
def test_a_plan_is_that_of_the_body_which_issues_it(
    read: Reader, above: list[str], name: str
) -> None:
    block = "\n | | \n".join(line.replace("\n", " ") for line in above)
    table = read(f"{block}\n | | {TASKS}", title="")
    assert table.kind == "tasks"
    assert table.organisation and table.organisation.name == name
    assert table.year == 2023


def test_a_plan_beside_another_table_is_not_that_of_the_other_tables_unit(read_all) -> None:
    """The lines of the other table stand above both, and say less of this one than its own."""
    titles = (
        "KẾT QUẢ CHỈ SỐ CCHC CỦA SỞ TƯ PHÁP TỈNH GIA LAI | | | | |"
        " | KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA THÀNH PHỐ HÀ NỘI"
    )
    header = (
        "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định năm 2021 | Điểm bị mất |"
        " | STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành"
    )
    row = "1 | Chỉ đạo | 10 | 8 | 2 | | 1 | Rà soát TTHC | Văn phòng Sở | Quý I/2022"
    scores, tasks = read_all(f"{titles}\n | | | | | | | | |\n{header}\n{row}", title="")
    assert (scores.kind, tasks.kind) == ("scores", "tasks")
    assert scores.organisation and scores.organisation.name == "Sở Tư pháp tỉnh Gia Lai"
    assert tasks.organisation and tasks.organisation.name == "Hà Nội"


def test_a_table_of_scores_is_of_whom_it_is_about(read: Reader) -> None:
    letterhead = f"UBND TỈNH GIA LAI | {STATE}\nSỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc\n"
    table = read(f"{letterhead}KẾT QUẢ CHỈ SỐ CCHC TỈNH GIA LAI NĂM 2022\n | | {SCORES}", title="")
    assert table.organisation and table.organisation.name == "Gia Lai"


@pytest.mark.parametrize(
    ("title", "index"),
    [
        ("Nâng cao Chỉ số cải cách hành chính, Chỉ số SIPAS tỉnh Gia Lai năm 2023", "PAR"),
        ("Nâng cao Chỉ số SIPAS, Chỉ số cải cách hành chính tỉnh Gia Lai năm 2023", "SIPAS"),
        ("Nâng cao Chỉ số PAPI và PCI tỉnh Gia Lai năm 2023", "PAPI"),
    ],
)
def test_a_plan_for_several_indices_is_that_of_the_first(
    read: Reader, title: str, index: str
) -> None:
    assert read(TASKS, title=title).index == index


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "(Kèm theo Kế hoạch số 6006/KH-UBND ngày 23 tháng 8 năm 2021 của UBND tỉnh Lâm Đồng)",
            "6006/KH-UBND",
        ),
        ("Kế hoạch số 76/KH-SVHTT", "76/KH-SVHTT"),
        ("KẾ HOẠCH SỐ 48-KH/TU", "48-KH/TU"),
        ("Số: 76 /KH - SVHTT", "76/KH-SVHTT"),
        ("Số: 76/KH–SVHTT", "76/KH-SVHTT"),
        ("Số: 76/KH-SVHTT - Hà Nội, ngày 14 tháng 02 năm 2022", "76/KH-SVHTT"),
        ("UBND TỈNH GIA LAI SỞ NỘI VỤ Số: 12/KH-SNV", "12/KH-SNV"),
        ("(Ban hành kèm theo Quyết định số: 13/2018/QĐ-UBND ngày 24/4/2018)", "13/2018/QĐ-UBND"),
        ("Phụ lục kèm Công văn số 359/SNV-TCBC&CCHC", "359/SNV-TCBC&CCHC"),
        # Blank where the number is written in by hand.
        ("Số: /KH-SVHTTDL", ""),
        ("Số:      /KH-SVHTTDL", ""),
        ("(Kèm theo Kế hoạch số /KH-SVHTT ngày tháng 02 năm 2022)", ""),
        ("(Kèm theo Kế hoạch số    /KH-UBND, thay Kế hoạch số 5/KH-UBND)", ""),
        # Other documents, which it answers or names.
        ("Thực hiện Kế hoạch số 21/KH-UBND ngày 02/02/2021 của UBND tỉnh Hưng Yên", ""),
        ("Căn cứ Quyết định số: 677/QĐ-UBND", ""),
        ("Kết quả theo Quyết định số 677/QĐ-UBND", ""),
        ("Số TT: 3/10", ""),
        ("Kết quả số: 32/63 tỉnh", ""),
    ],
)
def test_the_number_of_the_document(text: str, number: str) -> None:
    assert plan_number([Line(text, "Trang 1!A1", 2)]) == number


def test_a_blank_number_gives_way_to_the_one_in_the_letterhead() -> None:
    """As Hà Nội 2022, whose appendix leaves blank what the letterhead prints."""
    lines = [
        Line("(Kèm theo Kế hoạch số /KH-SVHTT ngày tháng 02 năm 2022)", "Phụ lục!A5", 2),
        Line("Số: 76 /KH - SVHTT", "phần đầu tài liệu", 1),
    ]
    assert plan_number(lines) == "76/KH-SVHTT"


def test_what_a_table_is_enclosed_with_comes_before_the_letterhead_and_names_of_files() -> None:
    lines = [
        Line("Số: 12/BC-SNV", "Phụ lục!A1", 2),
        Line("(Kèm theo Kế hoạch số 6006/KH-UBND)", "phần đầu tài liệu", 1),
        Line("Kế hoạch số 1/KH-UBND", "tên tệp", 1),
    ]
    assert plan_number(lines) == "6006/KH-UBND"
    assert plan_number(lines[2:]) == ""


def test_every_kind_of_table_has_the_number_of_its_document(read: Reader) -> None:
    above = "Kết quả Chỉ số CCHC năm 2020 tỉnh Lâm Đồng\n(Kèm theo Kế hoạch số 6006/KH-UBND)\n"
    table = read(above + SCORES.strip(), title="")
    assert (table.kind, table.plan) == ("scores", "6006/KH-UBND")
    assert read(TASKS, title="Kế hoạch CCHC năm 2023 tỉnh Lâm Đồng").plan == ""
