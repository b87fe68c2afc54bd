"""Where each task of a plan stands: its section, what it is for, and which index it is about."""

from collections.abc import Callable

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader
from tests.ingest.word_files import docx, p, tbl, tc, tr

PLAN = "Kế hoạch nâng cao Chỉ số CCHC, Chỉ số SIPAS năm 2023 của Sở Nội vụ tỉnh Lâm Đồng"

HEADER = "STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian hoàn thành\n"

LED = "Báo cáo | Sở Nội vụ | Quý I/2023"


@pytest.fixture
def plan(read: Reader) -> Callable[..., Table]:
    """Read rows under the usual header, which is row 3; '…' is what makes a row a task."""

    def one(rows: str, header: str = HEADER, **options: object) -> Table:
        table = read(header + rows.replace("…", LED), **{"title": PLAN, **options})
        assert table.kind == "tasks"
        return table

    return one


def placed(table: Table) -> list[tuple[str, str, str | None, str | None]]:
    frame = table.frame[["title", "section", "purpose", "index_name"]]
    return list(frame.itertuples(index=False, name=None))


def section_of(table: Table) -> dict[str, str]:
    return dict(zip(table.frame["title"], table.frame["section"], strict=True))


def test_the_section_is_the_heading_above_with_what_its_words_say(plan) -> None:
    table = plan("""
        I   | Khắc phục, cải thiện các tiêu chí còn hạn chế                   | | |
        1   | Kế hoạch CCHC                                                   | …
        2   | Báo cáo định kỳ                                                 | …
        II  | Cải thiện, nâng cao Chỉ số hài lòng của người dân (Chỉ số SIPAS) | | |
        1   | Tiếp cận dịch vụ                                                | …
        III | Tiếp tục duy trì các tiêu chí đã thực hiện tốt                   | | |
        1   | Tuyên truyền                                                    | …
        IV  | Tổ chức thực hiện                                               | | |
        1   | Sơ kết                                                          | …
    """)
    mend = "Khắc phục, cải thiện các tiêu chí còn hạn chế"
    sipas = "Cải thiện, nâng cao Chỉ số hài lòng của người dân (Chỉ số SIPAS)"
    assert placed(table) == [
        ("Kế hoạch CCHC", mend, "mend", None),
        ("Báo cáo định kỳ", mend, "mend", None),
        ("Tiếp cận dịch vụ", sipas, "mend", "SIPAS"),
        ("Tuyên truyền", "Tiếp tục duy trì các tiêu chí đã thực hiện tốt", "keep", None),
        ("Sơ kết", "Tổ chức thực hiện", None, None),
    ]


def test_a_list_without_headings_has_no_sections(plan) -> None:
    assert placed(plan("1 | Rà soát | …\n2 | Công bố | …")) == [
        ("Rà soát", "", None, None),
        ("Công bố", "", None, None),
    ]


def test_the_nearest_heading_is_the_section_and_those_around_it_tell_the_rest(plan) -> None:
    table = plan("""
        A  | Nhiệm vụ khắc phục tồn tại         | | |
        I  | Cải cách thể chế                   | | |
        1  | Rà soát văn bản                    | …
        II | Cải cách bộ máy                    | | |
        1  | Vị trí việc làm                    | …
        B  | Nhiệm vụ nâng cao Chỉ số PAPI      | | |
        1  | Đối thoại với người dân            | …
        I  | Quản trị điện tử                   | | |
        1  | Cổng thông tin                     | …
    """)
    assert placed(table) == [
        ("Rà soát văn bản", "Cải cách thể chế", "mend", None),
        ("Vị trí việc làm", "Cải cách bộ máy", "mend", None),
        ("Đối thoại với người dân", "Nhiệm vụ nâng cao Chỉ số PAPI", None, "PAPI"),
        ("Cổng thông tin", "Quản trị điện tử", None, "PAPI"),
    ]


def test_a_task_is_not_under_a_heading_counted_as_it_is(plan) -> None:
    """2 is no part of 1, nor II of I, although both are tasks themselves."""
    table = plan("""
        1   | Cải cách thể chế     | | |
        1.1 | Rà soát văn bản      | …
        1.2 | Góp ý dự thảo        | …
        2   | Sơ kết               | …
    """)
    assert section_of(table) == {
        "Rà soát văn bản": "Cải cách thể chế",
        "Góp ý dự thảo": "Cải cách thể chế",
        "Sơ kết": "",
    }
    table = plan("""
        I   | Cải cách thể chế | | |
        1   | Rà soát văn bản  | …
        II  | Sơ kết           | …
    """)
    assert section_of(table) == {"Rà soát văn bản": "Cải cách thể chế", "Sơ kết": ""}


def test_a_line_over_the_whole_width_is_a_heading_with_or_without_a_number(plan) -> None:
    table = plan(
        """
        II. Duy trì kết quả: | | | |
        1 | Rà soát văn bản  | …
        Cải cách bộ máy      | | | |
        2 | Sắp xếp bộ máy   | …
        """,
        merge=["A4:E4", "A6:E6"],
    )
    assert placed(table) == [
        ("Rà soát văn bản", "Duy trì kết quả", "keep", None),
        ("Sắp xếp bộ máy", "Cải cách bộ máy", "keep", None),
    ]


def test_a_heading_may_stand_in_the_column_of_the_goals(plan) -> None:
    """As in the appendix of Hà Nội 2022, whose first column after the number is 'Mục tiêu'."""
    table = plan(
        """
        I  | Công tác chỉ đạo, điều hành CCHC | | | | |
        1  | Hoàn thành kế hoạch | Kế hoạch năm | Lập kế hoạch | …
        II | Cải cách TTHC                    | | | | |
        6  | Đơn giản hóa        | Rà soát TTHC | Rà soát      | …
        """,
        "STT | Mục tiêu | Nhiệm vụ | Hoạt động | Sản phẩm | Cơ quan chủ trì | Thời gian\n",
    )
    assert placed(table) == [
        ("Kế hoạch năm", "Công tác chỉ đạo, điều hành CCHC", "steer", None),
        ("Rà soát TTHC", "Cải cách TTHC", None, None),
    ]
    assert table.frame["goal"].tolist() == ["Hoàn thành kế hoạch", "Đơn giản hóa"]


COLUMN = "STT | {} | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n"

GROUPED = """
    1 | Khắc phục | Rà soát  | Sở Nội vụ | Quý I/2023
    2 |           | Công bố  | Sở Nội vụ | Quý I/2023
    3 | Duy trì   | Số hóa   | Sở Nội vụ | Quý I/2023
"""


@pytest.mark.parametrize("name", ["Nhóm nhiệm vụ", "Nhóm", "Lĩnh vực", "Nội dung"])
def test_a_column_may_name_the_section(plan, name: str) -> None:
    table = plan(GROUPED, COLUMN.format(name))
    assert placed(table) == [
        ("Rà soát", "Khắc phục", "mend", None),
        ("Công bố", "Khắc phục", "mend", None),
        ("Số hóa", "Duy trì", "keep", None),
    ]
    assert table.columns["section"] == "B" and table.columns["title"] == "C"
    assert "solution" not in table.columns


def test_a_content_of_each_row_is_its_title_and_no_section(plan) -> None:
    table = plan(
        "1 | Thể chế | Rà soát | Sở Nội vụ | Quý I/2023\n2 | Bộ máy | Sắp xếp | Sở Y tế | 2023",
        COLUMN.format("Nội dung"),
    )
    assert section_of(table) == {"Thể chế": "", "Bộ máy": ""}
    assert table.frame["solution"].tolist() == ["Rà soát", "Sắp xếp"]


def test_behind_the_field_stand_the_task_and_what_is_done_about_it(plan) -> None:
    table = plan(
        "1 | Thể chế | Văn bản | Rà soát | Sở Nội vụ | Quý I/2023",
        "STT | Lĩnh vực | Nhiệm vụ | Hoạt động | Cơ quan chủ trì | Thời gian\n",
    )
    (row,) = table.frame[["section", "title", "solution"]].itertuples(index=False, name=None)
    assert row == ("Thể chế", "Văn bản", "Rà soát")


def test_a_task_behind_its_criterion_is_what_is_done_about_it(plan) -> None:
    table = plan(
        "1.1 | Kế hoạch CCHC | Rà soát | Sở Nội vụ | Quý I/2023", COLUMN.format("Tiêu chí")
    )
    (row,) = table.frame[["title", "solution"]].itertuples(index=False, name=None)
    assert row == ("Kế hoạch CCHC", "Rà soát")


def test_a_numbered_task_without_a_title_of_its_own_is_kept(plan) -> None:
    table = plan(
        """
        1 | Kế hoạch CCHC | Rà soát | Sở Nội vụ | Quý I/2023
        2 |               | Công bố | Sở Nội vụ | Quý I/2023
        """,
        "STT | Tiêu chí | Giải pháp | Cơ quan chủ trì | Thời gian\n",
    )
    rows = table.frame[["code", "title", "solution"]].itertuples(index=False, name=None)
    assert list(rows) == [("1", "Kế hoạch CCHC", "Rà soát"), ("2", "Kế hoạch CCHC", "Công bố")]


def test_what_a_person_says_of_the_columns_stays(plan) -> None:
    said = (("title", "B"), ("section", ""))
    table = plan(GROUPED, COLUMN.format("Lĩnh vực"), columns=said)
    assert table.frame["title"].tolist() == ["Khắc phục", "Khắc phục", "Duy trì"]
    assert set(table.frame["section"]) == {""}


def test_a_column_may_say_what_a_task_is_for(plan) -> None:
    table = plan(
        """
        I | Cải thiện Chỉ số PAPI | | | |
        1 | Rà soát  | Duy trì            | Sở Nội vụ | Quý I/2023
        2 | Công bố  |                    | Sở Nội vụ | Quý I/2023
        3 | Sơ kết   | Nhiệm vụ khác      | Sở Nội vụ | Quý I/2023
        """,
        "STT | Nhiệm vụ | Loại nhiệm vụ | Cơ quan chủ trì | Thời gian\n",
    )
    assert table.frame["purpose"].tolist() == ["keep", "mend", "other"]
    assert table.frame["index_name"].tolist() == ["PAPI"] * 3


def test_a_row_that_ends_the_text_above_is_no_heading(plan) -> None:
    table = plan("""
        I | Cải cách thể chế                   | | |
        1 | Rà soát văn bản, xử lý vướng mắc   | …
          | khi thực hiện                      | | |
        2 | Góp ý                              | …
    """)
    assert set(table.frame["section"]) == {"Cải cách thể chế"}


def test_a_plan_in_a_document_is_read_as_in_a_workbook(reference: Reference) -> None:
    letterhead = tbl(
        tr(
            tc(p("UBND THÀNH PHỐ HÀ NỘI"), p("SỞ VĂN HÓA VÀ THỂ THAO"), p("Số: 76 /KH - SVHTT")),
            tc(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), p("Độc lập - Tự do - Hạnh phúc")),
        )
    )
    tasks = tbl(
        tr("STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành"),
        tr(tc(p("I. Công tác chỉ đạo, điều hành"), span=5)),
        tr(tc(p("1"), down="restart"), tc(p("Đo lường"), down="restart"), "Kế hoạch",
           tc(p("- Văn phòng Sở"), p("- Thanh tra Sở")), "Quý II/2022"),
        tr(tc(p(), down="continue"), tc(p(), down="continue"), "Báo cáo", "Văn phòng Sở",
           "Tháng 12/2022"),
        tr("II", tc(p("Cải cách TTHC"), span=4)),
        tr("1", "Rà soát", "Kế hoạch", "Văn phòng Sở", "Quý I/2022"),
    )  # fmt: skip
    content = docx(
        letterhead,
        p("PHỤ LỤC"),
        p("CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRIỂN KHAI NĂM 2022"),
        p("(Kèm theo Kế hoạch số       /KH-SVHTT ngày      tháng 02 năm 2022)"),
        tasks,
    )
    (table,) = read_tables("ke-hoach.docx", content, reference, Limits())
    assert (table.kind, table.index, table.year, table.plan) == (
        "tasks",
        "PAR",
        2022,
        "76/KH-SVHTT",
    )
    assert (
        table.organisation and table.organisation.name == "Sở Văn hóa và Thể thao thành phố Hà Nội"
    )
    assert placed(table) == [
        ("Đo lường", "Công tác chỉ đạo, điều hành", "steer", None),
        ("Đo lường", "Công tác chỉ đạo, điều hành", "steer", None),
        ("Rà soát", "Cải cách TTHC", None, None),
    ]
    assert table.frame["lead"].tolist()[0] == "- Văn phòng Sở\n- Thanh tra Sở"
