"""Do the sample workbooks hold the published figures, whichever library reads them?"""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"

Rows = list[list[object]]
Reader = Callable[[str, str], Rows]

LAM_DONG = """
1     | 8,50  | 7,47  | 1,03
1.5   | 2,00  | 1,00  | 1,00
1.6   | 1,50  | 1,47  | 0,03
3     | 13,50 | 13,45 | 0,05
3.4   | 5,00  | 4,95  | 0,05
3.4.1 | 1,50  | 1,48  | 0,02
3.4.2 | 1,50  | 1,46  | 0,04
3.4.3 | 1,00  | 0,996 | 0,004
4     | 7,00  | 5,66  | 1,34
4.1   | 3,50  | 2,66  | 0,84
4.1.2 | 1,50  | 1,00  | 0,50
4.1.3 | 1,00  | 0,66  | 0,34
4.3   | 1,50  | 1,00  | 0,50
4.3.3 | 0,50  | 0,00  | 0,50
5     | 7,50  | 7,00  | 0,50
5.5   | 1,25  | 0,75  | 0,50
5.5.2 | 1,00  | 0,50  | 0,50
6     | 8,00  | 4,58  | 3,42
6.1   | 3,00  | 1,58  | 1,42
6.1.1 | 1,00  | 0,71  | 0,29
6.1.2 | 1,00  | 0,00  | 1,00
6.1.3 | 1,00  | 0,87  | 0,13
6.3   | 3,00  | 1,00  | 2,00
6.3.3 | 1,00  | 0,00  | 1,00
6.3.4 | 1,00  | 0,00  | 1,00
7     | 11,00 | 10,66 | 0,34
7.1   | 7,25  | 6,91  | 0,34
7.1.3 | 1,00  | 0,98  | 0,02
7.1.9 | 1,00  | 0,68  | 0,32
8     | 6,00  | 3,92  | 2,08
8.3   | 2,00  | 1,92  | 0,08
8.3.1 | 1,00  | 0,92  | 0,08
8.5   | 1,00  | 0,00  | 1,00
8.6   | 1,00  | 0,00  | 1,00
9     | 33,50 | 26,19 | 7,31
9.1   | 10,00 | 8,63  | 1,37
9.2   | 23,50 | 17,56 | 5,94
"""

MINISTRIES = """
1  | Bộ Tư pháp                              | 61.86 | 28.10 | 89.95 | 89.95
2  | Ngân hàng Nhà nước Việt Nam             | 62.67 | 27.21 | 89.89 | 89.89
3  | Bộ Tài chính                            | 61.52 | 27.66 | 89.18 | 89.18
4  | Bộ Nội vụ                               | 60.65 | 26.38 | 87.04 | 87.04
5  | Bộ Tài nguyên và Môi trường             | 61.15 | 25.85 | 87.01 | 87.01
6  | Bộ Nông nghiệp và Phát triển Nông thôn  | 60.25 | 26.17 | 86.41 | 86.41
7  | Bộ Xây dựng                             | 61.18 | 25.10 | 86.28 | 86.28
8  | Bộ Giao thông vận tải                   | 60.27 | 25.91 | 86.18 | 86.18
9  | Bộ Thông tin và Truyền thông            | 60.50 | 25.33 | 85.83 | 85.83
10 | Bộ Lao động - Thương binh và Xã hội     | 60.99 | 24.81 | 85.81 | 85.81
11 | Bộ Văn hóa, Thể thao và Du lịch         | 58.10 | 25.47 | 83.56 | 83.56
12 | Bộ Giáo dục và Đào tạo                  | 55.46 | 25.07 | 80.53 | 80.53
13 | Bộ Khoa học và Công nghệ                | 56.49 | 23.88 | 80.38 | 80.38
14 | Bộ Kế hoạch và Đầu tư                   | 54.59 | 25.48 | 80.07 | 80.07
15 | Bộ Y Tế                                 | 55.81 | 23.99 | 79.80 | 79.80
16 | Bộ Ngoại giao                           | 52.12 | 26.35 | 78.48 | 78.48
17 | Bộ Công Thương                          | 54.21 | 23.82 | 78.03 | 78.03
"""


def by_openpyxl(name: str, sheet: str) -> Rows:
    page = load_workbook(SAMPLES / name)[sheet]
    return [["" if cell is None else cell for cell in row] for row in page.values]


def by_calamine(name: str, sheet: str) -> Rows:
    page = CalamineWorkbook.from_path(SAMPLES / name).get_sheet_by_name(sheet)
    return [list(row) for row in page.to_python(skip_empty_area=False)]


@pytest.fixture(params=[by_openpyxl, by_calamine])
def rows(request: pytest.FixtureRequest) -> Reader:
    """The rows of a sheet of a sample, as each of the two libraries reads them."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SAMPLES))
        patch.setattr("sys.dont_write_bytecode", True)
        return importlib.import_module("build")


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def test_lam_dong_prints_37_rows_of_texts_with_a_decimal_comma(rows: Reader) -> None:
    read = rows("lam-dong-par-2020.xlsx", "Phụ lục")
    assert [[row[0], *row[2:5]] for row in read[8:45]] == table(LAM_DONG)
    assert read[7][:5] == [
        "STT",
        "Lĩnh vực/ Tiêu chí/Tiêu chí thành phần",
        "Điểm chuẩn",
        "Điểm thẩm định",
        "Điểm bị mất",
    ]
    assert len(read[7]) == 10


def test_lam_dong_totals_are_those_published(rows: Reader) -> None:
    top = [row for row in rows("lam-dong-par-2020.xlsx", "Phụ lục")[8:45] if len(str(row[0])) == 1]
    most, lost = (
        round(sum(float(str(row[at]).replace(",", ".")) for row in top), 3) for at in (2, 4)
    )
    assert (len(top), most, lost) == (8, 95.0, 16.07)  # 100 - 16.07 = 83.93


def test_lam_dong_keeps_agencies_and_times_as_printed(rows: Reader) -> None:
    read = {row[0]: row for row in rows("lam-dong-par-2020.xlsx", "Phụ lục")[8:45]}
    assert read["4.3.3"][6:9] == [
        "Các Sở, ban, ngành; UBND cấp huyện",
        "Thanh tra tình; các Sở chuyên ngành",
        "Trong năm 2021 và các năm tiếp theo",
    ]
    assert read["6.1.1"][6] == "Sở KH&ĐT, Sở Tài chính"
    assert read["9.2"][7] == "Văn phòng UBND tỉnh, Sở Nội vụ, Bưu điện tinh"
    assert all(bool(row[5]) == bool(row[6]) == bool(row[8]) for row in read.values())
    assert sum(bool(row[6]) for row in read.values()) == 21


def test_lam_dong_says_what_it_is(rows: Reader) -> None:
    block = [str(row[0]) for row in rows("lam-dong-par-2020.xlsx", "Phụ lục")[:6]]
    assert block[0] == "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"
    assert "Kế hoạch số 6006/KH-UBND ngày 23 tháng 8 năm 2021" in block[4]
    assert "Chỉ số CCHC năm 2020: 83,93/100 điểm" in block[5]


def test_gia_lai_prints_five_factors_and_no_overall_row(rows: Reader) -> None:
    read = rows("gia-lai-sipas-2022.xlsx", "SIPAS")
    assert read[5] == ["STT", "Yếu tố", "Kết quả năm 2022 (%)", "Mục tiêu năm 2023"]
    rise = "tăng ít nhất {}% so với năm 2022"
    assert read[6:11] == [
        ["1", "Tiếp cận dịch vụ", "83,99%", rise.format("02")],
        ["2", "Thủ tục hành chính", "84,04%", rise.format("02")],
        ["3", "Công chức tại Bộ phận một cửa", "85,39%", rise.format("02")],
        ["4", "Kết quả giải quyết TTHC", "80,90%", rise.format("02")],
        ["5", "Tiếp nhận, xử lý phản ánh, kiến nghị", "77,89%", rise.format("04")],
    ]


def test_the_league_of_the_ministries_is_whole(rows: Reader) -> None:
    read = rows("bo-par-2023.xlsx", "PAR INDEX 2023")
    expected = [[int(rank), name, *map(float, points)] for rank, name, *points in table(MINISTRIES)]
    assert read[4:21] == expected
    assert read[21] == ["", "Trung bình", "", "", "", 84.38]


def test_the_national_means_stand_side_by_side(rows: Reader) -> None:
    read = rows("sipas-ca-nuoc-2022-2024.xlsx", "SIPAS cả nước")
    assert read[3:6] == [
        ["Nội dung đo lường", "Kết quả (%)", "", ""],
        ["", "Năm 2022", "Năm 2023", "Năm 2024"],
        ["Chỉ số hài lòng chung (cả nước)", 80.08, 82.66, 83.94],
    ]


def test_provinces_keep_rank_and_field_and_a_blank_stays_blank(rows: Reader) -> None:
    of_2019 = rows("tinh-par-2019-2020.xlsx", "2019")
    of_2020 = rows("tinh-par-2019-2020.xlsx", "2020")
    assert of_2019[3] == ["Hạng", "Tỉnh, thành phố", "Chỉ số CCHC năm 2019", "Nguồn"]
    assert [row[:3] for row in of_2019[4:12]] == [
        ["1/63", "Quảng Ninh", "90,09"],
        ["2/63", "Hà Nội", "84,64"],
        ["3/63", "Đồng Tháp", "84,43"],
        ["4/63", "Hải Phòng", "84,35"],
        ["5/63", "Long An", "84,33"],
        ["40/63", "Lâm Đồng", "80,66"],
        ["48/63", "Tiền Giang", "79,68"],
        ["63/63", "Bến Tre", "73,87"],
    ]
    assert [row[:3] for row in of_2020[4:8]] == [
        ["32/63", "Lâm Đồng", "83,93"],
        ["33/63", "Hà Giang", "83,87"],
        ["57/63", "Tiền Giang", "80,89"],
        ["63/63", "Quảng Ngãi", ""],
    ]
    assert all(row[3] for row in [*of_2019[4:12], *of_2020[4:8]])


def test_every_sheet_names_its_source_below_the_table() -> None:
    for path in SAMPLES.glob("*.xlsx"):
        for page in load_workbook(path):
            last = [row[0] for row in page.values if row[0]][-1]
            assert str(last).startswith("Nguồn: "), (path.name, page.title)


def test_the_build_gives_the_committed_bytes(build: ModuleType) -> None:
    assert {path.name for path in SAMPLES.glob("*.xlsx")} == set(build.SAMPLES)
    for name, sample in build.SAMPLES.items():
        assert sample() == (SAMPLES / name).read_bytes(), name


def test_the_readme_names_every_sample() -> None:
    told = (SAMPLES / "README.md").read_text("utf-8")
    assert all(f"`{path.name}`" in told for path in SAMPLES.glob("*.xlsx"))
