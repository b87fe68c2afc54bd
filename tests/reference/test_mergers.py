"""Is every province and department of before a merger led to exactly one of today?"""

from collections import Counter
from datetime import date

import pytest

from scoring.ingest.reference import Organisation, Reference
from scoring.text.words import fold

# Source: public list of the 34 units of 1 July 2025; the first nine groups compared with
# https://nghean24h.vn/34-tinh-thanh-du-kien-hoat-dong-ngay-tu-ngay-172025-a753727.html
PROVINCES = """
    Hà Nội         | Hà Nội
    Huế            | Huế
    Lai Châu       | Lai Châu
    Điện Biên      | Điện Biên
    Sơn La         | Sơn La
    Lạng Sơn       | Lạng Sơn
    Quảng Ninh     | Quảng Ninh
    Thanh Hoá      | Thanh Hoá
    Nghệ An        | Nghệ An
    Hà Tĩnh        | Hà Tĩnh
    Cao Bằng       | Cao Bằng
    Tuyên Quang    | Tuyên Quang; Hà Giang
    Lào Cai        | Lào Cai; Yên Bái
    Thái Nguyên    | Bắc Kạn; Thái Nguyên
    Phú Thọ        | Vĩnh Phúc; Phú Thọ; Hoà Bình
    Bắc Ninh       | Bắc Ninh; Bắc Giang
    Hưng Yên       | Hưng Yên; Thái Bình
    Hải Phòng      | Hải Dương; Hải Phòng
    Ninh Bình      | Hà Nam; Ninh Bình; Nam Định
    Quảng Trị      | Quảng Bình; Quảng Trị
    Đà Nẵng        | Quảng Nam; Đà Nẵng
    Quảng Ngãi     | Kon Tum; Quảng Ngãi
    Gia Lai        | Gia Lai; Bình Định
    Khánh Hoà      | Ninh Thuận; Khánh Hoà
    Lâm Đồng       | Lâm Đồng; Đắk Nông; Bình Thuận
    Đắk Lắk        | Đắk Lắk; Phú Yên
    TP. Hồ Chí Minh | Bà Rịa - Vũng Tàu; Bình Dương; TP. Hồ Chí Minh
    Đồng Nai       | Đồng Nai; Bình Phước
    Tây Ninh       | Tây Ninh; Long An
    Cần Thơ        | Cần Thơ; Sóc Trăng; Hậu Giang
    Vĩnh Long      | Bến Tre; Vĩnh Long; Trà Vinh
    Đồng Tháp      | Tiền Giang; Đồng Tháp
    Cà Mau         | Bạc Liêu; Cà Mau
    An Giang       | An Giang; Kiên Giang
"""
# Source: Nghị quyết 390 đến 395/NQ-HĐND ngày 18/02/2025 của HĐND tỉnh Lâm Đồng, from 01/03/2025.
DEPARTMENTS = """
    Sở Nông nghiệp và Phát triển nông thôn  | Sở Nông nghiệp và Môi trường | 390
    Sở Tài nguyên và Môi trường             | Sở Nông nghiệp và Môi trường | 390
    Sở Khoa học và Công nghệ                | Sở Khoa học và Công nghệ     | 391
    Sở Thông tin và Truyền thông            | Sở Khoa học và Công nghệ     | 391
    Sở Lao động - Thương binh và Xã hội     | Sở Nội vụ                    | 392
    Sở Nội vụ                               | Sở Nội vụ                    | 392
    Sở Xây dựng                             | Sở Xây dựng                  | 393
    Sở Giao thông vận tải                   | Sở Xây dựng                  | 393
    Sở Kế hoạch và Đầu tư                   | Sở Tài chính                 | 394
    Sở Tài chính                            | Sở Tài chính                 | 394
    Ban Dân tộc                             | Sở Dân tộc và Tôn giáo       | 395
"""


def lines(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def groups() -> dict[str, list[str]]:
    return {new: [one.strip() for one in old.split(";")] for new, old in lines(PROVINCES)}


def name_of(reference: Reference, organisation: str) -> str:
    found = reference.organisation(organisation)
    assert found is not None, organisation
    return fold(found.name)


def test_the_list_itself_is_63_old_names_each_once_and_34_new_ones() -> None:
    old = Counter(one for names in groups().values() for one in names)
    assert (len(old), max(old.values()), len(groups())) == (63, 1, 34)


def on_the_last_day(reference: Reference) -> list[Organisation]:
    """The provinces that stood on 30 June 2025."""
    last = date(2025, 6, 30)
    return [
        one
        for one in reference.organisations
        if one.level == "tỉnh"
        and (one.valid_from or last) <= last
        and (one.valid_to or last) >= last
    ]


@pytest.mark.parametrize("new", groups())
def test_a_province_of_today_is_made_of_those_listed(reference: Reference, new: str) -> None:
    today = {one.id for one in reference.organisations_named(new, 2026) if one.level == "tỉnh"}
    (now,) = today
    merged = {
        name_of(reference, one.old)
        for one in reference.successors
        if one.new == now and one.since == date(2025, 7, 1)
    }
    listed = {fold(one) for one in groups()[new]}
    assert merged == (listed if len(listed) > 1 else set())


def test_the_63_of_the_last_day_are_those_listed(reference: Reference) -> None:
    listed = sorted(fold(one) for names in groups().values() for one in names)
    assert sorted(fold(one.name) for one in on_the_last_day(reference)) == listed


def test_each_of_them_went_into_one_of_today_or_stayed(reference: Reference) -> None:
    new_of = {fold(old): fold(new) for new, names in groups().items() for old in names}
    alone = {fold(new) for new, names in groups().items() if len(names) == 1}
    for one in on_the_last_day(reference):
        after = [row.new for row in reference.successors if row.old == one.id]
        assert len(after) == (0 if fold(one.name) in alone else 1), one
        now = reference.organisation(after[0]) if after else one
        assert now is not None and now.valid_to is None, one
        assert fold(now.name) == new_of[fold(one.name)], one


def test_a_chain_of_successors_ends(reference: Reference) -> None:
    onwards = {one.old: one.new for one in reference.successors}
    assert len(onwards) == len(reference.successors)  # each old one has one row
    for start in onwards:
        seen, at = {start}, start
        while at in onwards:
            at = onwards[at]
            assert at not in seen, start
            seen.add(at)


def test_the_departments_of_lam_dong_are_those_of_the_resolutions(reference: Reference) -> None:
    merged = {
        (name_of(reference, one.old), name_of(reference, one.new)): one
        for one in reference.successors
        if one.scope == "lam-dong"
    }
    expected = {(fold(old), fold(new)): number for old, new, number in lines(DEPARTMENTS)}
    assert {
        tuple(name.removesuffix(" tỉnh lâm đồng") for name in pair): one.source.split("/")[0][-3:]
        for pair, one in merged.items()
    } == expected
    assert {one.since for one in merged.values()} == {date(2025, 3, 1)}
