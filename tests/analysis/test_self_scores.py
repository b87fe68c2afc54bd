"""Is a self score compared only with the appraised score of the same leaf, and nothing made up?"""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.analysis.messages import self_scores as said
from scoring.analysis.questions import ask, rows
from scoring.analysis.self_scores import repeated
from scoring.store import Store, open_store
from tests.analysis.material import load, score_rows

#                                              max  appraised  self in SELF below
TABLE = """
STT   | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
1     | Chỉ đạo            | 8,00       | 5,20           | 2,80        |
1.1   | Kế hoạch           | 2,00       | 1,50           | 0,50        | Sở Nội vụ
1.2   | Kiểm tra           | 2,00       | 0,50           | 1,50        | Sở Nội vụ;Thanh tra tỉnh
1.3   | Tuyên truyền       | 2,00       | 2,00           | 0,00        | Các sở, ban, ngành*
1.4   | Sáng kiến          | 2,00       | 1,20           | 0,80        | Sở Nội vụ
2     | Thể chế            | 4,00       | 2,00           | 2,00        |
2.1   | Văn bản            | 2,00       | 1,00           | 1,00        |
2.2   | Theo dõi thi hành  | 2,00       | 1,00           | 1,00        | Sở Tư pháp
9     | Điều tra xã hội học | 4,00      | 3,00           | 1,00        |
"""
# 1.1 over by 0,50; 1.2 by 1,00; 1.3 equal; 1.4 under by 0,20; 2.1 over by 0,75 with no lead;
# 2.2 not said; 9 is the survey. The parents' own scores are never counted.
SELF = {"1": 6.5, "1.1": 2.0, "1.2": 1.5, "1.3": 2.0, "1.4": 1.0, "2": 1.75, "2.1": 1.75}


def loaded(
    store: Store, own: dict[str, float], *, year: int = 2020, text: str = TABLE, **more: object
) -> str:
    """The table as a batch, with the self scores of `own` and none elsewhere."""
    frames = score_rows(text)
    score = frames["score"]
    frames["score"] = score.assign(self_points=score["code"].map(own).astype(float))
    batch = {"kind": "scores", "organisation": "lam-dong", "year": year, "total_max": 100.0}
    return load(store, frames, **(batch | {"criteria_set": "par-tinh-2020"} | more))


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


# --- over the years --------------------------------------------------------------------------


def test_an_over_claim_comes_back_where_code_and_title_stayed(store):
    loaded(store, SELF, year=2018)
    loaded(store, SELF, year=2019)
    now = loaded(store, {**SELF, "2.1": 1.0}, year=2020)
    found = repeated(ask(store.query, "self_score_years", batch=now), 2020)
    assert found.rows.to_dict("list") == {
        "code": ["1.2", "1.1"],
        "title": ["Kiểm tra", "Kế hoạch"],
        "years": [3, 3],
        "since": [2018, 2018],
        "difference": [1.0, 0.5],
        "summed": [3.0, 1.5],
    }
    assert said.repeated_claims(found) == (
        "2 tiêu chí tự chấm cao từ hai năm liền; lâu nhất: 1.2 Kiểm tra, 3 năm (2018–2020)"
    )


def test_the_longest_run_stands_first_whatever_it_sums_up_to(store):
    loaded(store, {"1.4": 1.3}, year=2018)  # over by 0,10
    loaded(store, {"1.2": 2.0, "1.4": 1.3}, year=2019)  # 1.2 over by 1,50
    now = loaded(store, {"1.2": 2.0, "1.4": 1.3})
    found = repeated(ask(store.query, "self_score_years", batch=now), 2020)
    assert found.rows[["code", "years", "summed"]].values.tolist() == [
        ["1.4", 3, 0.3],
        ["1.2", 2, 3.0],
    ]


def test_a_code_given_to_another_criterion_is_not_a_repetition(store):
    loaded(store, SELF, year=2019, text=TABLE.replace("Kiểm tra  ", "Cải tiến  "))
    now = loaded(store, SELF)
    found = repeated(ask(store.query, "self_score_years", batch=now), 2020)
    assert set(found.rows["code"]) == {"1.1", "2.1"}
    assert found.retitled.to_dict("records") == [
        {"code": "1.2", "title": "Kiểm tra", "title_before": "Cải tiến"}
    ]
    assert said.retitled_claims(found) == (
        "Không tính vì tên tiêu chí của mã đã khác năm 2019: 1.2."
    )


def test_a_title_counts_however_its_marks_and_capitals_are_typed(store):
    loaded(store, SELF, year=2019, text=TABLE.replace("Kế hoạch", "KẾ HOẠCH"))
    now = loaded(store, SELF)
    found = repeated(ask(store.query, "self_score_years", batch=now), 2020)
    assert "1.1" in set(found.rows["code"])


def test_a_year_that_is_missing_in_between_ends_the_run(store):
    loaded(store, SELF, year=2018)
    now = loaded(store, SELF, year=2020)
    found = repeated(ask(store.query, "self_score_years", batch=now), 2020)
    assert found.rows.empty and not found.year_before
    assert said.repeated_claims(found) == (
        "Chưa có bảng điểm năm 2019 với cả hai điểm, nên chưa biết tiêu chí nào tự chấm cao lặp lại"
    )


def test_other_tables_do_not_count(store):
    loaded(store, SELF, year=2019, organisation="gia-lai")
    loaded(store, SELF, year=2019, index_name="DDCI")
    loaded(store, SELF, year=2019, level="sở")
    replaced = loaded(store, SELF, year=2019)
    loaded(store, {"1.1": 1.5}, year=2019)  # counts now, and over-claims nothing
    later = loaded(store, SELF, year=2021)
    now = loaded(store, SELF)
    known = ask(store.query, "self_score_years", batch=now)
    assert set(known["batch"]).isdisjoint({replaced, later})
    assert set(known["year"]) == {2019, 2020}
    found = repeated(known, 2020)
    assert found.rows.empty
    assert said.repeated_claims(found) == ("Không tiêu chí nào tự chấm cao cả năm 2019 và năm 2020")


def test_a_table_that_was_replaced_is_still_asked_about_for_its_own_year(store):
    first = loaded(store, SELF)
    loaded(store, {"1.1": 1.5})
    known = ask(store.query, "self_score_years", batch=first)
    assert set(known["batch"]) == {first}


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


@given(
    st.dictionaries(
        st.tuples(st.integers(2015, 2020), st.sampled_from(["1.1", "1.2", "2.1"])),
        st.tuples(st.sampled_from(["A", "B"]), st.integers(-100, 100)),
    )
)
def test_runs_are_those_of_a_plain_count(scores: dict) -> None:
    made = [
        {"year": year, "code": code, "title": title, "difference": hundredths / 100}
        for (year, code), (title, hundredths) in scores.items()
    ]
    columns = ["year", "code", "title", "difference"]
    found = repeated(pd.DataFrame(made, columns=columns), 2020)
    expected = {}
    for code in ("1.1", "1.2", "2.1"):
        title, _ = scores.get((2020, code), ("", 0))
        run = 0
        while scores.get((2020 - run, code), ("", 0))[1] > 0 and (
            scores[(2020 - run, code)][0] == title
        ):
            run += 1
        if run > 1:
            expected[code] = run
    assert dict(zip(found.rows["code"], found.rows["years"], strict=True)) == expected
