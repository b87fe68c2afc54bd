"""Whom does a row of a ranking mean, and whose ranking is it?"""

import pytest

from scoring.ingest.reference import Reference
from tests.ingest.conftest import Reader, found, told
from tests.ingest.test_leagues import PAR, ranked


def test_an_organisation_may_be_called_like_a_total_or_a_group(read: Reader) -> None:
    table = read(
        """
        TT | Đơn vị                | Chỉ số CCHC | Xếp hạng
        1  | Tổng cục Thuế         | 90,51       | 1
        2  | Khối văn phòng        | 88,00       | 2
        3  | Tổng cục Thống kê     | 87,00       | 3
        """,
        title="Xếp hạng Chỉ số CCHC năm 2020 của các đơn vị, tỉnh Lâm Đồng",
    )
    assert len(ranked(table)) == 3


def test_departments_by_their_bare_names_are_those_of_the_province_above(read: Reader) -> None:
    table = read(
        """
        STT | Đơn vị     | Chỉ số CCHC (%) | Xếp hạng
        1   | Sở Nội vụ  | =91.5           | =1
        2   | Sở Tư pháp | =90.25          | =2
        """,
        title="Chỉ số cải cách hành chính năm 2022 của các sở, ban, ngành tỉnh Gia Lai",
    )
    assert table.frame["organisation"].tolist() == ["so-noi-vu-gia-lai", "so-tu-phap-gia-lai"]
    assert table.organisation is not None and table.organisation.id == "gia-lai"
    assert table.level == "sở"


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (PAR, "1 | Quảng Ninh | =91.04 | =1\n2 | Hải Phòng | =90.51 | =2"),
        (
            "Chỉ số cải cách hành chính năm 2020 của các sở, ban, ngành tỉnh Gia Lai",
            "1 | Sở Nội vụ tỉnh Gia Lai | =91.5 | =1\n2 | Sở Tư pháp tỉnh Gia Lai | =90.25 | =2",
        ),
    ],
)
def test_the_area_that_a_person_named_is_believed_before_the_rows(
    read: Reader, reference: Reference, title: str, rows: str
) -> None:
    text = f"STT | Đơn vị | Chỉ số CCHC (%) | Xếp hạng\n{rows}"
    by_rows = read(text, title=title).organisation
    named = reference.organisation("lam-dong")
    assert by_rows is not None and by_rows.id in ("ca-nuoc", "gia-lai")
    assert read(text, title=title, organisation=named).organisation == named


def test_of_two_levels_as_often_the_first_printed_counts(read: Reader) -> None:
    """And always the same one: the order of a set would change from run to run."""
    rows = ["Sở Nội vụ tỉnh Gia Lai | =91", "Lâm Đồng | =90", "Bộ Tài chính | =89"]
    for text in (rows, rows[::-1]):
        table = read("\n".join(["Đơn vị | Chỉ số CCHC (%)", *text]), title=PAR)
        assert table.level == ("sở" if text is rows else "bộ")


def test_names_that_the_registry_lacks_are_noted_once(read: Reader) -> None:
    table = read(
        """
        TT | Tỉnh, TP     | Chỉ số CCHC | Xếp hạng
        1  | Quảng Ninh   | 91,04       | 1
        2  | Quảng Ninhh  | 90,51       | 2
        3  | Hải Phòngg   | 90,50       | 3
        """,
        title=PAR,
    )
    assert found(table) == [("B5", "organisation-new")]
    assert told(table, "organisation-new") == [
        ("tên có trong danh mục", "“Quảng Ninhh”, “Hải Phòngg”")
    ]
