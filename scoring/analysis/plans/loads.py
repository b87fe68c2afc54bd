"""What does each unit carry: tasks, and the points of the criteria that they are about?

A criterion counts once, however many tasks are about it; who leads one of them leads it.
"""

import pandas as pd

from scoring.analysis.plans.groups import expanded
from scoring.analysis.plans.links import STAKE

MOST_SHARE = 0.2  # of the points with a named lead; more than that on one unit is flagged
_CRITERION = list(STAKE[:3])
_SUMS = ("lead_only", "shared", "in_full")


def loads(board: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per unit, most points shared first.

    Shape: `board` as board.board gives it, `units` as the question `tasks_units`, or as
        groups.expanded puts members and focal units in the place of groups; gives unit, unit_group,
        led, coordinated, overdue, done, doing, not_started (tasks led), lead_only (points of the
        criteria that it leads alone), shared (equal parts among the leads), in_full (whole to each
        lead), coordinated_points (whole), named_share (of the points that have a named or focal
        lead, how much it leads; null for a group, and for who leads as a member of one only), heavy
        (more than a fifth of them).
    """
    held = board[["task", "status", *_CRITERION, "lost_points"]]
    rows = _with_named(units).merge(held, on="task", how="inner")
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
    named = points[points["named"]]
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


def leaf_loads(leaf_units: pd.DataFrame, meanings: pd.DataFrame) -> pd.DataFrame:
    """The points of a score table's leaves by unit, with who is meant by the groups that lead.

    Shape: `leaf_units` as the question gives it, `meanings` as `group_meanings`; gives what `loads`
        does, with led and coordinated in leaves.
    """
    units = leaf_units.rename(columns={"code": "task"})
    leaves = units.drop_duplicates("task")[["task", "lost_points"]]
    told = leaves.assign(status="", **dict.fromkeys(_CRITERION, leaves["task"]))
    return loads(told, expanded(units[["task", "role", "unit", "unit_group"]], meanings))


def _with_named(units: pd.DataFrame) -> pd.DataFrame:
    """The units, and whether each has to answer itself; who does stands before who does not."""
    if "named" not in units:
        return units.assign(named=~units["unit_group"].astype(bool))
    return units.sort_values("named", ascending=False, kind="stable")


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
