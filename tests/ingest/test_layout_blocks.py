"""A league that goes on to the right is one table; two tables side by side are two."""

import pytest

from tests.ingest.layouts import Finder, letters

HALVES = """
Hạng | Tỉnh       | Chỉ số {gap}| Hạng | Tỉnh     | Chỉ số
1    | Quảng Ninh | 90,09  {gap}| 3    | Đồng Tháp | 84,43
2    | Hà Nội     | 84,64  {gap}| 4    | Hải Phòng | 84,35
"""


@pytest.mark.parametrize("gap", ["", "| "])
def test_ranks_that_go_on_to_the_right_are_one_league(find: Finder, gap: str) -> None:
    (table,) = find(HALVES.format(gap=gap))
    assert (table.kind, table.length, len(table.blocks)) == ("league", 4, 1)
    assert letters(table)["rank"] == "A"


def test_three_blocks_with_their_own_numbers(find: Finder) -> None:
    (table,) = find("""
        TT | Tỉnh     | Chỉ số | Hạng | TT | Tỉnh      | Chỉ số | Hạng | TT | Tỉnh   | Chỉ số | Hạng
        1  | Hà Nội   | 84,64  | 2    | 3  | Hải Phòng | 84,35  | 3    | 5  | Cà Mau | 80     | 5
        2  | Hà Giang | 90,09  | 1    | 4  | Long An   | 84,33  | 4    |    |        |        |
    """)
    assert len(table.blocks) == 2
    places = [(table.row_of(at), table.column_of("organisation", at)) for at in range(table.length)]
    assert places == [(2, 1), (3, 1), (2, 5), (3, 5), (2, 9), (3, 9)]


@pytest.mark.parametrize(
    "text",
    [
        # Ranks begin anew: another league.
        """
        Hạng | Tỉnh       | Chỉ số |  | Hạng | Tỉnh      | Chỉ số
        1    | Quảng Ninh | 90,09  |  | 1    | Hải Phòng | 92,01
        2    | Hà Nội     | 84,64  |  | 2    | Hà Giang  | 91,87
        """,
        # The same provinces again: another year.
        """
        Hạng | Tỉnh       | Chỉ số |  | Hạng | Tỉnh       | Chỉ số
        1    | Quảng Ninh | 90,09  |  | 3    | Hà Nội     | 92,01
        2    | Hà Nội     | 84,64  |  | 4    | Quảng Ninh | 91,87
        """,
        # Other names.
        """
        Hạng | Tỉnh       | Chỉ số năm 2019 |  | Hạng | Tỉnh      | Chỉ số năm 2020
        1    | Quảng Ninh | 90,09           |  | 3    | Hải Phòng | 92,01
        2    | Hà Nội     | 84,64           |  | 4    | Hà Giang  | 91,87
        """,
    ],
)
def test_other_tables_beside_are_tables_of_their_own(find: Finder, text: str) -> None:
    assert [len(one.blocks) for one in find(text)] == [0, 0]


def test_blocks_hold_the_columns_that_were_said(find: Finder) -> None:
    (table,) = find(HALVES.format(gap=""), said_columns=(("value", "A"), ("rank", "C")))
    assert (table.columns["value"], table.blocks[0]["value"]) == (0, 3)
