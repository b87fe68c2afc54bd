"""Are texts of old fonts told from Vietnamese in Unicode, and from other languages?"""

import unicodedata

import pytest

from scoring.text.old_fonts import of_old_font

UNICODE = [
    "STT",
    "Tiêu chí",
    "Điểm chuẩn",
    "Điểm tự chấm",
    "Chỉ đạo, điều hành cải cách hành chính",
    "ĐIỂM THẨM ĐỊNH",
    "Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật tại tỉnh",
    "«Một cửa» – “một cửa liên thông”, 4,5 m², ½ điểm, 30 °C, ·Cải cách",
]
TCVN3 = ["STT", "Tiªu chÝ", "§iÓm chuÈn", "§iÓm tù chÊm", "§iÓm thÈm ®Þnh", "§iÓm bÞ mÊt"]
VNI = ["STT", "Tieâu chí", "Ñieåm chuaån", "Ñieåm töï chaám", "Ñieåm thaåm ñònh", "Ñieåm maát"]


@pytest.mark.parametrize("texts", [TCVN3, VNI, [*TCVN3, *UNICODE[:4]]])
def test_texts_of_old_fonts(texts: list[str]) -> None:
    assert of_old_font(texts)


@pytest.mark.parametrize(
    "texts", [UNICODE, [], ["1", "2,5"], ["The value", "Unit", "Its façade at night"] * 9]
)
def test_other_texts(texts: list[str]) -> None:
    assert not of_old_font(texts)
    assert not of_old_font(unicodedata.normalize("NFD", text) for text in texts)
