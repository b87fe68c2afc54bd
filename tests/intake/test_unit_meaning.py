"""A name is explained once: are its tables read again with it, and with nothing else changed?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scoring import intake
from scoring.analysis import questions
from scoring.ingest.corrections import Correction
from scoring.ingest.said import Said
from scoring.settings import settings
from scoring.store import open_store
from tests.ingest.conftest import PROVINCE, rows_of, workbook

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
TABLE = """
    STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
    1   | Chỉ đạo  | 10         | 8              | 2           | Sở Vũ trụ
    2   | Thể chế  | 10         | bảy            | 3           | Sở Nội vụ
"""
MENDED = Correction("Bảng", 5, "D", "bảy", "7")


@pytest.fixture
def store():
    opened = open_store(":memory:")
    yield opened
    opened.close()


@pytest.fixture
def reference():
    return intake.reference_of(settings())[0]


def loaded(store, reference, content: bytes, said: Said) -> str:
    (first,) = intake.read("bang.xlsx", content, reference, settings())
    table = intake.read_again(first, content, reference, settings(), said)
    return intake.load(store, table, content, reference, NOW, said=said).batch


def mean(store, reference, printed="Sở Vũ trụ", unit="Sở Y tế"):
    return intake.mean_unit(
        store, reference, settings(), "lam-dong", printed, unit, now=NOW, who="Lan"
    )


def leads(store) -> list[str]:
    return questions.ask(store.query, "tasks_units", organisation="lam-dong")["unit"].tolist()


@pytest.mark.parametrize("unit", ["Sở Y tế", "Sở Vũ trụ"])
def test_what_was_corrected_stays_corrected(store, reference, unit: str) -> None:
    content = workbook({"Bảng": [[PROVINCE], [], *rows_of(TABLE)]})
    before = loaded(store, reference, content, Said(corrections=(MENDED,)))
    assert mean(store, reference, unit=unit) == intake.Meant(("bang.xlsx",), ())
    assert leads(store) == [unit, "Sở Nội vụ"]
    # Of a unit of its own only the doubt is gone, so the table is the one that was there.
    latest = store.history().iloc[0]
    assert (latest["id"] != before) == (unit == "Sở Y tế")
    scores = questions.ask(store.query, "batch_scores", batch=latest["id"], first=0, most=9)
    assert scores["points"].tolist() == [8.0, 7.0]
    assert intake.remembered(store).units == {"Sở Vũ trụ": unit}


def test_what_a_person_said_of_the_place_is_said_again(store, reference) -> None:
    content = workbook({"Bảng": rows_of(TABLE.replace("bảy", "7"))})
    who = intake.organisation_named("Lâm Đồng", reference, 2020)
    loaded(store, reference, content, Said(organisation=who, year=2020, index="PAR"))
    assert mean(store, reference).done == ("bang.xlsx",)
    assert leads(store) == ["Sở Y tế", "Sở Nội vụ"]


def test_a_table_that_would_read_otherwise_is_left_as_it_is(store, reference) -> None:
    content = workbook({"Bảng": [[PROVINCE], [], *rows_of(TABLE.replace("bảy", "7"))]})
    (table,) = intake.read("bang.xlsx", content, reference, settings())
    # As if an earlier release had read its titles otherwise.
    frame = table.frame.assign(title=["Chỉ đạo", "Thể chế xưa"])
    intake.load(store, replace(table, frame=frame), content, reference, NOW)
    assert mean(store, reference) == intake.Meant((), ("bang.xlsx",))
    assert leads(store) == ["Sở Vũ trụ", "Sở Nội vụ"]
    assert intake.remembered(store).units == {}


def test_a_name_that_no_table_prints_is_refused(store, reference) -> None:
    with pytest.raises(KeyError, match="Sở Khác"):
        mean(store, reference, printed="Sở Khác")
