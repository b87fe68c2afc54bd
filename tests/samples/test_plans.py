"""Are the plans read in full: every task with its section, goal, units and time, as published?"""

from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from scoring import intake
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.text.deadlines import parse_deadline
from scoring.text.units import parse_units

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
GIA_LAI, HA_NOI, HUNG_YEN = (
    "gia-lai-ke-hoach-2023.xlsx",
    "ha-noi-ke-hoach-2022.xlsx",
    "hung-yen-papi-2021.xlsx",
)
REFERENCE, _ = intake.reference_of(settings())


@cache
def plan(name: str) -> Table:
    (table,) = intake.read(name, (SAMPLES / name).read_bytes(), REFERENCE, settings())
    return table


def by_code(name: str) -> dict[str, dict[str, object]]:
    return {row["code"]: row for row in plan(name).frame.to_dict("records")}


def _to(last: int) -> range:
    return range(1, last + 1)


def units(text: str) -> list[str]:
    return [unit.name for unit in parse_units(text, REFERENCE.units)]


@pytest.mark.parametrize(
    ("name", "index", "organisation", "year", "number"),
    [
        (GIA_LAI, "PAR", "Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai", 2023, ""),
        (HA_NOI, "PAR", "Sở Văn hóa và Thể thao thành phố Hà Nội", 2022, "76/KH-SVHTT"),
        (HUNG_YEN, "PAPI", "Sở Văn hóa, Thể thao và Du lịch tỉnh Hưng Yên", 2021, ""),
        ("lam-dong-par-2020.xlsx", "PAR", "Lâm Đồng", 2020, "6006/KH-UBND"),
    ],
)
def test_a_plan_says_whose_and_which_it_is(
    name: str, index: str, organisation: str, year: int, number: str
) -> None:
    table = plan(name)
    assert (table.index, table.year, table.plan) == (index, year, number)
    assert table.organisation and table.organisation.name == organisation
    assert table.loadable and table.exit_code == 0


@pytest.mark.parametrize(
    ("name", "places"),
    [(GIA_LAI, ["E54"]), (HA_NOI, ["F10", "F11"]), (HUNG_YEN, [])],
)
def test_only_tasks_that_name_no_lead_are_warned_of(name: str, places: list[str]) -> None:
    found = [
        (f"{one.column}{one.row}", one.code)
        for one in plan(name).problems
        if one.code != "due-before-plan"
    ]
    assert found == [(place, "lead-missing") for place in places]


def test_only_two_deadlines_of_gia_lai_are_before_the_year_of_the_plan() -> None:
    """Rows 3.1 and 3.8 of the plan for 2023 print 'Trong năm 2022'."""
    table = plan(GIA_LAI)
    codes = table.frame.set_index("row")["code"]
    early = [one for one in table.problems if one.code == "due-before-plan"]
    assert [(codes[one.row], one.severity) for one in early] == [
        ("3.1", "warning"),
        ("3.8", "warning"),
    ]
    assert [
        one
        for name in (HA_NOI, HUNG_YEN)
        for one in plan(name).problems
        if one.code == "due-before-plan"
    ] == []


def test_gia_lai_mends_15_criteria_raises_5_factors_and_keeps_24_criteria() -> None:
    frame = plan(GIA_LAI).frame
    sections = Counter(zip(frame["section"], frame["purpose"], frame["index_name"], strict=True))
    assert [(*key, count) for key, count in sections.items()] == [
        (
            "Tập trung khắc phục, cải thiện các tiêu chí, tiêu chí thành phần còn tồn tại, hạn chế",
            "mend",
            None,
            15,
        ),
        (
            "Cải thiện, nâng cao Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ "
            "quan hành chính nhà nước (Chỉ số SIPAS)",
            "mend",
            "SIPAS",
            5,
        ),
        (
            "Tiếp tục duy trì, nâng cao các tiêu chí, tiêu chí thành phần đã thực hiện tốt, đạt "
            "hiệu quả",
            "keep",
            None,
            24,
        ),
    ]
    numbers = [f"{section}.{n}" for section, last in ((1, 15), (2, 5), (3, 24)) for n in _to(last)]
    assert frame["code"].tolist() == numbers


def test_every_task_of_gia_lai_has_goal_duties_and_time() -> None:
    frame = plan(GIA_LAI).frame
    assert (frame[["title", "goal", "solution", "coordinating", "deadline"]] != "").all(axis=None)
    assert frame.loc[frame["lead"] == "", "code"].tolist() == ["3.24"]


def test_gia_lai_keeps_the_bases_and_rises_of_the_factors() -> None:
    read = by_code(GIA_LAI)
    rise = "tăng ít nhất {}% so với năm 2022 (năm 2022 là {}%)"
    told = {"2.1": ("02", "83,99"), "2.2": ("02", "84,04"), "2.3": ("02", "85,39")}
    told |= {"2.4": ("02", "80,90"), "2.5": ("04", "77,89")}
    for code, numbers in told.items():
        assert str(read[code]["goal"]).endswith(rise.format(*numbers)), code


GIA_LAI_UNITS = """
1.1  | Văn phòng Sở | Các phòng chuyên môn; Các đơn vị sự nghiệp
1.2  | Văn phòng Sở | Thanh tra Sở; Các phòng chuyên môn; Các đơn vị sự nghiệp
1.5  | Văn phòng Sở | Các phòng chuyên môn; Sở Thông tin và Truyền thông; \
Trung tâm Phục vụ hành chính công; Bưu điện tỉnh
1.6  | Văn phòng Sở | Sở Thông tin và Truyền thông; Văn phòng UBND tỉnh; \
Trung tâm Phục vụ hành chính công; Bưu điện tỉnh
1.8  | Văn phòng Sở; Thanh tra Sở | Các phòng chuyên môn; Các đơn vị sự nghiệp
1.11 | Văn phòng Sở | Các phòng chuyên môn
2.1  | Văn phòng Sở | Bưu điện tỉnh; Trung tâm Phục vụ hành chính công
2.5  | Văn phòng Sở | Ban Biên tập Trang thông tin điện tử; Bưu điện tỉnh
3.2  | Phòng Quản lý Văn hóa | Các phòng chuyên môn; Các đơn vị sự nghiệp
3.5  | Thanh tra Sở | Các phòng chuyên môn; Các đơn vị sự nghiệp; Sở Tư pháp
3.11 | Văn phòng Sở; Thanh tra Sở | Các phòng chuyên môn; Các đơn vị sự nghiệp; Sở Nội vụ
3.14 | Văn phòng Sở | Các đơn vị sự nghiệp; Sở Nội vụ
3.22 | Văn phòng Sở | Các phòng chuyên môn; Các đơn vị sự nghiệp
3.24 | | Các phòng chuyên môn; Các đơn vị sự nghiệp
"""


def test_the_units_of_gia_lai_are_those_printed_slips_and_all() -> None:
    read = by_code(GIA_LAI)
    for line in GIA_LAI_UNITS.strip().splitlines():
        code, lead, coordinating = (cell.strip() for cell in line.split("|"))
        found = [units(str(read[code][role])) for role in ("lead", "coordinating")]
        assert found == [one.split("; ") if one else [] for one in (lead, coordinating)], code
    assert str(read["1.6"]["coordinating"]).endswith("Bru điện tỉnh")  # as printed
    assert ("Bru điện tỉnh", "Bưu điện tỉnh") in {
        (one.found, one.read) for one in plan(GIA_LAI).repairs
    }


def test_the_times_of_gia_lai_are_those_printed() -> None:
    assert Counter(plan(GIA_LAI).frame["deadline"]) == {
        "Trong năm 2023": 36,
        "Trong năm 2022": 2,  # as printed for 3.1 and 3.8 of the plan for 2023
        "Trong năm 2023/Theo nhiệm vụ được giao": 1,
        "Trong năm 2023/Chậm nhất là ngày 12 của tháng cuối kỳ báo cáo": 1,
        "Sau khi kết thúc đợt kiểm tra": 1,
        "Trong năm 2023/Theo mục tiêu, yêu cầu tại khoản a mục này": 1,
        "Trong năm 2023/Sau khi có quyết định công bố TTHC": 1,
        "Khi có đề nghị của các đơn vị chức năng": 1,
    }
    read = by_code(GIA_LAI)
    assert {code for code, row in read.items() if row["deadline"] == "Trong năm 2022"} == {
        "3.1",
        "3.8",
    }


# Number, product, lead, coordinating, time of every row of the appendix.
HA_NOI_ROWS = """
1  | Kế hoạch CCHC năm 2022 | | Văn phòng Sở; Các phòng, ban, đơn vị thuộc Sở | \
Trước ngày 15/02/2022
2  | | | Phòng Tổ chức - Pháp chế; Các phòng, ban, đơn vị thuộc Sở | Quý I/2022
3  | Kế hoạch | Văn phòng Sở; Các phòng, ban, đơn vị thuộc Sở | | Quý II/2022
3  | Báo cáo | Văn phòng Sở; Các phòng, ban, đơn vị thuộc Sở | | Tháng 12/2022
4  | Kế hoạch của UBND Thành phố | Văn phòng Sở | Các phòng, ban, đơn vị thuộc Sở | \
Theo hướng dẫn của Bộ Nội vụ/ UBND thành phố
5  | Kế hoạch/ Văn bản chỉ đạo của UBND Thành phố | Văn phòng Sở | \
Các phòng, ban, đơn vị thuộc Sở | Ngay sau khi Chỉ số SIPAS, PARINDEX được công bố
6  | Hội nghị trao đổi, tọa đàm, đối thoại; Văn bản trả lời, giải đáp kiến nghị | \
Các phòng, ban, đơn vị thuộc Sở | \
Văn phòng Sở; Bộ phận Tiếp công dân; Ban Biên tập Trang thông tin điện tử | \
Theo lịch tiếp công dân định kỳ; Tiếp nhận câu hỏi trên Công thông tin; \
Kế hoạch của các phòng, ban, đơn vị
6  | Kế hoạch của UBND Thành phố | Văn phòng Sở | Các phòng, ban, đơn vị thuộc Sở | Quý I/2022
7  | Quyết định của UBND thành phố | Văn phòng UBND thành phố | \
Các sở, ban, ngành; UBND cấp huyện | Tháng 2/2022
8  | Đề án hoàn thiện vị trí việc làm trình cấp có thẩm quyền phê duyệt | \
Phòng Tổ chức - Pháp chế | Các phòng, ban, đơn vị thuộc Sở | \
Theo hướng dẫn của các Bộ, Ngành Trung ương và Thành phố
8  | Kế hoạch của UBND Thành phố | Phòng Kế hoạch - Tài chính | Các đơn vị sự nghiệp | Quý I/2022
9  | Nghị quyết của HĐND Thành phố | Phòng Kế hoạch - Tài chính | Các đơn vị sự nghiệp | T10/2022
10 | Kế hoạch của UBND Thành phố | Văn phòng Sở | Các đơn vị sự nghiệp | Quý I/2022
11 | Kế hoạch của UBND Thành phố | Văn phòng Sở | Các đơn vị sự nghiệp | Quý I/2022
12 | Kế hoạch của UBND Thành phố | Văn phòng Sở | Các đơn vị sự nghiệp | Quý II/2022
"""


def test_every_row_of_the_appendix_of_ha_noi_is_a_task() -> None:
    frame = plan(HA_NOI).frame
    # Its numbers begin anew under the headings: canonical codes keep the number that is printed.
    said = zip(
        frame["code"].str.rpartition(".")[2],
        frame["product"],
        *([units(text) for text in frame[role]] for role in ("lead", "coordinating")),
        frame["deadline"],
        strict=True,
    )
    expected = [
        [cell.strip() for cell in line.split("|")] for line in HA_NOI_ROWS.strip().splitlines()
    ]
    split = [
        (number, product, *(one.split("; ") if one else [] for one in roles), time)
        for number, product, *roles, time in expected
    ]
    assert list(said) == split


def test_the_four_sections_of_ha_noi() -> None:
    frame = plan(HA_NOI).frame
    assert list(Counter(zip(frame["section"], frame["purpose"], strict=True)).items()) == [
        (("Công tác chỉ đạo, điều hành CCHC", "steer"), 7),
        (("Cải cách TTHC và thực hiện cơ chế một cửa, một cửa liên thông", None), 3),
        (("Cải cách tài chính công", None), 2),
        (("Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", None), 3),
    ]
    assert frame["index_name"].isna().all()
    assert (frame[["goal", "title", "solution"]] != "").all(axis=None)


def test_one_task_of_ha_noi_has_two_products() -> None:
    frame = plan(HA_NOI).frame
    two = frame.iloc[2:4]
    assert two["title"].nunique() == two["goal"].nunique() == two["code"].nunique() == 1
    assert two["solution"].nunique() == 2


def test_hung_yen_has_nine_groups_of_duties_and_each_bullet_is_a_task() -> None:
    frame = plan(HUNG_YEN).frame
    assert list(Counter(frame["section"]).items()) == [
        ("Công tác chỉ đạo điều hành", 2),
        ("Tham gia của người dân ở cấp cơ sở", 1),
        ("Công khai minh bạch", 3),
        ("Trách nhiệm giải trình với người dân", 3),
        ("Kiểm soát tham nhũng trong khu vực công", 4),
        ("Thủ tục hành chính công", 4),
        ("Cung ứng dịch vụ công", 3),
        ("Quản trị môi trường", 1),
        ("Quản trị điện tử", 2),
    ]
    assert Counter(frame["purpose"]) == {"steer": 2, None: 21}
    assert {tuple(units(text)) for text in frame["lead"]} == {
        ("Thủ trưởng các phòng, ban, đơn vị thuộc Sở",)
    }
    assert set(frame["deadline"]) == {"Định kỳ 6 tháng, cả năm"}


@pytest.mark.parametrize("name", [GIA_LAI, HA_NOI, HUNG_YEN])
def test_every_unit_and_every_time_of_the_plans_is_understood(name: str) -> None:
    table = plan(name)
    codes = {one.code for one in table.problems}
    assert not codes & {"unit-unknown", "deadline-unreadable", "deadline-serial"}
    assert all(parse_deadline(text, year=table.year) for text in table.frame["deadline"])


@pytest.mark.parametrize("name", [GIA_LAI, HA_NOI, HUNG_YEN])
def test_no_text_of_a_plan_is_lost(name: str) -> None:
    """Each text of the facts is a text of a task, or a section."""
    path = (SAMPLES / "facts" / name).with_suffix(".csv")
    facts = pd.read_csv(path, dtype=str).fillna("")
    printed = {" ".join(text.split()) for column in facts.columns[1:] for text in facts[column]}
    frame = plan(name).frame.fillna("")
    read = {" ".join(str(text).split()) for column in frame for text in frame[column]}
    assert printed - read == set()
