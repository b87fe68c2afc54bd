"""Does the ranking page say points first, rank second, and what cannot be told?"""

from pathlib import Path

from tests.pages.opening import opened
from tests.pages.uploading import cards, text

RANKING = "pages/ranking.py"


def test_lam_dong_from_the_samples(samples: Path) -> None:
    app = opened(RANKING, co_quan="lam-dong", nam="2020")
    said = text(app)
    assert not app.exception
    assert cards(app)["Chỉ số PAR 2020"] == "83,93 %"
    assert "hạng 32/63" in said
    assert "Điểm tăng 3,27, hạng tăng 8 (40/63 → 32/63)" in said
    assert "không lấy được trung bình và trung vị" in said
    assert "84,38" not in said and "trung vị (" not in said


def test_the_ministries_of_2023_from_the_samples(samples: Path) -> None:
    app = opened(RANKING, co_quan="bo-noi-vu", nam="2023")
    assert "17 đơn vị: trung bình 84,38 %" in text(app)
    assert cards(app)["Lên một bậc"] == "2,14 điểm"  # 89,18 − 87,04
    assert "Chưa có bảng xếp hạng năm 2022 có Bộ Nội vụ để so sánh" in text(app)


def test_names_of_today_change_names_and_no_figure(samples: Path) -> None:
    then = opened(RANKING, co_quan="lam-dong", nam="2020")
    now = opened(RANKING, co_quan="lam-dong", nam="2020", ten="hien-nay")
    assert "không lấy trung bình" in text(now)
    assert "không lấy trung bình" not in text(then)
    assert cards(now) == cards(then)


def test_an_organisation_without_a_place_is_told_so(samples: Path) -> None:
    app = opened(RANKING, co_quan="gia-lai", nam="2022")
    assert not app.exception
    assert "Chưa có thứ hạng của Gia Lai năm 2022" in text(app)


def test_sources_that_disagree_are_both_on_the_page(samples: Path) -> None:
    said = text(opened(RANKING, co_quan="hai-phong", nam="2023", chi_so="PAR"))
    assert "Hải Phòng có 2 giá trị khác nhau, giữ cả: 91,87 % (" in said
    assert "91,81 % (" in said


def test_points_are_not_compared_over_a_new_criteria_set_and_rounding_is_told(
    samples: Path,
) -> None:
    said = text(opened(RANKING, co_quan="hai-phong", nam="2022"))
    assert "Không so điểm với năm 2021: từ năm 2022 chấm theo bộ tiêu chí khác" in said
    assert "hạng giảm 1 (1/63 → 2/63)" in said
    assert "Điểm giảm" not in said
    assert "hơn kém nhau không quá 0,01 điểm" in said  # Quảng Ninh 90,10, Hải Phòng 90,09
