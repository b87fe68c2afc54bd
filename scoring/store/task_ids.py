"""Which task of the table loaded before is this one? What is said of a task is kept by its id.

A table is loaded again with rows moved, mended and added; a task that can be told again keeps its
id, and no id is ever given twice within a plan.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import duckdb
import pandas as pd
from rapidfuzz import fuzz

# From the surest to the least: the columns that two rows have alike.
_ALIKE: Sequence[Sequence[str]] = (
    ("code", "title", "solution", "product"),
    ("code", "title"),
    ("title", "solution"),
    ("title",),
)
_SIMILAR = 85.0  # of 100: titles of one code that only differ in wording
_KEY = ("kind", "index_name", "organisation", "level", "year", "plan")


def with_ids(
    cursor: duckdb.DuckDBPyConnection, batch: Mapping[str, object], tasks: pd.DataFrame
) -> pd.DataFrame:
    """The tasks of a new batch with `id`, those of the batch before of the same plan where alike.

    Shape: `batch` as Store.load takes it, `tasks` as the table task without batch and id.
    """
    key = {name: batch[name] for name in _KEY}
    if batch["kind"] != "tasks":
        del key["plan"]  # the tasks beside a score table go with the table
    prefix = blake2b(repr(tuple(key.values())).encode(), digest_size=6).hexdigest()
    before, taken = _before(cursor, key)
    ids = _carried(before, tasks)
    fresh = (f"{prefix}-{number}" for number in range(taken + 1, taken + 1 + len(tasks)))
    return tasks.assign(id=[kept or next(fresh) for kept in ids])


def _before(
    cursor: duckdb.DuckDBPyConnection, key: Mapping[str, object]
) -> tuple[pd.DataFrame, int]:
    """The tasks of the latest batch of the plan, undone or not; the highest number given so far."""
    same = " and ".join(f"batch.{name} is not distinct from ${name}" for name in key)
    cursor.execute(
        f"""
        with loaded as (select id, loaded_at from batch where {same})
        select task.id, task.code, task.title, task.solution, task.product,
            task.batch = (select arg_max(id, loaded_at) from loaded) as latest
        from task where task.batch in (select id from loaded)
        order by task.position
        """,
        dict(key),
    )
    found = cursor.df()
    numbers = found["id"].str.extract(r"-(\d+)$")[0].dropna()
    taken = max(numbers.astype("int64"), default=0)
    return found[found["latest"].astype("bool")], taken


def _carried(before: pd.DataFrame, tasks: pd.DataFrame) -> list[str | None]:
    """For each task the id that it had, None where it is new; each id goes to one task only."""
    ids: list[str | None] = [None] * len(tasks)
    if before.empty:
        return ids
    left = before.fillna("").to_dict("records")
    rows = tasks.fillna("").to_dict("records")
    for columns in _ALIKE:
        known: dict[tuple[str, ...], list[int]] = {}
        for at, row in enumerate(left):
            known.setdefault(tuple(row[name] for name in columns), []).append(at)
        gone: set[int] = set()
        for number, row in enumerate(rows):
            same = known.get(tuple(row[name] for name in columns))
            if ids[number] is None and same:
                at = same.pop(0)
                ids[number] = left[at]["id"]
                gone.add(at)
        left = [row for at, row in enumerate(left) if at not in gone]
    return _reworded(ids, rows, left)


def _reworded(
    ids: list[str | None], rows: Sequence[Mapping[str, str]], left: list[dict[str, str]]
) -> list[str | None]:
    """What is left: the task of the same code whose title only says it in other words."""
    for number, row in enumerate(rows):
        same = [one for one in left if ids[number] is None and row["code"] == one["code"] != ""]
        alike = [(fuzz.ratio(row["title"], one["title"]), at) for at, one in enumerate(same)]
        best, at = max(alike, default=(0.0, 0))
        if best >= _SIMILAR:
            ids[number] = same[at]["id"]
            left = [one for one in left if one is not same[at]]
    return ids
