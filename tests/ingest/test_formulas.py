"""What does a formula come to that was stored without its value?"""

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.formula_sheets import computed


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=1+2*3", 7),
        ("=(1+2)*3", 9),
        ("=-2^2", 4),  # a spreadsheet's minus binds more tightly than its power
        ("=0-2^2", -4),
        ("=2^3^2", 64),
        ("=2^-1", 0.5),
        ("=10/4", 2.5),
        ("=50%", 0.5),
        ("=-50%", -0.5),
        ("=200*5%", 10),
        ("=84%", 0.84),
        ("=1.5E-3", 0.0015),
        ("=--3", 3),
        ("= 1 + 1 ", 2),
        ("1+1", 2),
        ("=ROUND(2.675,2)", 2.68),
        ("=ROUND(-2.5,0)", -3),
        ("=ROUND(1234.5,-2)", 1200),
        ("=ROUNDUP(1.001,2)", 1.01),
        ("=ROUNDDOWN(-1.019,2)", -1.01),
        ("=ROUND(123456789.5,20)", 123456789.5),
        ("=ABS(-3)", 3),
        ("=IF(1>2,1,2)", 2),
        ('=IF("a"="A",1,2)', 1),
        ("=IF(0.1+0.2=0.3,1,2)", 1),
        ("=IF(AND(1<2,NOT(2<1)),5,6)", 5),
        ("=IFERROR(1/0,7)", 7),
        ("=IF(1=1,1,1/0)", 1),
        ("=SUM(1,2,3)", 6),
        ("=(1>0)*5", 5),
        ('="a"&1', "a1"),
        ("=_xlfn.RANK.EQ(A1,A1:A3)", None),
    ],
)
def test_formulas_without_cells(formula: str, expected: object) -> None:
    assert computed(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=A1-A2", 8.5 - 7.47),
        ("=$A$1-$A2", 8.5 - 7.47),
        ("=SUM(A1:A5)", 8.5 + 7.47 + 2),  # blanks and texts are skipped
        ("=SUM(A5:A1)", 8.5 + 7.47 + 2),
        ("=sum(a1:a2)", 8.5 + 7.47),
        ("=SUM(A:A)", 8.5 + 7.47 + 2),
        ("=AVERAGE(A1:A5)", (8.5 + 7.47 + 2) / 3),
        ("=COUNT(A1:A5)", 3),
        ("=COUNTA(A1:A5)", 4),
        ("=MAX(A1:A5)-MIN(A1:A5)", 8.5 - 2),
        ("=A3+1", 1),  # a blank is 0 in arithmetic
        ("=SUM(A3:A3)", 0),
        ("=RANK(A2,A1:A5)", 2),
        ("=RANK(A2,A1:A5,1)", 2),
        ("=SUBTOTAL(9,A1:A5)", 8.5 + 7.47 + 2),
        ("=SUBTOTAL(3,A1:A5)", 4),
        ('=IF(A3="","",A3*2)', ""),
        ("=A4", "chữ"),
        ("=A6+1", 12 + 1),  # digits only: the same number in every language
        ("=SUM(A6)", 0),
        ("=A7+1", None),  # 1,5 or 15, as the language of the computer has it
        ("=ROUND(A2/A1*100,2)", 87.88),
        ("='Trang 1'!A1*2", 17),
        # What arithmetic does not tell.
        ("=A3", None),  # blank or 0, as the spreadsheet may have it
        ("=A4+1", None),
        ("=A1:A5", None),
        ("=A1:A2+1", None),
        ("=A1 A2", None),
        ("=A1/A3", None),
        ("=0^0", None),
        ("=10^400", None),
        ("=(-8)^0.5", None),
        ("=RANK(99,A1:A5)", None),
        ("=SUBTOTAL(109,A1:A5)", None),
        ("=Khac!A1", None),
        ("=SUM(Khac!A1:A3)", None),
        ("=[1]Trang!A1", None),
        ("=Ten_dat+1", None),
        ("=SUM({1,2})", None),
        ("=VLOOKUP(A1,A1:A5,1,0)", None),
        ("=#REF!+1", None),
        ("=A1>1", None),
        ("=A1,A2", None),
        ("=SUM(A1", None),
        ("=)", None),
        ("=", None),
        ("=nan", None),
        ("=1_000", None),
        ('="a', None),
        ("=" + "(" * 4_000 + "1" + ")" * 4_000, 1),
        ("=" + "SUM(" * 1_000 + "1" + ")" * 1_000, 1),
        ("=" + "-" * 8_000 + "1", 1),
        ("=SUM()", None),
        ("=SUM(1,,2)", 1 + 2),
        ("=SUM(1;2)", None),
        ("=IF(1,,2)", None),
        ("=(1,2)", None),
        ("=SUM(1+,2)", None),
        ("=()", None),
        ("=(1", None),
        ("=1)", None),
        ("=1 2", None),
        ("=-", None),
        ("=*2", None),
        ("=2%%", 0.0002),
        ("=-A1^2", 8.5**2),
        ("=1+2<2+2", None),  # true is no number to stand in a cell
        ("=IF(1+2<2+2,3,4)*2", 6),
        ("=" + "+".join(["1"] * 5_000), None),  # longer than a spreadsheet allows
    ],
)
def test_formulas_over_cells(formula: str, expected: object) -> None:
    found = computed(formula, 8.5, 7.47, "", "chữ", 2.0, "12", "1,5")
    assert found == (pytest.approx(expected) if isinstance(expected, float) else expected)


def test_a_long_sum_of_cells_is_computed() -> None:
    assert computed("=" + "+".join(["A1"] * 2_000), 0.5) == 2_000 * 0.5


@pytest.mark.parametrize("formula", ["=A1+1", "=SUM(A1:A1)", "=MAX(A1)"])
def test_dates_and_errors_are_not_computed_with(formula: str) -> None:
    assert computed(formula, date(2022, 2, 15)) is None
    assert computed(formula, "#DIV/0!") is None


def test_an_error_is_what_iferror_waits_for() -> None:
    assert computed("=IFERROR(A1,0)", "#N/A") == 0
    assert computed("=IFERROR(A1+1,0)", "mười") is None  # perhaps no error at all
    assert computed("=A1", date(2022, 2, 15)) == date(2022, 2, 15)


CELLS = {"A1": 8.5, "A2": 7.47, "A3": -0.004, "A4": 0.0}


Tree = tuple[str, Any]


def _leaves() -> st.SearchStrategy[Tree]:
    numbers = st.decimals(0, 999, places=3).map(lambda n: (f"{n}", float(n)))
    cells = st.sampled_from(list(CELLS)).map(lambda name: (name, CELLS[name]))
    percents = st.integers(0, 200).map(lambda n: (f"{n}%", n / 100))
    return numbers | cells | percents


def _branches(below: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    signs = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
    joined = st.tuples(below, st.sampled_from(list(signs)), below).map(
        lambda t: (f"({t[0][0]} {t[1]} {t[2][0]})", signs[t[1]](t[0][1], t[2][1]))
    )
    negative = below.map(lambda t: (f"-{t[0]}", -t[1]))
    sums = st.lists(below, min_size=1, max_size=4).map(
        lambda ts: (f"SUM({','.join(t[0] for t in ts)})", math.fsum(t[1] for t in ts))
    )
    most = st.lists(below, min_size=1, max_size=4).map(
        lambda ts: (f"MAX({','.join(t[0] for t in ts)})", max(t[1] for t in ts))
    )
    choice = st.tuples(below, below, below).map(
        lambda t: (f"IF({t[0][0]}>=0,{t[1][0]},{t[2][0]})", t[1][1] if t[0][1] >= 0 else t[2][1])
    )
    return joined | negative | sums | most | choice


@given(st.recursive(_leaves(), _branches, max_leaves=20))
def test_a_formula_is_what_python_computes(tree: Tree) -> None:
    formula, expected = tree
    found = computed(f"={formula}+0", *CELLS.values())
    if found is None:
        assert not math.isfinite(expected)
    else:
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.text(alphabet="=+-*/^()%,;:{}[]\"'#!$ A1B2SUMIF.E", max_size=60))
def test_any_text_is_computed_or_left(text: str) -> None:
    found = computed(text, 1.0, "chữ", date(2022, 1, 1))
    assert found is None or isinstance(found, float | str | date)
