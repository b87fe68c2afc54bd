"""What does each unit carry: tasks, and the points of the criteria that they are about?

A criterion counts once, however many tasks are about it; who leads one of them leads it.
"""

import pandas as pd

from scoring.analysis.plans.links import STAKE

MOST_SHARE = 0.2  # of the points with a named lead; more than that on one unit is flagged
_CRITERION = list(STAKE[:3])
_SUMS = ("lead_only", "shared", "in_full")


def loads(board: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per unit, most points shared first.

    Shape: `board` as board.board gives it, `units` as the question `tasks_units`; gives unit,
        unit_group, led, coordinated, overdue, done, doing, not_started (tasks led), lead_only
        (points of the criteria that it leads alone), shared (equal parts among the leads), in_full
        (whole to each lead), coordinated_points (whole), named_share (of the points that have a
        named lead, how much it leads; null for a group), heavy (more than a fifth of them).
    """
    held = board[["task", "status", *_CRITERION, "lost_points"]]
    rows = units.merge(held, on="task", how="inner")
    leads = rows[rows["role"] == "lead"]
    groups = rows.groupby("unit")["unit_group"].any()
    found = pd.DataFrame({"unit_group": groups})
    found["led"] = leads.groupby("unit").size()
    found["coordinated"] = rows[rows["role"] == "coordinating"].groupby("unit").size()
    for status in ("overdue", "done", "doing", "not_started"):
        found[status] = leads[leads["status"] == status].groupby("unit").size()
    points = _points(leads)
    for name in _SUMS:
        found[name] = points.groupby("unit")[name].sum()
    found["coordinated_points"] = (
        _distinct(rows[rows["role"] == "coordinating"]).groupby("unit")["lost_points"].sum()
    )
    named = points[~points["unit_group"]]
    whole = named.drop_duplicates(_CRITERION)["lost_points"].sum()
    share = named.groupby("unit")["in_full"].sum() / whole if whole else pd.Series(dtype="float64")
    counts = ["led", "coordinated", "overdue", "done", "doing", "not_started"]
    sums = [*_SUMS, "coordinated_points"]
    found[counts] = found[counts].fillna(0).astype("int64")
    found[sums] = found[sums].fillna(0.0).round(10)
    found["named_share"] = share.reindex(found.index).astype("float64")
    found["heavy"] = (found["named_share"] > MOST_SHARE).fillna(False).astype("bool")
    ordered = found.rename_axis("unit").reset_index()
    return ordered.sort_values(
        ["shared", "in_full", "led", "unit"], ascending=[False, False, False, True]
    ).reset_index(drop=True)


def _points(leads: pd.DataFrame) -> pd.DataFrame:
    """One row per criterion and lead, with its points counted in three ways."""
    rows = _distinct(leads)
    many = rows.groupby(_CRITERION)["unit"].transform("size")
    return rows.assign(
        lead_only=rows["lost_points"].where(many == 1, 0.0),
        shared=rows["lost_points"] / many,
        in_full=rows["lost_points"],
    )


def _distinct(rows: pd.DataFrame) -> pd.DataFrame:
    """Each criterion once per unit, where its loss is known."""
    known = rows[rows["lost_points"].notna()]
    return known.drop_duplicates([*_CRITERION, "unit"])
