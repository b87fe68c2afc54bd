"""The published rankings, and the nation's value: who stands where, by year."""

from collections.abc import Mapping, Sequence

from official_sheet import book_with, content, sources, table, titles

Rows = Sequence[Sequence[str]]


def ministries(rows: Rows) -> bytes:
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
    header, *own = rows
    ranked = [[int(rank), name, *map(float, points)] for rank, name, *points in own]
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


def nation() -> bytes:
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


def provinces(title: str, years: Mapping[str, Rows]) -> bytes:
    """The provinces found of each year, one sheet a year; `title` has room for the year."""
    first, *others = years
    book, sheet = book_with(first)
    pages = [sheet, *map(book.create_sheet, others)]
    for (year, rows), page in zip(years.items(), pages, strict=True):
        titles(
            page,
            [title.format(year), "(Chỉ gồm các địa phương tìm thấy kết quả công bố)"],
            columns=4,
        )
        table(page, rows, widths=[10, 24, 22, 90])
        sources(page, ["ghi ở từng dòng."])
    return content(book)


def first_of_tuyen_quang(rows: Rows) -> bytes:
    """The first department and the first district of Tuyên Quang, each out of its own maximum."""
    header, *units = rows
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
        own = [row[1:] for row in units if row[0] == level]
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
