"""Are the numbers read those written, or is the difference said with its place?"""

from random import Random

import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference
from scoring.ingest.table import Table
from tests.variants.clean import NUMBERS
from tests.variants.made_up import made_up
from tests.variants.test_variants import read, written
from tests.variants.variant import Variant, laid_out

SEEDS = 200
# Notes that say where a number was put that nobody printed.
COMPUTED = {"cell-computed", "heading-summed"}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_numbers_read_are_those_written_or_the_difference_is_said(
    seed: int, reference: Reference
) -> None:
    one = laid_out(made_up(seed), Random(seed), seed)
    tables = read_tables(one.name, one.content, reference, Limits())
    assert tables
    for table in tables:
        assert table.kind is None or numbers_differ(table, one) == [] or is_said(table), str(one)
    refused = any(table.kind is None for table in tables)
    assert not refused or all(problem.fix for table in tables for problem in table.problems)


def numbers_differ(table: Table, one: Variant) -> list[str]:
    """The columns of numbers that were read otherwise."""
    clean = next((clean for clean in one.cleans if clean.kind == table.kind), None)
    if clean is None:
        return ["kind"]
    year = table.year if table.year in clean.years else clean.years[0]
    was, now = written(clean, year), read(table, clean)
    return [name for name in was if name in NUMBERS | {"code", "rank"} and was[name] != now[name]]


def is_said(table: Table) -> bool:
    """Whether an error or a warning names a place."""
    told = [one for one in table.problems if one.severity != "note" or one.code in COMPUTED]
    return any(one.row or one.column for one in told)


def test_most_are_read_without_a_question(reference: Reference) -> None:
    """The property above would hold for a reader that refused everything: this one does not."""
    whole = 0
    for seed in range(SEEDS):
        one = laid_out(made_up(seed), Random(seed), seed)
        tables = read_tables(one.name, one.content, reference, Limits())
        whole += all(table.kind and numbers_differ(table, one) == [] for table in tables)
    assert whole >= 0.95 * SEEDS
