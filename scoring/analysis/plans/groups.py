"""Who is meant where a group leads: its members, one focal unit, or nobody in particular?

A plan names groups ("Các sở, ban, ngành"); who they are is what a person decides about the plans of
one organisation. Nothing is guessed: a group that nobody decided about stays a group.
"""

from collections.abc import Mapping

import pandas as pd

from scoring.analysis.questions import records

_ONE = ["task", "role", "unit"]
COLUMNS = (*_ONE, "unit_group", "through", "named")


def expanded(units: pd.DataFrame, meanings: pd.DataFrame) -> pd.DataFrame:
    """The units with the members, or the focal unit, in the place of the groups decided about.

    A unit that a task names itself, or that leads it, is not there a second time through a group.
    The members of a group that is a member itself are not looked for.

    Shape: `units` as the question `tasks_units`, `meanings` as `group_meanings`; gives COLUMNS:
        through is the group that stands for the unit (null where it is named itself), named is
        whether the unit itself has to answer: printed, or the focal one, and no group.
    """
    told = units.assign(through=None, named=~units["unit_group"].astype(bool))
    meant = _meant(units, meanings)
    by_group = told["unit_group"].astype(bool) & told["unit"].isin(meant["group"])
    found = told.loc[by_group, ["task", "role", "unit"]].reset_index()
    put = found.merge(meant, left_on="unit", right_on="group", suffixes=("_of", ""))
    put = put.set_index("index").assign(through=lambda rows: rows["group"])
    both = pd.concat([told.loc[~by_group, list(COLUMNS)], put[list(COLUMNS)]])
    both = both.assign(direct=both["through"].isna())
    # A stable order within the cell: as the plan prints it, and the members as they were chosen.
    best = both.sort_values(["direct", "named"], ascending=False, kind="stable")
    once = best.drop_duplicates(_ONE).sort_index(kind="stable")
    return _without_own_help(once)[list(COLUMNS)].reset_index(drop=True)


def has_meaning(units: pd.DataFrame, meanings: pd.DataFrame) -> bool:
    """Whether any group among the units stands for somebody."""
    return not _meant(units, meanings).empty


def criteria_of(
    unit: str,
    criteria: Mapping[str, pd.DataFrame],
    leaf_units: pd.DataFrame,
    meanings: pd.DataFrame,
) -> pd.DataFrame:
    """The leaves that a unit answers for, named or through a group; as lead first, then largest.

    Shape: `criteria` is the unit, and each group → its rows of the question `unit_criteria`; gives
        those columns and through (the group; null where the unit is named itself), with
        share_of_leads among all leads that the groups mean.
    """
    units = leaf_units.rename(columns={"code": "task"})[[*_ONE, "unit_group"]]
    answering = expanded(units, meanings)
    leads = answering[answering["role"] == "lead"].groupby("task").size()
    own = answering[answering["unit"] == unit]
    parts = []
    for name, rows in criteria.items():
        told = own[own["through"].isna() if name == unit else own["through"] == name]
        wanted = pd.MultiIndex.from_frame(told[["task", "role"]])
        kept = rows[pd.MultiIndex.from_frame(rows[["code", "role"]]).isin(wanted)]
        parts.append(kept.assign(through=None if name == unit else name))
    found = pd.concat(parts)
    among = (1 / found["code"].map(leads).astype("float64")).where(found["role"] == "lead")
    told = found.assign(share_of_leads=among.astype("float64"))
    return told.sort_values(["role", "lost_points"], ascending=False, kind="stable")


def groups_of(units: pd.DataFrame) -> list[str]:
    """The groups among the units, those that lead most tasks first."""
    groups = units[units["unit_group"].astype(bool)]
    led = groups[groups["role"] == "lead"].groupby("unit")["task"].nunique()
    every = groups.groupby("unit")["task"].nunique()
    ordered = pd.DataFrame({"led": led.reindex(every.index).fillna(0), "all": every})
    ordered = ordered.rename_axis("unit").reset_index()
    by = ordered.sort_values(["led", "all", "unit"], ascending=[False, False, True])
    return by["unit"].tolist()


def _meant(units: pd.DataFrame, meanings: pd.DataFrame) -> pd.DataFrame:
    """One row per group of the units and unit that it stands for."""
    groups = set(units.loc[units["unit_group"].astype(bool), "unit"])
    known = groups | set(meanings["unit_group"])
    rows = [
        (row["unit_group"], unit, unit in known, row["meaning"] == "focal" and unit not in known)
        for row in records(meanings)
        if row["meaning"] != "group" and row["unit_group"] in groups
        for unit in row["units"].splitlines()
    ]
    found = pd.DataFrame(rows, columns=["group", "unit", "unit_group", "named"])
    return found.astype({"unit_group": "bool", "named": "bool"})


def _without_own_help(units: pd.DataFrame) -> pd.DataFrame:
    """Without those who, through a group, would help with what they lead themselves."""
    lead = units[units["role"] == "lead"]
    leading = pd.MultiIndex.from_frame(lead[["task", "unit"]])
    leads = pd.MultiIndex.from_frame(units[["task", "unit"]]).isin(leading)
    return units[~(leads & (units["role"] != "lead") & units["through"].notna())]
