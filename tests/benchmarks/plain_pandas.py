"""The same answers in plain pandas, over frames that are in memory already: a peer to measure by.

The peer has every advantage: the texts that a page shows are left out, what the store keeps ready
is ready here too, and keys are categories, so that a comparison is one of integers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.store import Store
from tests.benchmarks.parameters import Drawn

_SCORE = (
    "select batch, code, parent, leaf, position, max_points, points, lost_points from score "
    "order by batch, position"
)
_BATCH = (
    "select id, kind, index_name, organisation, level, parent, year, total_max from batch "
    "where is_current order by id"
)
_TOTAL = "select batch, printed_max, lost, leaves_lost from score_total order by batch"
_LEAGUE = "select batch, organisation, rank, field_size, value from league order by batch, position"


@dataclass(frozen=True)
class Frames:
    """The tables as pandas has them."""

    score: pd.DataFrame
    batch: pd.DataFrame
    total: pd.DataFrame
    league: pd.DataFrame


def frames_of(store: Store) -> Frames:
    """All of it in memory."""
    keys = ["batch", "code", "parent"]
    return Frames(
        store.query(_SCORE).astype(dict.fromkeys(keys, "category")),
        store.query(_BATCH),
        store.query(_TOTAL),
        store.query(_LEAGUE).astype({"batch": "category"}),
    )


def _rows(frames: Frames, one: Drawn) -> pd.DataFrame:
    return frames.score[frames.score["batch"] == one.batch]


def _totals(frames: Frames, one: Drawn) -> pd.DataFrame:
    total = frames.total[frames.total["batch"] == one.batch]
    most = frames.batch.loc[frames.batch["id"] == one.batch, "total_max"].iloc[0]
    points = most - total["lost"]
    return total.assign(total_max=most, points=points, index_value=100 * points / most)


def _losses_under(frames: Frames, one: Drawn) -> pd.DataFrame:
    rows = _rows(frames, one)
    above = one.code.partition(".")[0]
    whole = rows.loc[rows["code"] == above, "lost_points"].sum()
    found = rows[rows["parent"] == above].sort_values("lost_points", ascending=False, kind="stable")
    return found.assign(share=found["lost_points"] / whole if whole > 0 else np.nan)


def _leaves(frames: Frames, one: Drawn) -> pd.DataFrame:
    rows = _rows(frames, one)
    found = rows[rows["leaf"]].sort_values("lost_points", ascending=False, kind="stable")
    lost = found["lost_points"]
    return found.assign(share=lost / lost.sum(), cumulative_share=lost.cumsum() / lost.sum())


def _index_values(frames: Frames, one: Drawn) -> pd.DataFrame:
    batch = frames.batch
    own = batch[
        (batch["organisation"] == one.organisation)
        & (batch["kind"] == "scores")
        & (batch["index_name"] == "PAR")
    ]
    ranked = frames.league[frames.league["organisation"] == one.organisation]
    ranked = ranked.merge(batch[["id", "year"]], left_on="batch", right_on="id")
    found = own.merge(frames.total, left_on="id", right_on="batch")
    found = found.merge(ranked[["year", "rank", "field_size"]], on="year", how="outer")
    value = 100 * (found["total_max"] - found["lost"]) / found["total_max"]
    return found.assign(index_value=value).sort_values("year")


def _own_values(frames: Frames, one: Drawn) -> pd.DataFrame:
    batch = frames.batch
    asked = batch[
        (batch["level"] == one.level)
        & (batch["year"] == one.year)
        & (batch["kind"] == "scores")
        & (batch["index_name"] == "PAR")
    ]
    found = asked.merge(frames.total, left_on="id", right_on="batch")
    value = 100 * (found["total_max"] - found["lost"]) / found["total_max"]
    return found.assign(value=value).sort_values("organisation")


def _league_place(frames: Frames, one: Drawn) -> pd.DataFrame:
    batch = frames.batch
    of_year = batch.loc[(batch["kind"] == "league") & (batch["year"] == one.year), "id"]
    ranked = frames.league[frames.league["organisation"] == one.organisation]
    place = ranked[ranked["batch"].isin(of_year)].iloc[[0]]
    field = frames.league[frames.league["batch"] == place["batch"].iloc[0]]["value"]
    return place.assign(mean=field.mean(), median=field.median(), best=field.max())


def _members_domains(frames: Frames, one: Drawn) -> pd.DataFrame:
    batch = frames.batch
    member = batch[
        (batch["parent"] == one.province)
        & (batch["level"] == one.below)
        & (batch["year"] == one.year)
        & (batch["kind"] == "scores")
    ]
    score = frames.score
    top = score[(score["parent"] == "") & score["batch"].isin(member["id"])]
    found = top.merge(member[["id", "organisation"]], left_on="batch", right_on="id")
    found = found.sort_values(["organisation", "position"])
    return found.assign(reached=100 * found["points"] / found["max_points"])


ANSWERS: Mapping[str, Callable[[Frames, Drawn], pd.DataFrame]] = {
    "totals": _totals,
    "losses_under": _losses_under,
    "leaves": _leaves,
    "index_values": _index_values,
    "own_values": _own_values,
    "league_place": _league_place,
    "members_domains": _members_domains,
}


def same(name: str, answer: pd.DataFrame, frames: Frames, one: Drawn) -> None:
    """Whether both say the same.

    Raises: AssertionError with the question's name where a number differs.
    """
    theirs = ANSWERS[name](frames, one)
    shared = [
        column
        for column in answer.select_dtypes("number").columns.intersection(theirs.columns)
        if column not in ("row", "position")
    ]
    assert shared, f"{name}: nothing to compare"
    assert len(answer) == len(theirs), f"{name}: {len(answer)} rows, {len(theirs)} in pandas"
    ours, others = (frame[shared].to_numpy(dtype=float) for frame in (answer, theirs))
    assert np.allclose(ours, others, equal_nan=True), f"{name} differs from pandas"
