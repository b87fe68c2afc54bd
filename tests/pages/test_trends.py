"""Do Xu hướng and Nhiều chỉ số say where a series goes, where it breaks, and what is missing?"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scoring.store import open_store
from tests.analysis.made_up_trends import load_made_up
from tests.pages.opening import opened
from tests.pages.uploading import OF_LAM_DONG, text

TRENDS = "pages/trends.py"
INDICES = "pages/indices.py"
NATION = {"co_quan": "ca-nuoc"}
MADE_UP = {"co_quan": "lam-dong", "nam": "2024"}


@pytest.fixture
def made_up(empty: Path) -> Path:
    """A database with made-up results before and after a merger."""
    store = open_store(str(empty))
    load_made_up(store)
    store.close()
    return empty


def headings(app: AppTest) -> str:
    return "\n".join(text_of(one.value) for one in app.subheader)


def text_of(value: object) -> str:
    return str(value).replace("\u00a0", " ").replace("&#43;", "+").replace("&#58;", ":")


def test_the_national_satisfaction_rose_by_percentage_points(samples: Path) -> None:
    said = text(opened(TRENDS, **NATION))
    assert "80,08 % (2022) → 82,66 % (2023, +2,58 điểm %) → 83,94 % (2024, +1,28 điểm %)" in said
    assert "SIPAS của Cả nước tăng chậm lại" in said
    assert "trong ±0,50 điểm % coi là không đổi" in said  # the threshold is printed


def test_two_years_are_too_few_for_a_trend(samples: Path) -> None:
    said = text(opened(TRENDS, **OF_LAM_DONG))
    assert "83,93 % năm 2020, +3,27 điểm % so với năm 2019" in said
    assert "mới có 2 năm liền nhau so được với nhau, cần 3 năm" in said


def test_without_an_overall_value_the_page_says_so(samples: Path) -> None:
    said = text(opened(TRENDS, co_quan="gia-lai"))
    assert "Chưa có giá trị chung của SIPAS cho Gia Lai" in said


def test_merged_provinces_are_lines_of_their_own_when_asked_for(made_up: Path) -> None:
    alone = text(opened(TRENDS, **MADE_UP, chi_so="PAR"))
    assert "PAR của Lâm Đồng" in alone and "Đắk Nông" not in alone
    together = text(opened(TRENDS, **MADE_UP, chi_so="PAR", ten="hien-nay"))
    for name in ("Lâm Đồng (từ 7/2025)", "Lâm Đồng (trước 7/2025)", "PAR của Đắk Nông"):
        assert name in together
    assert "không lấy trung bình" in together and "nhập vào Lâm Đồng (từ 7/2025)" in together
    assert "Chưa có số liệu PAR của Bình Thuận" in together


def test_the_choice_of_names_lives_in_the_address(made_up: Path) -> None:
    app = opened(TRENDS, **MADE_UP, chi_so="PAR")
    app = app.segmented_control(key="ten").set_value("hien-nay").run()
    assert app.query_params["ten"] in ("hien-nay", ["hien-nay"])
    assert "PAR của Đắk Nông" in text(app)


def test_who_never_merged_and_has_one_index_has_nothing_to_choose(samples: Path) -> None:
    app = opened(TRENDS, **NATION)
    assert [one.key for one in app.segmented_control] == []


def test_a_break_and_a_gap_are_told_under_the_chart(made_up: Path) -> None:
    said = text(opened(TRENDS, **MADE_UP, chi_so="PAPI"))
    assert "① Chuỗi gãy ở năm 2018: từ năm 2018 có thêm hai nội dung" in said
    assert "không có số liệu năm 2020" in said


def test_each_index_stands_beside_the_others_or_says_that_it_is_missing(made_up: Path) -> None:
    said = text(opened(INDICES, co_quan="lam-dong", nam="2021"))
    assert "Lâm Đồng năm 2021 có PAR, PAPI; chưa nạp SIPAS, PCI" in said
    assert "PAPI: 50,00 % (40,00 trên 80 điểm)" in said
    assert "không cộng và không lấy trung bình" in said
    assert "Chưa nạp PCI năm 2021" in said
    assert "Chỉ có giá trị chung của PAR năm 2021" in said
    assert "Không vẽ năm 2017: từ năm 2018" in said


def test_of_the_samples_lam_dong_has_one_index(samples: Path) -> None:
    said = text(opened(INDICES, **OF_LAM_DONG))
    assert "Lâm Đồng năm 2020 có PAR; chưa nạp SIPAS, PAPI, PCI" in said
    assert "+3,27 điểm % so với năm 2019 · hạng 32/63" in said
