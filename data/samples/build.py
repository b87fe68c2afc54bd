"""Builds the sample workbooks beside it from the published figures under facts/.

Run `python data/samples/build.py` after changing a fact; the bytes depend on the facts alone.
"""

import csv
from functools import partial
from pathlib import Path

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
    book, sheet = book_with("PAR INDEX 2023")
    titles(
        sheet,
        [
            "BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 (PAR INDEX 2023)",
            "CỦA CÁC BỘ, CƠ QUAN NGANG BỘ",
        ],
        columns=6,
    )
    header, *rows = _facts("bo-par-2023")
    ranked = [[int(rank), name, *map(float, points)] for rank, name, *points in rows]
    mean = [None, "Trung bình", None, None, None, 84.38]
    table(sheet, [header, *ranked, mean], widths=[10, 44, 16, 16, 16, 20])
    sources(
        sheet,
        [
            (
                "https://xaydungchinhsach.chinhphu.vn/chi-tiet-bang-xep-hang-par-index-2023-"
                "cua-cac-bo-co-quan-ngang-bo-119240417175319406.htm"
            )
        ],
    )
    return content(book)


def sipas_ca_nuoc_2022_2024() -> bytes:
    """The national satisfaction index of three years, side by side under a header of two rows."""
    book, sheet = book_with("SIPAS cả nước")
    titles(
        sheet,
        [
            (
                "CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN ĐỐI VỚI SỰ PHỤC VỤ CỦA CƠ QUAN HÀNH CHÍNH NHÀ NƯỚC "
                "(SIPAS)"
            ),
            "Giá trị trung bình cả nước",
        ],
        columns=4,
    )
    top = ["Nội dung đo lường", "Kết quả (%)", None, None]
    years = [None, "Năm 2022", "Năm 2023", "Năm 2024"]
    first = sheet.max_row + 2
    table(
        sheet,
        [top, years, ["Chỉ số hài lòng chung (cả nước)", 80.08, 82.66, 83.94]],
        widths=[44, 14, 14, 14],
        header_rows=2,
    )
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=1, end_column=1)
    sheet.merge_cells(start_row=first, end_row=first, start_column=2, end_column=4)
    sources(
        sheet,
        [
            (
                "năm 2022, 2023: "
                "https://baotintuc.vn/video/sipas-cua-63-dia-phuong-nam-2023-v20240417172100954.htm"
            ),
            (
                "năm 2024: https://media.petrotimes.vn/cong-bo-ket-qua-par-index-2024-"
                "hai-phong-dan-dau-ca-nuoc-toan-quoc-duy-tri-da-tang-726574.html"
            ),
        ],
    )
    return content(book)


def tinh_par(*years: str) -> bytes:
    """The provinces whose index or rank of these years was found, one sheet a year."""
    return _provinces(
        "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM {} CỦA CÁC TỈNH, THÀNH PHỐ", "tinh-par", years
    )


def tinh_sipas(*years: str) -> bytes:
    """The provinces whose satisfaction index or rank of these years was found, one sheet a year."""
    return _provinces(
        "CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC (SIPAS) NĂM {} CỦA CÁC TỈNH, THÀNH PHỐ",
        "tinh-sipas",
        years,
    )


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


def tuyen_quang_par_2022() -> bytes:
    """The first department and the first district of Tuyên Quang, each out of its own maximum."""
    header, *rows = _facts("tuyen-quang-par-2022")
    book, sheet = book_with("Sở, ban, ngành")
    pages = (("sở", sheet, "SỞ, BAN, NGÀNH"), ("huyện", book.create_sheet("Huyện"), "HUYỆN"))
    for level, page, named in pages:
        titles(
            page,
            [
                f"KẾT QUẢ XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CẤP {named}",
                "TỈNH TUYÊN QUANG",
                "(Chỉ gồm đơn vị dẫn đầu; chỉ số là điểm đạt được trên điểm tối đa của đơn vị)",
            ],
            columns=4,
        )
        own = [row[1:] for row in rows if row[0] == level]
        table(page, [header[1:], *own], widths=[10, 36, 18, 26])
        sources(
            page,
            [
                (
                    "http://www.baotuyenquang.com.vn/so-tu-phap-va-thanh-pho-tuyen-quang-"
                    "dung-dau-ve-chi-so-cai-cach-hanh-chinh-177220.html"
                )
            ],
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


def _provinces(title: str, facts: str, years: tuple[str, ...]) -> bytes:
    book, sheet = book_with(years[0])
    pages = [sheet, *(book.create_sheet(year) for year in years[1:])]
    for year, page in zip(years, pages, strict=True):
        titles(
            page,
            [title.format(year), "(Chỉ gồm các địa phương tìm thấy kết quả công bố)"],
            columns=4,
        )
        table(page, _facts(f"{facts}-{year}"), widths=[10, 24, 22, 90])
        sources(page, ["ghi ở từng dòng."])
    return content(book)


SAMPLES = {
    "lam-dong-par-2020.xlsx": lam_dong_par_2020,
    "gia-lai-sipas-2022.xlsx": gia_lai_sipas_2022,
    "bo-par-2023.xlsx": bo_par_2023,
    "sipas-ca-nuoc-2022-2024.xlsx": sipas_ca_nuoc_2022_2024,
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
