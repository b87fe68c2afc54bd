"""For whom is there what, where do they stand in their field, what was loaded?"""

from datetime import UTC, datetime
from pathlib import Path

from scoring.analysis.questions import rows
from scoring.ingest.reference import load_reference
from tests.analysis.material import load_league, load_satisfaction, load_scores
from tests.analysis.plans.material import load_plan, load_targets

ROOT = Path(__file__).parents[2]
MINISTRIES = """
    STT        | Đơn vị      | Hạng | Chỉ số
    bo-tu-phap | Bộ Tư pháp  | 1/3  | 89,95
    bo-noi-vu  | Bộ Nội vụ   | 2/3  | 87,04
    bo-cong    | Bộ Công     | 3/3  | 78,03
"""
SMALL = """
    STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
    1   | Chỉ đạo  | 8,00       | 6,00           | 2,00
"""


def _place(store, organisation, year):
    params = {"organisation": organisation, "index_name": "PAR", "year": year}
    return rows(store.query, "league_place", **params)


def test_scopes_are_whoever_has_data_in_a_year(store, lam_dong):
    load_satisfaction(store, "STT | Yếu tố | Kết quả\n1 | Tiếp cận | 83,99", year=2022)
    load_league(store, MINISTRIES, level="bộ", year=2023)
    found = [
        (row["name"], row["level"], row["year"], row["in_league"])
        for row in rows(store.query, "scopes")
    ]
    assert found == [
        ("Bộ Công", "bộ", 2023, True),
        ("Bộ Nội vụ", "bộ", 2023, True),
        ("Bộ Tư pháp", "bộ", 2023, True),
        ("Gia Lai", "tỉnh", 2022, False),
        ("Lâm Đồng", "tỉnh", 2020, True),
        ("Lâm Đồng", "tỉnh", 2019, True),
    ]
    batches = {row["year"]: row["score_batch"] for row in rows(store.query, "scopes")}
    assert (batches[2019], batches[2020]) == (None, lam_dong)


def test_the_latest_batch_counts_and_undo_brings_the_former_back(store):
    former = load_scores(store, SMALL)
    latest = load_scores(store, SMALL.replace("6,00", "5,00").replace("2,00", "3,00"))
    assert [row["score_batch"] for row in rows(store.query, "scopes")] == [latest]
    batches = rows(store.query, "batch_states", batches=f"{former},{latest}")
    current = {row["batch"]: row["is_current"] for row in batches}
    assert current == {former: False, latest: True}
    store.undo(latest, now=datetime(2026, 11, 22, tzinfo=UTC))
    assert [row["score_batch"] for row in rows(store.query, "scopes")] == [former]


def test_the_mean_of_a_whole_field(store):
    load_league(store, MINISTRIES, level="bộ", year=2023)
    (place,) = _place(store, "bo-noi-vu", 2023)
    assert (place["rank"], place["field_size"], place["value"]) == (2, 3, 87.04)
    # (89,95 + 87,04 + 78,03) ÷ 3
    assert (place["mean"], place["median"], place["best"]) == (85.0066666667, 87.04, 89.95)
    assert place["complete"]


def test_a_field_known_in_part_is_told_apart(store):
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 40/63 | 80,66", year=2019
    )
    (place,) = _place(store, "lam-dong", 2019)
    assert (place["known"], place["field_size"], place["complete"]) == (1, 63, False)


def test_a_blank_value_is_not_zero(store):
    load_league(
        store,
        """
        STT      | Đơn vị   | Hạng  | Chỉ số
        ha-noi   | Hà Nội   | 2/63  |
        lam-dong | Lâm Đồng | 40/63 | 80,66
        """,
        year=2019,
    )
    (place,) = _place(store, "ha-noi", 2019)
    assert (place["value"], place["mean"], place["known"]) == (None, 80.66, 1)


def test_the_band_of_a_value(store):
    def band(value, year=2020):
        params = {"index_name": "PAR", "level": "tỉnh", "year": year, "index_value": value}
        return [row["band"] for row in rows(store.query, "band", **params)]

    assert (band(90.0), band(89.99), band(80.0), band(69.0)) == (["A"], ["B"], ["B"], [])
    assert band(85.0, 2021) == []


def test_no_domain_is_missing_where_the_set_is_unknown(store):
    batch = load_scores(store, SMALL)
    assert rows(store.query, "missing_domains", batch=batch) == []


def test_what_the_total_leaves_over_goes_to_the_one_domain_without_a_maximum(store):
    batch = load_scores(store, SMALL, criteria_set="par-tinh-2020")
    absent = {
        row["code"]: (row["max_points"], row["inferred"])
        for row in rows(store.query, "missing_domains", batch=batch)
    }
    assert list(absent) == ["2", "3", "4", "5", "6", "7", "8", "9"]
    # 100 − 8,00 printed − (13,50 + 7,00 + 7,50 + 8,00 + 11,00 + 6,00 + 33,50) in the set
    assert absent["2"] == (5.5, True)
    assert absent["9"] == (33.50, False)


def test_a_province_whose_units_alone_are_loaded_can_be_chosen(store):
    reference = load_reference(ROOT / "data" / "reference")[0]
    store.replace_reference(reference.frames(), "shipped")
    unit = {"organisation": "so-tu-phap", "organisation_name": "Sở Tư pháp", "level": "sở"}
    load_scores(store, SMALL, parent="lam-dong", **unit)
    top = rows(store.query, "organisations", parent="")
    assert [(row["organisation"], row["own"], row["members"]) for row in top] == [
        ("lam-dong", False, 1)
    ]
    (below,) = rows(store.query, "organisations", parent="lam-dong")
    assert (below["organisation"], below["own"]) == ("so-tu-phap", True)
    (year,) = rows(store.query, "scopes_of", organisation="lam-dong")
    assert (year["name"], year["year"], year["score_batch"]) == ("Lâm Đồng", 2020, None)


def test_whoever_has_only_a_plan_can_be_chosen(store):
    load_plan(store, {"title": "Công khai TTHC"}, organisation="so-van-hoa", year=2022)
    (top,) = rows(store.query, "organisations", parent="")
    assert (top["organisation"], top["first_year"]) == ("so-van-hoa", 2022)
    (year,) = rows(store.query, "scopes_of", organisation="so-van-hoa")
    assert (year["year"], year["score_batch"], year["satisfaction_batch"]) == (2022, None, None)
    assert rows(store.query, "first_scope") == [{"organisation": "so-van-hoa", "year": 2022}]


def test_units_that_have_plans_are_named_under_who_has_none(store):
    unit = {"organisation": "so-van-hoa", "organisation_name": "Sở Văn hoá", "parent": "lam-dong"}
    load_plan(store, {"title": "Công khai"}, {"title": "Số hoá"}, year=2022, **unit)
    goal = {"title": "Hồ sơ trực tuyến", "kind": "at_least", "amount": 80}
    load_targets(store, goal, year=2023, **unit)
    load_scores(store, SMALL, organisation="so-tu-phap", parent="lam-dong")  # no plan of its own
    asked = rows(store.query, "plans_below", parent="lam-dong")
    named = {"organisation": "so-van-hoa", "name": "Sở Văn hoá"}
    assert asked == [{**named, "tasks": 2, "targets": 1}]
    assert rows(store.query, "plans_below", parent="so-van-hoa") == []


def test_scores_are_shown_first_though_a_plan_is_later(store, lam_dong):
    load_plan(store, {"title": "Công khai TTHC"}, year=2026)
    (first,) = rows(store.query, "first_scope")
    assert (first["organisation"], first["year"]) == ("lam-dong", 2020)
