"""The task tables of the three plans, each as an annex of its document."""

from collections.abc import Sequence

from official_sheet import book_with, content, embolden, issued_by, sources, table, titles

Rows = Sequence[Sequence[str]]


def gia_lai_plan(rows: Rows) -> bytes:
    """Criteria to mend, factors to raise, criteria to keep: each with goal, duties, who, when."""
    book, sheet = book_with("Nhiệm vụ, giải pháp")
    issued_by(
        sheet,
        "UBND TỈNH GIA LAI",
        columns=7,
        left=3,
        unit="SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    )
    titles(
        sheet,
        [
            "KẾ HOẠCH",
            (
                "Góp phần khắc phục tồn tại, hạn chế, duy trì và cải thiện, nâng cao Chỉ số cải "
                "cách hành chính, Chỉ số SIPAS tỉnh Gia Lai năm 2023 của Sở Văn hoá, Thể thao và "
                "Du lịch"
            ),
            "II. NHIỆM VỤ VÀ GIẢI PHÁP",
        ],
        columns=7,
    )
    table(sheet, rows, widths=[7, 44, 44, 50, 24, 34, 28])
    sources(
        sheet,
        [
            (
                "Kế hoạch của Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai năm 2023, mục II; "
                "mục tiêu, nhiệm vụ được tóm lược."
            )
        ],
    )
    embolden(sheet)
    return content(book)


def ha_noi_plan(rows: Rows) -> bytes:
    """The annex of tasks with its repeated numbers; what page breaks cut is put together."""
    book, sheet = book_with("Phụ lục")
    issued_by(
        sheet,
        "UBND THÀNH PHỐ HÀ NỘI",
        columns=8,
        left=3,
        unit="SỞ VĂN HÓA VÀ THỂ THAO",
        number="Số: 76 /KH - SVHTT",
        day="Hà Nội, ngày 14 tháng 02 năm 2022",
    )
    titles(
        sheet,
        [
            "PHỤ LỤC",
            "CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH XÂY DỰNG, TRIỂN KHAI NĂM 2022",
            "(Kèm theo Kế hoạch số     /KH-SVHTT ngày     tháng 02 năm 2022)",
        ],
        columns=8,
    )
    header = sheet.max_row + 2
    table(sheet, rows, widths=[7, 36, 36, 40, 24, 26, 30, 26])
    for at, row in enumerate(rows):
        if not any(row[:3]):  # one task with two products: its number and texts stand once
            for column in (1, 2, 3):
                first = header + at - 1
                sheet.merge_cells(
                    start_row=first, end_row=first + 1, start_column=column, end_column=column
                )
    sources(
        sheet,
        [
            (
                "Kế hoạch số 76/KH-SVHTT ngày 14/02/2022 của Sở Văn hóa và Thể thao Hà Nội, "
                "phụ lục; nội dung được tóm lược."
            )
        ],
    )
    embolden(sheet, r"[IVX]+")
    return content(book)


def hung_yen_plan(rows: Rows) -> bytes:
    """Nine groups of duties: steering and the eight dimensions of PAPI."""
    book, sheet = book_with("Nhiệm vụ")
    issued_by(
        sheet,
        "UBND TỈNH HƯNG YÊN",
        columns=5,
        left=2,
        unit="SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        number="Số:      /KH-SVHTTDL",
        day="Hưng Yên, ngày     tháng     năm 2021",
    )
    titles(
        sheet,
        [
            "KẾ HOẠCH",
            (
                "Nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) của Sở Văn hóa, "
                "Thể thao và Du lịch năm 2021"
            ),
        ],
        columns=5,
    )
    table(sheet, rows, widths=[7, 60, 34, 24, 44])
    sources(
        sheet,
        [
            (
                "Kế hoạch nâng cao Chỉ số PAPI năm 2021 của Sở Văn hóa, Thể thao và Du lịch "
                "tỉnh Hưng Yên, mục II và III; nhiệm vụ được tóm lược, đánh số theo mục."
            )
        ],
    )
    embolden(sheet)
    return content(book)
