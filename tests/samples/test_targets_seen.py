"""Do the samples of targets hold every goal of their documents, with value, unit and year?"""

from pathlib import Path

import pytest

from scoring import intake
from scoring.ingest.table import Table
from scoring.settings import settings

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"

# Hà Nội, Kế hoạch 76/KH-SVHTT, I.3: the goal as printed there, in its order.
HA_NOI = """
đạt tối thiểu 86%                                                  | 86
tối thiểu 60% TTHC thuộc thẩm quyền giải quyết của Sở              | 60
trên tổng số hồ sơ đạt tối thiểu 30%                               | 30
Trên 99% số hồ sơ TTHC                                             | 99
100% kết quả xử lý hồ sơ TTHC                                      | 100
30% người dân, doanh nghiệp khi thực hiện TTHC không phải          | 30
100% người dân chưa có danh tính điện tử                           | 100
trên tổng số giao dịch thanh toán của dịch vụ công đạt tối thiểu 30% | 30
được thanh toán trực tuyến trên Cổng DVCQG đạt tối thiểu 60%       | 60
các khoản thuế nội địa của doanh nghiệp trên Cổng DVCQG đạt 100%   | 100
tại các phòng, ban, đơn vị thuộc Sở đạt 100%                       | 100
Tối thiểu 50% tổng số TTHC liên thông                              | 50
Phấn đấu 100% TTHC cấp Sở được cung cấp ở mức 4                    | 100
90% công việc được giải quyết trên môi trường mạng                 | 90
100% cán bộ, công chức, viên chức được bồi dưỡng                   | 100
ít nhất 30% số cán bộ, công chức, viên chức                        | 30
100% lãnh đạo của các phòng chuyên môn                             | 100
100% kiến nghị, phản ánh                                           | 100
90% các quyết định, kết luận sau thanh tra                         | 90
"""

# The department's article of 2021: the goal as printed, its year; no amount for a range.
DEPARTMENT = """
100% VBQPPL của Trung ương                                         | 2025 | 100
100% VBQPPL của ngành được rà soát                                 | 2025 | 100
100% VBQPPL phát hiện sai phạm                                     | 2025 | 100
100% VBQPPL được xử lý hoặc kiến nghị xử lý sau rà soát            | 2025 | 100
100% VBQPPL về phòng, chống tham nhũng                             | 2025 | 100
Tối thiểu 80% hồ sơ TTHC được luân chuyển trong nội bộ             | 2025 | 80
Tối thiểu 80% TTHC có yêu cầu nghĩa vụ tài chính                   | 2025 | 80
100% TTHC, có yêu cầu nghĩa vụ tài chính                           | 2030 | 100
tỷ lệ giao dịch thanh toán trực tuyến đạt từ 30% trở lên           | 2025 | 30
tỷ lệ giao dịch thanh toán trực tuyến đạt từ 50% trở lên           | 2030 | 50
80% TTHC đủ điều kiện theo quy định của pháp luật                  | 2025 | 80
Tối thiểu 90% TTHC của ngành, có đủ điều kiện                      | 2030 | 90
mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 50%                 | 2025 | 50
mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 90%                 | 2030 | 90
doanh nghiệp về giải quyết TTHC đạt tối thiểu 90%                  | 2025 | 90
doanh nghiệp về giải quyết TTHC đạt tối thiểu 95%                  | 2030 | 95
90% TTHC nội bô giữ cơ quan hành chính nhà nước                    | 2025 | 90
80% người dân, doanh nghiệp khi thực hiện TTHC không phải          | 2025 | 80
90% số lượng người dân, doanh nghiệp tham gia                      | 2030 | 90
giảm tối thiểu 10% biên chế sự nghiệp                              | 2030 | 10
25% - 35% số lãnh đạo, quản lý cấp phòng                           | 2030 | -
100% cán bộ công chức thuộc Sở có trình độ đại học                 | 2030 | 100
100% dịch vụ công trực tuyến được thiết kế                         | 2025 | 100
100% người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến     | 2025 | 100
100% văn bản được trao đổi qua môi trường mạng                     | 2025 | 100
Trên 90% tổng số hồ sơ công việc tại cấp tỉnh                      | 2025 | 90
100% hồ sơ công việc tại cấp tỉnh                                  | 2030 | 100
trên 80% tổng số hồ sơ công việc tại cấp huyện                     | 2025 | 80
90% hồ sơ công việc tại cấp huyện                                  | 2030 | 90
100% cơ sở dữ liệu dùng chung                                      | 2025 | 100
50% hoạt động kiếm tra của cơ quan quản lý nhà nước                | 2025 | 50
70% hoạt động kiểm tra của cơ quan quản lý nhà nước                | 2030 | 70
100% dịch vụ công trực tuyến mức độ 4                              | 2030 | 100
Trên 90% người dân, doanh nghiệp hài lòng                          | 2030 | 90
"""


def lines(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def read(name: str) -> Table:
    reference, _ = intake.reference_of(settings())
    (table,) = intake.read(name, (SAMPLES / name).read_bytes(), reference, settings())
    return table


@pytest.fixture(scope="module")
def ha_noi() -> Table:
    return read("ha-noi-chi-tieu-2022.xlsx")


@pytest.fixture(scope="module")
def department() -> Table:
    return read("so-vhttdl-chi-tieu-2025-2030.xlsx")


def test_ha_noi_has_every_numeric_target_of_its_plan(ha_noi: Table) -> None:
    assert (ha_noi.kind, ha_noi.index, ha_noi.year, ha_noi.rows) == ("targets", "PAR", 2022, 19)
    assert ha_noi.frame["amount"].tolist() == [float(amount) for _, amount in lines(HA_NOI)]
    assert set(ha_noi.frame["kind"]) == {"at_least"}
    assert set(ha_noi.frame["measure"]) == {"%"} and ha_noi.frame["percent"].all()
    assert set(ha_noi.frame["due_year"]) == {2022}
    assert ha_noi.frame["index_name"].tolist() == ["SIPAS", *[None] * 18]


def test_ha_noi_loads_as_its_department_and_plan_and_nothing_is_wrong(ha_noi: Table) -> None:
    assert ha_noi.loadable and ha_noi.problems == ()
    assert ha_noi.organisation
    assert ha_noi.organisation.name == "Sở Văn hóa và Thể thao thành phố Hà Nội"
    assert ha_noi.plan == "76/KH-SVHTT"


def test_the_department_has_every_goal_of_2025_and_2030(department: Table) -> None:
    found = department.frame[["due_year", "amount"]].astype(object)
    told = found.where(found.notna(), None).values.tolist()
    expected = [
        [int(year), None if amount == "-" else float(amount)]
        for _, year, amount in lines(DEPARTMENT)
    ]
    assert told == expected
    assert department.frame["due_year"].value_counts().to_dict() == {2025: 20, 2030: 14}
    assert set(department.frame["measure"]) == {"%"}
    assert department.frame["title"].nunique() == 26
    assert department.frame["section"].nunique() == 4


def test_a_range_stays_as_it_is_printed_with_a_warning(department: Table) -> None:
    (at,) = department.frame.index[department.frame["kind"].isna()]
    assert department.frame.loc[at, "sentence"] == "25% - 35%"
    warned = [(one.code, one.severity) for one in department.problems]
    assert warned == [("organisation-unknown", "warning"), ("target-unreadable", "warning")]


def test_the_department_is_asked_for_because_nobody_names_its_province(department: Table) -> None:
    assert department.organisation is None and not department.loadable
