"""Which units do an organisation's plans name, and how is each printed?"""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.text.unit_names import nearest_name, spelled_name
from scoring.text.units import UnitNames, is_recognised, parse_units
from scoring.text.words import fold, sort_key

SPELLED = (
    *("unit", "unit_group", "recognised", "printed", "role", "told", "times", "plan", "year"),
    *("batch", "file_name", "sheet", "row"),
)
_MOST_PROPOSED = 100  # comparing with every known name takes its time

# A word of a group's name → how the names of its members begin.
_HEADS: Mapping[str, tuple[str, ...]] = {
    "sở": ("sở ",),
    "ban": ("ban dân tộc", "ban quản lý ", "ban thi đua"),
    "ngành": ("thanh tra tỉnh", "thanh tra thành phố", "văn phòng ubnd tỉnh")
    + ("văn phòng ubnd thành phố",),
    "bộ": ("bộ ",),
    "phòng": ("phòng ",),
    "thuộc sở": ("văn phòng sở", "thanh tra sở"),
    "huyện": ("ubnd huyện ", "ubnd quận ", "ubnd thị xã ", "ubnd thành phố "),
    "xã": ("ubnd xã ", "ubnd phường ", "ubnd thị trấn ", "ubnd đặc khu "),
    "sự nghiệp": ("trung tâm ", "thư viện ", "bảo tàng ", "nhà hát ", "trường ", "bệnh viện "),
}
# Whose leaders or members of a council are meant: persons, not units.
_PERSONS = ("lãnh đạo", "giám đốc", "đại biểu", "chủ tịch", "thủ trưởng", "cán bộ", "trưởng ")


def spelled(cells: pd.DataFrame, names: UnitNames) -> pd.DataFrame:
    """Every unit in every cell, by the names that are known now.

    Shape: `cells` as the question `units_named`; gives SPELLED: printed is the name within its
        cell, times in how many cells, recognised as text.units says.
    """
    rows = [
        (unit.name, unit.group, is_recognised(unit, names), unit.printed)
        + tuple(row[name] for name in SPELLED[4:])
        for row in records(cells)
        for unit in parse_units(row["text"], names)
    ]
    found = pd.DataFrame(rows, columns=list(SPELLED))
    return found.astype({"unit_group": "bool", "recognised": "bool", "times": "int64"})


def registry(found: pd.DataFrame) -> pd.DataFrame:
    """One row per unit, the most often named first.

    Shape: `found` as `spelled` gives it; unit, unit_group, recognised, spellings (a list of printed
        and times, the usual one first), times, led, coordinated (cells of tasks), targets (cells),
        plans (documents).
    """
    rows = [
        {
            "unit": unit,
            "unit_group": bool(one["unit_group"].any()),
            "recognised": bool(one["recognised"].all()),
            "spellings": _spellings(one),
            "times": int(one["times"].sum()),
            "led": _times(one, "task", "lead"),
            "coordinated": _times(one, "task", "coordinating"),
            "targets": _times(one, "target", "lead"),
            "plans": int(one[["plan", "year"]].drop_duplicates().shape[0]),
        }
        for unit, one in found.groupby("unit", sort=False)
    ]
    rows.sort(key=lambda row: (-row["times"], sort_key(row["unit"])))
    columns = ["unit", "unit_group", "recognised", "spellings", "times", "led", "coordinated"]
    return pd.DataFrame(rows, columns=[*columns, "targets", "plans"])


def unknown(found: pd.DataFrame, names: UnitNames) -> pd.DataFrame:
    """One row per name that is not known, with the known name that it is most like.

    Shape: unit, printed (as its first cell has it), likely (null where no name is near), times,
        batch, file_name, sheet, row (of the first cell); the most often named first.
    """
    rows = []
    for unit, one in found[~found["recognised"]].groupby("unit", sort=False):
        first = one.iloc[0]
        place = {name: first[name] for name in ("printed", "batch", "file_name", "sheet", "row")}
        rows.append({"unit": unit, **place, "times": int(one["times"].sum())})
    rows.sort(key=lambda row: (-row["times"], sort_key(row["unit"])))
    for at, row in enumerate(rows):
        row["likely"] = nearest_name(row["unit"], names) if at < _MOST_PROPOSED else None
    columns = ["unit", "printed", "likely", "times", "batch", "file_name", "sheet", "row"]
    return pd.DataFrame(rows, columns=columns)


def stale(cells: pd.DataFrame, names: UnitNames) -> pd.DataFrame:
    """The cells of tasks that mean other units now than when they were loaded.

    Shape: the columns of the question `units_named`, and now (the units by the names of today, one
        a line).
    """
    tasks = cells[cells["units"].notna()]
    now = ["\n".join(sorted(one.name for one in parse_units(t, names))) for t in tasks["text"]]
    told = tasks.assign(now=now)
    before = ["\n".join(sorted(units.splitlines())) for units in tasks["units"]]
    return told[told["now"] != before].reset_index(drop=True)


def now_called(mergers: pd.DataFrame, names: UnitNames) -> dict[str, list[Row]]:
    """The units that merged by the name that plans know them by, and what became of each.

    Shape: `mergers` as the question; the unit's known name → the rows of `mergers`, with `now`, the
        known name of the new one (as it is written, where none is known).
    """
    found: dict[str, list[Row]] = {}
    for row in records(mergers[~mergers["own"].astype(bool)]):
        old = spelled_name(row["old_name"], names)
        new = spelled_name(row["new_name"], names) or row["new_name"]
        if old and old != new:
            found.setdefault(old, []).append(row | {"now": new})
    return found


def likely_members(
    group: str, units: Iterable[str], organisations: pd.DataFrame, names: UnitNames, on: date
) -> list[str]:
    """Who a group may mean: known departments of the place, then units that its plans name.

    For a person to confirm; none for a group of persons.

    Shape: `organisations` has name, level, valid_from, valid_to of those directly under the place;
        `on` is a day of the plan.
    """
    folded = fold(group).replace("chuyên ngành", "")
    if folded.startswith(_PERSONS):
        return []
    # Units of one department are no departments.
    words = ("phòng", "thuộc sở", "sự nghiệp") if "thuộc sở" in folded else tuple(_HEADS)
    heads = tuple(head for word in words if word in folded for head in _HEADS[word])
    placed = [
        spelled_name(row["name"], names) or row["name"]
        for row in records(organisations)
        if _stood(row, on)
    ]
    every = dict.fromkeys([*placed, *units])
    kept = [unit for unit in every if heads and f"{fold(unit)} ".startswith(heads)]
    return sorted((unit for unit in kept if unit not in names.groups), key=sort_key)


def _stood(row: Row, on: date) -> bool:
    begun = row["valid_from"] is None or pd.Timestamp(row["valid_from"]).date() <= on
    return begun and (row["valid_to"] is None or pd.Timestamp(row["valid_to"]).date() >= on)


def _spellings(one: pd.DataFrame) -> list[tuple[str, int]]:
    counted = one.groupby("printed", sort=False)["times"].sum()
    pairs = [(str(printed), int(times)) for printed, times in counted.items()]
    return sorted(pairs, key=lambda pair: (-pair[1], sort_key(pair[0])))


def _times(one: pd.DataFrame, told: str, role: str) -> int:
    return int(one.loc[(one["told"] == told) & (one["role"] == role), "times"].sum())
