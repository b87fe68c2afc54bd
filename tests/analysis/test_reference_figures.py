"""Do the published figures of Lâm Đồng 2020 come out of its 37 rows?"""

import pytest

from scoring.analysis.losses import index_after, pareto_point, recoverable
from scoring.analysis.questions import ask, rows
from scoring.store import Store


@pytest.fixture
def asked(read_only_store: Store, lam_dong_read: str):
    return lambda name, **params: rows(read_only_store.query, name, batch=lam_dong_read, **params)


def test_the_total_is_taken_over_the_top_rows(asked):
    total = asked("totals")[0]
    assert (total["row_count"], total["top_rows"], total["leaves"]) == (37, 8, 21)
    assert total["printed_max"] == 95.00
    # 1,03 + 0,05 + 1,34 + 0,50 + 3,42 + 0,34 + 2,08 + 7,31
    assert total["lost"] == 16.07
    assert (total["points"], total["index_value"]) == (83.93, 83.93)  # 100 − 16,07
    assert total["leaves_lost"] == 16.084
    assert total["leaves_residual"] == 0.014  # 3.4 prints 0,05 where its children lost 0,064


def test_the_sum_over_all_rows_appears_nowhere(asked):
    given = [
        value
        for name in ("totals", "losses", "leaves", "losses_by_kind", "reconciliation", "group_only")
        for row in asked(name)
        for value in row.values()
        if isinstance(value, float)
    ]
    assert not [value for value in given if round(value, 3) == 37.884]


def test_eight_of_21_leaves_carry_most_of_the_loss(read_only_store, lam_dong_read):
    point = pareto_point(ask(read_only_store.query, "leaves", batch=lam_dong_read))
    assert (point.count, point.of, point.unknown) == (8, 21, 0)
    # (5,94 + 1,37 + 6 × 1,00) ÷ 16,084
    assert point.share == pytest.approx(13.31 / 16.084, abs=1e-9)
    assert round(point.share, 3) == 0.828


def test_the_two_surveys_carry_45_percent(asked):
    leaves = {row["code"]: row for row in asked("leaves")}
    share = leaves["9.1"]["share"] + leaves["9.2"]["share"]
    assert share == pytest.approx((1.37 + 5.94) / 16.084)
    assert round(100 * share, 1) == 45.4


def test_loss_by_kind(asked):
    by_kind = {row["kind"]: (row["lost_points"], row["leaves"]) for row in asked("losses_by_kind")}
    # 16,084 − 7,31 − 2,08 = 6,694
    assert by_kind == {"survey": (7.31, 2), "impact": (2.08, 3), "control": (6.694, 16)}


def test_recovering_the_zero_scored_leaves(read_only_store, lam_dong_read):
    zeros = ask(read_only_store.query, "zero_leaves", batch=lam_dong_read)
    assert sorted(zeros["code"]) == ["4.3.3", "6.1.2", "6.3.3", "6.3.4", "8.5", "8.6"]
    assert recoverable(zeros) == 5.50  # 0,50 + 5 × 1,00
    assert index_after(100, 16.07, 5.50) == 89.43
    assert round(90 - 89.43, 2) == 0.57


def test_points_of_a_unit_in_three_ways(asked):
    finance = next(row for row in asked("unit_points") if row["unit"] == "Sở Tài chính")
    assert finance["lead_only"] == 3.13  # 6.1.2 + 6.1.3 + 6.3.3 + 6.3.4
    assert finance["shared"] == 3.275  # 3,13 + 0,29 ÷ 2
    assert finance["in_full"] == 3.42  # 3,13 + 0,29
    assert (finance["led"], finance["coordinated"]) == (5, 1)


def test_only_groups_answer_for_78_percent(asked):
    nobody = asked("group_only")[0]
    # 16,084 − 3,13 − 0,29 (6.1.1) − 0,02 (7.1.3) − 0,08 (8.3.1) = 12,564
    assert nobody["lost_points"] == 12.564
    assert round(100 * nobody["share"], 1) == 78.1
    assert (nobody["no_lead_points"], nobody["no_lead_leaves"]) == (0, 0)


def test_rows_that_do_not_close(asked):
    differing = {
        row["code"]: (row["residual"], row["children_residual"])
        for row in asked("reconciliation")
        if row["residual"] or row["children_residual"]
    }
    assert differing == {"3.4": (0.0, -0.014)}  # 0,05 − (0,02 + 0,04 + 0,004)


def test_the_absent_domain_takes_what_the_total_leaves_over(asked):
    (domain,) = asked("missing_domains")
    assert (domain["code"], domain["max_points"], domain["inferred"]) == (
        "2",
        5.00,
        True,
    )  # 100 − 95


def test_domains_by_loss(asked):
    top = asked("losses_under", parent="")
    assert [row["code"] for row in top] == ["9", "6", "8", "4", "1", "5", "7", "3"]
    assert top[1]["short_title"] == "Tài chính công"
    assert round(100 * top[1]["share"], 1) == 21.3  # 3,42 ÷ 16,07


def test_ranks_come_from_the_league_and_points_from_the_scores(read_only_store, lam_dong_read):
    params = {"organisation": "lam-dong", "index_name": "PAR"}
    found = rows(read_only_store.query, "index_values", **params)
    assert [(row["year"], row["index_value"], row["origin"]) for row in found] == [
        (2019, 80.66, "league"),
        (2020, 83.93, "scores"),
    ]
    assert [(row["rank"], row["field_size"]) for row in found] == [(40, 63), (32, 63)]
    assert [row["lost"] for row in found] == [None, 16.07]
