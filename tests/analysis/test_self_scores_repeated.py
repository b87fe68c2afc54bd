"""Is an over-claim a repetition only where the same criterion was over-claimed year after year?"""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.messages import self_scores as said
from scoring.analysis.questions import ask
from scoring.analysis.self_scores import repeated
from tests.analysis.self_score_tables import SELF, TABLE, loaded


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
