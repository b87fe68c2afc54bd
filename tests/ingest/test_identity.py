"""Which index, organisation and year a table speaks of, and when it must be asked."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.identity.identity import Identity, identify
from scoring.ingest.identity.lines import lines_around, said_by_file
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from tests.ingest.conftest import Reader, found

TABLE = """
STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
1   | Chỉ đạo  | 10         | 8              | 2
"""


@pytest.mark.parametrize(
    ("title", "organisation", "year"),
    [
        ("Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng", "Lâm Đồng", 2020),
        (
            "Kế hoạch khắc phục tồn tại, hạn chế của Chỉ số CCHC năm 2020 tỉnh Gia Lai",
            "Gia Lai",
            2020,
        ),
        (
            "Kế hoạch nâng cao Chỉ số CCHC năm 2021, kết quả Chỉ số năm 2020 tỉnh Lâm Đồng",
            "Lâm Đồng",
            2020,
        ),
        ("PAR INDEX 2023 TỈNH QUẢNG NINH", "Quảng Ninh", 2023),
        ("UBND TỈNH TUYÊN QUANG - Bảng điểm chỉ số CCHC năm 2022", "Tuyên Quang", 2022),
        (
            "Bảng tự chấm điểm Chỉ số CCHC năm 2022 của Sở Tư pháp tỉnh Tuyên Quang",
            "Sở Tư pháp tỉnh Tuyên Quang",
            2022,
        ),
        (
            "Chỉ số cải cách hành chính TP. Hồ Chí Minh năm 2022 (so với năm 2021)",
            "TP. Hồ Chí Minh",
            2022,
        ),
        ("Kết quả xác định Chỉ số CCHC năm 2023 của Bộ Nội vụ", "Bộ Nội vụ", 2023),
    ],
)
def test_the_title_tells(read: Reader, title: str, organisation: str, year: int) -> None:
    table = read(TABLE, title=title)
    assert (table.index, table.year) == ("PAR", year)
    assert table.organisation and table.organisation.name == organisation


@pytest.mark.parametrize(
    ("title", "name", "level", "parent"),
    [
        (
            "Chỉ số CCHC năm 2022 của UBND thành phố Đà Lạt",
            "UBND thành phố Đà Lạt",
            "huyện",
            None,
        ),
        (
            "Chỉ số CCHC năm 2022 của Sở Quy hoạch tỉnh Lâm Đồng",
            "Sở Quy hoạch tỉnh Lâm Đồng",
            "sở",
            "lam-dong",
        ),
        ("Bảng điểm CCHC năm 2025 phường Ô Chợ Dừa", "Phường Ô Chợ Dừa", "xã", None),
    ],
)
def test_an_organisation_below_the_province_is_never_read_as_the_province(
    read: Reader, title: str, name: str, level: str, parent: str | None
) -> None:
    table = read(TABLE, title=title)
    who = table.organisation
    assert who and (who.name, who.level, who.parent) == (name, level, parent)
    assert ("3", "organisation-new") in found(table)
    assert table.totals.index_value == 80  # 8 of its own maximum of 10


def test_the_first_name_after_the_index_is_who_is_scored(read: Reader) -> None:
    title = "Kết quả Chỉ số SIPAS tỉnh Gia Lai năm 2022, kèm Kế hoạch của Sở Nội vụ"
    table = read(TABLE, title=title)
    assert table.organisation and table.organisation.name == "Gia Lai"


@pytest.mark.parametrize(
    "title",
    [
        "Kế hoạch nâng cao Chỉ số CCHC năm 2021 của tỉnh Lâm Đồng",
        "Giải pháp nâng cao Chỉ số CCHC năm 2021 và các năm tiếp theo tỉnh Lâm Đồng",
        "Kèm theo Kế hoạch số 6006/KH-UBND ngày 23 tháng 8 năm 2021 của UBND tỉnh Lâm Đồng",
    ],
)
def test_a_plan_year_alone_is_asked_about(read: Reader, title: str) -> None:
    table = read(TABLE, title=title)
    assert table.year is None
    assert ("3", "year-unknown") in found(table)
    assert table.exit_code == 0 and not table.loadable


def test_without_any_title_everything_is_asked(read: Reader) -> None:
    table = read(TABLE, title="", name="bang.xlsx")
    codes = [one.code for one in table.problems]
    assert "organisation-unknown" in codes and "year-unknown" in codes


def test_the_file_name_tells_when_nothing_else_does(read: Reader) -> None:
    table = read(TABLE, title="", name="lam-dong-par-2020.xlsx")
    assert (table.year, table.organisation and table.organisation.name) == (2020, "Lâm Đồng")


def test_what_a_person_says_counts_before_the_title(read: Reader) -> None:
    table = read(TABLE, year=2019)
    assert table.year == 2019


def test_a_name_reused_after_the_merger_is_told_by_the_year(read: Reader) -> None:
    before = read(TABLE, title="Kết quả Chỉ số CCHC năm 2024 của tỉnh Lâm Đồng")
    after = read(TABLE, title="Kết quả Chỉ số CCHC năm 2025 của tỉnh Lâm Đồng")
    assert before.organisation and after.organisation
    assert before.organisation.name == after.organisation.name == "Lâm Đồng"
    assert before.organisation.id != after.organisation.id


def test_what_was_read_is_shown_with_its_text_and_place(read: Reader) -> None:
    table = read(TABLE)
    assert {one.field: one.place for one in table.evidence} == {
        "index": "Trang 1!A1",
        "organisation": "Trang 1!A1",
        "year": "Trang 1!A1",
    }


def test_a_letterhead_names_the_department_of_its_province(read_all) -> None:
    (table,) = read_all(
        f"""
        UBND TỈNH LÂM ĐỒNG | |
        SỞ TƯ PHÁP | |
        BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM | =2022 |
        {TABLE.strip()}
    """,
        title="",
    )
    assert table.organisation and table.organisation.name == "Sở Tư pháp tỉnh Lâm Đồng"
    assert table.year == 2022


def test_a_name_in_the_cell_after_its_label(read_all) -> None:
    (table,) = read_all(
        f"""
        BẢNG ĐIỂM CHỈ SỐ CCHC NĂM 2022 | |
        Đơn vị: | Sở Xây dựng tỉnh Lâm Đồng |
        {TABLE.strip()}
    """,
        title="",
    )
    assert table.organisation and table.organisation.name == "Sở Xây dựng tỉnh Lâm Đồng"


@pytest.mark.parametrize(
    ("title", "year", "doubtful"),
    [
        ("Kết quả Chỉ số CCHC năm 2020 và năm 2021 tỉnh Lâm Đồng", 2020, True),
        ("Bộ Nội vụ công bố năm 2021 Chỉ số CCHC năm 2020 tỉnh Lâm Đồng", 2020, False),
        ("Quyết định số 1149/QĐ-BNV năm 2020, Chỉ số CCHC tỉnh Lâm Đồng năm 2021", 2021, False),
        (
            "Kế hoạch CCHC giai đoạn 2016-2020; kết quả Chỉ số CCHC năm 2019 tỉnh Lâm Đồng",
            2019,
            False,
        ),
    ],
)
def test_of_several_years_the_assessed_one(
    read: Reader, title: str, year: int, doubtful: bool
) -> None:
    table = read(TABLE, title=title)
    assert table.year == year
    assert ("year-doubtful" in [one.code for one in table.problems]) == doubtful


def test_without_an_organisation_there_is_no_total_to_divide_by(read: Reader) -> None:
    table = read(TABLE, title="Kết quả Chỉ số CCHC năm 2020")
    assert (table.organisation, table.totals.index_value) == (None, None)


@pytest.mark.parametrize(
    ("lines", "organisation"),
    [
        (["BỘ NỘI VỤ", "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2020", "TỈNH LÂM ĐỒNG"], "Lâm Đồng"),
        (["BỘ NỘI VỤ", "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2020", "Tỉnh: Lâm Đồng"], "Lâm Đồng"),
        (
            ["SỞ NỘI VỤ", "CHỈ SỐ CCHC NĂM 2022", "CỦA UBND HUYỆN ĐỨC TRỌNG"],
            "UBND huyện Đức Trọng",
        ),
        (
            [
                "CHỈ SỐ CCHC NĂM 2022 TỈNH LÂM ĐỒNG",
                "(Kèm theo Báo cáo số 12/BC-SNV của Sở Nội vụ tỉnh Lâm Đồng)",
            ],
            "Lâm Đồng",
        ),
    ],
)
def test_who_is_scored_is_not_who_writes(read_all, lines: list[str], organisation: str) -> None:
    title = "\n".join(f"{line} | |" for line in lines)
    (table,) = read_all(f"{title}\n{TABLE.strip()}", title="")
    assert table.organisation and table.organisation.name == organisation


@pytest.mark.parametrize(
    "title",
    [
        "Chỉ số CCHC tỉnh Lâm Đồng năm 2020 công bố tháng 6/2021",
        "Chỉ số CCHC tỉnh Lâm Đồng, năm đánh giá: 2020; năm công bố: 2021",
    ],
)
def test_the_year_of_publication_is_no_rival(read: Reader, title: str) -> None:
    table = read(TABLE, title=title)
    assert table.year == 2020
    assert "year-doubtful" not in [one.code for one in table.problems]


Told = Callable[..., Identity]


@pytest.fixture
def told(reference: Reference) -> Told:
    """What a small table says of itself, by its titles, sheet, file and document."""
    table = [
        ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"],
        ["1", "Chỉ đạo", 10.0, 8.0, 2.0],
    ]

    def by(
        *titles: str, sheet: str = "Sheet1", file: str = "bang.xlsx", **texts: Sequence[str]
    ) -> Identity:
        rows: list[list[Any]] = [[title, "", "", "", ""] for title in titles]
        page = Sheet(sheet, [*rows, *table], **{key: tuple(said) for key, said in texts.items()})
        (layout,) = layouts(page, Headers(reference.headers))
        return identify(lines_around(page, layout, file), layout, page, reference)

    return by


@pytest.mark.parametrize(
    "name",
    [
        *("tỉnh Thừa Thiên Huế", "Thừa Thiên - Huế", "tỉnh Thừa Thiên – Huế", "TT-Huế"),
        *("tỉnh TT-Huế", "TT. Huế", "UBND TỈNH THỪA THIÊN HUẾ"),
    ],
)
def test_one_province_under_all_its_names(told: Told, name: str) -> None:
    who = told(f"Kết quả Chỉ số CCHC năm 2020 của {name}")
    usual = told("Kết quả Chỉ số CCHC năm 2020 của tỉnh Thừa Thiên Huế")
    assert who.organisation and usual.organisation
    assert (who.organisation, who.new) == (usual.organisation, False)


@pytest.mark.parametrize(
    ("file", "organisation", "year"),
    [
        ("ket-qua-par-index-2020-lam-dong.xlsx", "Lâm Đồng", 2020),
        ("KetQuaPARIndex2020_LamDong.xlsx", "Lâm Đồng", 2020),
        ("bang-diem-cchc-2022-so-y-te-lam-dong.xlsx", "Sở Y tế tỉnh Lâm Đồng", 2022),
        ("Bảng điểm CCHC 2022 - Sở Y tế Lâm Đồng.xlsx", "Sở Y tế tỉnh Lâm Đồng", 2022),
        (
            "Sở Lao động - Thương binh và Xã hội Lâm Đồng 2022.xlsx",
            "Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng",
            2022,
        ),
        ("bang diem 2022 so khong co lam dong.xlsx", None, 2022),  # an unknown department's
        ("Diem CCHC 2022 UBND huyen Duc Trong.xlsx", None, 2022),
        ("Bieu 01 SNV 2022.xls", None, 2022),
        ("Lam Dong 23.8.2021.xlsx", "Lâm Đồng", None),  # a day, no assessed year
        ("lam-dong-2021-08-23.xlsx", "Lâm Đồng", None),
        ("ke-hoach-nang-cao-chi-so-cchc-nam-2021-lam-dong.xlsx", "Lâm Đồng", None),  # a plan's
    ],
)
def test_a_file_name_without_marks(
    told: Told, file: str, organisation: str | None, year: int | None
) -> None:
    who = told(file=file)
    assert (who.organisation.name if who.organisation else None, who.year) == (organisation, year)


def test_words_of_a_file_name_stand_apart() -> None:
    assert said_by_file("KetQuaPARIndex2020_LamDong.xlsx") == "kết quả PAR Index 2020 Lam Dong"


@pytest.mark.parametrize(
    ("sheet", "name", "level", "new"),
    [
        ("Sở Y tế", "Sở Y tế tỉnh Lâm Đồng", "sở", False),
        ("Sở LĐ - TBXH", "Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng", "sở", False),
        ("Sở Quy hoạch – Kiến trúc", "Sở Quy hoạch - Kiến trúc tỉnh Lâm Đồng", "sở", False),
        ("H. Đức Trọng", "Huyện Đức Trọng", "huyện", True),
        ("TP. Đà Lạt", "Thành phố Đà Lạt", "huyện", True),
        ("Đà Lạt", "Đà Lạt", "đơn vị", True),
        ("Bảng điểm", "Lâm Đồng", "tỉnh", False),
        ("Phụ Lục", "Lâm Đồng", "tỉnh", False),
        ("PAR 2022", "Lâm Đồng", "tỉnh", False),
    ],
)
def test_a_sheet_named_by_an_organisation_is_its_own(
    told: Told, sheet: str, name: str, level: str, new: bool
) -> None:
    who = told("Bảng điểm CCHC năm 2022 của các đơn vị thuộc tỉnh Lâm Đồng", sheet=sheet)
    assert who.organisation
    assert (who.organisation.name, who.organisation.level, who.new) == (name, level, new)
    assert who.organisation.parent == ("lam-dong" if level != "tỉnh" else "ca-nuoc")


def test_a_department_in_the_title_is_not_the_province_that_names_the_sheet(told: Told) -> None:
    who = told("Bảng điểm CCHC năm 2022 của Sở Y tế tỉnh Lâm Đồng", sheet="Lâm Đồng")
    assert who.organisation and who.organisation.name == "Sở Y tế tỉnh Lâm Đồng"


@pytest.mark.parametrize(
    ("title", "sheet", "year", "doubtful"),
    [
        ("Bảng điểm CCHC tỉnh Lâm Đồng", "2019", 2019, ()),
        ("Chỉ số CCHC tỉnh Lâm Đồng năm 2019, năm 2020", "2020", 2020, ()),
        ("Chỉ số CCHC tỉnh Lâm Đồng giai đoạn 2019-2020", "Năm 2020", 2020, ()),
        ("Kết quả Chỉ số CCHC tỉnh Lâm Đồng năm 2019", "2020", 2020, (2019,)),
        ("Kế hoạch nâng cao Chỉ số CCHC năm 2021 tỉnh Lâm Đồng", "2021", None, ()),
    ],
)
def test_a_sheet_named_by_a_year_is_of_that_year(
    told: Told, title: str, sheet: str, year: int | None, doubtful: tuple[int, ...]
) -> None:
    who = told(title, sheet=sheet)
    assert (who.year, who.doubtful) == (year, doubtful)


def test_the_texts_above_a_table_of_a_document_are_its_own(told: Told) -> None:
    who = told(
        sheet="Bảng 2",
        above=["Bảng 2. Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng"],
        opening=["UBND TỈNH GIA LAI", "KẾ HOẠCH", "Nâng cao Chỉ số CCHC năm 2021"],
    )
    assert (who.organisation and who.organisation.name, who.year) == ("Lâm Đồng", 2020)
    assert who.planned == (2021,)
    assert {one.place for one in who.evidence} == {"phần chữ trên Bảng 2"}


def test_the_first_texts_of_a_document_tell_where_those_above_do_not(told: Told) -> None:
    who = told(
        sheet="Bảng 1",
        above=["Các tiêu chí mất điểm"],
        opening=["UBND TỈNH LÂM ĐỒNG", "Khắc phục tồn tại, hạn chế của Chỉ số CCHC năm 2020"],
    )
    assert (who.organisation and who.organisation.name, who.year) == ("Lâm Đồng", 2020)
    assert [one.place for one in who.evidence] == ["phần đầu tài liệu"] * 3


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("Chỉ số CCHC năm 2024 tỉnh Bình Dương", "binh-duong"),
        ("Chỉ số CCHC năm 2025 tỉnh Bình Dương", None),  # no more: asked
        ("Chỉ số CCHC năm 2024 TPHCM", "ho-chi-minh"),
        ("Chỉ số CCHC năm 2025 TP. Hồ Chí Minh", "ho-chi-minh-2025"),
        ("Chỉ số CCHC năm 2024 tỉnh BR-VT", "ba-ria-vung-tau"),
    ],
)
def test_merged_provinces_by_year(told: Told, title: str, organisation: str | None) -> None:
    who = told(title)
    assert (who.organisation.id if who.organisation else None) == organisation


def test_a_district_has_one_id_however_it_is_written(told: Told) -> None:
    titles = ("UBND huyện Đức Trọng", "huyện Đức Trọng")
    ids = {told(f"Chỉ số CCHC năm 2022 của {one} tỉnh Lâm Đồng").organisation for one in titles}
    assert {one and one.id for one in ids} == {"huyen-duc-trong-tinh-lam-dong"}


@pytest.mark.parametrize(
    ("named", "name", "new"),
    [
        *(
            (one, "Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng", False)
            for one in (
                "Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng",
                "Sở Lao động – Thương binh và Xã hội tỉnh Lâm Đồng",
                "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH LÂM ĐỒNG",
                "Sở LĐ - TBXH tỉnh Lâm Đồng",
                "Sở Lao động - Thương binh và Xã hội, tỉnh Lâm Đồng",
            )
        ),
        (
            "Sở Văn hoá, Thể thao, Du lịch tỉnh Lâm Đồng",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng",
            False,
        ),
        (
            "Sở Quy hoạch - Kiến trúc TP. Hà Nội",
            "Sở Quy hoạch - Kiến trúc thành phố Hà Nội",
            False,
        ),
        (
            "Sở Nội vụ tỉnh Bà Rịa - Vũng Tàu",
            "Sở Nội vụ tỉnh Bà Rịa - Vũng Tàu",
            False,
        ),
        (
            "UBND huyện Côn Đảo tỉnh Bà Rịa - Vũng Tàu",
            "UBND huyện Côn Đảo tỉnh Bà Rịa - Vũng Tàu",
            True,
        ),
        (
            "Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai",  # in no list: asked about
            "Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai",
            True,
        ),
        ("Sở Nội vụ - tỉnh Lâm Đồng", "Sở Nội vụ tỉnh Lâm Đồng", False),
        ("Sở Nội vụ - UBND tỉnh Lâm Đồng", "Sở Nội vụ tỉnh Lâm Đồng", False),
        ("Sở Nội vụ tỉnh Lâm Đồng - Bảng điểm", "Sở Nội vụ tỉnh Lâm Đồng", False),
        ("Sở Nội vụ - Kết quả của tỉnh Lâm Đồng", "Sở Nội vụ tỉnh Lâm Đồng", False),
        ("UBND huyện Đức Trọng - Lâm Đồng", "UBND huyện Đức Trọng", True),
    ],
)
def test_a_dash_or_comma_ends_a_name_only_where_the_name_does(
    told: Told, named: str, name: str, new: bool
) -> None:
    who = told("Bảng tự chấm điểm Chỉ số CCHC năm 2022", f"Đơn vị: {named}")
    assert (who.organisation and who.organisation.name, who.new) == (name, new)


HEADING = """
KẾT QUẢ CHẤM ĐIỂM CCHC NĂM 2022 - TỈNH BẮC NINH | | |
{}        |          |             |
          |          |             |
TT        | Tiêu chí | Điểm tối đa | Điểm thẩm định
1         | Chỉ đạo  | 10          | 9
          |          |             |
{}        |          |             |
TT        | Tiêu chí | Điểm tối đa | Điểm thẩm định
1         | Chỉ đạo  | 10          | 8
"""
BOTH = ["Sở Tư pháp tỉnh Bắc Ninh", "Sở Y tế tỉnh Bắc Ninh"]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("1. Sở Tư pháp", "2. Sở Y tế", BOTH),
        ("I. Sở Tư pháp", "II- Sở Y tế", BOTH),
        ("SỞ TƯ PHÁP", "SỞ Y TẾ", BOTH),
        ("a) Sở Tư pháp:", "b) Sở Y tế:", BOTH),
        ("Bảng 1. Sở Tư pháp", "Bảng 2: Sở Y tế", BOTH),
        ("1. Huyện Quế Võ", "2. UBND huyện Gia Bình", ["Huyện Quế Võ", "UBND huyện Gia Bình"]),
        ("1. Tỉnh Lâm Đồng", "2. Tỉnh Gia Lai", ["Lâm Đồng", "Gia Lai"]),
        ("1. Bảng điểm", "2. Kết quả", ["Bắc Ninh", "Bắc Ninh"]),
        ("Bộ Nội vụ", "BỘ NỘI VỤ", ["Bắc Ninh", "Bắc Ninh"]),
        ("1. Các sở, ban, ngành", "2. Huyện miền núi", ["Bắc Ninh", "Bắc Ninh"]),
    ],
)
def test_a_name_right_above_a_table_is_whose_it_is(
    read_all, first: str, second: str, names: list[str]
) -> None:
    tables = read_all(HEADING.format(first, second), title="")
    assert [one.organisation and one.organisation.name for one in tables] == names
    assert [one.year for one in tables] == [2022, 2022]


def test_the_unit_of_measure_may_stand_between_a_name_and_its_table(read_all) -> None:
    title = "CHỈ SỐ CCHC NĂM 2022 TỈNH BẮC NINH | |\nSở Y tế | |\n | | | | (Đơn vị tính: điểm)"
    (table,) = read_all(f"{title}\n{TABLE.strip()}", title="")
    assert table.organisation and table.organisation.name == "Sở Y tế tỉnh Bắc Ninh"


def test_tasks_under_the_name_of_a_unit_are_of_the_province(read_all) -> None:
    (table,) = read_all(
        """
        KẾ HOẠCH NÂNG CAO CHỈ SỐ CCHC NĂM 2023 TỈNH GIA LAI | | |
        1. Sở Nội vụ | | |
        STT | Nhiệm vụ     | Cơ quan chủ trì | Thời gian hoàn thành
        1   | Rà soát TTHC | Sở Nội vụ       | Quý I/2023
        """,
        title="",
    )
    assert table.organisation and table.organisation.name == "Gia Lai"


def test_a_name_above_the_table_of_a_document_is_whose_it_is(told: Told) -> None:
    who = told(
        sheet="Bảng 2",
        above=["2. Sở Y tế"],
        opening=["KẾT QUẢ CHỈ SỐ CCHC NĂM 2022 TỈNH BẮC NINH"],
    )
    assert who.organisation and who.organisation.name == "Sở Y tế tỉnh Bắc Ninh"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2. Cột Điểm thẩm định: Sở Nội vụ điền", "Sở Nội vụ điền"),
        ("Sở Nội vụ chịu trách nhiệm tổng hợp", "Sở Nội vụ chịu trách nhiệm tổng hợp"),
        ("Chỉ số CCHC năm 2022 do Sở Nội vụ điền", "Sở Nội vụ điền"),
        ("Chỉ số CCHC năm 2022 của Sở Nội vụ chấm", "Sở Nội vụ chấm"),
        ("Đề nghị huyện Đức Trọng rà soát", "Huyện Đức Trọng rà soát"),
        ("Đơn vị lập biểu: Sở Quy hoạch", "Sở Quy hoạch"),
    ],
)
def test_a_new_name_within_a_sentence_is_asked(read: Reader, title: str, name: str) -> None:
    table = read(TABLE, title=title, year=2022)
    assert table.organisation is None and not table.loadable
    (problem,) = (one for one in table.problems if one.code == "organisation-unknown")
    assert problem.found == f"“{name}” trong câu “{title}”, chưa chắc là cơ quan được chấm"


@pytest.mark.parametrize(
    "title",
    [
        "Sở Quy hoạch",
        "1. SỞ QUY HOẠCH",
        "Sở Quy hoạch, tỉnh Lâm Đồng",
        "UBND TỈNH LÂM ĐỒNG - SỞ QUY HOẠCH",
        "Bảng điểm năm 2022 của Sở Quy hoạch",
        "Đơn vị: Sở Quy hoạch",
        "Tên đơn vị: Sở Quy hoạch",
        "Bảng tự chấm điểm năm 2022 - Sở Quy hoạch",
        "PAR INDEX 2022 SỞ QUY HOẠCH TỈNH LÂM ĐỒNG",
        "Sở Quy hoạch: Bảng điểm Chỉ số CCHC năm 2022",
        "Bảng điểm CCHC năm 2022: Sở Quy hoạch",
    ],
)
def test_a_new_name_said_as_a_name_is_a_note(read: Reader, title: str) -> None:
    table = read(TABLE, title=title, year=2022)
    assert table.organisation and table.organisation.name.lower().startswith("sở quy hoạch")
    assert [one.code for one in table.problems if one.code.startswith("org")] == [
        "organisation-new"
    ]


@pytest.mark.parametrize(
    ("title", "found_names"),
    [
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng và tỉnh Gia Lai", "“Lâm Đồng”, “Gia Lai”"),
        ("Chỉ số CCHC năm 2020 tỉnh Lâm Đồng, Gia Lai", "“Lâm Đồng”, “Gia Lai”"),
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng so với tỉnh Gia Lai", None),
        ("Chỉ số CCHC năm 2020 của Sở Y tế, tỉnh Lâm Đồng", None),
        ("Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng (Lâm Đồng)", None),
    ],
)
def test_two_organisations_of_one_table_are_doubtful(
    read: Reader, title: str, found_names: str | None
) -> None:
    table = read(TABLE, title=title)
    said = [one.found for one in table.problems if one.code == "organisation-doubtful"]
    assert said == ([found_names] if found_names else [])
    assert table.organisation and "Lâm Đồng" in table.organisation.name


def test_units_as_rows_of_one_table_are_doubtful(read: Reader) -> None:
    table = read("""
        TT | Tiêu chí   | Điểm tối đa | Điểm thẩm định
        I  | Sở Tư pháp |             |
        1  | Chỉ đạo    | 10          | 9
        II | Sở Y tế    |             |
        1  | Chỉ đạo    | 10          | 8
    """)
    (problem,) = (one for one in table.problems if one.code == "organisation-doubtful")
    assert (problem.row, problem.column) == (4, "B")
    assert problem.expected == "các dòng của một cơ quan, địa phương: “Lâm Đồng”"
    assert problem.found == "“Sở Tư pháp” (dòng 4), “Sở Y tế” (dòng 6)"


def test_criteria_that_begin_like_units_are_none(read: Reader) -> None:
    table = read("""
        TT | Tiêu chí             | Điểm tối đa | Điểm thẩm định
        1  | BAN HÀNH VĂN BẢN     | 10          | 9
        2  | THANH TRA CÔNG VỤ    | 10          | 9
        3  | XÃ ĐẠT CHUẨN         | 10          | 9
        4  | SỞ HỮU TRÍ TUỆ       | 10          | 9
        5  | Sở Y tế có kế hoạch  | 10          | 9
        6  | Sở Nội vụ có báo cáo | 10          | 9
    """)
    assert "organisation-doubtful" not in [one.code for one in table.problems]
