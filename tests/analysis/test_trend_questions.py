"""What do the questions behind Xu hướng and Nhiều chỉ số read of what is loaded?"""

from pathlib import Path

import pandas as pd

from scoring.analysis.indices import INDICES, IndexView, side_by_side
from scoring.analysis.messages import indices as said
from scoring.analysis.messages import trends
from scoring.analysis.questions import ask
from scoring.analysis.trend_lines import lines
from scoring.analysis.trend_parts import part_series
from scoring.ingest.reference import load_reference
from scoring.store import Store
from tests.analysis.material import load_league, load_satisfaction, load_scores

REFERENCE = load_reference(Path(__file__).parents[2] / "data" / "reference")[0]

# Made up: eight dimensions out of 10, stored in percent of that.
PAPI = """
    STT | Yếu tố                                  | Kết quả
    1   | Tham gia của người dân ở cấp cơ sở      | {}
    2   | Công khai, minh bạch                    | 52
    0   | Chung                                   | {}
"""


def values(store: Store, organisation: str) -> pd.DataFrame:
    return ask(store.query, "trend_values", organisation=organisation)


def views(store: Store, organisation: str, year: int) -> dict[str, IndexView]:
    found = side_by_side(
        values(store, organisation),
        ask(store.query, "trend_parts", organisation=organisation),
        year,
        REFERENCE.breaks,
        REFERENCE.criteria_sets,
    )
    return {one.index_name: one for one in found}


def papi(store: Store, year: int, first: float, overall: float, total: float = 80.0) -> None:
    load_satisfaction(
        store,
        PAPI.format(first, overall),
        index_name="PAPI",
        organisation="gia-lai",
        year=year,
        total_max=total,
    )


def test_lam_dong_2019_is_the_leagues_and_2020_the_score_tables(
    store: Store, lam_dong: str
) -> None:
    found = values(store, "lam-dong")
    assert found["year"].tolist() == [2019, 2020]
    assert found["percent"].tolist() == [80.66, 83.93]  # 100 − 16,07
    assert found["origin"].tolist() == ["league", "scores"]
    assert found["league_percent"].tolist() == [80.66, 83.93]
    assert found["rank"].tolist() == [40, 32] and found["field_size"].tolist() == [63, 63]
    assert found["batch"].iat[1] == lam_dong


def test_a_league_that_disagrees_stands_beside_the_own_table(store: Store) -> None:
    load_scores(store, "STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n1 | A | 100 | 20")
    load_league(store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 1/2 | 81", year=2020)
    (row,) = values(store, "lam-dong").to_dict("records")
    assert (row["percent"], row["league_percent"], row["origin"]) == (80, 81, "scores")
    (line,) = lines({"lam-dong": values(store, "lam-dong")}, "PAR", REFERENCE, {})
    assert [text.replace("\u00a0", " ") for text in trends.disagreements([line])] == [
        "Lâm Đồng, năm 2020: các nguồn đã nạp ghi từ 80,00 % đến 81,00 %; đang vẽ 80,00 %."
    ]


def test_sources_of_one_league_that_disagree_are_told(store: Store) -> None:
    league = "STT | Đơn vị | Hạng | Chỉ số\nx | X | 1/2 | {}\ny | Y | 2/2 | 70"
    load_league(store, league.format("81"), year=2020)
    load_league(store, league.format("81,005"), year=2020, organisation="khác")
    (line,) = lines({"x": values(store, "x")}, "PAR", REFERENCE, {})
    assert list(trends.disagreements([line])) == []  # rounding
    load_league(store, league.format("81,5"), year=2020, organisation="khác nữa")
    (row,) = values(store, "x").to_dict("records")
    assert (row["percent"], row["lowest"], row["highest"]) == (81.5, 81, 81.5)


def test_a_department_is_measured_by_its_own_maximum(store: Store) -> None:
    table = "STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n1 | A | 66,27 | 3,65"
    load_scores(store, table, organisation="so", level="sở", total_max=66.27)
    assert round(values(store, "so")["percent"].iat[0], 2) == 94.49  # 62,62 ÷ 66,27


def test_a_league_in_points_is_put_in_percent_of_its_maximum(store: Store) -> None:
    league = "STT | Đơn vị | Hạng | Chỉ số\ngia-lai | Gia Lai | 1/2 | 42,3"
    load_league(store, league, index_name="PAPI", year=2021, total_max=80.0)
    (row,) = values(store, "gia-lai").to_dict("records")
    assert (row["percent"], row["total_max"]) == (52.875, 80)  # 100 × 42,3 ÷ 80


def test_a_rank_without_a_value_is_no_year(store: Store) -> None:
    load_league(store, "STT | Đơn vị | Hạng | Chỉ số\ngia-lai | Gia Lai | 5/63 |", year=2021)
    assert values(store, "gia-lai").empty


def test_parts_are_domains_and_factors_without_questions(store: Store, lam_dong: str) -> None:
    found = ask(store.query, "trend_parts", organisation="lam-dong")
    assert len(found) == 8  # the top rows printed: domain 2 is not inferred
    money = found[found["code"] == "6"].iloc[0]
    assert money["short_title"] == "Tài chính công"
    assert round(money["percent"], 2) == 57.25  # 100 × (8,00 − 3,42) ÷ 8,00
    load_satisfaction(
        store, "STT | Yếu tố | Kết quả\n1 | A | 80\n1.1 | Câu hỏi | 70\n0 | Chung | 79", year=2022
    )
    assert ask(store.query, "trend_parts", organisation="gia-lai")["code"].tolist() == ["1"]


def parts(text: str) -> pd.DataFrame:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    frame = pd.DataFrame(rows, columns=["year", "code", "title", "percent"])
    frame["short_title"] = frame["title"]
    return frame.astype({"year": int, "percent": float})


def test_neither_code_nor_title_alone_makes_two_parts_one() -> None:
    found = part_series(
        parts("""
            2020 | 1 | Chỉ đạo, điều hành     | 90
            2020 | 2 | Tổ chức bộ máy         | 80
            2021 | 1 | Chỉ đạo điều hành CCHC | 91
            2021 | 2 | Tài chính công         | 70
            2021 | 3 | Tổ chức bộ máy         | 82
        """),
        [],
    )
    told = {name: rows["percent"].tolist() for name, rows in found.groupby("name", sort=False)}
    assert told == {
        "Chỉ đạo điều hành CCHC": [90, 91],  # the same code, titles alike
        "Tài chính công": [70],  # the code was another domain's
        "Tổ chức bộ máy": [80, 82],  # the same title moved to another code
    }
    assert found["step"].dropna().tolist() == [1, 2]


def test_two_parts_of_one_year_are_never_one() -> None:
    found = part_series(parts("2020|1|Kết quả|90\n2020|2|Kết quả|80\n2021|2|Kết quả|82"), [])
    told = [rows["percent"].tolist() for _, rows in found.groupby("panel")]
    assert told == [[80, 82], [90]]  # of two with its title the one with its code goes on


def test_the_message_of_the_parts_names_the_largest_changes() -> None:
    rows = parts("2020|1|A|90\n2020|2|B|80\n2021|1|A|85\n2021|2|B|82,5".replace(",", "."))
    told = (trends.parts(part_series(rows, [])) or "").replace("\u00a0", " ")
    assert told == ("Năm 2021 tăng nhiều nhất: B (+2,50 điểm %); giảm nhiều nhất: A (−5,00 điểm %)")
    assert trends.parts(part_series(rows, [2021])) is None
    assert trends.parts(part_series(rows.head(0), [])) is None


def test_each_usual_index_has_a_view_and_missing_ones_say_so(store: Store, lam_dong: str) -> None:
    found = views(store, "lam-dong", 2020)
    assert tuple(found) == INDICES
    assert [one.loaded for one in found.values()] == [True, False, False, False]
    par = found["PAR"]
    assert (par.percent, par.step, par.rank) == (83.93, 3.27, 32)
    assert said.value(par).replace("\u00a0", " ") == "PAR: 83,93 %"
    assert said.missing(found["PCI"]) == "Chưa nạp PCI năm 2020."
    assert said.loaded(list(found.values()), "Lâm Đồng", 2020) == (
        "Lâm Đồng năm 2020 có PAR; chưa nạp SIPAS, PAPI, PCI"
    )


def test_papi_is_told_in_points_too_and_not_compared_across_2018(store: Store) -> None:
    papi(store, 2017, 50, 55, total=60.0)
    papi(store, 2018, 51, 52.875)
    papi(store, 2019, 53, 54)
    before, now = (views(store, "gia-lai", year)["PAPI"] for year in (2018, 2019))
    assert said.value(before).replace("\u00a0", " ") == "PAPI: 52,88 % (42,30 trên 80 điểm)"
    assert before.step is None and "thêm hai nội dung" in said.change(before)
    assert now.step == 1.125
    first = now.parts[now.parts["code"] == "1"]
    assert first["step"].fillna(0).tolist() == [0, 0, 2]  # 2017 ‖ 2018 → 2019: 53 − 51
    assert said.extremes(now) is not None
    assert now.comparable["year"].unique().tolist() == [2018, 2019]
    assert (said.left_out(now) or "").startswith("Không vẽ năm 2017: từ năm 2018")
    assert said.left_out(views(store, "gia-lai", 2017)["PAPI"]) is None


def test_years_after_the_chosen_one_are_not_shown(store: Store) -> None:
    papi(store, 2019, 50, 55)
    papi(store, 2020, 51, 56)
    view = views(store, "gia-lai", 2019)["PAPI"]
    assert view.parts["year"].unique().tolist() == [2019]
    assert view.other_years == (2020,)
    assert not views(store, "gia-lai", 2021)["PAPI"].loaded  # the parts are of earlier years
    assert said.missing(views(store, "gia-lai", 2021)["PAPI"]) == (
        "Chưa nạp PAPI năm 2021; đã có năm 2019, 2020."
    )
