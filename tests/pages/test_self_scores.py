"""Does the page on self scores compare what can be compared, and say so where it cannot?"""

from pathlib import Path

import pytest

from scoring.store import open_store
from tests.analysis.self_score_tables import SELF, loaded
from tests.pages.opening import opened, shown
from tests.pages.uploading import OF_LAM_DONG, cards

PAGE = "pages/self_scores.py"


@pytest.fixture
def claimed(empty: Path) -> Path:
    """Two years of a made-up table with self scores, under the dashboard."""
    store = open_store(str(empty))
    for year in (2019, 2020):
        loaded(store, SELF, year=year, organisation_name="Lâm Đồng")
    store.close()
    return empty


def test_both_sums_and_what_lies_between_them(claimed: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG)
    assert [str(one.value) for one in app.exception] == []
    assert list(cards(app).values()) == ["8,25", "6,20", "2,25", "0,20"]
    text = shown(app)
    assert "Tự chấm cao hơn thẩm định 2,25 điểm ở 3 trên 5 tiêu chí có cả hai điểm" in text
    assert "thiếu điểm không phải là 0 điểm" in text
    assert "1,75 điểm đã tự trừ khi tự chấm và 2,25 điểm bị trừ thêm khi thẩm định" in text
    assert "Sở Nội vụ chịu 1,00 điểm tự chấm cao hơn" in text
    assert "3 tiêu chí tự chấm cao từ hai năm liền" in text
    assert "riêng mã thì chưa đủ" in text


def test_the_first_year_cannot_tell_what_comes_back(claimed: Path) -> None:
    text = shown(opened(PAGE, **{**OF_LAM_DONG, "nam": "2019"}))
    assert "Chưa có bảng điểm năm 2018 với cả hai điểm" in text
    assert "riêng mã thì chưa đủ" not in text


def test_a_table_without_self_scores_says_so_and_which_column_it_lacks(samples: Path) -> None:
    app = opened(PAGE, **OF_LAM_DONG)
    assert [one.value for one in app.info] == [
        "Bảng điểm này không ghi điểm tự chấm, nên không so được với điểm thẩm định. Thêm cột "
        "**Điểm tự đánh giá** vào tệp rồi nạp lại."
    ]
    assert cards(app) == {}


def test_an_organisation_that_is_only_ranked_has_no_table(samples: Path) -> None:
    text = shown(opened(PAGE, **{**OF_LAM_DONG, "nam": "2019"}))
    assert "chưa có bảng điểm" in text
