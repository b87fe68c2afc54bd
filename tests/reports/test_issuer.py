"""Who issues an official document, under whose name, symbol and signature?"""

from dataclasses import replace

import pytest

from scoring.analysis.review.gathered import Review
from scoring.reports.issuer import Issuer, called, issuer_of


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("Hà Nội", "tỉnh", ("Ủy ban nhân dân\nthành phố Hà Nội", None, "UBND", "Hà Nội")),
        (
            "TP. Hồ Chí Minh",
            "tỉnh",
            ("Ủy ban nhân dân\nthành phố Hồ Chí Minh", None, "UBND", "Hồ Chí Minh"),
        ),
        ("Bộ Nội vụ", "bộ", ("Bộ Nội vụ", None, "BNV", "Hà Nội")),
        ("Cả nước", "cả nước", ("Bộ Nội vụ", None, "BNV", "Hà Nội")),
        ("Sở Tư pháp", "sở", ("Sở Tư pháp", "UBND ……", "STP", None)),
        (
            "Sở Văn hóa và Thể thao thành phố Hà Nội",
            "sở",
            ("Sở Văn hóa và Thể thao", "UBND thành phố Hà Nội", "SVHTT", "Hà Nội"),
        ),
        (
            "UBND thành phố Tuyên Quang",
            "huyện",
            ("Ủy ban nhân dân\nthành phố Tuyên Quang", None, "UBND", "Tuyên Quang"),
        ),
        (
            "UBND xã Quảng Bình",
            "xã",
            ("Ủy ban nhân dân\nxã Quảng Bình", None, "UBND", "Quảng Bình"),
        ),
        (
            "Huyện Chiêm Hóa tỉnh Tuyên Quang",
            "huyện",
            ("Ủy ban nhân dân\nhuyện Chiêm Hóa", None, "UBND", "Chiêm Hóa"),
        ),
        ("Quận 1", "huyện", ("Ủy ban nhân dân\nquận 1", None, "UBND", "quận 1")),
        (
            "Ngân hàng Nhà nước Việt Nam",
            "bộ",
            ("Ngân hàng Nhà nước Việt Nam", None, "NHNN", "Hà Nội"),
        ),
    ],
)
def test_the_issuer_is_told_by_name_and_level(
    lam_dong: Review, name: str, level: str, expected: tuple[str | None, ...]
) -> None:
    found = replace(lam_dong, name=name, head=replace(lam_dong.head, name=name, level=level))
    own: Issuer = issuer_of(found)
    assert (own.body, own.above, own.symbol, own.place) == expected


@pytest.mark.parametrize(
    ("name", "level", "signs", "first"),
    [
        ("Bộ Nội vụ", "bộ", "BỘ TRƯỞNG", "Bộ trưởng, các Thứ trưởng"),
        ("Thanh tra Chính phủ", "bộ", "TỔNG THANH TRA", "Tổng thanh tra, các Phó Tổng Thanh tra"),
        ("Ngân hàng Nhà nước Việt Nam", "bộ", "THỐNG ĐỐC", "Thống đốc, các Phó Thống đốc"),
        ("Cục Thống kê", "bộ", "THỦ TRƯỞNG CƠ QUAN", "Thủ trưởng cơ quan, cấp phó"),
    ],
)
def test_the_head_and_deputies_are_those_of_such_a_body(
    lam_dong: Review, name: str, level: str, signs: str, first: str
) -> None:
    found = replace(lam_dong, name=name, head=replace(lam_dong.head, name=name, level=level))
    own = issuer_of(found)
    assert (own.signing, own.recipients[0]) == ((signs,), first)


@pytest.mark.parametrize("above", ["Tuyên Quang", "UBND tỉnh Tuyên Quang"])
def test_a_department_named_alone_is_told_by_the_body_over_it(lam_dong: Review, above: str) -> None:
    head = replace(lam_dong.head, name="Sở Tư pháp", level="sở")
    found = replace(lam_dong, name="Sở Tư pháp", head=head, above=above)
    own = issuer_of(found)
    assert (own.above, own.place) == ("UBND tỉnh Tuyên Quang", "Tuyên Quang")
    assert called(found) == "Sở Tư pháp tỉnh Tuyên Quang"
