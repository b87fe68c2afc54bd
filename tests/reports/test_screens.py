"""Do the screens of a meeting say what the pages say, to the last digit?"""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.messages.commentary import commentary
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Chart, Screen, written
from scoring.reports.screens import losses
from scoring.reports.screens.sequence import screens
from tests.reports.conftest import Reviewed

GIA_LAI_PLAN = "so-van-hoa-the-thao-va-du-lich-gia-lai"


def named(made: tuple[Screen, ...], key: str) -> Screen:
    (one,) = [screen for screen in made if screen.key == key]
    return one


def test_a_year_with_everything_has_ten_screens_in_the_order_of_a_meeting(
    lam_dong_screens: tuple[Screen, ...],
) -> None:
    assert [one.key for one in lam_dong_screens] == [
        *("bia", "tong-quan", "diem-mat", "mat-nhieu-nhat", "thay-doi"),
        *("don-vi", "nhiem-vu", "phan-dau", "nguon"),
    ]


def test_the_headline_has_the_published_figures(lam_dong_screens: tuple[Screen, ...]) -> None:
    figures = {one.label: one.shown for one in named(lam_dong_screens, "tong-quan").figures}
    assert figures == {
        "Chỉ số CCHC (PAR Index)": "83,93\u00a0%",
        "Điểm bị mất": "16,07",
        "Thứ hạng": "32/63",
        "Chỉ nhóm đơn vị chủ trì": "78,1\u00a0%",
    }


def test_the_waterfall_falls_from_the_maximum_to_the_result(
    lam_dong: Review, lam_dong_screens: tuple[Screen, ...]
) -> None:
    chart = named(lam_dong_screens, "diem-mat").chart
    assert chart is not None
    base, lost, ends = (one.values for one in chart.series)
    assert (ends[0], ends[-1]) == (100.0, 83.93)
    assert [one for one in lost if one is not None] == lam_dong.top["lost_points"].tolist()
    tops = [100.0, *(one for one in base if one is not None)]
    for above, below, loss in zip(tops[:-1], tops[1:], lost[1:], strict=False):
        assert loss is not None and above - loss == pytest.approx(below)


def test_the_largest_losses_stand_with_their_leads(lam_dong_screens: tuple[Screen, ...]) -> None:
    table = named(lam_dong_screens, "mat-nhieu-nhat").table
    assert table is not None and len(table.rows) == 10
    assert [row[3] for row in table.rows][:3] == [5.94, 1.37, 1.0]
    assert sum(row[3] for row in table.rows[:8] if isinstance(row[3], float)) == pytest.approx(
        0.828 * 16.084, abs=0.01
    )


def test_a_year_that_is_only_in_the_league_is_told_by_its_two_values(
    lam_dong_screens: tuple[Screen, ...],
) -> None:
    screen = named(lam_dong_screens, "thay-doi")
    assert screen.chart is not None and screen.chart.series[0].values == (80.66, 83.93)
    assert screen.sentences[0].startswith("Năm 2019 mới có trong bảng xếp hạng")


def test_satisfaction_stands_beside_its_targets(review_of: Reviewed) -> None:
    found = review_of("gia-lai", 2022)
    chart = named(screens(found, commentary(found)), "hai-long").chart
    assert chart is not None
    assert {one.name: one.values for one in chart.series} == {
        "Năm 2022": (83.99, 84.04, 85.39, 80.90, 77.89),
        "Mục tiêu": (85.99, 86.04, 87.39, 82.90, 81.89),
    }


def test_a_body_with_only_a_plan_has_the_screens_of_its_plan(review_of: Reviewed) -> None:
    found = review_of(GIA_LAI_PLAN, 2023, date(2023, 6, 30))
    made = screens(found, commentary(found))
    assert [one.key for one in made] == ["bia", "tong-quan", "chi-tieu", "nhiem-vu", "nguon"]
    counted = {one.label: one.shown for one in named(made, "nhiem-vu").figures}
    assert sum(int(value) for value in counted.values()) == 44


def test_a_rank_without_a_score_table_names_the_ranking_it_was_read_from(
    review_of: Reviewed,
) -> None:
    found = review_of("bo-noi-vu", 2023)
    made = screens(found, commentary(found))
    (source,) = named(made, "tong-quan").sources
    assert source.startswith("bo-par-2023.xlsx")
    assert named(made, "nguon").message == "Số liệu lấy từ 1 bảng đã nạp"


def test_every_screen_with_numbers_names_its_batch(lam_dong_screens: tuple[Screen, ...]) -> None:
    for screen in lam_dong_screens:
        if screen.chart or screen.table:
            assert screen.sources and all("lần nạp" in one for one in screen.sources)


def test_a_year_without_a_loss_says_so(lam_dong: Review) -> None:
    head = replace(lam_dong.head, domain=None, pareto=None, zeros=None, units=None)
    index = head.index
    assert index is not None
    kept = replace(
        lam_dong,
        head=replace(head, index=replace(index, lost=0.0, value=100.0)),
        top=lam_dong.top.assign(lost_points=0.0, share=None),
        leaves=lam_dong.leaves.assign(lost_points=0.0),
        units=lam_dong.units.iloc[:0],
    )
    made = {one.key: one for one in screens(kept, commentary(kept))}
    assert "Không mất điểm" in " ".join(commentary(kept))
    assert made["diem-mat"].message == "Không mất điểm ở tiêu chí nào"
    assert not {"mat-nhieu-nhat", "don-vi", "phan-dau"} & set(made)


domain = st.builds(
    lambda lost, known: lost if known else None,
    st.integers(-3_000, 9_000).map(lambda n: n / 1000),
    st.booleans() | st.just(True),
)


@given(st.lists(domain, min_size=1, max_size=40))
def test_the_steps_of_any_waterfall_lead_to_its_result(found: list[float | None]) -> None:
    rows = pd.DataFrame(
        {
            "code": [str(at) for at in range(len(found))],
            "short_title": [f"Lĩnh vực {at}" for at in range(len(found))],
            "lost_points": pd.Series(found, dtype="float64"),
        }
    )
    chart: Chart = losses._waterfall(losses._steps(rows), 100.0)
    base, lost, ends = (one.values for one in chart.series)
    assert len(base) == len(lost) == len(ends) == len(chart.categories) <= 16
    if None in found:
        assert ends[-1] is None
    else:
        assert ends[-1] == pytest.approx(100.0 - sum(one for one in found if one is not None))
        for low, height in zip(base[1:-1], lost[1:-1], strict=True):
            assert low is not None and height is not None and height >= 0


def test_values_are_written_as_the_pages_write_them() -> None:
    assert written(83.934, "percent") == "83,93\u00a0%"
    assert written(0.996, "points") == "0,996"
    assert written(None, "points") == written(float("nan"), "share") == "–"
    assert written(date(2022, 2, 15), "date") == "15/02/2022"


def test_rows_of_tables_fit_their_columns(lam_dong_screens: tuple[Screen, ...]) -> None:
    for table in (one.table for one in lam_dong_screens if one.table):
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_the_domains_table_repeats_the_answer(
    lam_dong: Review, lam_dong_screens: tuple[Screen, ...]
) -> None:
    table = named(lam_dong_screens, "diem-mat").table
    assert table is not None
    wanted = [
        (row["max_points"], row["points"], row["lost_points"]) for row in records(lam_dong.top)
    ]
    assert [row[1:4] for row in table.rows] == wanted


def test_a_rank_without_an_index_says_which_year_is_missing(review_of: Reviewed) -> None:
    found = review_of("ha-noi", 2024)
    screen = named(screens(found, commentary(found)), "tong-quan")
    assert screen.message == (
        "Năm 2024, Hà Nội xếp hạng 3/63 (năm 2023: 3/63) theo Chỉ số CCHC (PAR Index); "
        "chưa có chỉ số năm 2024 (năm 2023: 91,43\u00a0%)"
    )
    assert {one.label: one.shown for one in screen.figures}["Thứ hạng"] == "3/63"


def test_targets_are_those_of_the_year_that_is_reviewed(review_of: Reviewed) -> None:
    for day in (date(2023, 6, 30), date(2026, 11, 22)):
        found = review_of(GIA_LAI_PLAN, 2023, day)
        screen = named(screens(found, ()), "chi-tieu")
        assert screen.message.startswith("Năm 2023: cả 38 chỉ tiêu")


def test_a_table_of_some_tasks_says_of_how_many(lam_dong_screens: tuple[Screen, ...]) -> None:
    screen = named(lam_dong_screens, "nhiem-vu")
    assert screen.table is not None and len(screen.table.rows) == 12
    assert screen.sentences == ("Bảng nêu 12 nhiệm vụ gấp nhất trong 21 nhiệm vụ chưa xong.",)


def test_factors_without_a_target_are_led_by_the_whole(review_of: Reviewed) -> None:
    messages = [
        named(screens(review_of(whose, year), ()), "hai-long").message
        for whose, year in (("ca-nuoc", 2023), ("ha-noi", 2024))
    ]
    assert messages == [
        "Mức độ hài lòng chung 82,66\u00a0%, +2,58 điểm\u00a0% so với năm trước",
        "Mức độ hài lòng chung 86,50\u00a0%; 2 yếu tố, chưa có mục tiêu",
    ]
