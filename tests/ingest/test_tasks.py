"""Which rows of a task list are tasks, and is every text of them kept?"""

from collections.abc import Callable

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from scoring.text.units import parse_units
from tests.ingest.conftest import Reader, found, told, workbook

PLAN = "Phụ lục: các nhiệm vụ cải cách hành chính năm 2022 của Sở Nội vụ tỉnh Lâm Đồng"
HEADER = "STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành\n"


@pytest.fixture
def tasks(read: Reader) -> Callable[..., Table]:
    """Read rows under the usual header, which is row 3."""

    def one(rows: str, header: str = HEADER, **options: object) -> Table:
        table = read(header + rows, title=PLAN, **options)
        assert table.kind == "tasks"
        return table

    return one


def column(table: Table, field: str) -> list[object]:
    return table.frame[field].tolist()


def test_sections_are_not_tasks_and_repeated_codes_are_both_kept(tasks) -> None:
    """As the appendix of Hà Nội 2022, which counts 6 and 8 twice."""
    table = tasks("""
        I   | Công tác chỉ đạo, điều hành | | | |
        5   | Khắc phục hạn chế           | Kế hoạch  | Văn phòng Sở | | Quý I/2022
        6   | Hội nghị đối thoại          | Hội nghị  | Văn phòng Sở | | Quý II/2022
        II  | Cải cách thủ tục hành chính | | | |
        6   | Rà soát thủ tục             | Kế hoạch  | Văn phòng Sở | | Quý I/2022
        7   | Tái cấu trúc quy trình      | Quyết định | Văn phòng UBND TP. | | Tháng 2/2022
        8   | Vị trí việc làm             | Đề án     | Tổ chức pháp chế | | Quý I/2022
        III | Cải cách tài chính công     | | | |
        8   | Chuyển sang tự chủ          | Kế hoạch  | Phòng Kế hoạch - Tài chính | | Quý I/2022
    """)
    assert column(table, "title") == [
        "Khắc phục hạn chế",
        "Hội nghị đối thoại",
        "Rà soát thủ tục",
        "Tái cấu trúc quy trình",
        "Vị trí việc làm",
        "Chuyển sang tự chủ",
    ]
    assert column(table, "row") == [5, 6, 8, 9, 10, 12]
    assert "duplicate-code" not in [code for _, code in found(table)]


def test_a_list_that_nobody_is_assigned_to_yet_keeps_its_tasks(tasks) -> None:
    table = tasks("""
        1 | Rà soát thủ tục   | | | |
        2 | Số hóa hồ sơ      | | | |
        3 | Kiểm tra công vụ  | | | |
    """)
    assert column(table, "title") == ["Rà soát thủ tục", "Số hóa hồ sơ", "Kiểm tra công vụ"]


def test_headings_without_a_code_are_not_tasks(tasks) -> None:
    table = tasks("""
        A | Nhiệm vụ chung        | | | |
          | Cải cách thể chế      | | | |
        1 | Rà soát văn bản       | Báo cáo | Sở Tư pháp | | Quý I/2022
          | Cải cách tổ chức      | | | |
        2 | Sắp xếp bộ máy        | Đề án   | Sở Nội vụ  | | Quý II/2022
    """)
    assert column(table, "title") == ["Rà soát văn bản", "Sắp xếp bộ máy"]


def test_a_heading_that_is_assigned_is_a_task(tasks) -> None:
    table = tasks("""
        I  | Rà soát văn bản | Báo cáo | Sở Tư pháp | | Quý I/2022
        II | Sắp xếp bộ máy  | Đề án   | Sở Nội vụ  | | Quý II/2022
    """)
    assert column(table, "title") == ["Rà soát văn bản", "Sắp xếp bộ máy"]


def test_a_task_that_nobody_is_assigned_to_is_kept_and_told(tasks) -> None:
    table = tasks("""
        1 | Kế hoạch CCHC    | Kế hoạch | Văn phòng Sở | | Quý I/2022
        2 | Kiểm tra công vụ |          |              | |
        3 | Đo lường hài lòng | Báo cáo | Văn phòng Sở | | Quý II/2022
    """)
    assert column(table, "code") == ["1", "2", "3"]
    assert ("D5", "lead-missing") in found(table)


def test_a_parent_without_anything_is_a_heading(tasks) -> None:
    table = tasks("""
        1   | Cải cách thể chế | | | |
        1.1 | Rà soát văn bản  | Báo cáo | Sở Tư pháp | | Quý I/2022
        1.2 | Góp ý dự thảo    | Văn bản | Sở Tư pháp | | Hằng năm
    """)
    assert column(table, "code") == ["1.1", "1.2"]


def test_a_merged_lead_goes_for_all_its_tasks(tasks) -> None:
    table = tasks(
        """
        1 | Rà soát văn bản | Báo cáo | Sở Tư pháp | | Quý I/2022
        2 | Góp ý dự thảo   | Văn bản |            | |
        3 | Sắp xếp bộ máy  | Đề án   | Sở Nội vụ  | | Quý II/2022
        """,
        merge=["D4:D5", "F4:F5"],
    )
    assert column(table, "lead") == ["Sở Tư pháp", "Sở Tư pháp", "Sở Nội vụ"]
    assert column(table, "deadline") == ["Quý I/2022", "Quý I/2022", "Quý II/2022"]
    assert "lead-missing" not in [code for _, code in found(table)]


def test_one_task_with_two_products_is_two_rows(tasks) -> None:
    """As task 3 of Hà Nội 2022: its number and title are merged over both."""
    table = tasks(
        """
        3 | Đo lường sự hài lòng | Kế hoạch | Văn phòng Sở | | Quý II/2022
          |                      | Báo cáo  | Văn phòng Sở | | Tháng 12/2022
        4 | Chấm điểm            | Báo cáo  | Sở Nội vụ    | | Quý I/2022
        """,
        merge=["A4:A5", "B4:B5"],
    )
    assert column(table, "code") == ["3", "3", "4"]
    assert column(table, "title") == ["Đo lường sự hài lòng", "Đo lường sự hài lòng", "Chấm điểm"]
    assert column(table, "product") == ["Kế hoạch", "Báo cáo", "Báo cáo"]
    assert column(table, "deadline") == ["Quý II/2022", "Tháng 12/2022", "Quý I/2022"]


def test_the_same_without_merged_cells(tasks) -> None:
    table = tasks("""
        3 | Đo lường sự hài lòng | Kế hoạch | Văn phòng Sở | | Quý II/2022
          |                      | Báo cáo  | Văn phòng Sở | | Tháng 12/2022
    """)
    assert column(table, "code") == ["3", "3"]
    assert column(table, "title") == ["Đo lường sự hài lòng", "Đo lường sự hài lòng"]


def test_a_text_that_a_page_break_cut_is_put_together(tasks) -> None:
    table = tasks("""
        2 | Kiểm tra công vụ, xử lý vướng mắc khi | Kế hoạch | Thanh tra Sở | Sở Nội vụ | Quý I/2022
          | thực hiện nhiệm vụ.                   |          |              |           |
        3 | Đo lường                              | Báo cáo  | Văn phòng Sở |           | Quý I/2022
    """)
    assert column(table, "title") == [
        "Kiểm tra công vụ, xử lý vướng mắc khi thực hiện nhiệm vụ.",
        "Đo lường",
    ]


def test_lines_of_units_are_units_and_wrapped_lines_are_not(read_all, reference: Reference) -> None:

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([PLAN])
    sheet.append([])
    sheet.append(HEADER.strip().split(" | "))
    lead = "- Văn phòng Sở\n- Các phòng,\nđơn vị thuộc Sở"
    with_lines = "Sở Nội vụ\nSở Tài chính"
    wrapped = "Sở Thông tin và\nTruyền thông"
    rows: list[list[str | None]] = [
        [PLAN],
        [],
        HEADER.strip().split(" | "),
        ["1", "Kế hoạch", "Kế hoạch", lead, with_lines, "Quý I/2022\nQuý II/2022"],
        ["2", "Họp\nbáo", "Tin", wrapped, None, "Trước ngày\n15/02/2022"],
    ]
    (table,) = read_tables("a.xlsx", workbook({"Trang 1": rows}), reference, Limits())
    leads = [
        [unit.name for unit in parse_units(one, reference.units)] for one in column(table, "lead")
    ]
    assert leads == [
        ["Văn phòng Sở", "Các phòng, ban, đơn vị thuộc Sở"],
        ["Sở Thông tin và Truyền thông"],
    ]
    assert column(table, "coordinating")[0] == "Sở Nội vụ\nSở Tài chính"
    assert column(table, "title") == ["Kế hoạch", "Họp báo"]
    assert "deadline-unreadable" not in [code for _, code in found(table)]


def test_a_total_and_what_stands_below_are_not_tasks(tasks) -> None:
    table = tasks("""
        1 | Kế hoạch CCHC    | Kế hoạch | Văn phòng Sở | | Quý I/2022
        2 | Kiểm tra công vụ | Báo cáo  | Thanh tra Sở | | Quý II/2022
          | Tổng cộng        |          |              | |
          |                  |          | GIÁM ĐỐC     | |
        1 | Các phòng gửi báo cáo về Văn phòng | | | |
    """)
    assert column(table, "title") == ["Kế hoạch CCHC", "Kiểm tra công vụ"]


def test_the_year_is_the_plans(tasks) -> None:
    assert tasks("1 | Kế hoạch | Kế hoạch | Văn phòng Sở | | Quý I/2022").year == 2022


def test_ditto_marks_mean_the_cell_above_and_are_said(tasks) -> None:
    table = tasks("""
        1 | Rà soát thủ tục  | Báo cáo    | Sở Nội vụ | Sở Tài chính | Quý I/2022
        2 | Công bố thủ tục  | Quyết định | nt        | - nt -       | "
        3 | Số hóa hồ sơ     | //         | Như trên  |              | Quý II/2022
        4 | Trả kết quả      | Biên bản   | Sở Y tế   | như trên     | ''
    """)
    assert column(table, "lead") == ["Sở Nội vụ", "Sở Nội vụ", "Sở Nội vụ", "Sở Y tế"]
    assert column(table, "coordinating") == ["Sở Tài chính", "Sở Tài chính", "", "Sở Tài chính"]
    assert column(table, "deadline") == ["Quý I/2022", "Quý I/2022", "Quý II/2022", "Quý II/2022"]
    assert column(table, "product") == ["Báo cáo", "Quyết định", "Quyết định", "Biên bản"]
    assert sorted(found(table)) == [
        ("C6", "cell-above"),
        ("D5", "cell-above"),
        ("E5", "cell-above"),
        ("F5", "cell-above"),
        ("F7", "cell-above"),
    ]
    assert ("“Sở Nội vụ” (ô phía trên)", "“nt” ở dòng 5 đến dòng 6") in told(table, "cell-above")


def test_a_ditto_mark_with_nothing_above_stays(tasks) -> None:
    table = tasks("1 | Rà soát thủ tục | Báo cáo | nt | | Quý I/2022")
    assert column(table, "lead") == ["nt"]
    assert [code for _, code in found(table)] == ["unit-unknown"]
