"""Do the units' points add up to the whole, in each of the three ways?"""

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
                "lost_points": lost,
            }
            for task, code, lost in rows
        ],
        columns=[
            *("task", "status", "stake_organisation", "stake_index", "stake_code"),
            "lost_points",
        ],
    ).astype({"lost_points": "float64"})


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


_tasks = st.lists(
    st.tuples(
        st.sampled_from([None, "1", "2", "3.1", "3.2"]),
        st.lists(
            st.tuples(st.sampled_from(["lead", "coordinating"]), st.sampled_from(UNITS)),
            max_size=4,
            unique=True,
        ),
    ),
    max_size=12,
)
_losses = st.fixed_dictionaries(
    dict.fromkeys(
        ["1", "2", "3.1", "3.2"], st.none() | st.integers(0, 5000).map(lambda n: n / 1000)
    )
)


@given(tasks=_tasks, losses=_losses)
def test_the_units_add_up_to_the_whole(
    tasks: list[tuple[str | None, list[tuple[str, str]]]], losses: dict[str, float | None]
) -> None:
    rows = [(str(at), code, losses.get(code or "")) for at, (code, _) in enumerate(tasks)]
    named = [(str(at), *one) for at, (_, units) in enumerate(tasks) for one in units]
    found = loads(board(*rows), roles(*named))
    leads: dict[str, set[str]] = {}
    for code, units in tasks:
        if code and losses[code] is not None:
            leads.setdefault(code, set()).update(unit for role, unit in units if role == "lead")
    whole = {code: losses[code] or 0.0 for code, units in leads.items() if units}
    assert found["shared"].sum() == pytest.approx(sum(whole.values()))
    assert found["lead_only"].sum() == pytest.approx(
        sum(lost for code, lost in whole.items() if len(leads[code]) == 1)
    )
    assert found["in_full"].sum() == pytest.approx(
        sum(lost * len(leads[code]) for code, lost in whole.items())
    )
    assert found["led"].sum() == sum(role == "lead" for _, role, _ in named)
