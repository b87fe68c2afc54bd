"""Does So sánh năm say what changed, and follow what people decide about the criteria?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from scoring.store import MatchDecision, Pair, open_store
from tests.analysis.made_up_years import NAME, PROVINCE, load_years
from tests.analysis.material import load_league
from tests.pages.opening import opened
from tests.pages.uploading import OF_LAM_DONG, cards, text

YEARS = "pages/years.py"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
MADE_UP = {"co_quan": PROVINCE, "nam": "2023"}


@pytest.fixture
def made_up(empty: Path) -> Path:
    """A database with three made-up years of a made-up province."""
    store = open_store(str(empty))
    load_years(store)
    store.close()
    return empty


def decided(path: Path) -> list[tuple[str, str, bool, str]]:
    frame = open_store(str(path)).query(
        'select "old", "new", taken_back, who from criterion_match order by decided_at'
    )
    frame["who"] = frame["who"].fillna("")
    return [tuple(row) for row in frame.values.tolist()]


def test_lam_dong_2020_against_2019_that_only_a_league_knows(samples: Path) -> None:
    said = text(opened(YEARS, **OF_LAM_DONG))
    assert "Điểm tăng 3,27 (80,66 → 83,93), hạng tăng 8 bậc (40/63 → 32/63)" in said
    assert "Năm 2019 mới có trong bảng xếp hạng, chưa có bảng điểm" in said
    assert "chưa có bảng điểm dùng được năm 2018, 2019" in said


def test_the_change_splits_exactly(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP)
    said = text(app)
    assert NAME in said
    assert "Điểm tăng 4,00 (78,00 → 82,00), hạng giảm 1 bậc (12/34 → 13/34)" in said
    assert "Thay đổi +4,00 gồm kết quả thực hiện +4,70" in said
    assert list(cards(app).values()) == ["+4,700", "−0,300", "−0,400", "+4,000"]
    assert "phần dư 0,000" in [str(card.delta) for card in app.metric]
    assert "6 tiêu chí mất điểm cả ba năm 2021–2023" in said


def test_the_other_year_and_the_measure_are_in_the_address(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP, so_voi="2021", tinh_theo="ty-le")
    said = text(app)
    assert "(78,00 → 82,00)" in said  # 2021 came to 78 as well
    assert "điểm %" in said
    assert "xem theo % điểm chuẩn" not in said
    assert "xem theo % điểm chuẩn" in text(opened(YEARS, **MADE_UP))


def test_another_index_of_the_same_years_is_chosen_in_the_address(made_up: Path) -> None:
    store = open_store(str(made_up))
    for year, value in ((2022, "80,5"), (2023, "82,5")):
        row = f"STT | Đơn vị | Hạng | Chỉ số\n{PROVINCE} | Giả lập | 3/34 | {value}"
        load_league(store, row, year=year, index_name="SIPAS")
    store.close()
    said = text(opened(YEARS, **MADE_UP, chi_so="SIPAS"))
    assert "Điểm tăng 2,00 (80,50 → 82,50), hạng giữ nguyên 3/34" in said
    assert "Điểm tăng 4,00" in text(opened(YEARS, **MADE_UP))


def test_of_those_that_merged_the_one_of_the_same_name_is_offered_first(empty: Path) -> None:
    store = open_store(str(empty))
    for who, name, year in (
        ("binh-thuan", "Bình Thuận", 2024),
        ("lam-dong", "Lâm Đồng", 2024),
        ("lam-dong-2025", "Lâm Đồng", 2025),
    ):
        row = f"STT | Đơn vị | Hạng | Chỉ số\n{who} | {name} | 3/34 | 82,5"
        load_league(store, row, year=year, index_name="PAR")
    store.close()
    app = opened(YEARS, co_quan="lam-dong-2025", nam="2025")
    assert str(app.selectbox(key="so_voi").value) == "2024.lam-dong"
    assert "hai đơn vị khác nhau" in text(app)


def test_an_address_with_an_unknown_year_says_so(made_up: Path) -> None:
    said = text(opened(YEARS, **MADE_UP, so_voi="1999"))
    assert "Đường dẫn nêu năm so sánh “1999”, chưa có dữ liệu" in said
    assert "Điểm tăng 4,00" in said


def test_a_doubtful_pair_is_confirmed_refused_and_taken_back(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP)
    assert "2 chỗ ghép tiêu chí chưa chắc" in text(app)
    app.text_input(key="ghep_nguoi").set_value("Lan").run()
    app.button(key="sai-0").click().run()
    assert "1 chỗ ghép tiêu chí chưa chắc" in text(app)
    app.button(key="dung-0").click().run()
    assert "chưa chắc;" not in text(app)
    assert decided(made_up) == [
        ("1.2", "", False, "Lan"),
        ("", "1.2", False, "Lan"),
        ("4.1", "4.1", False, "Lan"),
    ]
    assert "1.2: bỏ · Lan" in text(app)
    app.button(key="bo-0").click().run()
    assert decided(made_up)[-1] == ("4.1", "4.1", True, "Lan")
    assert "1 chỗ ghép tiêu chí chưa chắc" in text(app)
    assert list(cards(app).values())[-1] == "+4,000"


def test_all_doubtful_pairs_are_confirmed_at_once(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP)
    app.button(key="dung-ca").click().run()
    assert [row[:3] for row in decided(made_up)] == [("1.2", "1.2", False), ("4.1", "4.1", False)]


def test_criteria_are_linked_by_hand(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP)
    app.multiselect(key="ghep_truoc").set_value(["4.1", "4.2"])
    app.multiselect(key="ghep_sau").set_value(["4.1"])
    _button(app, "Ghi quyết định").click().run()
    assert [str(one.value) for one in app.exception] == []
    assert decided(made_up) == [("4.1, 4.2", "4.1", False, "")]
    assert "4.1, 4.2 → 4.1" in text(app)
    _button(app, "Ghi quyết định").click().run()  # nothing chosen: nothing is written
    assert len(decided(made_up)) == 1


def test_what_waits_for_a_partner_is_offered_first_and_the_rest_on_demand(made_up: Path) -> None:
    app = opened(YEARS, **MADE_UP)
    waiting = app.multiselect(key="ghep_truoc").options
    assert "chưa có cặp" in waiting[0]
    assert any("chưa chắc" in one for one in waiting)
    app.toggle(key="ghep_moi_tieu_chi").set_value(True).run()
    every = app.multiselect(key="ghep_truoc").options
    assert every[: len(waiting)] == waiting
    assert len(every) == 11


def test_points_of_another_maximum_say_so_beside_what_pulls_the_index_down(made_up: Path) -> None:
    said = text(opened(YEARS, **MADE_UP))
    assert (
        "Điểm đạt tăng nhiều nhất: Xây dựng chính quyền số, +5,00 điểm (điểm chuẩn 10,00 → 17,00)"
    ) in said
    shares = text(opened(YEARS, **MADE_UP, tinh_theo="ty-le"))
    assert "Tỷ lệ đạt tăng nhiều nhất: Chỉ đạo, điều hành, +11,25 điểm" in shares


def test_years_without_common_criteria_can_be_linked_by_hand(made_up: Path) -> None:
    store = open_store(str(made_up))
    codes = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1")
    pair = Pair(PROVINCE, "PAR", "tỉnh", 2022, 2023)
    store.decide_matches(pair, [MatchDecision([code]) for code in codes], now=NOW)
    store.close()
    app = opened(YEARS, **MADE_UP)
    assert "Không tiêu chí nào của hai năm khớp nhau" in text(app)
    assert list(cards(app)) == []
    assert app.multiselect(key="ghep_truoc").options


def _button(app: AppTest, label: str) -> Button:
    return next(one for one in app.button if one.label == label)
