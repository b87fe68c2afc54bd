"""Which organisation a name means, wherever it stands and however it is written."""

import pytest

from scoring.ingest.identity.lines import said_by_file
from tests.ingest.identifying import Identified


@pytest.mark.parametrize(
    "name",
    [
        *("tỉnh Thừa Thiên Huế", "Thừa Thiên - Huế", "tỉnh Thừa Thiên – Huế", "TT-Huế"),
        *("tỉnh TT-Huế", "TT. Huế", "UBND TỈNH THỪA THIÊN HUẾ"),
    ],
)
def test_one_province_under_all_its_names(identified: Identified, name: str) -> None:
    who = identified(f"Kết quả Chỉ số CCHC năm 2020 của {name}")
    usual = identified("Kết quả Chỉ số CCHC năm 2020 của tỉnh Thừa Thiên Huế")
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
    identified: Identified, file: str, organisation: str | None, year: int | None
) -> None:
    who = identified(file=file)
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
    identified: Identified, sheet: str, name: str, level: str, new: bool
) -> None:
    who = identified("Bảng điểm CCHC năm 2022 của các đơn vị thuộc tỉnh Lâm Đồng", sheet=sheet)
    assert who.organisation
    assert (who.organisation.name, who.organisation.level, who.new) == (name, level, new)
    assert who.organisation.parent == ("lam-dong" if level != "tỉnh" else "ca-nuoc")


def test_a_department_in_the_title_is_not_the_province_that_names_the_sheet(
    identified: Identified,
) -> None:
    who = identified("Bảng điểm CCHC năm 2022 của Sở Y tế tỉnh Lâm Đồng", sheet="Lâm Đồng")
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
    identified: Identified, title: str, sheet: str, year: int | None, doubtful: tuple[int, ...]
) -> None:
    who = identified(title, sheet=sheet)
    assert (who.year, who.doubtful) == (year, doubtful)


def test_the_texts_above_a_table_of_a_document_are_its_own(identified: Identified) -> None:
    who = identified(
        sheet="Bảng 2",
        above=["Bảng 2. Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng"],
        opening=["UBND TỈNH GIA LAI", "KẾ HOẠCH", "Nâng cao Chỉ số CCHC năm 2021"],
    )
    assert (who.organisation and who.organisation.name, who.year) == ("Lâm Đồng", 2020)
    assert who.planned == (2021,)
    assert {one.place for one in who.evidence} == {"phần chữ trên Bảng 2"}


def test_the_first_texts_of_a_document_tell_where_those_above_do_not(
    identified: Identified,
) -> None:
    who = identified(
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
def test_merged_provinces_by_year(
    identified: Identified, title: str, organisation: str | None
) -> None:
    who = identified(title)
    assert (who.organisation.id if who.organisation else None) == organisation


def test_a_district_has_one_id_however_it_is_written(identified: Identified) -> None:
    titles = ("UBND huyện Đức Trọng", "huyện Đức Trọng")
    ids = {
        identified(f"Chỉ số CCHC năm 2022 của {one} tỉnh Lâm Đồng").organisation for one in titles
    }
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
    identified: Identified, named: str, name: str, new: bool
) -> None:
    who = identified("Bảng tự chấm điểm Chỉ số CCHC năm 2022", f"Đơn vị: {named}")
    assert (who.organisation and who.organisation.name, who.new) == (name, new)
