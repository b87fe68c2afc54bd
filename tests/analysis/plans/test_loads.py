"""Do the units' points add up to the whole, in each of the three ways?"""

from collections.abc import Collection

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.loads import loads

UNITS = ["Sở Nội vụ", "Sở Tài chính", "Các sở, ban, ngành", "Văn phòng UBND tỉnh"]
GROUPS = {"Các sở, ban, ngành"}


def board(*rows: tuple[str, str | None, float | None]) -> pd.DataFrame:
    """Tasks as id, code of the criterion, points that it lost."""
    return pd.DataFrame(
        [
            {
                "task": task,
                "status": "doing",
                "stake_organisation": code and "lam-dong",
                "stake_index": code and "PAR",
                "stake_code": code,
                "stake_year": code and 2020,
                "lost_points": lost,
            }
            for task, code, lost in rows
        ],
        columns=[
            *("task", "status", "stake_organisation", "stake_index", "stake_code"),
            *("stake_year", "lost_points"),
        ],
    ).astype({"stake_year": "Int64", "lost_points": "float64"})


def roles(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Units as task, role, unit."""
    frame = pd.DataFrame(list(rows), columns=["task", "role", "unit"])
    return frame.assign(unit_group=frame["unit"].isin(GROUPS))


def test_three_ways_of_counting_by_hand() -> None:
    found = loads(
        board(("a", "1.5", 1.0), ("b", "2.1", 3.0), ("c", "2.1", 3.0), ("d", None, None)),
        roles(
            ("a", "lead", UNITS[0]),
            ("b", "lead", UNITS[0]),
            ("c", "lead", UNITS[1]),  # 2.1 has two leads through two tasks
            ("b", "coordinating", UNITS[2]),
            ("c", "coordinating", UNITS[2]),
            ("d", "lead", UNITS[1]),
        ),
    ).set_index("unit")
    columns = ["lead_only", "shared", "in_full", "led", "coordinated"]
    assert found.loc[UNITS[0], columns].tolist() == [1.0, 2.5, 4.0, 2, 0]
    assert found.loc[UNITS[1], columns].tolist() == [0.0, 1.5, 3.0, 2, 0]
    assert found.loc[UNITS[2], columns].tolist() == [0.0, 0.0, 0.0, 0, 2]
    assert found.loc[UNITS[2], "coordinated_points"] == 3.0  # once, though two tasks are about it
    assert found["named_share"].round(4).dropna().tolist() == [1.0, 0.75]
    assert found["heavy"].to_dict() == {UNITS[0]: True, UNITS[1]: True, UNITS[2]: False}


def test_a_group_is_no_named_lead() -> None:
    found = loads(
        board(("a", "1", 4.0), ("b", "2", 1.0), ("c", "3", 5.0)),
        roles(("a", "lead", UNITS[0]), ("b", "lead", UNITS[1]), ("c", "lead", UNITS[2])),
    ).set_index("unit")
    assert found.loc[UNITS[0], "named_share"] == pytest.approx(0.8)  # of 5, not of 10
    assert pd.isna(found.loc[UNITS[2], "named_share"])
    assert found["heavy"].to_dict() == {UNITS[0]: True, UNITS[1]: False, UNITS[2]: False}


def test_no_tasks_give_no_units() -> None:
    assert loads(board(), roles()).empty


def test_who_leads_a_criterion_leads_what_it_lost_beside_those_under_it() -> None:
    found = loads(
        board(("a", "1", 5.0), ("b", "1.2", 3.0), ("c", "1.2.1", 2.0), ("d", "2", 1.0)),
        roles(
            ("a", "lead", UNITS[0]),
            ("c", "lead", UNITS[0]),
            ("b", "lead", UNITS[1]),
            ("c", "lead", UNITS[1]),
            ("d", "lead", UNITS[3]),
        ),
    ).set_index("unit")
    # 1: 5 − 3; 1.2: 3 − 2; 1.2.1: 2 between two leads
    assert found["shared"].to_dict() == {UNITS[0]: 3.0, UNITS[1]: 2.0, UNITS[3]: 1.0}
    assert found["lead_only"].to_dict() == {UNITS[0]: 2.0, UNITS[1]: 1.0, UNITS[3]: 1.0}
    assert found["in_full"].to_dict() == {UNITS[0]: 4.0, UNITS[1]: 3.0, UNITS[3]: 1.0}
    assert found["named_share"].to_dict() == pytest.approx(
        {UNITS[0]: 4 / 6, UNITS[1]: 3 / 6, UNITS[3]: 1 / 6}
    )


def test_what_nobody_else_leads_below_stays_with_the_lead_above() -> None:
    found = loads(
        board(("a", "1", 5.0), ("b", "1.2", 3.0)),
        roles(("a", "lead", UNITS[0]), ("b", "coordinating", UNITS[1])),
    ).set_index("unit")
    assert found["shared"].to_dict() == {UNITS[0]: 5.0, UNITS[1]: 0.0}
    assert found["coordinated_points"].to_dict() == {UNITS[0]: 0.0, UNITS[1]: 3.0}


def test_a_slip_of_the_table_stays_with_the_parent() -> None:
    """Lâm Đồng prints 0,05 lost by 3.4 and 0,064 by its children."""
    found = loads(
        board(("a", "3.4", 0.05), ("b", "3.4.1", 0.04), ("c", "3.4.2", 0.024)),
        roles(("a", "lead", UNITS[0]), ("b", "lead", UNITS[1]), ("c", "lead", UNITS[3])),
    ).set_index("unit")
    assert found["shared"].to_dict() == {UNITS[0]: -0.014, UNITS[1]: 0.04, UNITS[3]: 0.024}
    assert found["named_share"].to_dict() == pytest.approx(
        {UNITS[0]: 0.0, UNITS[1]: 0.625, UNITS[3]: 0.375}
    )


def test_of_several_years_the_latest_loss_counts_for_every_lead() -> None:
    tasks = board(("a", "1.5", 1.0), ("b", "1.5", 3.0), ("c", "1", 7.0))
    tasks["stake_year"] = pd.Series([2019, 2021, 2020], dtype="Int64")
    given = roles(("a", "lead", UNITS[0]), ("b", "lead", UNITS[1]), ("c", "lead", UNITS[3]))
    found = loads(tasks, given).set_index("unit")
    # Domain 1 of 2020 repeats nothing of 2021.
    assert found["shared"].to_dict() == {UNITS[3]: 7.0, UNITS[0]: 1.5, UNITS[1]: 1.5}


CODES = ["1", "1.1", "1.1.2", "1.2", "2", "3.1", "3.1.1"]
_tasks = st.lists(
    st.tuples(
        st.sampled_from([None, *CODES]),
        st.lists(
            st.tuples(st.sampled_from(["lead", "coordinating"]), st.sampled_from(UNITS)),
            max_size=4,
            unique=True,
        ),
    ),
    max_size=14,
)
_losses = st.fixed_dictionaries(
    dict.fromkeys(CODES, st.none() | st.integers(-200, 5000).map(lambda n: n / 1000))
)


@given(tasks=_tasks, losses=_losses)
def test_the_units_add_up_to_the_whole(
    tasks: list[tuple[str | None, list[tuple[str, str]]]], losses: dict[str, float | None]
) -> None:
    """Whatever was printed: a parent may lose less than its children, and more than its maximum."""
    rows = [(str(at), code, losses.get(code or "")) for at, (code, _) in enumerate(tasks)]
    named = [(str(at), *one) for at, (_, units) in enumerate(tasks) for one in units]
    found = loads(board(*rows), roles(*named))
    leads: dict[str, set[str]] = {}
    for code, units in tasks:
        led = {unit for role, unit in units if role == "lead"}
        if code and losses[code] is not None and led:
            leads.setdefault(code, set()).update(led)
    own = {code: _own(code, leads, losses) for code in leads}
    top = [code for code in leads if _above(code, leads) is None]
    assert found["shared"].sum() == pytest.approx(sum(losses[code] or 0.0 for code in top))
    assert found["lead_only"].sum() == pytest.approx(
        sum(lost for code, lost in own.items() if len(leads[code]) == 1)
    )
    assert found["in_full"].sum() == pytest.approx(
        sum(lost * len(leads[code]) for code, lost in own.items())
    )
    assert found["named_share"].dropna().between(0, 1 + 1e-9).all()
    assert found["led"].sum() == sum(role == "lead" for _, role, _ in named)


def _above(code: str, among: Collection[str]) -> str | None:
    held = [one for one in among if code.startswith(f"{one}.")]
    return max(held, key=len, default=None)


def _own(code: str, among: Collection[str], losses: dict[str, float | None]) -> float:
    below = [one for one in among if _above(one, among) == code]
    return (losses[code] or 0.0) - sum(losses[one] or 0.0 for one in below)
