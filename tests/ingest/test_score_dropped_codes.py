"""Codes taken away from whole tables: what is read is what was there, or it is said."""

from random import Random

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.problems import NOTE, Problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from tests.ingest.conftest import PROVINCE, workbook

Row = tuple[str, float, float]  # code, maximum, points
HEADER = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
FIRST = 4  # the row below the header


def table_of(random: Random) -> list[Row]:
    """A tree whose parents are the sums of their children, points in quarters."""
    rows: list[Row] = []
    for domain in range(1, random.randint(2, 5) + 1):
        criteria = [
            row
            for criterion in range(1, random.randint(1, 5) + 1)
            for row in _criterion(f"{domain}.{criterion}", random)
        ]
        tops = [row for row in criteria if row[0].count(".") == 1]
        rows += [_sum(str(domain), tops), *criteria]
    return rows


def _criterion(code: str, random: Random) -> list[Row]:
    leaves = [
        _leaf(f"{code}.{one}", random) for one in range(1, random.choice([0, 0, 2, 3, 4]) + 1)
    ]
    return [_sum(code, leaves), *leaves] if leaves else [_leaf(code, random)]


def _leaf(code: str, random: Random) -> Row:
    most = random.randrange(1, 9)
    return code, most / 4, random.randrange(most + 1) / 4


def _sum(code: str, below: list[Row]) -> Row:
    return code, sum(row[1] for row in below), sum(row[2] for row in below)


def without_codes(rows: list[Row], way: str, random: Random) -> set[int]:
    """Which rows lose their code: one, some, a whole level, or all."""
    if way == "one":
        return {random.randrange(len(rows))}
    if way == "some":
        return {at for at in range(len(rows)) if random.random() < 0.2}
    if way == "all":
        return set(range(len(rows)))
    return {at for at, row in enumerate(rows) if row[0].count(".") == int(way)}


@pytest.mark.parametrize("way", ["one", "some", "0", "1", "2", "all"])
@pytest.mark.parametrize("seed", range(25))
def test_what_is_read_is_what_was_there_or_is_said(
    reference: Reference, way: str, seed: int
) -> None:
    random = Random(f"{way} {seed}")
    rows = table_of(random)
    blank = without_codes(rows, way, random)
    cells = [
        [None if at in blank else code, f"Việc {_word(at)}", most, points, most - points]
        for at, (code, most, points) in enumerate(rows)
    ]
    content = workbook({"Trang 1": [[PROVINCE], [], HEADER, *cells]})
    (table,) = read_tables("bang.xlsx", content, reference, Limits())
    codes = dict(zip(table.frame["row"], table.frame["code"], strict=True)) if table.rows else {}
    wrong = {at for at, row in enumerate(rows) if codes.get(at + FIRST) != row[0]}
    assert wrong <= blank
    assert table.exit_code == 1 or wrong <= said(table, blank)
    if all(one.severity == NOTE for one in table.problems):
        tops = [row for row in rows if "." not in row[0]]
        assert table.totals.lost == sum(row[1] - row[2] for row in tops)


def said(table: Table, blank: set[int]) -> set[int]:
    """The positions of the rows that a problem names, or the run of blank codes it stands at."""
    named: set[int] = set()
    for one in table.problems:
        if one.code in ("row-without-code", "code-missing"):
            named |= _run(one, blank)
    return named


def _run(one: Problem, blank: set[int]) -> set[int]:
    at = (one.row or 0) - FIRST
    run = {at}
    while one.code == "code-missing" and at + 1 in blank:
        at += 1
        run.add(at)
    return run


def _word(at: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(at))
