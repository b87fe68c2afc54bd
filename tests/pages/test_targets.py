"""Does Chỉ tiêu say which targets are met, on their way or slipping, and keep what is entered?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scoring.store import Actual, open_store
from tests.analysis.material import load_league
from tests.analysis.plans.material import load_targets
from tests.pages.opening import opened
from tests.pages.uploading import OF_GIA_LAI, OF_LAM_DONG, button, specs, text, whole

TARGETS = "pages/targets.py"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
ONLINE, LATE = "Hồ sơ trực tuyến", "Hồ sơ trễ hạn"
MADE_UP = {"co_quan": "lam-dong", "nam": "2022", "nam_xet": "2026"}
RANK = {"kind": "rank", "amount": 30.0, "percent": False, "measure": "hạng", "due_year": 2026}
LEAGUE = "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 32/34 | 83,93"


@pytest.fixture
def made_up(empty: Path) -> Path:
    """A database with made-up targets of every measure and state."""
    store = open_store(str(empty))
    load_league(store, LEAGUE, year=2026)
    load_targets(
        store,
        {"title": ONLINE, "due_year": 2025, "amount": 80.0, "sentence": "tối thiểu 80%"},
        {"title": ONLINE, "due_year": 2030, "amount": 100.0, "sentence": "100%"},
        {"title": LATE, "kind": "at_most", "amount": 1.0, "due_year": 2026},
        {"title": "Xếp hạng PAR Index", **RANK},
        {"title": "Không năm", "due_year": None},
        {"title": "Đã qua", "due_year": 2022},
        organisation="lam-dong",
        organisation_name="Lâm Đồng",
    )
    said = {ONLINE: {2022: 60.0, 2025: 81.0, 2026: 82.0}, LATE: {2026: 0.7}}
    store.say(
        [
            Actual("lam-dong", title, year, value, "Báo cáo 12")
            for title, years in said.items()
            for year, value in years.items()
        ],
        now=NOW,
    )
    store.close()
    return empty


def counters(app: AppTest) -> list[tuple[str, str]]:
    return [(one.label, one.value) for one in app.metric]


def table(app: AppTest) -> dict[str, dict[str, str]]:
    (found,) = (one.value for one in app.dataframe if "Trạng thái" in one.value)
    return {row["Chỉ tiêu"]: row for row in found.to_dict("records")}


def test_without_targets_the_page_says_what_to_load(samples: Path) -> None:
    app = whole(opened(TARGETS, **OF_LAM_DONG))
    assert "Chưa có chỉ tiêu nào của Lâm Đồng" in text(app)
    assert "Kết quả năm trước" in text(app)
    assert app.metric.len == 0


def test_targets_without_a_result_are_not_green(samples: Path) -> None:
    app = whole(opened(TARGETS, **OF_GIA_LAI, nam_xet="2023"))
    assert "Năm 2023: cả 5 chỉ tiêu chưa có kết quả để xét" in text(app)
    assert counters(app)[0] == ("✓ Đạt", "0") and counters(app)[-1] == ("○ Chưa có kết quả", "5")
    assert "#00795A" not in specs(app)


def test_both_readings_are_printed_and_the_choice_is_that_of_the_sipas_page(samples: Path) -> None:
    app = whole(opened(TARGETS, **OF_GIA_LAI, nam_xet="2023"))
    both = "83,99 → 85,99 nếu hiểu là điểm %, → 85,67 nếu hiểu là tương đối"
    assert both in text(app)
    row = table(app)["Tiếp cận dịch vụ"]
    assert row["Hai cách hiểu"].replace("\u00a0", " ") == both
    assert row["Cần đạt"].startswith("85,99")
    again = app.segmented_control(key="cach_doc").set_value("tuong-doi").run()
    assert table(whole(again))["Tiếp cận dịch vụ"]["Cần đạt"].startswith("85,67")


def test_the_states_are_counted_and_said_in_words(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP))
    assert counters(app) == [
        ("✓ Đạt", "1"),
        ("✗ Chưa đạt", "1"),
        ("↗ Đúng lộ trình", "0"),
        ("◷ Chậm so với lộ trình", "1"),
        ("○ Chưa có kết quả", "1"),
    ]
    assert "trong 4 chỉ tiêu: 1 đạt, 1 chưa đạt, 1 chậm so với lộ trình" in text(app)
    rows = table(app)
    assert rows["Xếp hạng PAR Index"]["Kết quả"].replace("\u00a0", " ") == "hạng 32/34 (2026)"
    assert rows["Không năm"]["Trạng thái"] == "○ Chưa xét được"
    assert "Đã qua" not in rows
    assert "1 chỉ tiêu đã đến hạn trước năm 2026" in [one.label for one in app.expander]


def test_one_state_can_be_looked_at_alone(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP, trang_thai="cham"))
    assert list(table(app)) == [ONLINE]
    every = app.segmented_control(key="trang_thai").set_value("tat-ca").run()
    assert len(table(whole(every))) == 4


def test_each_measure_has_a_chart_of_its_own(made_up: Path) -> None:
    said = text(whole(opened(TARGETS, **MADE_UP)))
    assert "(tính bằng %): 1 chậm so với lộ trình, 1 đạt" in said
    assert "(tính bằng hạng): 1 chưa đạt" in said


def test_the_path_says_where_the_indicator_should_be_this_year(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP))
    (key,) = (one for one in app.selectbox(key="chi_tieu").options if ONLINE in one)
    app = whole(app.selectbox(key="chi_tieu").select(key).run())
    # 80 + 20 × 1 ÷ 5 = 84
    assert "năm 2026 cần 84,00 %; kết quả năm 2026 là 82,00 %, còn thiếu 2,00 điểm %" in text(app)
    assert "Chỉ tiêu như trong tệp (năm 2030): “100%”" in text(app)
    shared = app.query_params["chi_tieu"]
    again = opened(TARGETS, **MADE_UP, chi_tieu=shared if isinstance(shared, str) else shared[0])
    assert "năm 2026 cần 84,00 %" in text(whole(again))


def test_an_address_of_an_unknown_indicator_is_said(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP, chi_tieu="khong-co"))
    assert "Đường dẫn nêu chỉ tiêu “khong-co”" in text(app)


def test_what_is_missing_is_said_with_its_cure(made_up: Path) -> None:
    said = text(whole(opened(TARGETS, **MADE_UP)))
    assert "chưa rõ năm đến hạn" in said and "cột Thời hạn của tệp" in said


def entered(app: AppTest, edits: dict[int, dict[str, str | None]]) -> AppTest:
    """The page after cells were changed and the button was pressed."""
    (grid,) = app.data_editor
    app.session_state[grid.key] = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    return whole(button(app, "Ghi kết quả").click().run())


def kept(path: Path) -> list[tuple[str, int, float, str]]:
    store = open_store(str(path))
    found = store.query(
        "select indicator, year, value, source from actual where decided_at > $now "
        "order by decided_at",
        {"now": NOW.replace(tzinfo=None, hour=9)},
    )
    return [tuple(None if one != one else one for one in row) for row in found.to_numpy().tolist()]


def test_results_are_entered_and_taken_back_by_clearing(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP, xem="nhap"))
    (grid,) = app.data_editor
    assert grid.value["title"].tolist()[0] == ONLINE
    app = entered(app, {0: {"value": "84,5", "source": "Báo cáo 99"}, 1: {"value": None}})
    assert kept(made_up) == [(ONLINE, 2026, 84.5, "Báo cáo 99"), (LATE, 2026, None, None)]
    assert counters(app)[2] == ("↗ Đúng lộ trình", "1")  # 84,5 of 84
    assert counters(app)[0] == ("✓ Đạt", "0")
    (grid,) = app.data_editor
    assert grid.value["value"].tolist()[:2] == ["84,5", ""]


def test_a_result_that_is_no_number_is_refused_and_nothing_is_written(made_up: Path) -> None:
    app = whole(opened(TARGETS, **MADE_UP, xem="nhap"))
    app = entered(app, {0: {"value": "khoảng 84"}, 1: {"value": "0,5"}})
    assert kept(made_up) == []
    assert f"{ONLINE}: cần một số, như 85,5, thấy “khoảng 84”" in text(app)


def test_an_entered_result_beside_a_published_one_is_said(made_up: Path) -> None:
    app = entered(whole(opened(TARGETS, **MADE_UP, xem="nhap")), {2: {"value": "29"}})
    app = whole(app.segmented_control(key="xem").set_value("theo-doi").run())
    assert "bảng đã nạp ghi hạng 32/34" not in text(app)  # values, not places
    assert "bảng đã nạp ghi hạng 32, số nhập tay hạng 29" in text(app)
    assert (
        table(app)["Xếp hạng PAR Index"]["Trạng thái"] == "✗ Chưa đạt"
    )  # the published one counts


def test_a_department_is_told_whose_result_it_is_judged_by(empty: Path) -> None:
    store = open_store(str(empty))
    load_league(store, LEAGUE, year=2026)
    load_targets(
        store,
        {"title": "Chỉ số PAR Index của tỉnh", "due_year": 2026},
        organisation="so-thu-nghiem",
        organisation_name="Sở Thử nghiệm",
        parent="lam-dong",
        level="sở",
    )
    store.close()
    app = whole(opened(TARGETS, co_quan="so-thu-nghiem", nam_xet="2026"))
    assert "xét bằng kết quả của Lâm Đồng" in text(app)
    assert "của Lâm Đồng" in table(app)["Chỉ số PAR Index của tỉnh"]["Kết quả"]


def test_a_large_plan_draws_what_needs_attention_first_and_lists_the_rest(empty: Path) -> None:
    store = open_store(str(empty))
    many = [{"title": f"Chỉ tiêu số {at}", "due_year": 2026} for at in range(600)]
    load_targets(store, *many, organisation="lam-dong", organisation_name="Lâm Đồng")
    missed = [Actual("lam-dong", "Chỉ tiêu số 599", 2026, 10.0)]
    store.say(missed, now=NOW)
    store.close()
    app = whole(opened(TARGETS, **MADE_UP))
    assert "40 trên 600 chỉ tiêu được vẽ" in text(app)
    assert "Chỉ tiêu số 599" in specs(app)
    assert "500 dòng đầu trong 600 dòng" in text(app)
