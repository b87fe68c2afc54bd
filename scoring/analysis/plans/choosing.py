"""Which tasks are asked for: by unit, domain, plan, purpose, state, quarter or report?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoring.analysis.plans.summary import OPEN_STATES, day_kind
from scoring.text.titles import sentence_case
from scoring.text.words import slug

NOT_SAID = "khong-ghi"
_LONGEST = 60  # characters of a key that is made of a heading


@dataclass(frozen=True)
class Wanted:
    """What tasks are asked for; '' asks for all.

    Shape: `domain` and `plan` are keys of `domains` and `plans`; `state` is one of states.STATES or
        'open'; `quarter` is '2021-4', or '2021-0' for the year; `report` is never or silent.
    """

    unit: str = ""
    domain: str = ""
    plan: str = ""
    purpose: str = ""
    state: str = ""
    quarter: str = ""
    report: str = ""


def wanted_tasks(board: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """The tasks of the board that are asked for, in its order.

    Shape: `board` as `with_keys` gives it.
    """
    keep = pd.Series(True, index=board.index)
    if wanted.unit:
        named = zip(board["leads"], board["coordinators"], strict=True)
        keep &= pd.Series(
            [wanted.unit in leads or wanted.unit in others for leads, others in named],
            index=board.index,
            dtype="bool",
        )
    for column, value in (("domain", wanted.domain), ("plan_key", wanted.plan)):
        if value:
            keep &= board[column] == value
    if wanted.purpose:
        keep &= board["purpose"].fillna(NOT_SAID) == wanted.purpose
    if wanted.state:
        states = OPEN_STATES if wanted.state == "open" else (wanted.state,)
        keep &= board["status"].isin(states)
    if wanted.quarter:
        keep &= _in_quarter(board, wanted.quarter)
    if wanted.report:
        keep &= board["silent"] if wanted.report == "silent" else ~board["reported"]
    return board[keep]


def with_keys(board: pd.DataFrame, stakes: pd.DataFrame) -> pd.DataFrame:
    """The board with the keys that its tasks are asked for by.

    The domain of a task is the top row over its criterion, where it is known which; else the
    section of the plan that it stands in.

    Shape: `stakes` as the question `tasks_stakes`; added: domain, domain_name, plan_key, plan_name.
    """
    names = _top_titles(stakes)
    domains = [_domain(row, names) for row in board.itertuples()]
    plans = [_plan(row) for row in board.itertuples()]
    return board.assign(
        domain=[key for key, _ in domains],
        domain_name=[name for _, name in domains],
        plan_key=[key for key, _ in plans],
        plan_name=[name for _, name in plans],
    )


def plan_names(board: pd.DataFrame) -> list[str]:
    """What the plan of each task is called, in the order of the board: its plan_name."""
    return [_plan(row)[1] for row in board.itertuples()]


def options(board: pd.DataFrame, key: str, name: str) -> dict[str, str]:
    """The keys in one column and what each is called, in the order of the board."""
    pairs = board.drop_duplicates(key)[[key, name]]
    return dict(pairs.itertuples(index=False, name=None))


def _in_quarter(board: pd.DataFrame, quarter: str) -> pd.Series:
    year, _, part = quarter.partition("-")
    days = pd.to_datetime(board["due_last"].where(day_kind(board) == "date"))
    found = days.dt.year.astype("Int64").astype(str) == year
    if part not in ("", "0"):
        found &= days.dt.quarter.astype("Int64").astype(str) == part
    return found.fillna(False).astype(bool)


def _domain(row: Any, names: Mapping[tuple[str, str, str], str]) -> tuple[str, str]:
    if isinstance(row.stake_code, str) and row.stake_code and row.link != "doubtful":
        top = row.stake_code.partition(".")[0]
        title = names.get((row.stake_organisation, row.stake_index, top), "")
        return slug(f"{row.stake_index} {top}"), f"{row.stake_index} {top} {title}".strip()
    if isinstance(row.section, str) and row.section:
        return slug(row.section)[:_LONGEST].strip("-"), sentence_case(row.section)
    return NOT_SAID, "Chưa rõ lĩnh vực"


def _plan(row: Any) -> tuple[str, str]:
    """A plan is told by its number, by its file where none is printed."""
    number = row.plan if isinstance(row.plan, str) else ""
    if row.kind == "scores":
        name = f"Bảng điểm {row.index_name} {row.year}"
        return slug(f"{name} {number}"), f"{name} ({number})" if number else name
    told = number or row.file_name
    name = f"Kế hoạch {number} năm {row.year}" if number else f"Kế hoạch năm {row.year} ({told})"
    return slug(f"{told} {row.year}"), name


def _top_titles(stakes: pd.DataFrame) -> dict[tuple[str, str, str], str]:
    """The titles of the top rows, as the latest table prints them."""
    top = stakes[~stakes["code"].str.contains(".", regex=False)]
    return {
        (row.organisation, row.index_name, row.code): sentence_case(str(row.title))
        for row in top.sort_values("year", kind="stable").itertuples()
    }
