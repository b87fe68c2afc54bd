"""Is what a unit's sheet is made of what the page of that unit shows?"""

import pandas as pd
import pytest

from scoring.analysis.messages.unit_sheets import place, through, told
from scoring.analysis.plans.loads import loads
from scoring.analysis.questions import ask
from scoring.analysis.review.gathered import Review, review
from scoring.analysis.review.unit_places import FEW
from scoring.analysis.review.units import UnitFrames, unit_frames, unit_view
from scoring.store import GroupMeaning, Store, open_store
from tests.analysis.material import load_scores
from tests.analysis.plans.material import load_plan
from tests.reports.made_up import DAY, ORGANISATION, YEAR, made_up

FINANCE, INTERIOR = "Sở Tài chính", "Sở Nội vụ"


@pytest.fixture(scope="module")
def frames(sample_store, lam_dong: Review) -> UnitFrames:
    return unit_frames(sample_store[0].query, lam_dong)


@pytest.fixture
def store():
    opened = open_store(":memory:")
    yield opened
    opened.close()


def test_the_criteria_of_each_unit_are_those_that_the_page_asks_for(
    sample_store, lam_dong: Review, frames: UnitFrames
) -> None:
    store: Store = sample_store[0]
    for unit in lam_dong.units["unit"]:
        page = ask(
            store.query, "unit_criteria", batch=lam_dong.head.score_batch, unit=unit
        ).reset_index(drop=True)
        own = unit_view(frames, unit).criteria.reset_index(drop=True)
        pd.testing.assert_frame_equal(own[page.columns], page, check_dtype=False)


def test_the_named_units_are_in_order_and_no_group_is_among_them(frames: UnitFrames) -> None:
    assert frames.named == [
        *("Bưu điện tỉnh", "Sở Kế hoạch và Đầu tư", INTERIOR, FINANCE),
        *("Sở Thông tin và Truyền thông", "Thanh tra tỉnh", "Trung tâm Phục vụ hành chính công"),
        "Văn phòng UBND tỉnh",
    ]


def test_points_place_and_criteria_of_a_unit(frames: UnitFrames) -> None:
    view = unit_view(frames, FINANCE)
    assert view.points is not None
    assert [view.points[one] for one in ("lead_only", "shared", "in_full")] == [3.13, 3.275, 3.42]
    assert view.place == (1, 3)
    assert view.largest["code"].tolist() == ["6.1.2", "6.3.3", "6.3.4", "6.1.1", "6.1.3"]
    assert view.best.empty  # it leads no others
    assert view.coordinated_points == 0.34


def test_the_best_are_none_of_the_largest_losses_and_none_that_lost_all(store: Store) -> None:
    load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
        1   | Tất cả   | 26,00      | 18,80          | 7,20        |
        1.1 | Một      | 1,00       | 0,00           | 1,00        | Sở A
        1.2 | Hai      | 1,00       | 0,00           | 1,00        | Sở A
        1.3 | Ba       | 1,00       | 0,00           | 1,00        | Sở A
        1.4 | Bốn      | 1,00       | 0,00           | 1,00        | Sở A
        1.5 | Năm      | 20,00      | 18,00          | 2,00        | Sở A
        1.6 | Sáu      | 1,00       | 0,80           | 0,20        | Sở A
        1.7 | Bảy      | 1,00       | 0,00           | 1,00        | Sở A
        """,
        organisation=ORGANISATION,
        year=YEAR,
    )
    view = unit_view(unit_frames(store.query, _review(store)), "Sở A")
    assert view.largest["code"].tolist() == ["1.5", "1.1", "1.2", "1.3", "1.4"]
    assert view.best["code"].tolist() == ["1.6"]  # 1.5 reached 90 %, but lost most


def test_who_leads_nothing_has_no_place(frames: UnitFrames) -> None:
    view = unit_view(frames, INTERIOR)
    assert (view.place, len(view.largest), len(view.best)) == (None, 0, 0)
    assert view.coordinated_points == 9.65
    assert len(view.helped_losses) == FEW
    assert place(view) is None


def test_a_unit_that_nothing_names_is_an_error(frames: UnitFrames) -> None:
    with pytest.raises(KeyError, match="Sở Nào đó"):
        unit_view(frames, "Sở Nào đó")


def test_of_equal_losses_the_place_is_shared(store: Store) -> None:
    load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
        1   | Một      | 3,00       | 1,50           | 1,50        |
        1.1 | Hai      | 1,00       | 0,50           | 0,50        | Sở A
        1.2 | Ba       | 1,00       | 0,50           | 0,50        | Sở B
        1.3 | Bốn      | 1,00       | 0,50           | 0,50        | Sở C; Sở D
        """,
        organisation=ORGANISATION,
        year=YEAR,
    )
    found = unit_frames(store.query, _review(store))
    places = {unit: unit_view(found, unit).place for unit in found.named}
    assert places == {"Sở A": (1, 4), "Sở B": (1, 4), "Sở C": (3, 4), "Sở D": (3, 4)}


def test_groups_are_named_and_counted_only_where_asked_for(store: Store) -> None:
    made_up(store, units=3, tasks=6)
    meaning = GroupMeaning(
        ORGANISATION, "Các sở, ban, ngành", "members", "Sở Giả lập 1\nSở Giả lập 2"
    )
    store.say([meaning], now=pd.Timestamp("2025-01-01", tz="UTC").to_pydatetime())
    found = _review(store)
    alone, whole = (unit_frames(store.query, found, members=one) for one in (False, True))
    own, all_ = unit_view(alone, "Sở Giả lập 1"), unit_view(whole, "Sở Giả lập 1")
    assert own.through == all_.through != {}
    (count,) = own.through.values()
    assert len(all_.helped) + len(all_.led) == len(own.helped) + len(own.led) + count
    assert through(own.through, counted=False).endswith("không tính vào phiếu này")
    assert told(whole, all_)[-1].startswith(f"Tính cả {count} nhiệm vụ qua nhóm")


def test_many_groups_and_long_names_leave_room_for_the_numbers() -> None:
    counts = {f"Các sở số {number}": number for number in range(1, 6)}
    assert through(counts, counted=False) == (
        "Đơn vị còn thuộc nhóm “Các sở số 1” (1 nhiệm vụ), “Các sở số 2” (2 nhiệm vụ) và 3 nhóm"
        " khác; phần của nhóm không tính vào phiếu này"
    )
    assert through(counts, counted=True).endswith("“Các sở số 2” và 3 nhóm khác")
    assert len(through({"Các sở " * 90: 1}, counted=True)) < 120


def test_a_unit_with_tasks_only_has_a_view_where_groups_are_counted(store: Store) -> None:
    made_up(store, units=3, tasks=6)
    load_plan(
        store, {"title": "Một", "lead": "Ban A"}, organisation=ORGANISATION, year=YEAR + 1, plan="2"
    )
    view = unit_view(unit_frames(store.query, _review(store), members=True), "Ban A")
    assert (len(view.led), len(view.criteria), view.points) == (1, 0, None)


def test_loads_are_those_of_the_page(frames: UnitFrames, lam_dong: Review) -> None:
    page = loads(lam_dong.board, lam_dong.task_units)
    pd.testing.assert_frame_equal(frames.loads, page)


def test_the_year_before_is_the_latest_with_a_table(store: Store) -> None:
    table = """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
        1   | Một      | 3,00       | {}             | {}          | Sở A
        """
    for year, got, lost in ((YEAR - 3, "1,00", "2,00"), (YEAR - 1, "1,50", "1,50")):
        text = table.format(got, lost)
        load_scores(store, text, organisation=ORGANISATION, year=year)
    load_scores(store, table.format("2,25", "0,75"), organisation=ORGANISATION, year=YEAR)
    found = unit_frames(store.query, _review(store))
    assert found.year_before == YEAR - 1
    assert (
        "Chia đều, điểm mất của đơn vị năm 2025 là 0,75, giảm 0,75 so với năm 2024 (1,50); tiêu chí"
        " và phân công hai năm có thể khác nhau."
    ) in told(found, unit_view(found, "Sở A"))


def _review(store: Store) -> Review:
    return review(store.query, ORGANISATION, YEAR, DAY)
