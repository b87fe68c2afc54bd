"""Builds the sample workbooks beside it from the published figures under facts/.

Run `python data/samples/build.py` after changing a fact; the bytes depend on the facts alone.
"""

import csv
from functools import partial
from pathlib import Path

from league_sheets import first_of_tuyen_quang, ministries, nation, provinces
from official_sheet import (
    book_with,
    content,
    embolden,
    issued_by,
    sources,
    table,
    titles,
)
from plan_sheets import gia_lai_plan, ha_noi_plan, hung_yen_plan

FOLDER = Path(__file__).parent


def lam_dong_par_2020() -> bytes:
    """The loss table of Lâm Đồng as its plan prints it: numbers are texts with a decimal comma."""
    book, sheet = book_with("Phụ lục")
    issued_by(sheet, "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", columns=10, left=4)
    titles(
        sheet,
        [
            "PHỤ LỤC",
            (
                "KHẮC PHỤC NHỮNG TỒN TẠI, HẠN CHẾ VÀ GIẢI PHÁP NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH "
                "NĂM 2021 VÀ CÁC NĂM TIẾP THEO"
            ),
            "(Kèm theo Kế hoạch số 6006/KH-UBND ngày 23 tháng 8 năm 2021 của UBND tỉnh Lâm Đồng)",
            "Kết quả Chỉ số CCHC năm 2020: 83,93/100 điểm, xếp thứ 32/63 tỉnh, thành phố",
        ],
        columns=10,
    )
    table(sheet, _facts("lam-dong-par-2020"), widths=[7, 44, 9, 9, 9, 40, 28, 28, 24, 10])
    sources(
        sheet,
        [
            (
                "Kế hoạch số 6006/KH-UBND ngày 23/8/2021 của UBND tỉnh Lâm Đồng; "
                "cột giải pháp được tóm lược."
            )
        ],
    )
    embolden(sheet)
    return content(book)


def gia_lai_sipas_2022() -> bytes:
    """The five factors of Gia Lai in 2022 and the rises aimed at for 2023."""
    book, sheet = book_with("SIPAS")
    issued_by(sheet, "TỈNH GIA LAI", columns=4, left=2)
    titles(
        sheet,
        [
            (
                "CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC ĐỐI VỚI SỰ PHỤC VỤ CỦA CƠ QUAN HÀNH CHÍNH "
                "NHÀ NƯỚC (CHỈ SỐ SIPAS) TỈNH GIA LAI"
            ),
            "Kết quả năm 2022 và mục tiêu năm 2023",
        ],
        columns=4,
    )
    table(sheet, _facts("gia-lai-sipas-2022"), widths=[7, 44, 24, 44])
    sources(
        sheet,
        [
            (
                "Kế hoạch của Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai góp phần duy trì, "
                "cải thiện, nâng cao Chỉ số CCHC, Chỉ số SIPAS của tỉnh năm 2023, mục II.2."
            )
        ],
    )
    return content(book)


def bo_par_2023() -> bytes:
    """The whole league of the ministries in 2023, with the mean row that was published."""
    return ministries(_facts("bo-par-2023"))


def tuyen_quang_par_2022() -> bytes:
    """The first department and the first district of Tuyên Quang, each out of its own maximum."""
    return first_of_tuyen_quang(_facts("tuyen-quang-par-2022"))


def tinh_par(*years: str) -> bytes:
    """The provinces whose index or rank of these years was found, one sheet a year."""
    title = "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM {} CỦA CÁC TỈNH, THÀNH PHỐ"
    return provinces(title, {year: _facts(f"tinh-par-{year}") for year in years})


def tinh_sipas(*years: str) -> bytes:
    """The provinces whose satisfaction index or rank of these years was found, one sheet a year."""
    title = "CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC (SIPAS) NĂM {} CỦA CÁC TỈNH, THÀNH PHỐ"
    return provinces(title, {year: _facts(f"tinh-sipas-{year}") for year in years})


def ha_noi_sipas_2024() -> bytes:
    """Hà Nội's satisfaction of 2024 with its two parts, and the rank of each."""
    book, sheet = book_with("SIPAS 2024")
    titles(
        sheet,
        ["CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN (SIPAS) NĂM 2024", "THÀNH PHỐ HÀ NỘI"],
        columns=4,
    )
    table(sheet, _facts("ha-noi-sipas-2024"), widths=[7, 48, 24, 10])
    sources(
        sheet,
        ["https://vjs.vietnam.vn/chi-so-sipas-cua-thanh-pho-ha-noi-xep-thu-11-63-tinh-thanh-pho"],
    )
    return content(book)


def ha_noi_chi_tieu_2022() -> bytes:
    """The numeric targets of Hà Nội's department of culture and sports for 2022."""
    book, sheet = book_with("Chỉ tiêu 2022")
    issued_by(sheet, "SỞ VĂN HÓA VÀ THỂ THAO HÀ NỘI", columns=4, left=2)
    titles(
        sheet,
        [
            "CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA SỞ VĂN HÓA VÀ THỂ THAO HÀ NỘI",
            "(Kèm theo Kế hoạch số 76/KH-SVHTT ngày 14/02/2022)",
        ],
        columns=4,
    )
    table(sheet, _facts("ha-noi-chi-tieu-2022"), widths=[7, 90, 14, 24])
    sources(
        sheet,
        [
            (
                "Kế hoạch số 76/KH-SVHTT ngày 14/02/2022 của Sở Văn hóa và Thể thao Hà Nội, "
                "mục I.3; tên chỉ tiêu được viết ngắn."
            )
        ],
    )
    return content(book)


def so_vhttdl_chi_tieu_2025_2030() -> bytes:
    """The goals of 2025 and 2030 of a department whose province its article does not name."""
    book, sheet = book_with("Chỉ tiêu 2025, 2030")
    titles(
        sheet,
        [
            "MỤC TIÊU CẢI CÁCH HÀNH CHÍNH ĐẾN NĂM 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030",
            "(Bài viết không nêu tên tỉnh: chọn cơ quan trước khi nạp)",
        ],
        columns=5,
    )
    table(sheet, _facts("so-vhttdl-chi-tieu-2025-2030"), widths=[7, 90, 14, 24, 24])
    sources(
        sheet,
        [
            (
                "bài viết năm 2021 về cải cách hành chính của một sở văn hóa, thể thao và du lịch, "
                "phần Hướng tới các mục tiêu; tên chỉ tiêu được viết ngắn."
            )
        ],
    )
    return content(book)


def gia_lai_ke_hoach_2023() -> bytes:
    """The plan of Gia Lai's department of culture: what to mend, to raise, to keep."""
    return gia_lai_plan(_facts("gia-lai-ke-hoach-2023"))


def ha_noi_ke_hoach_2022() -> bytes:
    """The annex of tasks of Hà Nội's department of culture, with its numbers 6 and 8 twice."""
    return ha_noi_plan(_facts("ha-noi-ke-hoach-2022"))


def hung_yen_papi_2021() -> bytes:
    """The duties of Hưng Yên's department of culture along the dimensions of PAPI."""
    return hung_yen_plan(_facts("hung-yen-papi-2021"))


SAMPLES = {
    "lam-dong-par-2020.xlsx": lam_dong_par_2020,
    "gia-lai-sipas-2022.xlsx": gia_lai_sipas_2022,
    "bo-par-2023.xlsx": bo_par_2023,
    "sipas-ca-nuoc-2022-2024.xlsx": nation,
    "tinh-par-2019-2020.xlsx": partial(tinh_par, "2019", "2020"),
    "tinh-par-2012-2018.xlsx": partial(tinh_par, "2012", "2013", "2018"),
    "tinh-par-2021-2024.xlsx": partial(tinh_par, "2021", "2022", "2023", "2024"),
    "tinh-sipas-2018-2021.xlsx": partial(tinh_sipas, "2018", "2019", "2020", "2021"),
    "tinh-sipas-2022-2024.xlsx": partial(tinh_sipas, "2022", "2023", "2024"),
    "ha-noi-sipas-2024.xlsx": ha_noi_sipas_2024,
    "tuyen-quang-par-2022.xlsx": tuyen_quang_par_2022,
    "gia-lai-ke-hoach-2023.xlsx": gia_lai_ke_hoach_2023,
    "ha-noi-ke-hoach-2022.xlsx": ha_noi_ke_hoach_2022,
    "hung-yen-papi-2021.xlsx": hung_yen_papi_2021,
    "ha-noi-chi-tieu-2022.xlsx": ha_noi_chi_tieu_2022,
    "so-vhttdl-chi-tieu-2025-2030.xlsx": so_vhttdl_chi_tieu_2025_2030,
}


def _facts(name: str) -> list[list[str]]:
    with (FOLDER / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


if __name__ == "__main__":
    for name, build in SAMPLES.items():
        (FOLDER / name).write_bytes(build())
