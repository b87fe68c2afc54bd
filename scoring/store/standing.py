"""Which batches count, and what do their score tables add up to? Both are kept, not asked anew."""

import duckdb


def make_latest_current(cursor: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """After a batch was added or undone: of all batches of its key, the latest not undone counts.

    The key is kind, index, organisation, level and year.
    """
    cursor.execute(
        """
        with changed as (
            select kind, index_name, organisation, level, year from batch where id = $batch
        ),
        same as (
            select batch.id, row_number() over (
                order by batch.undone_at is not null, batch.loaded_at desc, batch.id desc
            ) = 1 and batch.undone_at is null as counts
            from batch join changed using (kind, index_name, organisation, level, year)
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
