"""When are two Vietnamese texts the same, and which comes first?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.words import fold, nfc, plain, slug, sort_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Lâm\u00a0Đồng \n", "Lâm Đồng"),
        ("Điểm\u202fbị\t mất", "Điểm bị mất"),
        ("Hai\ndòng", "Hai dòng"),
        ("\ufeffLâm\u200b Đồng", "Lâm Đồng"),
        (unicodedata.normalize("NFD", "Tiếp cận dịch vụ"), "Tiếp cận dịch vụ"),
        ("PAR   Index", "PAR Index"),
        ("", ""),
    ],
)
def test_nfc_keeps_the_letters_and_tidies_the_blanks(text: str, expected: str) -> None:
    assert nfc(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Các Sở", "các sở"),
        ("LÂM ĐỒNG", unicodedata.normalize("NFD", "lâm đồng")),
        ("Sở Văn hoá", "Sở Văn hóa"),
        ("Thuỷ lợi", "thủy lợi"),
        ("Uỷ ban", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("Ðà Lạt", "Đà Lạt"),  # the Icelandic eth, and the Vietnamese letter
    ],
)
def test_texts_that_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sở", "So"), ("quý", "qúy"), ("hoán", "hóan"), ("Đa", "Da"), ("cấp xã", "cấpxã")],
)
def test_texts_that_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected_plain", "expected_slug"),
    [
        ("Lâm Đồng", "lam dong", "lam-dong"),
        ("Thừa Thiên – Huế", "thua thien – hue", "thua-thien-hue"),
        ("TP. Hồ Chí Minh", "tp. ho chi minh", "tp-ho-chi-minh"),
        ("Bà Rịa - Vũng Tàu", "ba ria - vung tau", "ba-ria-vung-tau"),
        ("Đắk Lắk", "dak lak", "dak-lak"),
    ],
)
def test_without_marks(text: str, expected_plain: str, expected_slug: str) -> None:
    assert plain(text) == expected_plain
    assert slug(text) == expected_slug


@pytest.mark.parametrize(
    "expected",
    [
        ["An Giang", "Ăn", "Ân", "Bà", "Cà Mau", "Dương", "Đà Nẵng", "Đắk Lắk", "Điện Biên"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["ba", "bà ba", "bạ ba", "ban"],
        ["Hà Giang", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình"],
        ["Lâm Đồng", "lâm đồng"],
        ["1", "9", "a"],
        ["", "a"],
    ],
)
def test_alphabetical_order(expected: list[str]) -> None:
    assert sorted([*expected[1:], *expected[:1]], key=sort_key) == expected


@given(st.text())
def test_nfc_fold_and_plain_change_nothing_the_second_time(text: str) -> None:
    for once in (nfc, plain, slug):
        assert once(once(text)) == once(text)


@given(st.text(), st.text())
def test_the_order_is_total(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (nfc(one) == nfc(other))


@given(st.text(alphabet="aăâeêioôơuưyđbcnghtqAĐÔƯáàảãạấệợửỹ "))
def test_vietnamese_texts_fold_once_and_sort(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert plain(text).isascii()
    sort_key(text)
