"""Which place does a cell of a league table say, and when does it say none?"""

import pytest

from scoring.ingest.result_tables.ranks import rank_in
from scoring.ingest.table import Table
from tests.ingest.conftest import Reader, found, told

PAR = "Xếp hạng PAR Index năm 2020 của các tỉnh, thành phố"


def places(table: Table) -> list[int | None]:
    return table.frame["rank"].astype(object).where(table.frame["rank"].notna(), None).tolist()


@pytest.mark.parametrize(
    ("cell", "rank", "field", "last"),
    [
        ("32", 32, None, None),
        (32.0, 32, None, None),
        ("032", 32, None, None),
        ("32/63", 32, 63, None),
        ("Hạng 5", 5, None, None),
        ("thứ 5", 5, None, None),
        ("Xếp hạng thứ 5", 5, None, None),
        ("Đồng hạng 5", 5, None, None),
        ("=5", 5, None, None),
        ("5=", 5, None, None),
        ("5-6", 5, None, 6),
        ("5 – 6/63", 5, 63, 6),
    ],
)
def test_ranks(cell: object, rank: int, field: int | None, last: int | None) -> None:
    read = rank_in(cell)
    assert (read.rank, read.field_size, read.last, read.unread) == (rank, field, last, None)


@pytest.mark.parametrize("cell", ["", "-", "x", "…", "Không xếp hạng"])
def test_no_rank(cell: str) -> None:
    assert rank_in(cell) == rank_in("")


@pytest.mark.parametrize("cell", ["A", "Tốt", "V", "5,5", 5.5, "0", "6-5", "nhất", "62-64/63"])
def test_what_is_no_rank_is_not_read_as_one(cell: object) -> None:
    read = rank_in(cell)
    assert (read.rank, read.unread is None) == (None, False)


def test_shared_ranks_are_said_and_a_date_is_not_guessed(read: Reader) -> None:
    table = read(
        """
        Hạng        | Tỉnh, thành phố | Chỉ số CCHC
        =1          | Quảng Ninh      | 91,04
        2-3         | Hải Phòng       | 90,51
        2-3         | Lâm Đồng        | 90,51
        @2020-06-05 | Hà Nội          | 90,40
                    | Hà Nam          | 80,00
        """,
        title=PAR,
    )
    assert places(table) == [1, 2, 2, None, None]
    assert told(table, "rank-shared") == [("hạng 2", "“2-3”"), ("hạng 2", "“2-3”")]
    unread = "“ngày 05/06/2020; có thể là 5,6 hoặc 6,5”"
    assert told(table, "rank-unreadable") == [("một thứ hạng", unread)]


def test_bands_are_no_ranks_and_said_once(read: Reader) -> None:
    table = read(
        """
        Xếp hạng | Tỉnh, thành phố | Chỉ số CCHC
        Tốt      | Quảng Ninh      | 91,04
        Khá      | Hải Phòng       | 80,51
        Tốt      | Lâm Đồng        | 90,51
        """,
        title=PAR,
    )
    assert places(table) == [None, None, None]
    assert found(table) == [("A4", "rank-unreadable")]
    assert told(table, "rank-unreadable") == [("thứ hạng", "xếp loại: “Tốt”, “Khá”")]


def test_one_row_does_not_tell_how_many_are_ranked(read: Reader) -> None:
    header = "TT | Tỉnh, thành phố | Chỉ số CCHC | Xếp hạng"
    alone = read(f"{header}\n1 | Hải Phòng | 90,51 | 1", title=PAR)
    two = read(f"{header}\n1 | Hải Phòng | 90,51 | 1\n2 | Lâm Đồng | 83,93 | 2", title=PAR)
    assert alone.frame["field_size"].isna().all()
    assert two.frame["field_size"].tolist() == [2, 2]
