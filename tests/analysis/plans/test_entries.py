"""Which results that a person typed are kept, and which are refused?"""

from datetime import UTC, datetime

import pytest

from scoring.analysis.plans.entries import entry_rows, taken
from scoring.analysis.plans.indicators import indicators
from scoring.store import Actual
from tests.analysis.plans.material import load_targets

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
RANK = {"kind": "rank", "amount": 20.0, "percent": False, "measure": "hạng"}
DAYS = {"kind": "at_most", "amount": 5.0, "percent": False, "measure": "ngày"}


@pytest.fixture
def rows(store):
    """A percentage, a rank and days; the percentage has a result."""
    load_targets(
        store, {"title": "Số hóa"}, {"title": "PAR Index", **RANK}, {"title": "Thời gian", **DAYS}
    )
    load_targets(store, {"title": "Số hóa"}, plan="9/KH")  # another plan, the same indicator
    store.say([Actual("so-van-hoa", "Số hóa", 2022, 81.25, "Báo cáo 12")], now=NOW)
    return entry_rows(indicators(store.query, "so-van-hoa", None), 2022)


def test_an_indicator_of_several_plans_is_asked_for_once(rows):
    assert rows["indicator"].tolist() == ["Số hóa", "PAR Index (hạng)", "Thời gian"]
    assert rows[["value", "source"]].to_numpy().tolist()[0] == ["81,25", "Báo cáo 12"]


@pytest.mark.parametrize(
    ("at", "cells", "entry"),
    [
        (0, {"value": "85,5"}, ("Số hóa", 85.5, "Báo cáo 12")),
        (0, {"value": " 85.5 % "}, ("Số hóa", 85.5, "Báo cáo 12")),
        (0, {"source": "Báo cáo 13"}, ("Số hóa", 81.25, "Báo cáo 13")),
        (0, {"value": None}, ("Số hóa", None, None)),
        (0, {"value": ""}, ("Số hóa", None, None)),
        (1, {"value": "15"}, ("PAR Index (hạng)", 15.0, None)),
        (2, {"value": "3,5", "source": "Một cửa"}, ("Thời gian", 3.5, "Một cửa")),
    ],
)
def test_what_is_typed_is_kept_and_what_is_cleared_is_taken_back(rows, at, cells, entry):
    entries, refused = taken(rows, {at: cells})
    assert refused == []
    assert [(one.indicator, one.value, one.source) for one in entries] == [entry]


@pytest.mark.parametrize(
    ("at", "cells", "expected"),
    [
        (0, {"value": "khoảng 85"}, "một số"),
        (0, {"value": "8599"}, "từ 0 đến 100"),
        (0, {"value": "-1"}, "từ 0 đến 100"),
        (1, {"value": "15,5"}, "số nguyên"),
        (1, {"value": "0"}, "số nguyên"),
        (2, {"value": "1.234"}, "dấu chấm hàng nghìn"),
        (2, {"source": "Một cửa"}, "kết quả đi cùng nguồn"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_was_expected(rows, at, cells, expected):
    entries, (refusal,) = taken(rows, {at: cells})
    assert entries == []
    assert expected in refusal.expected
    assert refusal.title == rows["title"].iat[at]
