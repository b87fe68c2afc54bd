"""Does the units page count a unit's points in each of the three ways?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoring import intake
from scoring.analysis.messages import UNIT_MODES
from scoring.store import GroupMeaning
from tests import databases
from tests.ingest.conftest import rows_of, workbook
from tests.pages.opening import opened, shown
from tests.pages.uploading import OF_LAM_DONG, UNITS, cards, text


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("mot-minh", "Sở Tài chính một mình chủ trì 3,13 điểm mất"),
        ("chia-deu", "Sở Tài chính chịu 3,275 điểm mất khi chia đều"),
        ("tinh-du", "Sở Tài chính có phần trong 3,42 điểm mất"),
    ],
)
def test_a_unit_in_three_ways_of_counting(samples: Path, way: str, said: str) -> None:
    app = opened(UNITS, **OF_LAM_DONG, cach=way)
    assert said in text(app)
    assert ("không cộng dồn được" in text(app)) == (way == "tinh-du")
    own = opened(UNITS, **OF_LAM_DONG, cach=way, don_vi="Sở Tài chính")
    told = cards(own)
    assert [told[label] for label in UNIT_MODES.values()] == ["3,13", "3,275", "3,42"]
    assert "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm, phối hợp 1 tiêu chí" in text(own)


def test_a_unit_that_the_table_does_not_name_says_so(samples: Path) -> None:
    app = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Vũ trụ")
    assert "Đường dẫn nêu đơn vị “Sở Vũ trụ”, chưa có dữ liệu" in text(app)


GIA_LAI_DEPARTMENT = {"co_quan": "so-van-hoa-the-thao-va-du-lich-gia-lai", "ngay": "2023-11-20"}
GROUP = "Các sở, ban, ngành"


def decide(path: Path, meaning: GroupMeaning) -> None:
    store = intake.open_everything(databases.of(path))[0]
    store.say([meaning], now=datetime(2026, 1, 5, tzinfo=UTC))


def test_a_unit_sees_its_tasks_with_the_ways_to_them_and_to_their_criteria(samples: Path) -> None:
    app = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Tài chính", ngay="2021-11-20")
    assert "chưa xong trên 5 nhiệm vụ chủ trì, phối hợp 1" in shown(app)
    assert "việc dồn vào một đơn vị" in shown(app)  # more than a fifth of the named points
    links = [link.proto for link in app.get("page_link")]
    assert sum("nhiem_vu=" in link.query_string for link in links) == 5
    assert any("ma=6.3.3" in link.query_string for link in links)


def test_units_that_stand_only_in_plans_show_their_tasks(samples: Path) -> None:
    app = opened(UNITS, **GIA_LAI_DEPARTMENT)
    assert "Chưa nạp bảng điểm" in shown(app)
    assert "Văn phòng Sở" in shown(app)
    own = opened(UNITS, **GIA_LAI_DEPARTMENT, don_vi="Thanh tra Sở")
    assert "Chưa nạp bảng điểm" in shown(own)
    assert "5 nhiệm vụ chủ trì, phối hợp 2" in shown(own)


def test_groups_count_for_their_focal_unit_only_when_asked(samples: Path) -> None:
    decide(samples, GroupMeaning("lam-dong", GROUP, "focal", "Sở Nội vụ"))
    plain = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Nội vụ")
    assert "Sở Nội vụ không chủ trì nhiệm vụ nào" in shown(plain)
    app = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Nội vụ", ca_nhom="co")
    assert "trên 11 nhiệm vụ chủ trì" in shown(app)
    assert f"nhiệm vụ qua nhóm “{GROUP}”" in text(app)
    assert "Sở Nội vụ chủ trì 11 tiêu chí" in text(app)
    every = opened(UNITS, **OF_LAM_DONG, ca_nhom="co")
    assert GROUP not in str(every.dataframe[0].value.iloc[:, 0].tolist())


def test_a_unit_stands_beside_an_earlier_year_that_names_units(samples: Path) -> None:
    known = databases.of(samples)
    store, reference, _ = intake.open_everything(known)
    rows = """
        STT | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
        6   | Tài chính công     | 10         | 6              | 4           |
        6.1 | Giải ngân đầu tư   | 10         | 6              | 4           | Sở Tài chính
    """
    title = "Kết quả Chỉ số cải cách hành chính năm 2019 của UBND tỉnh Lâm Đồng"
    content = workbook({"Bảng": [[title], [], *rows_of(rows)]})
    (table,) = intake.read("truoc.xlsx", content, reference, known)
    intake.load(store, table, content, reference, databases.NOW)
    said = text(opened(UNITS, **OF_LAM_DONG, don_vi="Sở Tài chính"))
    # 3,275 of 2020 as shared, against the 4,00 of 2019
    assert "năm 2020 là 3,275, giảm 0,725 so với năm 2019 (4,00)" in said
    helping = text(opened(UNITS, **OF_LAM_DONG, don_vi="Sở Nội vụ"))
    assert "phối hợp 6 nhiệm vụ" in helping and "so với năm" not in helping
    assert "Không phối hợp" not in helping
