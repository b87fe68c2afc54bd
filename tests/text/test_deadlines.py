"""By when is a thing to be done, as plans print it?

Expected: the kind, the first and last day, '…' for a side that the text leaves open, '+' where it
goes on afterwards; nothing after the kind where no day is named; '?' where it is not understood.
"""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.deadlines import Deadline, parse_deadline

# As printed in the plans of Lâm Đồng 2021, Hà Nội 2022, Gia Lai 2023 and Hưng Yên 2021.
PRINTED = """
    Trước ngày 15/02/2022                                   | date … 15/02/2022
    Quý I/2022                                              | date 01/01/2022 31/03/2022
    Quý II/2022                                             | date 01/04/2022 30/06/2022
    Tháng 12/2022                                           | date 01/12/2022 31/12/2022
    Tháng 2/2022                                            | date 01/02/2022 28/02/2022
    T10/2022                                                | date 01/10/2022 31/10/2022
    Trong năm 2022.                                         | date 01/01/2022 31/12/2022
    Trong năm 2023                                          | date 01/01/2023 31/12/2023
    d) Thời gian thực hiện/hoàn thành: Trong năm 2023.      | date 01/01/2023 31/12/2023
    Trong năm 2021 và các năm tiếp theo                     | date 01/01/2021 31/12/2021 +
    Trong 04 tháng cuối năm 2021 và những năm tiếp theo     | date 01/09/2021 31/12/2021 +
    trong năm 2023 và những năm tiếp theo                   | date 01/01/2023 31/12/2023 +
    đến năm 2025                                            | date … 31/12/2025
    giai đoạn 2021 - 2025                                   | date 01/01/2021 31/12/2025
    giai đoạn 2022-2026                                     | date 01/01/2022 31/12/2026
    từ ngày 01/6/2022                                       | date 01/06/2022 … +
    Trong năm 2023/Theo nhiệm vụ được giao.                 | event 01/01/2023 31/12/2023
    Trong năm 2023/Theo mục tiêu, yêu cầu tại khoản a mục này. | event 01/01/2023 31/12/2023
    Trong năm 2023/Sau khi có quyết định công bố TTHC.      | event 01/01/2023 31/12/2023
    Trong năm 2023/Chậm nhất là ngày 12 của tháng cuối kỳ báo cáo | recurring 01/01/2023 31/12/2023
    Sau khi kết thúc đợt kiểm tra.                          | event
    Khi có đề nghị của các đơn vị chức năng.                | event
    Ngay sau khi Chỉ số SIPAS, PARINDEX được công bố        | event
    Theo hướng dẫn của Bộ Nội vụ/ UBND thành phố            | event
    Theo hướng dẫn của các Bộ, Ngành Trung ương và Thành phố | event
    Theo lịch tiếp công dân định kỳ; Tiếp nhận câu hỏi; Kế hoạch của các phòng, ban | event
    chậm nhất là 05 ngày làm việc kể từ ngày ký quyết định công bố | event
    ngay sau 05 ngày, kể từ ngày được cấp có thẩm quyền phê duyệt | event
    chậm nhất là sau 03 ngày kể từ ngày công bố             | event
    định kỳ hàng quý, 6 tháng, 9 tháng, năm                 | recurring
    Định kỳ quý, 6 tháng, 9 tháng, năm (trước ngày 10 của tháng 3, 6, 9, 11) | recurring
    Định kỳ hàng tháng, quý, 6 tháng, năm                   | recurring
    Định kỳ 6 tháng, cả năm                                 | recurring
    định kỳ hàng năm                                        | recurring
    định kỳ 6 tháng                                         | recurring
    vào ngày 10 tháng 11 hàng năm                           | recurring
    công khai vào ngày cuối cùng của các tháng              | recurring
    công khai hằng tháng                                    | recurring
    ít nhất 1 quý/lần                                       | recurring
    ít nhất 2 lần/năm                                       | recurring
    thường xuyên liên tục                                   | recurring
    thường xuyên và đột xuất                                | recurring
    hàng quý                                                | recurring
"""

DAYS = """
    30/6/2023                                               | date 30/06/2023 30/06/2023
    Ngày 30/6/2023                                          | date 30/06/2023 30/06/2023
    30.6.2023                                               | date 30/06/2023 30/06/2023
    30-06-2023                                              | date 30/06/2023 30/06/2023
    30/06/23                                                | date 30/06/2023 30/06/2023
    30 / 6 / 2023                                           | date 30/06/2023 30/06/2023
    2023-06-30                                              | date 30/06/2023 30/06/2023
    2023-06-30 00:00:00                                     | date 30/06/2023 30/06/2023
    ngày 30 tháng 6 năm 2023                                | date 30/06/2023 30/06/2023
    trước 30/6/2023                                         | date … 30/06/2023
    Chậm nhất ngày 30/11/2022                               | date … 30/11/2022
    Chậm nhất là ngày 30 tháng 11 năm 2022                  | date … 30/11/2022
    Muộn nhất 30/11/2022                                    | date … 30/11/2022
    Hoàn thành trước ngày 31/12/2022                        | date … 31/12/2022
    Hoàn thành xong trước 31/12/2022                        | date … 31/12/2022
    Xong trước ngày 31/12/2022                              | date … 31/12/2022
    Hạn chót: 31/12/2022                                    | date 31/12/2022 31/12/2022
    Báo cáo trước ngày 05/12/2022                           | date … 05/12/2022
    Đến hết ngày 31/12/2022                                 | date … 31/12/2022
    Không quá ngày 31/12/2022                               | date … 31/12/2022
    Từ ngày 01/3/2022 đến ngày 30/6/2022                    | date 01/03/2022 30/06/2022
    Từ 01/3 đến 30/6/2022                                   | date 01/03/2022 30/06/2022
    01/3/2022 - 30/6/2022                                   | date 01/03/2022 30/06/2022
    30/6, 31/12/2022                                        | date 30/06/2022 31/12/2022
    Trước 30/6/2022 và trước 31/12/2022                     | date … 31/12/2022
    29/02/2024                                              | date 29/02/2024 29/02/2024
    hoàn thành trước 31/12                                  | date
    Trước ngày 20/11                                        | date
"""

PERIODS = """
    Quý I năm 2022                                          | date 01/01/2022 31/03/2022
    quý 1/2022                                              | date 01/01/2022 31/03/2022
    Quý 2 2022                                              | date 01/04/2022 30/06/2022
    Quý IV/22                                               | date 01/10/2022 31/12/2022
    Quý IV - 2022                                           | date 01/10/2022 31/12/2022
    Trong quý III/2022                                      | date 01/07/2022 30/09/2022
    Cuối quý II/2022                                        | date … 30/06/2022
    Trước quý II/2022                                       | date … 31/03/2022
    Quý III, IV năm 2022                                    | date 01/07/2022 31/12/2022
    Quý I-II/2022                                           | date 01/01/2022 30/06/2022
    Quý II và Quý IV năm 2022                               | date 01/04/2022 31/12/2022
    Quý IV/2022, Quý I/2023                                 | date 01/10/2022 31/03/2023
    Từ quý II/2022                                          | date 01/04/2022 … +
    Từ quý II đến quý IV/2022                               | date 01/04/2022 31/12/2022
    Tháng 02 năm 2022                                       | date 01/02/2022 28/02/2022
    Tháng 3, 6, 9/2022                                      | date 01/03/2022 30/09/2022
    Tháng 10-12/2022                                        | date 01/10/2022 31/12/2022
    Tháng 9 - 12 năm 2022                                   | date 01/09/2022 31/12/2022
    Từ tháng 3 đến tháng 6/2022                             | date 01/03/2022 30/06/2022
    Tháng 4 và tháng 10/2022                                | date 01/04/2022 31/10/2022
    Tháng 12/2022 - tháng 3/2023                            | date 01/12/2022 31/03/2023
    Cuối tháng 6/2022                                       | date … 30/06/2022
    Trước tháng 3/2022                                      | date … 28/02/2022
    Chậm nhất trong tháng 6/2022                            | date … 30/06/2022
    6 tháng đầu năm 2023                                    | date 01/01/2023 30/06/2023
    06 tháng cuối năm 2023                                  | date 01/07/2023 31/12/2023
    9 tháng đầu năm 2022                                    | date 01/01/2022 30/09/2022
    04 tháng cuối năm 2021                                  | date 01/09/2021 31/12/2021
    Năm 2022                                                | date 01/01/2022 31/12/2022
    2022                                                    | date 01/01/2022 31/12/2022
    Cả năm 2022                                             | date 01/01/2022 31/12/2022
    Cuối năm 2022                                           | date … 31/12/2022
    Hết năm 2022                                            | date … 31/12/2022
    Trước năm 2025                                          | date … 31/12/2024
    Đến hết năm 2025                                        | date … 31/12/2025
    Từ nay đến hết năm 2022                                 | date … 31/12/2022
    Năm 2022-2023                                           | date 01/01/2022 31/12/2023
    Nhiệm kỳ 2021 - 2026                                    | date 01/01/2021 31/12/2026
    Từ năm 2022                                             | date 01/01/2022 … +
    Từ năm 2022 trở đi                                      | date 01/01/2022 … +
    Từ năm 2022 đến năm 2025                                | date 01/01/2022 31/12/2025
    Năm 2022 và những năm sau                               | date 01/01/2022 31/12/2022 +
    Dự kiến quý II/2022                                     | date 01/04/2022 30/06/2022
    Quý I/2022 (dự kiến)                                    | date 01/01/2022 31/03/2022
    Trong năm                                               | date
    Quý I                                                   | date
    Tháng 6                                                 | date
"""

AGAIN = """
    Hằng năm                                                | recurring
    Hàng năm                                                | recurring
    Hằng tháng                                              | recurring
    Hàng tuần                                               | recurring
    Thứ 6 hàng tuần                                         | recurring
    Mỗi quý 1 lần                                           | recurring
    6 tháng/lần                                             | recurring
    02 lần/năm                                              | recurring
    Tối thiểu 01 lần/quý                                    | recurring
    Thường xuyên                                            | recurring
    Thường xuyên, liên tục trong năm                        | recurring
    Thường xuyên trong năm 2022                             | recurring 01/01/2022 31/12/2022
    Hàng quý năm 2022                                       | recurring 01/01/2022 31/12/2022
    Trong năm 2022; thường xuyên                            | recurring 01/01/2022 31/12/2022
    Định kỳ                                                 | recurring
    Định kỳ ngày 15 hằng tháng                              | recurring
    Trước ngày 25 hàng tháng                                | recurring
    Trước ngày 10 tháng cuối quý                            | recurring
    Trước 15/12 hàng năm                                    | recurring
    Hàng năm (trước 31/12)                                  | recurring
    Tháng 6, tháng 12 hàng năm                              | recurring
    Cuối mỗi quý                                            | recurring
    Theo kế hoạch                                           | event
    Theo Kế hoạch của Bộ Nội vụ                             | event
    Theo quy định                                           | event
    Theo tiến độ                                            | event
    Theo đúng lộ trình                                      | event
    Theo Công văn số 359/SNV-TCBC&CCHC ngày 28/02/2022      | event
    Ngay khi có văn bản của Trung ương                      | event
    Khi có phát sinh                                        | event
    Trước kỳ họp HĐND tỉnh                                  | event
    Đúng thời gian quy định                                 | event
    Kịp thời                                                | event
    Đột xuất                                                | event
    15 ngày sau khi kết thúc quý                            | event
    Trong vòng 05 ngày kể từ ngày có kết quả                | event
    Theo kế hoạch, hoàn thành trước 31/12/2022              | event … 31/12/2022
    Quý II/2022 theo kế hoạch của UBND tỉnh                 | event 01/04/2022 30/06/2022
"""

SEVERAL = r"""
    Quý I/2022\nQuý III/2022                                | date 01/01/2022 30/09/2022
    - Quý II/2022\n- Tháng 12/2022                          | date 01/04/2022 31/12/2022
    Kế hoạch: Quý I/2022; Báo cáo: Quý IV/2022              | date 01/01/2022 31/12/2022
    Quý I/2022 Quý III/2022                                 | date 01/01/2022 30/09/2022
    Thường\nxuyên                                           | recurring
    Theo kế hoạch\ncủa Bộ Nội vụ                            | event
    Trước 30/6/2022; quý IV/2022                            | date … 31/12/2022
    Quý I/2022; từ tháng 6/2022                             | date 01/01/2022 … +
    Quý I/2022; Quý IV                                      | date
    6 tháng đầu năm; 6 tháng cuối năm 2022                  | date
    Quý I/2022; hằng tháng                                  | recurring 01/01/2022 31/03/2022
"""

SLIPS = """
    Qúy II/2022                                             | date 01/04/2022 30/06/2022
    Quí II/2022                                             | date 01/04/2022 30/06/2022
    QUÝ II/2022                                             | date 01/04/2022 30/06/2022
    Quỳ II/2022                                             | date 01/04/2022 30/06/2022
    Thảng 2/2022                                            | date 01/02/2022 28/02/2022
    TRONG NĂM 2023                                          | date 01/01/2023 31/12/2023
    Truớc ngày 15/02/2022                                   | date … 15/02/2022
    Hăng năm                                                | recurring
    thường xuyen                                            | recurring
"""

# Days that there are not, too vague, of two meanings, or about something else.
NOT_UNDERSTOOD = """
    31/02/2022                                              | ?
    29/02/2023                                              | ?
    Trước 30/2                                              | ?
    Trước ngày 32/12/2022                                   | ?
    15/13/2022                                              | ?
    Tháng 13/2022                                           | ?
    Quý V/2022                                              | ?
    Ngày 45 hằng tháng                                      | ?
    Trước ngày 10 của tháng 3, 6, 13                        | ?
    Theo kế hoạch ngày 31/02/2022                           | ?
    Từ tháng 10 đến tháng 3/2022                            | ?
    Từ 30/6/2022 đến 01/3/2022                              | ?
    13 tháng đầu năm 2022                                   | ?
    Trước ngày 5/2022                                       | ?
    5-10/2022                                               | ?
    10-12                                                   | ?
    15                                                      | ?
    Đầu năm 2022                                            | ?
    Giữa quý II/2022                                        | ?
    Sớm nhất có thể                                         | ?
    Sau năm 2022                                            | ?
    Trong quý                                               | ?
    trong vòng 03 ngày làm việc                             | ?
    Quý I/2022 hoặc khác                                    | ?
    Quý I/2022; Văn phòng Sở                                | ?
    Văn phòng Sở                                            | ?
    Kế hoạch của UBND Thành phố                             | ?
    100%                                                    | ?
    abc                                                     | ?
    -                                                       | ?
    x                                                       | ?
"""


def rows(*tables: str) -> list[tuple[str, str]]:
    lines = [line for table in tables for line in table.strip().splitlines()]
    cells = [line.rpartition("|") for line in lines]
    return [(text.strip().replace("\\n", "\n"), said.strip()) for text, _, said in cells]


def written(deadline: Deadline | None) -> str:
    if deadline is None:
        return "?"
    days = [f"{day:%d/%m/%Y}" if day else "…" for day in (deadline.first, deadline.last)]
    return " ".join(
        [deadline.kind, *(days if days != ["…", "…"] else []), *(["+"] if deadline.goes_on else [])]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    rows(PRINTED, DAYS, PERIODS, AGAIN, SEVERAL, SLIPS, NOT_UNDERSTOOD),
)
def test_deadlines_as_printed(text: str, expected: str) -> None:
    assert written(parse_deadline(text)) == expected


@pytest.mark.parametrize(("text", "expected"), rows(PRINTED, PERIODS))
def test_unicode_forms_and_capitals_do_not_count(text: str, expected: str) -> None:
    assert written(parse_deadline(unicodedata.normalize("NFD", text))) == expected
    assert written(parse_deadline(text.upper())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trước 31/12", "date … 31/12/2022"),
        ("Quý I", "date 01/01/2022 31/03/2022"),
        ("Trong năm", "date 01/01/2022 31/12/2022"),
        ("Quý I; Quý IV", "date 01/01/2022 31/12/2022"),
        ("Quý I/2023", "date 01/01/2023 31/03/2023"),
        ("29/02", "?"),
        ("Hằng năm", "recurring"),
    ],
)
def test_a_date_without_a_year_is_in_the_plans_year(text: str, expected: str) -> None:
    assert written(parse_deadline(text, year=2022)) == expected


def test_the_text_is_kept_as_printed() -> None:
    assert parse_deadline("  Trước ngày\n15/02/2022 ") == Deadline(
        "date", None, date(2022, 2, 15), "Trước ngày 15/02/2022"
    )


@pytest.mark.parametrize("text", [None, "", "  ", "\u00a0", "Quý I/2022 " * 500])
def test_blank_cells_and_prose_are_no_deadline(text: str | None) -> None:
    assert parse_deadline(text) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_every_day_is_read_as_it_is_written(day: date, sign: str) -> None:
    for text in (
        f"{day:%d}{sign}{day:%m}{sign}{day:%Y}",
        f"{day.day}{sign}{day.month}{sign}{day:%Y}",
    ):
        found = parse_deadline(f"trước ngày {text}")
        assert found and found.last == day


@given(st.text(alphabet="quýQUÝIVthángnămTrước ngày/-.,;:()0123456789\nlần kỳ cuối"))
def test_any_text_has_an_answer_whose_days_are_in_order(text: str) -> None:
    found = parse_deadline(text)
    if found and found.first and found.last:
        assert found.first <= found.last
