"""Is a person told that data are there already, say otherwise, or differ from what is published?"""

from dataclasses import replace

from scoring import intake
from scoring.ingest.problems import place
from scoring.ingest.table import Table
from tests.intake.conftest import Desk
from tests.intake.test_changes import LEAGUE, SCORES

TOTAL = (
    "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất\n1 | Chỉ đạo | 100 | 83,93 | 16,07"
)


def told(desk: Desk, table: Table, content: bytes) -> list[tuple[str, str]]:
    """Place and code of what is wrong beside the database."""
    found = intake.against_store(desk.store, table, content)
    return [(place(one), one.code) for one in found]


def test_nothing_is_told_over_an_empty_database(desk: Desk) -> None:
    assert told(desk, *desk.one(SCORES)) == []


def test_the_same_table_of_the_same_file_is_loaded_already(desk: Desk) -> None:
    table, content = desk.one(SCORES)
    batch = desk.load(table, content).batch
    assert told(desk, table, content) == [("Bảng!dòng 3", "already-loaded")]
    (found,) = intake.against_store(desk.store, table, content)
    assert batch in str(found.found)
    desk.store.undo(batch, now=intake.now())
    assert told(desk, table, content) == []


def test_the_same_values_from_another_file_are_no_problem(desk: Desk) -> None:
    desk.loaded(SCORES)
    other = desk.book(Khác=SCORES)
    assert told(desk, desk.read(other)[0], other) == []


def test_other_values_say_how_many_cells_differ_and_from_which_batch(desk: Desk) -> None:
    batch = desk.loaded(SCORES)
    table, content = desk.one(SCORES.replace("7,47           | 1,03", "7,50           | 1,00"))
    (found,) = intake.against_store(desk.store, table, content)
    assert (place(found), found.code) == ("Bảng!dòng 3", "other-values-loaded")
    assert found.found == "2 ô khác"  # the points of row 1, and what it lost
    assert batch in str(found.expected) and "bảng.xlsx" in str(found.expected)


def test_a_total_that_differs_from_the_published_one_names_its_source(desk: Desk) -> None:
    league, content = desk.one(LEAGUE.replace("83,93", "83,90"), name="xếp hạng.xlsx")
    desk.load(replace(league, source="Bộ Nội vụ"), content)
    (found,) = intake.against_store(desk.store, *desk.one(TOTAL))
    assert (place(found), found.code) == ("Bảng!dòng 3", "published-differs")
    assert str(found.expected).startswith("83,90 như bảng xếp hạng (Bộ Nội vụ): xếp hạng.xlsx")
    assert found.found == "83,93"


def test_rounding_is_no_difference_from_what_is_published(desk: Desk) -> None:
    desk.loaded(LEAGUE.replace("83,93", "83,94"))
    assert told(desk, *desk.one(TOTAL)) == []  # 83,94 − 83,93 = 0,01


def test_a_league_beside_the_tables_of_those_it_ranks(desk: Desk) -> None:
    desk.loaded(TOTAL, name="lâm đồng.xlsx")
    assert told(desk, *desk.one(LEAGUE)) == []
    table, content = desk.one(LEAGUE.replace("83,93", "83,39"))
    (found,) = intake.against_store(desk.store, table, content)
    assert (place(found), found.code) == ("Bảng!C6", "published-differs")
    assert str(found.expected).startswith("83,93 như bảng đã nạp: lâm đồng.xlsx › Bảng › dòng 4")


def test_a_league_of_another_year_says_nothing(desk: Desk) -> None:
    desk.loaded(TOTAL)
    table, content = desk.one(LEAGUE.replace("83,93", "83,39"))
    assert told(desk, desk.again(table, content, year=2019), content) == []


def test_a_table_of_which_it_is_unknown_whose_it_is_is_compared_with_nothing(desk: Desk) -> None:
    table, content = desk.one(SCORES)
    desk.load(table, content)
    assert told(desk, replace(table, organisation=None), content) == []
    assert told(desk, replace(table, year=None), content) == []


# Two tables of one upload


def test_two_tables_of_one_thing_in_one_file_clash(desk: Desk) -> None:
    other = SCORES.replace("7,47           | 1,03", "7,50           | 1,00")
    tables = desk.read(desk.book(Một=SCORES, Hai=other, Ba=SCORES))
    found = intake.clashes(tables)
    assert [[(place(one), one.code) for one in ones] for ones in found] == [
        [],
        [("Hai!dòng 3", "other-values-loaded")],
        [("Ba!dòng 3", "other-values-loaded")],  # beside Hai; Một says the same
    ]
    assert found[1][0].found == "2 ô khác"
    assert "Một" in str(found[1][0].expected)
    assert "gộp các trang" in found[1][0].fix


def test_tables_of_different_things_do_not_clash(desk: Desk) -> None:
    tables = desk.read(desk.book(Một=SCORES, Hai=LEAGUE))
    assert intake.clashes(tables) == ((), ())
