"""Which organisation or factor does a printed name mean?"""

import pytest

from scoring.ingest.reference import Reference


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Lâm Đồng", 2020, ["lam-dong"]),
        ("tỉnh Lâm Đồng", 2024, ["lam-dong"]),
        ("Lâm Đồng", 2025, ["lam-dong-2025"]),
        ("UBND TỈNH LÂM ĐỒNG", 2020, ["lam-dong"]),
        ("Uỷ ban nhân dân tỉnh Lâm Đồng", 2020, ["lam-dong"]),
        ("Lâm Đồng", None, ["lam-dong", "lam-dong-2025"]),
        ("Đắk Nông", 2024, ["dak-nong"]),
        ("Đắk Nông", 2025, []),
        ("Quảng Ninh", 2025, ["quang-ninh"]),
        ("Hoà Bình", 2020, ["hoa-binh"]),
        ("Hòa Bình", 2020, ["hoa-binh"]),
        ("Thanh Hoá", 2022, ["thanh-hoa"]),
        ("Khánh Hòa", 2026, ["khanh-hoa-2025"]),
        ("Thừa Thiên Huế", 2021, ["thua-thien-hue"]),
        ("Huế", 2024, ["thua-thien-hue"]),
        ("Huế", 2025, ["hue"]),
        ("Bà Rịa – Vũng Tàu", 2021, ["ba-ria-vung-tau"]),
        ("TP.HCM", 2021, ["ho-chi-minh"]),
        ("Thành phố Hồ Chí Minh", 2026, ["ho-chi-minh-2025"]),
        ("UBND thành phố Hải Phòng", 2023, ["hai-phong"]),
        ("Da Nang", 2012, ["da-nang"]),
        ("Bộ Y Tế", 2023, ["bo-y-te"]),
        ("Bộ LĐ-TB&XH", 2023, ["bo-lao-dong-thuong-binh-va-xa-hoi"]),
        ("Cả nước (trung bình)", 2021, ["ca-nuoc"]),
        ("UBND thành phố Tuyên Quang", 2022, ["thanh-pho-tuyen-quang"]),
        ("UBND thành phố Cao Bằng", 2022, []),  # a town, not the province
        ("Trung bình", 2023, []),
        ("", 2023, []),
    ],
)
def test_organisations(
    reference: Reference, text: str, year: int | None, expected: list[str]
) -> None:
    assert [one.id for one in reference.organisations_named(text, year)] == expected


@pytest.mark.parametrize(
    ("text", "year", "name", "parent"),
    [
        ("Sở Tư pháp tỉnh Tuyên Quang", 2022, "Sở Tư pháp tỉnh Tuyên Quang", "tuyen-quang"),
        ("Sở Tư pháp tỉnh Tuyên Quang", 2025, "Sở Tư pháp tỉnh Tuyên Quang", "tuyen-quang-2025"),
        ("SỞ NỘI VỤ TỈNH GIA LAI", 2022, "Sở Nội vụ tỉnh Gia Lai", "gia-lai"),
        ("Sở Y tế TP. Hà Nội", 2022, "Sở Y tế thành phố Hà Nội", "ha-noi"),
        ("Sở Y tế Hà Nội", 2022, "Sở Y tế thành phố Hà Nội", "ha-noi"),
        ("Sở Tài chính tỉnh Lâm Đồng", 2025, "Sở Tài chính tỉnh Lâm Đồng", "lam-dong"),
        ("Văn phòng UBND tỉnh Gia Lai", 2022, "Văn phòng UBND tỉnh Gia Lai", "gia-lai"),
        ("Thanh tra tỉnh Gia Lai", 2022, "Thanh tra tỉnh Gia Lai", "gia-lai"),
        ("VP UBND thành phố Hà Nội", 2022, "Văn phòng UBND thành phố Hà Nội", "ha-noi"),
    ],
)
def test_departments_are_known_by_unit_and_province(
    reference: Reference, text: str, year: int, name: str, parent: str
) -> None:
    (found,) = reference.organisations_named(text, year)
    assert (found.name, found.level, found.parent) == (name, "sở", parent)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tiếp cận dịch vụ", "1"),
        ("Chỉ số hài lòng về tiếp cận dịch vụ:", "1"),
        ("Chỉ số hài lòng của người dân đối với TTHC:", "2"),
        ("Mức độ hài lòng của người dân đối với công chức tại Bộ phận một cửa", "3"),
        ("Chỉ số hài lòng về kết quả giải quyết TTHC (%)", "4"),
        ("Mức độ hài lòng của người dân, tổ chức về kết quả dịch vụ", "4"),
        ("Chỉ số hài lòng về việc tiếp nhận, xử lý phản ánh kiến nghị liên quan đến TTHC", "5"),
        ("Chỉ số hài lòng chung (cả nước)", "0"),
        ("Mức độ hài lòng của người dân", None),
        ("Cơ sở vật chất", None),
    ],
)
def test_factors(reference: Reference, text: str, code: str | None) -> None:
    found = reference.factor("SIPAS", text)
    assert (found.code if found else None) == code
