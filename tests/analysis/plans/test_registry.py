"""Which units do the plans name, how is each printed, and who may a group be?"""

from datetime import date

import pandas as pd
import pytest

from scoring.analysis.plans.registry import (
    likely_members,
    now_called,
    registry,
    spelled,
    stale,
    unknown,
)
from scoring.analysis.questions import ask
from scoring.ingest.reference import load_reference
from scoring.settings import settings
from tests.analysis.plans.material import load_plan, load_targets

ON = date(2021, 12, 31)


@pytest.fixture(scope="module")
def names():
    return load_reference(settings().reference)[0].units


def below(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    """Organisations as name, first and last day."""
    told = [(name, "sở", begun, ended) for name, begun, ended in rows]
    return pd.DataFrame(told, columns=["name", "level", "valid_from", "valid_to"])


def test_a_unit_stands_once_with_all_its_spellings(store, names) -> None:
    load_plan(
        store,
        {"title": "Một", "lead": "Sở KH&ĐT", "coordinating": "Các sở, ban, ngành"},
        {"title": "Hai", "lead": "Sở Kế hoạch và Đầu tư"},
        {"title": "Ba", "lead": "Sở Kế hoạch và Đầu tư"},
    )
    load_plan(store, {"title": "Bốn", "coordinating": "SKHĐT"}, plan="7/KH-UBND")
    found = registry(spelled(ask(store.query, "units_named", organisation="lam-dong"), names))
    rows = found.set_index("unit")
    planning = rows.loc["Sở Kế hoạch và Đầu tư"]
    assert planning["spellings"] == [
        ("Sở Kế hoạch và Đầu tư", 2),
        ("SKHĐT", 1),
        ("Sở KH&ĐT", 1),
    ]
    told = ["times", "led", "coordinated", "targets", "plans"]
    assert planning[told].tolist() == [4, 3, 1, 0, 2]
    assert rows["unit_group"].to_dict() == {
        "Sở Kế hoạch và Đầu tư": False,
        "Các sở, ban, ngành": True,
    }
    assert found["unit"].tolist()[0] == "Sở Kế hoạch và Đầu tư"  # most often named first


def test_the_leads_of_targets_are_units_too(store, names) -> None:
    load_targets(store, {"title": "Hồ sơ trực tuyến", "lead": "Văn phòng Sở"})
    cells = ask(store.query, "units_named", organisation="so-van-hoa")
    (row,) = registry(spelled(cells, names)).to_dict("records")
    assert (row["unit"], row["targets"], row["led"]) == ("Văn phòng Sở", 1, 0)
    assert stale(cells, names).empty  # nothing was read of it when it was loaded


def test_a_name_nobody_knows_comes_with_the_nearest_one(store, names) -> None:
    load_plan(
        store,
        {"title": "Một", "lead": "Sở Giáo dụ và Đào tạ"},
        {"title": "Hai", "lead": "Sở Vũ trụ"},
        {"title": "Ba", "lead": "Sở Nội vụ"},
    )
    cells = ask(store.query, "units_named", organisation="lam-dong")
    found = unknown(spelled(cells, names), names)
    likely = found.set_index("unit")["likely"].fillna("").to_dict()
    assert likely == {"Sở Giáo dụ và Đào tạ": "Sở Giáo dục và Đào tạo", "Sở Vũ trụ": ""}


def test_cells_that_mean_another_unit_by_now_are_told(store, names) -> None:
    load_plan(store, {"title": "Một", "lead": "SNV"}, {"title": "Hai", "lead": "Sở Y tế"})
    (row,) = stale(ask(store.query, "units_named", organisation="lam-dong"), names).to_dict(
        "records"
    )
    assert (row["text"], row["units"], row["now"]) == ("SNV", "SNV", "Sở Nội vụ")


def test_who_merged_is_known_by_the_name_that_plans_print(names) -> None:
    mergers = pd.DataFrame(
        [
            ("Sở Kế hoạch và Đầu tư tỉnh Lâm Đồng", "Sở Tài chính tỉnh Lâm Đồng", False),
            ("Sở Tài chính tỉnh Lâm Đồng", "Sở Tài chính tỉnh Lâm Đồng", False),
            ("Lâm Đồng", "Lâm Đồng", True),
        ],
        columns=["old_name", "new_name", "own"],
    ).assign(old="a", new="b", since=pd.Timestamp(2025, 3, 1), source="")
    found = now_called(mergers, names)
    assert {unit: rows[0]["now"] for unit, rows in found.items()} == {
        "Sở Kế hoạch và Đầu tư": "Sở Tài chính"
    }


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("Các sở, ban, ngành", ["Ban Dân tộc", "Sở Nội vụ", "Sở Tài chính", "Thanh tra tỉnh"]),
        ("Các sở chuyên ngành", ["Sở Nội vụ", "Sở Tài chính"]),
        ("UBND cấp huyện", ["UBND huyện Đức Trọng"]),
        ("Các phòng, ban, đơn vị thuộc Sở", ["Phòng Nội vụ", "Văn phòng Sở"]),
        ("Lãnh đạo các sở, ban, ngành", []),  # persons
        ("Đại biểu HĐND cấp huyện", []),
        ("Các tổ chức chính trị - xã hội", []),  # nothing is guessed
    ],
)
def test_who_a_group_may_be(names, group: str, members: list[str]) -> None:
    units = ["Sở Tài chính", "Thanh tra tỉnh", "UBND huyện Đức Trọng", "Phòng Nội vụ"]
    placed = below(
        ("Sở Nội vụ tỉnh Lâm Đồng", None, "2025-02-28"),
        ("Sở Dân tộc và Tôn giáo tỉnh Lâm Đồng", "2025-03-01", None),  # not yet in 2021
        ("Ban Dân tộc tỉnh Lâm Đồng", None, "2025-02-28"),
    )
    found = likely_members(group, [*units, "Văn phòng Sở", "Các sở"], placed, names, ON)
    assert found == members
