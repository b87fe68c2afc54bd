"""Is a meeting's review the same to the last digit, whatever is loaded or undone later?"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.questions import Query
from scoring.analysis.review import frozen
from scoring.analysis.review.frozen import MissingAnswer, Recorder, Replay, freeze, thaw
from scoring.analysis.review.gathered import Review, review
from scoring.analysis.review.worded import batches_of, commentary_of, worded
from scoring.ingest.reference import Reference
from scoring.reports.screens.sequence import screens
from scoring.store import Commentary, Store, open_store
from tests import databases

DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 1, tzinfo=UTC)
LAM_DONG = ("lam-dong", 2020)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Reference]]:
    path = tmp_path_factory.mktemp("frozen") / "samples.duckdb"
    databases.samples(path)
    store, reference, _ = intake.open_everything(databases.of(path))
    yield store, reference
    store.close()


def known(reference: Reference) -> dict[str, Any]:
    return {"breaks": reference.breaks, "sets": reference.criteria_sets}


def assert_same(one: Any, other: Any, at: str = "") -> None:
    """Every frame, number and text within, with its type."""
    assert type(one) is type(other), at
    if isinstance(one, pd.DataFrame):
        assert_frame_equal(one, other, check_exact=True, obj=at)
    elif (parts := parts_of(one)) is not None:
        others = parts_of(other) or {}
        assert parts.keys() == others.keys(), at
        for name, part in parts.items():
            assert_same(part, others[name], f"{at}.{name}")
    else:
        assert one == other or (pd.isna(one) and pd.isna(other)), at


def parts_of(one: Any) -> dict[Any, Any] | None:
    """What a value is made of; None for one that stands for itself."""
    if is_dataclass(one):
        return {field.name: getattr(one, field.name) for field in fields(one)}
    if isinstance(one, dict):
        return one
    return dict(enumerate(one)) if isinstance(one, (list, tuple)) else None


def once(store: Store) -> Query:
    """Asks each question once: DuckDB adds up in any order, so a last digit may differ."""
    answers: dict[str, pd.DataFrame] = {}

    def query(sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        asked = f"{sql} {sorted(params.items())}"
        if asked not in answers:
            answers[asked] = store.query(sql, params)
        return answers[asked].copy()

    return query


def live(query: Query, reference: Reference, organisation: str, year: int) -> Review:
    return review(query, organisation, year, DAY, **known(reference))


def test_every_sample_is_the_same_from_its_answers(opened: tuple[Store, Reference]) -> None:
    store, reference = opened
    scopes = store.query("select distinct organisation, year from current_batch order by all")
    assert len(scopes) > 10
    for organisation, year in scopes.itertuples(index=False):
        of_year = (organisation, int(year))
        query = once(store)
        now = live(query, reference, *of_year)
        found, said = thaw(freeze(query, *of_year, DAY, **known(reference)), *of_year, DAY)
        assert_same(now, found, f"{organisation} {year}")
        assert said == commentary_of(now, None)
        assert screens(found, said) == screens(now, said)


def test_later_loads_and_words_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "samples.duckdb"
    databases.samples(path)
    store, reference, _ = intake.open_everything(databases.of(path))
    query = once(store)
    before = live(query, reference, *LAM_DONG)
    batches = batches_of(before)
    store.word_commentary(Commentary(*LAM_DONG, batches, ["Câu của chúng tôi."]), now=NOW)
    answers = freeze(query, *LAM_DONG, DAY, **known(reference))
    for batch in batches:
        store.undo(batch, now=NOW)
    store.word_commentary(Commentary(*LAM_DONG, batches, ["Câu khác."]), now=NOW)
    found, said = thaw(answers, *LAM_DONG, DAY)
    assert_same(before, found)
    assert said == ("Câu của chúng tôi.",)
    with pytest.raises(KeyError):
        live(store.query, reference, *LAM_DONG)
    store.close()


def test_a_question_that_was_not_asked_is_told_apart_from_an_empty_answer() -> None:
    kept = Recorder(lambda sql, params: pd.DataFrame({"n": []}))
    kept("select 1 where $a", {"a": 1})
    asked = Replay(kept.answers)
    assert asked("select 1 where $a", {"a": np.int64(1)}).empty  # DuckDB takes both for one
    with pytest.raises(MissingAnswer, match="select 1"):
        asked("select 1 where $a", {"a": "1"})
    with pytest.raises(MissingAnswer, match="select 2"):
        asked("select 2 where $a", {"a": 1})
    with pytest.raises(MissingAnswer):
        thaw({}, *LAM_DONG, DAY)


@pytest.mark.parametrize(
    ("was", "now", "opens"),
    [
        ("where batch.id in", "where true and batch.id in", True),
        ("batch.is_current\nfrom", "batch.is_current, 1 as more\nfrom", True),
        ("undone_by, is_current", "undone_by, current", False),  # what it promises to give
    ],
)
def test_a_meeting_outlives_a_mended_question_but_not_a_changed_promise(
    opened: tuple[Store, Reference],
    monkeypatch: pytest.MonkeyPatch,
    was: str,
    now: str,
    opens: bool,
) -> None:
    store, reference = opened
    answers = freeze(store.query, *LAM_DONG, DAY, **known(reference))
    before, _ = thaw(answers, *LAM_DONG, DAY)
    text = questions._text
    changed = text("batches").replace(was, now)
    assert changed != text("batches")
    monkeypatch.setattr(
        questions, "_text", lambda name: changed if name == "batches" else text(name)
    )
    frozen._names.cache_clear()
    try:
        if opens:
            assert_same(thaw(answers, *LAM_DONG, DAY)[0], before)
        else:
            with pytest.raises(MissingAnswer):
                thaw(answers, *LAM_DONG, DAY)
    finally:
        frozen._names.cache_clear()


def test_answers_of_every_type_come_back_as_they_were() -> None:
    store = open_store(":memory:")
    sql = """
        select 1::integer as whole, null::integer as gap, 'Đ' as word, null::varchar as none,
            [1, 2] as numbers, ['a', null] as words, []::varchar[] as nothing,
            date '2026-11-12' as day, timestamp '2026-11-12 08:00:00.000001' as moment,
            true as yes, null::boolean as unknown, 0.1 + 0.2 as sum, 'NaN'::double as nan,
            'abc'::blob as bytes, 12.5::decimal(9, 3) as decimal
        union all
        select null, 2, null, null, null, [], ['x'], null, null, null, false, null, 1, null, null
    """
    kept = Recorder(store.query)
    asked = [kept(sql, {}), kept(f"select * from ({sql}) limit 0", {})]
    again = Replay(kept.answers)
    for frame, statement in zip(asked, (sql, f"select * from ({sql}) limit 0"), strict=True):
        assert_frame_equal(again(statement, {}), frame, check_exact=True)
    store.close()


def test_how_a_commentary_was_worded_is_of_its_batches(opened: tuple[Store, Reference]) -> None:
    store, reference = opened
    now = live(store.query, reference, *LAM_DONG)
    assert worded(store.query, *LAM_DONG) is None
    store.word_commentary(Commentary(*LAM_DONG, batches_of(now), ["Một.", "Hai."]), now=NOW)
    saved = worded(store.query, *LAM_DONG)
    assert saved is not None
    assert commentary_of(now, saved) == ("Một.", "Hai.")
    store.word_commentary(Commentary(*LAM_DONG, batches_of(now)[1:], ["Ba."]), now=NOW)
    other = worded(store.query, *LAM_DONG)
    assert other is not None
    assert not other.fits(now)
    assert commentary_of(now, other) == commentary_of(now, None)
    store.word_commentary(Commentary(*LAM_DONG, (), ()), now=NOW)
    assert worded(store.query, *LAM_DONG) is None
