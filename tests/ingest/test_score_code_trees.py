"""Any tree of criteria, printed in any of the ways people print codes, is read as it was meant."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.ingest.score_tables.codes import read_codes

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklm"
Tree = list[list[int]]  # domain → criterion → how many sub-criteria it has

trees = st.lists(
    st.lists(st.integers(min_value=0, max_value=11), min_size=1, max_size=12),
    min_size=2,
    max_size=9,
)


def rows(tree: Tree) -> list[tuple[int, ...]]:
    """Every row of a tree in printed order: (2,), (2, 1), (2, 1, 1) …"""
    found: list[tuple[int, ...]] = []
    for domain, criteria in enumerate(tree, 1):
        found.append((domain,))
        for criterion, below in enumerate(criteria, 1):
            found.append((domain, criterion))
            found += [(domain, criterion, one) for one in range(1, below + 1)]
    return found


def dotted(row: tuple[int, ...]) -> str:
    return ".".join(map(str, row))


def roman_and_anew(row: tuple[int, ...]) -> str:
    """I, 1, 1.1"""
    return ROMANS[row[0] - 1] if len(row) == 1 else dotted(row[1:])


def roman_and_whole(row: tuple[int, ...]) -> str:
    """I, 1.1, 1.1.1"""
    return ROMANS[row[0] - 1] if len(row) == 1 else dotted(row)


def capital_and_anew(row: tuple[int, ...]) -> str:
    """A, 1, 1.1"""
    return "ABCDEFGHI"[row[0] - 1] if len(row) == 1 else dotted(row[1:])


def small_romans_below(row: tuple[int, ...]) -> str:
    """I, 1, i"""
    whole = (ROMANS[row[0] - 1], str(row[-1]), ROMANS[row[-1] - 1].lower())
    return whole[len(row) - 1]


def parents_left_out(row: tuple[int, ...]) -> str:
    """1, 1.1, .1"""
    return dotted(row) if len(row) < 3 else f".{row[-1]}"


def with_brackets(row: tuple[int, ...]) -> str:
    return f"({dotted(row)})."


def with_words(row: tuple[int, ...]) -> str:
    return f"{('Lĩnh vực', 'Tiêu chí', 'TCTP')[len(row) - 1]} {dotted(row)}"


def with_commas(row: tuple[int, ...]) -> str:
    return ", ".join(map(str, row))


def roman_before_numbers(row: tuple[int, ...]) -> str:
    """I, I.1, I.1.1"""
    return ".".join((ROMANS[row[0] - 1], *map(str, row[1:])))


FORMS = (
    *(dotted, roman_and_anew, roman_and_whole, capital_and_anew, small_romans_below),
    *(parents_left_out, with_brackets, with_words, with_commas, roman_before_numbers),
)


@settings(max_examples=120, deadline=None)
@given(tree=trees, form=st.sampled_from(FORMS))
def test_codes_read_are_the_codes_meant(tree: Tree, form) -> None:
    meant = rows(tree)
    assert read_codes([form(row) for row in meant]).codes == [dotted(row) for row in meant]


@settings(max_examples=80, deadline=None)
@given(tree=trees)
def test_letters_below_numbers_hang_under_them(tree: Tree) -> None:
    """1, 1.1, a"""
    meant = rows(tree)
    cells = [dotted(row) if len(row) < 3 else LETTERS[row[-1] - 1] for row in meant]
    codes = [
        dotted(row) if len(row) < 3 else f"{dotted(row[:2])}.{LETTERS[row[-1] - 1]}"
        for row in meant
    ]
    assert read_codes(cells).codes == codes


@settings(max_examples=80, deadline=None)
@given(
    tree=st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=34), min_size=1, max_size=6),
    headings=st.booleans(),
)
def test_numbers_that_lost_their_zeros_find_them_again(tree: Tree, headings: bool) -> None:
    """1.10 is stored as 1.1, 1.20 as 1.2; all rows are printed, so order tells."""
    meant = rows(tree)
    form = roman_and_whole if headings else dotted
    cells = [
        form(row) if len(row) == 3 or (headings and len(row) == 1) else number(row) for row in meant
    ]
    read = read_codes(cells)
    assert read.codes == [dotted(row) for row in meant]
    repaired = {one.at for one in read.repairs}
    assert repaired == {at for at, row in enumerate(meant) if len(row) == 2 and row[1] % 10 == 0}


def number(row: tuple[int, ...]) -> float:
    """A code as a spreadsheet stores it that takes it for a number."""
    return float(dotted(row))


@settings(max_examples=120, deadline=None)
@given(tree=trees, kept=st.data())
def test_a_code_that_lost_its_zero_is_right_or_said(tree: Tree, kept: st.DataObject) -> None:
    """Any rows may be left out, as in tables that print only the losses."""
    meant = [row for row in rows(tree) if len(row) < 3]
    left = [row for row in meant if len(row) == 1 or kept.draw(st.booleans())]
    read = read_codes([number(row) for row in left])
    said = {one.at for one in read.repairs} | repeated(read.codes)
    wrong = {at for at, row in enumerate(left) if read.codes[at] != dotted(row)}
    first_left_out = {
        at
        for at in wrong
        if left[at][1] == 10
        and not any(
            other[0] == left[at][0] and len(other) == 2 and other != left[at] for other in left
        )
    }  # '1.1' alone below 1: only its number format could tell that it was 1.10
    assert wrong - first_left_out <= said


def repeated(codes: list[str]) -> set[int]:
    """The rows whose code stands twice, which is an error of its own."""
    return {at for at, code in enumerate(codes) if codes.count(code) > 1}


@settings(max_examples=80, deadline=None)
@given(tree=trees, chosen=st.data())
def test_codes_that_became_dates_are_right_or_said(tree: Tree, chosen: st.DataObject) -> None:
    """3.4.1 became 3 April 2001, 3.4 the third of April of this year."""
    meant = rows(tree)
    cells = [
        as_date(row) if len(row) > 1 and chosen.draw(st.integers(0, 3)) == 0 else dotted(row)
        for row in meant
    ]
    read = read_codes(cells)
    said = {one.at for one in read.repairs}
    assert {at for at, cell in enumerate(cells) if isinstance(cell, date)} == said
    assert read.codes == [dotted(row) for row in meant]


def as_date(row: tuple[int, ...]) -> date:
    """What a spreadsheet that writes the day first makes of a code."""
    return date(2024 if len(row) == 2 else 2000 + row[2], row[1], row[0])
