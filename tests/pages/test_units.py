"""Does the units page count a unit's points in each of the three ways?"""

from pathlib import Path

import pytest

from tests.pages.opening import opened
from tests.pages.uploading import OF_LAM_DONG, UNITS, cards, text


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("mot-minh", "Sở Tài chính một mình chủ trì 3,13 điểm mất"),
        ("chia-deu", "Sở Tài chính chịu 3,275 điểm mất khi chia đều"),
        ("tinh-du", "Sở Tài chính có phần trong 3,42 điểm mất"),
    ],
)
def test_a_unit_in_three_ways_of_counting(samples: Path, way: str, said: str) -> None:
    app = opened(UNITS, **OF_LAM_DONG, cach=way)
    assert said in text(app)
    assert ("không cộng dồn được" in text(app)) == (way == "tinh-du")
    own = opened(UNITS, **OF_LAM_DONG, cach=way, don_vi="Sở Tài chính")
    assert list(cards(own).values()) == ["3,13", "3,275", "3,42"]
    assert "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm, phối hợp 1 tiêu chí" in text(own)


def test_a_unit_that_the_table_does_not_name_says_so(samples: Path) -> None:
    app = opened(UNITS, **OF_LAM_DONG, don_vi="Sở Vũ trụ")
    assert "Đường dẫn nêu đơn vị “Sở Vũ trụ”, chưa có dữ liệu" in text(app)
