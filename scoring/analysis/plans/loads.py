"""What does each unit carry: tasks, and the points of the criteria that they are about?

A criterion counts once, however many tasks are about it; who leads one of them leads it. Of a
criterion and one under it that both have a lead, the upper one counts with what it lost beside the
lower one, so that all units' points add up to what was lost.
"""

import pandas as pd

from scoring.analysis.plans.criteria import CRITERION, known_criteria, own_losses
from scoring.analysis.plans.groups import expanded

MOST_SHARE = 0.2  # of the points with a named lead; more than that on one unit is flagged
_SUMS = ("lead_only", "shared", "in_full")


def loads(board: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """One row per unit, most points shared first.

    Shape: `board` as board.board gives it, `units` as the question `tasks_units`, or as
        groups.expanded puts members and focal units in the place of groups; gives unit, unit_group,
        led, coordinated, overdue, done, doing, not_started (tasks led), lead_only (points of the
        criteria that it leads alone), shared (equal parts among the leads), in_full (whole to each
        lead), coordinated_points (whole), named_share (of the points that have a named or focal
        lead, how much it leads; null for a group, and for who leads as a member of one only), heavy
        (more than a fifth of them). Points are those of criteria.own_losses among the criteria that
        have a lead, or that are coordinated: below nought where a table's children add up to more
        than their parent.
    """
    held = board[["task", "status", *CRITERION, "stake_year", "lost_points"]]
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
        _distinct(rows[rows["role"] == "coordinating"]).groupby("unit")["own"].sum()
    )
    # What a slip of the table takes off a parent is nobody's part of the whole.
    named = points[points["named"]].assign(own=lambda rows: rows["own"].clip(lower=0.0))
    whole = named.drop_duplicates(CRITERION)["own"].sum()
    share = named.groupby("unit")["own"].sum() / whole if whole else pd.Series(dtype="float64")
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
    # A leaf stands under no leaf: each is a table of its own here.
    told = leaves.assign(status="", stake_year=0, **dict.fromkeys(CRITERION, leaves["task"]))
    return loads(told, expanded(units[["task", "role", "unit", "unit_group"]], meanings))


def _with_named(units: pd.DataFrame) -> pd.DataFrame:
    """The units, and whether each has to answer itself; who does stands before who does not."""
    if "named" not in units:
        return units.assign(named=~units["unit_group"].astype(bool))
    return units.sort_values("named", ascending=False, kind="stable")


def _points(leads: pd.DataFrame) -> pd.DataFrame:
    """One row per criterion and lead, with its points counted in three ways."""
    rows = _distinct(leads)
    many = rows.groupby(CRITERION)["unit"].transform("size")
    return rows.assign(
        lead_only=rows["own"].where(many == 1, 0.0),
        shared=rows["own"] / many,
        in_full=rows["own"],
    )


def _distinct(rows: pd.DataFrame) -> pd.DataFrame:
    """Each criterion once per unit, where its loss is known, with what it lost by itself (own)."""
    criteria = known_criteria(rows.reset_index(drop=True))
    own = criteria[CRITERION].assign(own=own_losses(criteria))
    return rows.drop_duplicates([*CRITERION, "unit"]).merge(own, on=CRITERION, how="inner")
