"""Do the samples of leagues hold every value that was seen, as it was printed, with its source?"""

from pathlib import Path

import pytest
from openpyxl import load_workbook

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"

# Rank, name and value as printed; an empty cell was not published.
SEEN = {
    ("tinh-par-2012-2018.xlsx", "2012"): """
        1/63  | Đà Nẵng           | 87,14
        2/63  | Bà Rịa - Vũng Tàu | 86,14
        3/63  | TP. Hồ Chí Minh   | 83,83
        4/63  | Đồng Tháp         | 83,44
        5/63  | An Giang          | 83,25
        19/63 | Quảng Ninh        | 80,21
              | Hà Nội            | 82,79
    """,
    ("tinh-par-2012-2018.xlsx", "2013"): """
        1/63  | Đà Nẵng            | 87,02
        2/63  | Hải Phòng          | 86,93
        3/63  | Bình Dương         | 86,86
        63/63 | Sơn La             | 58,91
              | Trung bình cả nước | 77,56
    """,
    ("tinh-par-2012-2018.xlsx", "2018"): """
        1/63  | Quảng Ninh         | 89,06
        1/63  | Quảng Ninh         | 89,6
        2/63  | Hà Nội             | 83,98
        3/63  | Đồng Tháp          | 83,71
        4/63  | Đà Nẵng            | 83,7
        5/63  | Hải Phòng          | 83,68
        54/63 | Tiền Giang         | 73,69
              | Trung bình cả nước | 76,92
    """,
    ("tinh-par-2021-2024.xlsx", "2021"): """
        1/63  | Hải Phòng          | 91,80
        2/63  | Quảng Ninh         | 91,14
        3/63  | Đà Nẵng            | 90,25
        4/63  | Thừa Thiên Huế     | 89,32
        5/63  | Vĩnh Phúc          | 89,28
        34/63 | Tuyên Quang        | 86,57
        39/63 | Quảng Ngãi         | 86,45
        63/63 | Kiên Giang         | 79,97
              | Bà Rịa - Vũng Tàu  | 87,61
              | Trung bình cả nước | 86,37
    """,
    ("tinh-par-2021-2024.xlsx", "2022"): """
        1/63  | Quảng Ninh | 90,10
        2/63  | Hải Phòng  | 90,09
        3/63  | Hà Nội     | 89,58
        4/63  | Bắc Giang  | 88,54
        14/63 | Yên Bái    |
        16/63 | Nghệ An    |
        51/63 | Đồng Nai   | 82,92
    """,
    ("tinh-par-2021-2024.xlsx", "2023"): """
        1/63  | Quảng Ninh        | 92,18
        2/63  | Hải Phòng         | 91,87
        2/63  | Hải Phòng         | 91,81
        3/63  | Hà Nội            | 91,43
        4/63  | Bắc Giang         | 91,16
        5/63  | Bà Rịa - Vũng Tàu | 91,03
        63/63 | An Giang          | 81,32
    """,
    ("tinh-par-2021-2024.xlsx", "2024"): """
        1/63  | Hải Phòng          | 96,17
        2/63  | Bà Rịa - Vũng Tàu  |
        3/63  | Hà Nội             |
        63/63 | Cao Bằng           |
              | Trung bình cả nước | 88,37
    """,
    ("tinh-sipas-2018-2021.xlsx", "2018"): "51/63 | Tiền Giang | 76,42",
    ("tinh-sipas-2018-2021.xlsx", "2019"): """
        1/63  | Quảng Ninh | 95,26
        43/63 | Tiền Giang | 83,39
    """,
    ("tinh-sipas-2018-2021.xlsx", "2020"): """
        25/63 | Hà Giang   |
        46/63 | Tiền Giang | 83,20
    """,
    ("tinh-sipas-2018-2021.xlsx", "2021"): "38/63 | Bà Rịa - Vũng Tàu | 86,72",
    ("tinh-sipas-2022-2024.xlsx", "2022"): """
        1/63  | Quảng Ninh         | 87,59
        2/63  | Thái Nguyên        |
        3/63  | Cà Mau             |
        4/63  | Bình Dương         |
        5/63  | Thanh Hóa          |
        11/63 | Yên Bái            |
        14/63 | Nghệ An            |
              | Trung bình cả nước | 80,08
    """,
    ("tinh-sipas-2022-2024.xlsx", "2023"): """
        1/63  | Quảng Ninh         | 90,61
        5/63  | Hải Phòng          | 88,09
        38/63 | Bắc Giang          | 81,62
              | Trung bình cả nước | 82,66
    """,
    ("tinh-sipas-2022-2024.xlsx", "2024"): """
        1/63  | Hải Phòng          | 90,59
        11/63 | Hà Nội             | 86,50
              | Trung bình cả nước | 83,94
    """,
}


def rows(name: str, sheet: str) -> list[list[str]]:
    """The rows below the header, without the source line."""
    page = load_workbook(SAMPLES / name)[sheet]
    read = [["" if cell is None else str(cell) for cell in row] for row in page.values]
    header = next(at for at, row in enumerate(read) if row[0] == "Hạng")
    return [row for row in read[header + 1 :] if row[1]]


@pytest.mark.parametrize(("name", "sheet"), SEEN)
def test_every_value_seen_is_as_printed_and_names_where(name: str, sheet: str) -> None:
    lines = SEEN[name, sheet].strip().splitlines()
    expected = [[cell.strip() for cell in line.split("|")] for line in lines]
    read = rows(name, sheet)
    assert [row[:3] for row in read] == expected
    assert all(row[3].startswith(("http://", "https://")) for row in read)


def test_two_sources_that_disagree_are_two_addresses() -> None:
    found = rows("tinh-par-2021-2024.xlsx", "2023")
    assert len({row[3] for row in found if row[1] == "Hải Phòng"}) == 2


def test_tuyen_quang_prints_points_and_the_index_out_of_the_own_maximum() -> None:
    name = "tuyen-quang-par-2022.xlsx"
    assert rows(name, "Sở, ban, ngành") == [["1", "Sở Tư pháp", "62,62", "94,49"]]
    assert rows(name, "Huyện") == [["1", "UBND thành phố Tuyên Quang", "54,14", "82,96"]]
    # Its own maximum, as far as two decimals tell it: 62,62 ÷ 66,27 = 94,49 %.
    assert round(100 * 62.62 / 66.27, 2) == 94.49


def test_ha_noi_prints_policy_beside_service_delivery() -> None:
    page = load_workbook(SAMPLES / "ha-noi-sipas-2024.xlsx")["SIPAS 2024"]
    assert [list(row) for row in page.values][4:7] == [
        [None, "Chỉ số SIPAS chung", "86,50", "11/63"],
        ["1", "Xây dựng, tổ chức thực hiện chính sách", "86,51", "9/63"],
        ["2", "Cung ứng dịch vụ hành chính công", "86,49", "13/63"],
    ]
