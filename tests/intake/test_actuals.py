"""Files of results against what is loaded: indicators, differences, later words, taking back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoring import intake
from scoring.analysis.plans.indicators import indicators
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.table import Table
from scoring.store import Actual, Loaded, Store, open_store
from tests.analysis.material import load_league
from tests.intake.actual_desk import MADE, aimed, codes, edited, fill, filled, handed_out, one

ONLINE = "Hồ sơ trực tuyến"
LATER = MADE + timedelta(days=1)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(Path(__file__).parents[2] / "data" / "reference")[0]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    aimed(opened)
    yield opened
    opened.close()


def load(store: Store, reference: Reference, content: bytes, at: datetime = LATER) -> Loaded:
    return intake.load(store, one(content, reference), content, reference, at, who="Lan")


def reached(store: Store) -> dict[tuple[str, int], float]:
    """What counts of each indicator and year."""
    found = indicators(store.query, "lam-dong", None)
    return {(of.title, year): one.value for of in found for year, one in of.actuals.items()}


def beside(store: Store, table: Table, content: bytes) -> list[tuple[str | None, str]]:
    return codes(intake.against_store(store, table, content))


def test_results_are_loaded_once_and_taken_back_with_their_batch(
    store: Store, reference: Reference
) -> None:
    content = filled(handed_out(store), online=("84,5", "Báo cáo 99"), days="3")
    batch = load(store, reference, content)
    assert reached(store) == {(ONLINE, 2023): 84.5, ("Thời gian giải quyết", 2023): 3.0}
    online = indicators(store.query, "lam-dong", None)[0].actuals[2023]
    assert (online.source, online.batch, online.file_name, online.row) == (
        *("Báo cáo 99", batch.batch, "ket-qua.xlsx", 5),
    )
    assert load(store, reference, content) == Loaded(batch.batch, already=True)
    assert beside(store, one(content, reference), content) == [("4", "already-loaded")]
    store.undo(batch.batch, now=LATER)
    assert reached(store) == {}
    assert beside(store, one(content, reference), content) == []
    store.restore(batch.batch, now=LATER)
    assert reached(store)[ONLINE, 2023] == 84.5


def test_the_latest_word_that_is_not_undone_counts_of_page_and_file(
    store: Store, reference: Reference
) -> None:
    store.say([Actual("lam-dong", ONLINE, 2023, 70.0)], now=MADE - timedelta(days=1))
    first = load(store, reference, filled(handed_out(store), online="80"))
    assert reached(store) == {(ONLINE, 2023): 80.0}
    second = load(store, reference, filled(handed_out(store), online="85"))
    store.undo(first.batch, now=LATER)
    assert reached(store) == {(ONLINE, 2023): 85.0}
    store.undo(second.batch, now=LATER)
    assert reached(store) == {(ONLINE, 2023): 70.0}
    again = store.restore(first.batch, now=LATER)
    assert reached(store) == {(ONLINE, 2023): 80.0}
    store.say([Actual("lam-dong", ONLINE, 2023, None)], now=LATER)
    assert reached(store) == {}
    store.undo(again.batch, now=LATER)
    assert reached(store) == {}


def test_of_two_spellings_of_an_indicator_the_later_word_counts(store: Store) -> None:
    spellings = [("HỒ SƠ TRỰC TUYẾN", 60.0), (ONLINE, 61.0), ("Hồ sơ  trực tuyến", 62.0)]
    for name, value in spellings:
        store.say([Actual("lam-dong", name, 2023, value)], now=LATER)
    assert reached(store) == {(ONLINE, 2023): 62.0}
    store.say([Actual("lam-dong", ONLINE, 2023, None)], now=LATER)
    assert reached(store) == {}


def test_what_is_known_stands_in_the_next_file_and_says_nothing_new(
    store: Store, reference: Reference
) -> None:
    load(store, reference, filled(handed_out(store), online=("84,5", "Báo cáo 99")))
    again = filled(handed_out(store, made=MADE + timedelta(days=2)), pci="12")
    table = one(again, reference)
    assert table.frame["indicator"].tolist() == ["Xếp hạng PCI (hạng)"]
    assert table.problems[0].found == "2 dòng để trống, 1 dòng như lúc tải tệp"


def test_differences_are_against_what_is_known(store: Store, reference: Reference) -> None:
    store.say([Actual("lam-dong", ONLINE, 2023, 70.0, "Báo cáo 1")], now=MADE - timedelta(days=1))
    content = filled(handed_out(store), online=("84,5", "Báo cáo 99"), pci="12")
    found = intake.changes(store, one(content, reference))
    cells = found[["title", "field", "old", "new", "change", "row"]]
    assert list(cells.itertuples(index=False, name=None)) == [
        (f"{ONLINE}, năm 2023", "value", 70.0, 84.5, "changed", 5),
        (f"{ONLINE}, năm 2023", "source", "Báo cáo 1", "Báo cáo 99", "changed", 5),
        ("Xếp hạng PCI, năm 2023", "value", None, 12.0, "added", 8),
    ]


def test_two_batches_of_results_are_compared(store: Store, reference: Reference) -> None:
    before = load(store, reference, filled(handed_out(store), online="80"))
    after = load(store, reference, filled(handed_out(store), online="85"))
    (row,) = intake.batch_changes(store, before.batch, after.batch).to_dict("records")
    assert (row["title"], row["old"], row["new"]) == (f"{ONLINE}, năm 2023", 80.0, 85.0)


def test_a_word_that_came_after_the_file_was_handed_out_is_told_with_both_days(
    store: Store, reference: Reference
) -> None:
    content = filled(handed_out(store), online="84,5", pci="12")
    words = [Actual("lam-dong", ONLINE, 2023, 70.0)]
    words += [Actual("lam-dong", "Xếp hạng PCI (hạng)", 2023, 12.0)]
    store.say(words, now=datetime(2026, 3, 25, 3, 0, tzinfo=UTC), who="Minh")
    (found,) = intake.against_store(store, one(content, reference), content)
    assert (found.code, found.severity, found.row) == ("actual-older", "warning", 5)
    assert found.expected == "tệp tải sau kết quả của Minh lúc 25/03/2026 10:00"
    assert found.found == "tệp tải ngày 20/03/2026"


def test_an_indicator_that_is_not_known_any_more_is_refused(
    store: Store, reference: Reference
) -> None:
    content = filled(handed_out(store), online="84,5", pci="12")
    aimed(store, {"title": ONLINE})  # the same plan again, without the others
    (found,) = intake.against_store(store, one(content, reference), content)
    assert (found.code, found.severity, found.row, found.column) == (
        *("actual-indicator-unknown", "error", 8, "C"),
    )
    assert found.found == "“Xếp hạng PCI”"


def test_a_plan_loaded_again_in_other_letters_keeps_the_indicator(
    store: Store, reference: Reference
) -> None:
    content = filled(handed_out(store), online="84,5")
    aimed(store, {"title": ONLINE.upper()})
    assert beside(store, one(content, reference), content) == []
    load(store, reference, content)
    assert reached(store) == {(ONLINE.upper(), 2023): 84.5}


def test_a_loaded_table_that_says_otherwise_is_noted(store: Store, reference: Reference) -> None:
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 32/63 | 83,93", year=2023
    )
    aimed(store, {"title": "Chỉ số PAR Index"}, plan="9/KH")

    def say(value: str) -> bytes:
        return edited(handed_out(store), lambda sheet: fill(sheet, "Chỉ số PAR Index", value))

    content = say("84,5")
    (found,) = intake.against_store(store, one(content, reference), content)
    assert (found.code, found.severity, found.column) == ("actual-published", "note", "J")
    assert found.expected.replace("\u00a0", " ").startswith("83,93 % như bảng đã nạp")
    assert found.found.replace("\u00a0", " ") == "84,50 %"
    agreeing = say("83,93")
    assert beside(store, one(agreeing, reference), agreeing) == []


def test_two_files_of_one_upload_that_tell_different_results(
    store: Store, reference: Reference
) -> None:
    first = one(filled(handed_out(store), online="84,5"), reference, "a.xlsx")
    other = one(filled(handed_out(store), online="80", pci="3"), reference, "b.xlsx")
    agreeing = one(filled(handed_out(store), online="84,50"), reference, "c.xlsx")
    assert [codes(found) for found in intake.clashes((first, other))] == [
        [],
        [("J5", "actual-told-twice")],
    ]
    assert not any(intake.clashes((first, agreeing)))
