"""Which batches count, and what do their score tables add up to? Both are kept, not asked anew."""

import duckdb

# What tells batches of one kind, index, organisation, level and year apart: plans stand beside
# each other, and no file of progress or of results takes the place of another.
_APART = (
    "case when kind in ('tasks', 'targets') then plan "
    "when kind in ('progress', 'actuals') then id end"
)


def make_latest_current(cursor: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """After a batch was added or undone: of all batches of its key, the latest not undone counts.

    The key is kind, index, organisation, level and year; of plans, the document's number too.
    """
    cursor.execute(
        f"""
        with known as (
            select kind, index_name, organisation, level, year, {_APART} as apart,
                id, undone_at, loaded_at
            from batch
        ),
        changed as (
            select kind, index_name, organisation, level, year, apart from known where id = $batch
        ),
        same as (
            select known.id, row_number() over (
                order by known.undone_at is not null, known.loaded_at desc, known.id desc
            ) = 1 and known.undone_at is null as counts
            from known join changed using (kind, index_name, organisation, level, year)
            where known.apart is not distinct from changed.apart
        )
        update batch set is_current = same.counts from same
        where batch.id = same.id and batch.is_current is distinct from same.counts
        """,
        {"batch": batch_id},
    )


def add_up(cursor: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """Keep what a new batch of scores adds up to."""
    cursor.execute(
        "insert into score_total by name select * from score_sum where batch = $batch",
        {"batch": batch_id},
    )
