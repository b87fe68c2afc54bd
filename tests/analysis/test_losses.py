"""Where did the points go, and what is said where points are missing?"""

import pandas as pd
import pytest

from scoring.analysis.losses import index_after, pareto_point, recoverable
from scoring.analysis.questions import ask, rows
from tests.analysis.material import load_scores


def test_missing_points_are_not_zero(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí  | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo   | 8,00       | 6,00           | 2,00
        2   | Văn bản   | 5,00       |                |
        """,
    )
    total = rows(store.query, "totals", batch=batch)[0]
    assert (total["lost"], total["points"], total["index_value"]) == (None, None, None)
    assert (total["top_rows"], total["top_rows_unknown"], total["leaves_unknown"]) == (2, 1, 1)
    first, second = rows(store.query, "leaves", batch=batch)
    assert (first["rank"], first["share"]) == (1, 1.0)
    assert (second["rank"], second["share"], second["cumulative_share"]) == (None, None, None)
    point = pareto_point(ask(store.query, "leaves", batch=batch))
    assert (point.count, point.of, point.unknown) == (1, 1, 1)
    assert rows(store.query, "zero_leaves", batch=batch) == []
    (by_kind,) = rows(store.query, "losses_by_kind", batch=batch)
    assert (by_kind["lost_points"], by_kind["leaves"], by_kind["leaves_unknown"]) == (2.0, 2, 1)


def test_no_total_no_index(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 8,00       | 6,00           | 2,00
        """,
        total_max=None,
    )
    total = rows(store.query, "totals", batch=batch)[0]
    assert (total["lost"], total["index_value"]) == (2.0, None)


def test_a_department_is_measured_by_its_own_maximum(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 66,27      | 62,62          | 3,65
        """,
        total_max=66.27,
    )
    total = rows(store.query, "totals", batch=batch)[0]
    assert total["points"] == 62.62
    assert round(total["index_value"], 2) == 94.49  # 62,62 ÷ 66,27


def test_nothing_lost_has_no_shares(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 8,00       | 8,00           | 0,00
        """,
    )
    (row,) = rows(store.query, "losses_under", batch=batch, parent="")
    assert (row["lost_points"], row["share"]) == (0.0, None)
    assert pareto_point(ask(store.query, "leaves", batch=batch)) is None


def test_a_bonus_is_a_loss_below_zero_and_comes_last(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Thưởng   | 0,00       | 1,00           | −1,00
        2   | Chỉ đạo  | 8,00       | 4,00           | 4,00
        """.replace("−", "-"),
    )
    leaves = rows(store.query, "leaves", batch=batch)
    assert [row["code"] for row in leaves] == ["2", "1"]
    assert leaves[1]["cumulative_share"] == 1.0  # (4 − 1) ÷ 3
    assert rows(store.query, "totals", batch=batch)[0]["lost"] == 3.0


def test_pareto_reaches_the_threshold_exactly():
    leaves = pd.DataFrame(
        {
            "rank": [1, 2, 3],
            "lost_points": [0.5, 0.3, 0.2],
            "cumulative_share": [0.5, 0.7999999999999999, 1.0],
        }
    )
    assert pareto_point(leaves).count == 2  # 0,5 + 0,3 = 0,8


def test_recovering_nothing_known():
    assert recoverable(pd.DataFrame({"lost_points": [None]}, dtype="float64")) == 0
    assert index_after(None, 3.0, 1.0) is None
    assert index_after(100.0, None, 1.0) is None
    assert index_after(66.27, 3.65, 3.65) == 100.0


@pytest.fixture
def nested(store) -> str:
    return load_scores(
        store,
        """
        STT   | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì     | Thời gian
        3     | TTHC     | 9,00       | 6,00           | 3,00        |             |
        3.4   | Kết quả  | 5,00       | 3,00           | 2,00        |             |
        3.4.1 | Cấp tỉnh | 3,00       | 2,00           | 1,00        | Sở Nội vụ   | Quý I/2022
        3.4.2 | Cấp xã   | 2,00       | 1,00           | 1,00        | UBND cấp xã*|
        3.5   | Phí      | 4,00       | 3,00           | 1,00        |             |
        """,
        criteria_set="par-tinh-2020",
    )


def test_one_level_under_a_criterion(store, nested):
    under = rows(store.query, "losses_under", batch=nested, parent="3")
    assert [(row["code"], row["has_children"]) for row in under] == [("3.4", True), ("3.5", False)]
    assert [row["share"] for row in under] == pytest.approx([2 / 3, 1 / 3])


def test_equal_losses_keep_the_printed_order(store, nested):
    assert [row["code"] for row in rows(store.query, "leaves", batch=nested)] == [
        "3.4.1",
        "3.4.2",
        "3.5",
    ]


def test_the_way_down_to_a_criterion(store, nested):
    way = rows(store.query, "ancestors", batch=nested, code="3.4.1")
    assert [(row["code"], row["depth"]) for row in way] == [("3", 1), ("3.4", 2), ("3.4.1", 3)]


def test_other_batches_do_not_mix_in(store, nested, lam_dong):
    assert len(ask(store.query, "losses", batch=nested)) == 5
    assert len(ask(store.query, "losses", batch=lam_dong)) == 37
