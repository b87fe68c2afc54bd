"""Which line ends of a cell are kept?"""

import pytest

from scoring.text.wrapped import unwrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ\nSở Tài chính", "Sở Nội vụ\nSở Tài chính"),
        ("- Văn phòng Sở\n- Các phòng", "- Văn phòng Sở\n- Các phòng"),
        ("1. Sở Nội vụ\n2. sở khác", "1. Sở Nội vụ\n2. sở khác"),
        ("Sở Thông tin và\nTruyền thông", "Sở Thông tin và Truyền thông"),
        ("Văn phòng\nSở Tài chính", "Văn phòng\nSở Tài chính"),
        ("Các phòng,\nĐơn vị thuộc Sở", "Các phòng, Đơn vị thuộc Sở"),
        ("Các đơn vị\nsự nghiệp", "Các đơn vị sự nghiệp"),
        ("Trước ngày\n15/02/2022", "Trước ngày 15/02/2022"),
        ("Quý I/2022\n\n  Quý II/2022 ", "Quý I/2022\nQuý II/2022"),
        ("Sở Nội vụ\r\nSở Tài chính", "Sở Nội vụ\nSở Tài chính"),
        ("  Sở   Nội vụ ", "Sở Nội vụ"),
        ("\n", ""),
        ("", ""),
    ],
)
def test_lines_that_begin_something_stay(text: str, expected: str) -> None:
    assert unwrapped(text) == expected
