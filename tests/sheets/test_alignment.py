"""Rows side by side, whatever went in, out and changed between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.sheets.alignment import Row, aligned, cells_alike

words = st.text("abcdeghiklmnopqrstuvxy", min_size=4, max_size=8)
rows = st.lists(st.tuples(words, words, st.integers(0, 9).map(str)), max_size=12, unique=True)
Pair = tuple[int | None, int | None]


def side_by_side(old: list[Row], new: list[Row]) -> list[Pair]:
    return list(aligned(old, new, cells_alike))


def test_rows_of_the_same_words_are_the_same_row_though_their_numbers_changed() -> None:
    old: list[Row] = [("1", "Chỉ đạo", "8"), ("2", "Thể chế", "5")]
    new: list[Row] = [("0", "Mở đầu", "1"), ("1", "Chỉ đạo", "7"), ("2", "Thể chế", "4")]
    assert side_by_side(old, new) == [(None, 0), (0, 1), (1, 2)]


def test_rows_with_nothing_in_common_are_the_same_where_as_many_stand_between() -> None:
    old: list[Row] = [("đầu",), ("một", "1"), ("cuối",)]
    new: list[Row] = [("đầu",), ("hai", "2"), ("cuối",)]
    assert side_by_side(old, new) == [(0, 0), (1, 1), (2, 2)]


@settings(max_examples=150)
@given(rows, st.data())
def test_every_row_is_told_once_and_rows_left_alone_stay_together(
    old: list[Row], data: st.DataObject
) -> None:
    new = list(old)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(new)))
        if at < len(new) and data.draw(st.booleans()):
            del new[at]
        else:
            new.insert(at, tuple(data.draw(st.lists(words, min_size=3, max_size=3))))
    pairs = side_by_side(old, new)
    assert sorted(left for left, _ in pairs if left is not None) == list(range(len(old)))
    assert [right for _, right in pairs if right is not None] == list(range(len(new)))
    together = {left: right for left, right in pairs if left is not None}
    for at, row in enumerate(old):
        if new.count(row) == 1:
            assert together[at] == new.index(row)


def test_thousands_of_rows_alike_are_taken_side_by_side() -> None:
    old: list[Row] = [("1", "x")] * 3000
    new: list[Row] = [("2", "x")] * 3000
    assert side_by_side(old, new) == [(at, at) for at in range(3000)]
