"""Is a self score compared only with the appraised score of the same leaf, and nothing made up?"""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.analysis.messages import self_scores as said
from scoring.analysis.questions import ask, rows
from scoring.store import Store, open_store
from tests.analysis.material import load
from tests.analysis.self_score_tables import SELF, TABLE, loaded


@pytest.fixture
def batch(store: Store) -> str:
    return loaded(store, SELF)


def test_leaves_with_both_scores_are_compared_largest_over_claim_first(store, batch):
    told = [
        (row["code"], row["standing"], row["difference"])
        for row in rows(store.query, "self_scores", batch=batch)
    ]
    assert told == [
        ("1.2", "over", 1.0),  # 1,50 − 0,50
        ("2.1", "over", 0.75),  # 1,75 − 1,00
        ("1.1", "over", 0.5),  # 2,00 − 1,50
        ("1.3", "equal", 0.0),
        ("1.4", "under", -0.2),  # 1,00 − 1,20
        ("2.2", "no_self", None),
        ("9", "survey", None),
    ]


def test_both_are_added_up_over_the_same_leaves(store, batch):
    (total,) = rows(store.query, "self_score_totals", batch=batch)
    assert (total["leaves"], total["compared"]) == (7, 5)
    assert total["max_total"] == 10.0  # 5 × 2,00
    assert total["self_total"] == 8.25  # 2,00 + 1,50 + 2,00 + 1,00 + 1,75
    assert total["appraised_total"] == 6.2  # 1,50 + 0,50 + 2,00 + 1,20 + 1,00
    assert (total["over_points"], total["over_leaves"]) == (2.25, 3)  # 1,00 + 0,75 + 0,50
    assert (total["under_points"], total["under_leaves"]) == (0.2, 1)
    assert (total["survey_leaves"], total["no_self_leaves"], total["no_points_leaves"]) == (1, 1, 0)
    assert total["row"] == 4  # 1.2, two rows under 1


def test_units_share_what_they_lead_and_everything_adds_up(store, batch):
    units = rows(store.query, "self_score_units", batch=batch)
    assert [(row["unit"], row["over_points"], row["under_points"]) for row in units] == [
        ("Sở Nội vụ", 1.0, 0.2),  # 0,50 + 1,00 ÷ 2; 0,20
        ("", 0.75, 0.0),
        ("Thanh tra tỉnh", 0.5, 0.0),  # 1,00 ÷ 2
        ("Các sở, ban, ngành", 0.0, 0.0),
    ]
    assert [row["unit_group"] for row in units] == [False, False, False, True]
    assert sum(row["over_points"] for row in units) == 2.25


def test_sentences_of_the_table(store, batch):
    (total,) = rows(store.query, "self_score_totals", batch=batch)
    assert said.nothing_to_compare(total) is None
    assert said.self_scores(total) == (
        "Tự chấm cao hơn thẩm định 2,25 điểm ở 3 trên 5 tiêu chí có cả hai điểm"
    )
    assert said.coverage(total) == (
        "So được 5 trên 7 tiêu chí; không so 1 tiêu chí khảo sát, vốn không tự chấm, 1 tiêu chí "
        "không ghi điểm tự chấm: thiếu điểm không phải là 0 điểm."
    )
    # 10,00 − 6,20 = (10,00 − 8,25) + 2,25 − 0,20
    assert said.bridge(total) == (
        "3,80 điểm mất của 5 tiêu chí này gồm 1,75 điểm đã tự trừ khi tự chấm và 2,25 điểm bị trừ "
        "thêm khi thẩm định, bớt 0,20 điểm được thẩm định cao hơn."
    )
    assert said.under_claims(total) == "1 tiêu chí được thẩm định cao hơn tự chấm, thêm 0,20 điểm"
    assert said.over_claim_units(ask(store.query, "self_score_units", batch=batch)) == (
        "Sở Nội vụ chịu 1,00 điểm tự chấm cao hơn khi chia đều cho các đơn vị chủ trì, nhiều nhất "
        "trong các đơn vị nêu đích danh; 0,75 điểm ở các tiêu chí không ghi đơn vị chủ trì"
    )


def test_a_table_without_self_scores_says_so_in_one_sentence(store, lam_dong):
    (total,) = rows(store.query, "self_score_totals", batch=lam_dong)
    assert (total["compared"], total["self_total"], total["over_points"]) == (0, None, 0)
    assert (total["survey_leaves"], total["no_self_leaves"]) == (2, 19)  # 9.1 and 9.2 of 21
    assert said.nothing_to_compare(total) == (
        "Bảng điểm này không ghi điểm tự chấm, nên không so được với điểm thẩm định."
    )
    assert rows(store.query, "self_score_units", batch=lam_dong) == []


def test_a_form_that_nobody_appraised_yet_is_not_over_claimed(store):
    form = "STT | Tiêu chí | Điểm chuẩn\n1 | Kế hoạch | 2,00\n2 | Kiểm tra | 3,00"
    own = loaded(store, {"1": 2.0, "2": 2.5}, text=form)
    (total,) = rows(store.query, "self_score_totals", batch=own)
    assert (total["compared"], total["no_points_leaves"], total["over_points"]) == (0, 2, 0)
    assert said.nothing_to_compare(total) == (
        "Có điểm tự chấm ở 2 tiêu chí nhưng chưa tiêu chí nào có điểm thẩm định, nên chưa so được."
    )


def test_a_survey_criterion_with_a_self_score_is_compared_like_the_others(store):
    own = loaded(store, {"9": 3.5})
    (total,) = rows(store.query, "self_score_totals", batch=own)
    assert (total["compared"], total["over_points"], total["survey_leaves"]) == (1, 0.5, 0)


def test_a_bonus_above_the_maximum_has_no_bridge(store):
    own = loaded(store, {"1.1": 2.5})
    assert said.bridge(rows(store.query, "self_score_totals", batch=own)[0]) is None


def test_a_leaf_that_is_not_compared_needs_no_maximum(store):
    text = TABLE.replace("2.2   | Theo dõi thi hành  | 2,00 ", "2.2   | Theo dõi thi hành  |      ")
    (total,) = rows(store.query, "self_score_totals", batch=loaded(store, SELF, text=text))
    assert total["max_total"] == 10.0  # 5 × 2,00
    own = loaded(store, {**SELF, "2.2": 1.0}, text=text)
    (total,) = rows(store.query, "self_score_totals", batch=own)
    assert total["max_total"] is None
    assert said.bridge(total) is None


# --- any table -------------------------------------------------------------------------------

SCORES = st.one_of(st.none(), st.integers(-50, 300))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=30))
def test_sums_are_those_of_a_plain_count_and_close(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    score = pd.DataFrame(
        [
            {
                "position": at,
                "code": f"{at + 1}",
                "parent": "",
                "depth": 1,
                "leaf": True,
                "title": "Tiêu chí",
                "max_points": 4.0,
                "lost_points": None,
                "row": at + 2,
                "self_points": None if own is None else own / 100,
                "points": None if got is None else got / 100,
            }
            for at, (own, got) in enumerate(pairs)
        ]
    )
    columns = {"kind": "scores", "organisation": "lam-dong", "year": 2020, "total_max": 100.0}
    store = open_store(":memory:")
    (total,) = rows(
        store.query, "self_score_totals", batch=load(store, {"score": score}, **columns)
    )
    store.close()
    both = [(own, got) for own, got in pairs if own is not None and got is not None]
    over = sum(max(own - got, 0) for own, got in both)
    under = sum(max(got - own, 0) for own, got in both)
    assert (total["compared"], len(pairs)) == (len(both), total["leaves"])
    assert (total["over_points"], total["under_points"]) == (over / 100, under / 100)
    if both:
        conceded = 100 * (total["max_total"] - total["self_total"])
        lost = 100 * (total["max_total"] - total["appraised_total"])
        assert lost == pytest.approx(conceded + over - under, abs=1e-9)
