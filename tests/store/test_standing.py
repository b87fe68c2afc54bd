"""What is kept ready is what would be found by asking anew."""

from random import Random

import pytest

from scoring.store import Store
from tests.store.material import FILE, NOON, batch, scores

COUNTS_ANEW = """
select id from batch
where undone_at is null
qualify row_number() over (
    partition by kind, index_name, organisation, level, year order by loaded_at desc, id desc
) = 1
order by id
"""


@pytest.mark.parametrize("seed", range(3))
def test_any_history_leaves_the_latest_of_each_key_current(store: Store, seed: int) -> None:
    random = Random(seed)
    for turn in range(25):
        known = store.query("select id, undone_at from batch")
        action = random.choice(["load", "load", "undo", "restore"]) if len(known) else "load"
        if action == "load":
            lost = turn / 100
            described = batch(year=random.choice([2019, 2020]), level=random.choice(["tỉnh", "sở"]))
            store.load(described, {"score": scores(lost)}, FILE, now=NOON)
        elif action == "restore":
            store.restore(random.choice(known["id"].tolist()), now=NOON)
        elif known["undone_at"].isna().any():
            store.undo(random.choice(known.loc[known["undone_at"].isna(), "id"].tolist()), now=NOON)
        counted = store.query("select id from batch where is_current order by id")
        assert counted["id"].tolist() == store.query(COUNTS_ANEW)["id"].tolist()
    alone = store.query("select count(*) = count(distinct loaded_at) as alone from batch")
    assert alone["alone"].all()
    moments = store.query(
        "select score.loaded_at = its.loaded_at as alike "
        "from score join batch as its on its.id = score.batch"
    )
    assert moments["alike"].all()
    assert len(moments) == len(store.query("select batch from score"))
    kept, anew = (
        store.query(f"select * from {table} order by batch").to_dict("list")
        for table in ("score_total", "score_sum")
    )
    assert kept == anew
    assert len(kept["batch"]) == len(store.query("select distinct batch from score"))


def test_a_sum_with_an_unknown_part_is_unknown(store: Store) -> None:
    rows = scores().assign(lost_points=[None, 0.5])
    done = store.load(batch(), {"score": rows}, FILE, now=NOON)
    (total,) = store.query("select * from score_total").to_dict("records")
    assert total["batch"] == done.batch
    assert total["lost"] != total["lost"]
    assert (total["printed_max"], total["leaves_lost"]) == (2, 0.5)
    assert (total["top_rows"], total["top_rows_unknown"], total["leaves"]) == (1, 1, 1)
