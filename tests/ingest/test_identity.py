"""Which index, organisation and year a table speaks of, and when it must be asked."""

import pytest

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
