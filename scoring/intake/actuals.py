"""What is wrong with results of indicators beside the targets, and beside what was told before?"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from scoring.analysis import questions
from scoring.analysis.messages.target_words import value as shown
from scoring.analysis.plans.indicators import Indicator, above_of, indicators
from scoring.analysis.plans.results import ENTERED
from scoring.analysis.questions import Row, records
from scoring.ingest.problems import Place, Problem
from scoring.ingest.table import Table
from scoring.store import Store
from scoring.text import format as fmt
from scoring.text.moments import VIETNAM
from scoring.text.titles import bare_title

Key = tuple[str, int]  # the bare name of an indicator, and the year


def actual_problems(store: Store, table: Table, content: bytes) -> Iterator[Problem]:
    """Whether its indicators are there, and what was told of them since, or by other tables."""
    assert table.organisation is not None
    before = _loaded(store, table, content)
    if before is not None:
        place = Place(table.sheet, table.header)
        found = f"đã nạp: lần nạp {before['batch']} từ {before['file_name']} › {before['sheet']}"
        yield place.problem("already-loaded", "tệp chưa nạp", found)
    named = _named(store, table.organisation.id)
    said = last_said(store, table.organisation.id)
    for row in records(table.frame):
        place = Place(table.sheet, int(row["row"]), table.columns.get("title"))
        of = named.get(bare_title(row["indicator"]))
        if of is None:
            expected = f"chỉ tiêu trong các bảng đã nạp của {table.organisation.name}"
            yield place.problem("actual-indicator-unknown", expected, f"“{row['title']}”")
            continue
        yield from _published(table, row, of)
        if before is None:
            yield from _older(place, table, row, said.get(_key(row)))


def told_otherwise(table: Table, earlier: Sequence[Table]) -> Iterator[Problem]:
    """The indicators of which an earlier table of one upload tells another result of a year."""
    said = {
        (row["organisation"], *_key(row)): (row, other)
        for other in earlier
        if other.kind == table.kind
        for row in records(other.frame)
    }
    for row in records(table.frame):
        first, other = said.get((row["organisation"], *_key(row)), (None, None))
        if first is None or other is None or _same(first, row):
            continue
        where = f"{other.file} › {other.sheet} › dòng {first['row']}"
        place = Place(table.sheet, int(row["row"]), table.columns.get("value"))
        found = shown(row["value"], row["measure"])
        expected = f"{shown(first['value'], row['measure'])} như {where}"
        yield place.problem("actual-told-twice", expected, found)


def last_said(store: Store, organisation: str) -> dict[Key, Row]:
    """The latest word of people and files on each indicator and year; taken back: value None.

    Shape: the rows of `plan_actuals`, by the bare name: of two spellings the later counts.
    """
    rows = questions.rows(store.query, "plan_actuals", organisation=organisation)
    return {_key(row): row for row in sorted(rows, key=lambda row: row["decided_at"])}


def known_before(store: Store, table: Table) -> pd.DataFrame:
    """What is known of the indicators and years of a table, under the names that it has for them.

    Shape: as the table's frame.
    """
    assert table.organisation is not None
    said = last_said(store, table.organisation.id)
    rows = [
        row | {"value": known["value"], "source": known["source"]}
        for row in records(table.frame)
        if (known := said.get(_key(row))) is not None and known["value"] is not None
    ]
    return pd.DataFrame(rows, columns=list(table.frame.columns))


def _key(row: Row) -> Key:
    return bare_title(row["indicator"]), int(row["year"])


def _named(store: Store, organisation: str) -> Mapping[str, Indicator]:
    """The indicators that have a target now, by the bare name that results are kept under."""
    found = indicators(store.query, organisation, above_of(store.query, organisation))
    return {bare_title(one.entered_as): one for one in reversed(found)}


def _loaded(store: Store, table: Table, content: bytes) -> Row | None:
    digest = hashlib.sha256(content).hexdigest()
    asked = {"file_sha256": digest, "sheet": table.sheet, "anchor": table.anchor}
    found = questions.rows(store.query, "loaded_from", **asked)
    return found[0] if found else None


def _published(table: Table, row: Row, of: Indicator) -> Iterator[Problem]:
    """A loaded table that gives another result; that one counts."""
    counts = of.actuals.get(int(row["year"]))
    if counts is None or counts.origin == ENTERED or counts.value == row["value"]:
        return
    source = f" ({counts.source})" if counts.source else ""
    expected = f"{shown(counts.value, of.measure, counts.field_size)} như bảng đã nạp{source}"
    place = Place(table.sheet, int(row["row"]), table.columns.get("value"))
    yield place.problem("actual-published", expected, shown(row["value"], of.measure))


def _older(place: Place, table: Table, row: Row, said: Row | None) -> Iterator[Problem]:
    """A word that came after the file was handed out, and says otherwise."""
    if said is None or table.made_at is None or _same(said, row):
        return
    at = pd.Timestamp(said["decided_at"]).tz_localize("UTC")
    if at > pd.Timestamp(table.made_at):
        when = fmt.when(at.tz_convert(VIETNAM).to_pydatetime())
        by = f" của {said['who']}" if said["who"] else ""
        what = "việc bỏ kết quả" if said["value"] is None else "kết quả"
        made = f"tệp tải ngày {table.made_at.astimezone(VIETNAM):%d/%m/%Y}"
        yield place.problem("actual-older", f"tệp tải sau {what}{by} lúc {when}", made)


def _same(one: Row, other: Row) -> bool:
    return one["value"] == other["value"] and (one["source"] or "") == (other["source"] or "")
