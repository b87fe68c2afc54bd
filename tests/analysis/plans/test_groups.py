"""Who is meant by a group, and does every unit's load still add up to the whole?"""

from datetime import UTC, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.plans.groups import COLUMNS, criteria_of, expanded, groups_of, has_meaning
from scoring.analysis.plans.loads import leaf_loads, loads
from scoring.analysis.questions import ask
from scoring.store import GroupMeaning
from tests.analysis.plans.test_loads import GROUPS, UNITS, board, roles

INTERIOR, FINANCE, GROUP, OFFICE = UNITS
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def means(*rows: tuple[str, str, list[str]]) -> pd.DataFrame:
    """Decisions as group, meaning, units."""
    told = [(group, meaning, "\n".join(units)) for group, meaning, units in rows]
    return pd.DataFrame(told, columns=["unit_group", "meaning", "units"])


def shown(units: pd.DataFrame) -> list[tuple]:
    rows = units.astype(object).where(units.notna(), None)
    return list(rows[list(COLUMNS)].itertuples(index=False, name=None))


def test_members_stand_in_the_place_of_their_group() -> None:
    units = roles(("a", "lead", GROUP), ("b", "lead", OFFICE))
    found = expanded(units, means((GROUP, "members", [FINANCE, INTERIOR])))
    assert shown(found) == [
        ("a", "lead", FINANCE, False, GROUP, False),
        ("a", "lead", INTERIOR, False, GROUP, False),
        ("b", "lead", OFFICE, False, None, True),
    ]


def test_a_focal_unit_answers_itself() -> None:
    found = expanded(roles(("a", "lead", GROUP)), means((GROUP, "focal", [INTERIOR])))
    assert shown(found) == [("a", "lead", INTERIOR, False, GROUP, True)]


@pytest.mark.parametrize(
    "decided", [means(), means((GROUP, "group", [])), means(("Khác", "focal", [INTERIOR]))]
)
def test_a_group_that_means_nobody_stays_a_group(decided: pd.DataFrame) -> None:
    units = roles(("a", "lead", GROUP))
    assert shown(expanded(units, decided)) == [("a", "lead", GROUP, True, None, False)]
    assert not has_meaning(units, decided)


def test_who_is_named_is_not_there_again_through_a_group() -> None:
    units = roles(
        ("a", "lead", GROUP),
        ("a", "lead", FINANCE),
        ("b", "lead", INTERIOR),
        ("b", "coordinating", GROUP),
        ("b", "coordinating", OFFICE),
    )
    found = expanded(units, means((GROUP, "members", [FINANCE, INTERIOR, OFFICE])))
    assert [row[:3] + row[4:5] for row in shown(found)] == [
        ("a", "lead", INTERIOR, GROUP),
        ("a", "lead", OFFICE, GROUP),
        ("a", "lead", FINANCE, None),
        ("b", "lead", INTERIOR, None),
        ("b", "coordinating", FINANCE, GROUP),
        ("b", "coordinating", OFFICE, None),
    ]


def test_the_points_of_a_named_lead_do_not_grow_through_its_group() -> None:
    # 'a' is led by the group and by one of its members: 4 points, once.
    units = roles(("a", "lead", GROUP), ("a", "lead", FINANCE), ("b", "lead", GROUP))
    tasks = board(("a", "1", 4.0), ("b", "2", 6.0))
    found = loads(tasks, expanded(units, means((GROUP, "members", [FINANCE, INTERIOR]))))
    told = found.set_index("unit")
    columns = ["lead_only", "shared", "in_full", "led"]
    assert told.loc[FINANCE, columns].tolist() == [0.0, 4 / 2 + 6 / 2, 10.0, 2]
    assert told.loc[INTERIOR, columns].tolist() == [0.0, 4 / 2 + 6 / 2, 10.0, 2]
    assert told.loc[FINANCE, "named_share"] == 1.0  # of the 4 points that it is named for
    assert pd.isna(told.loc[INTERIOR, "named_share"])
    assert told["heavy"].to_dict() == {FINANCE: True, INTERIOR: False}


def test_a_focal_unit_carries_all_that_its_group_leads() -> None:
    units = roles(("a", "lead", GROUP), ("b", "lead", FINANCE))
    tasks = board(("a", "1", 9.0), ("b", "2", 1.0))
    told = loads(tasks, expanded(units, means((GROUP, "focal", [INTERIOR])))).set_index("unit")
    assert told.loc[INTERIOR, ["lead_only", "named_share"]].tolist() == [9.0, 0.9]


def test_the_leaves_of_a_table_with_and_without_its_groups(store, lam_dong) -> None:
    leaves = ask(store.query, "leaf_units", batch=lam_dong)
    columns = ["lead_only", "shared", "in_full", "led", "coordinated"]
    by_table = ask(store.query, "unit_points", batch=lam_dong).set_index("unit")[columns]
    plain = leaf_loads(leaves, means()).set_index("unit")[columns]
    pd.testing.assert_frame_equal(plain.sort_index(), by_table.sort_index(), check_dtype=False)
    group = "Các sở, ban, ngành"
    through = leaf_loads(leaves, means((group, "focal", ["Sở Nội vụ"]))).set_index("unit")
    assert group not in through.index
    assert through["shared"].sum() == pytest.approx(by_table["shared"].sum())


def test_the_criteria_of_a_unit_through_its_group(store, lam_dong) -> None:
    leaves = ask(store.query, "leaf_units", batch=lam_dong)
    group, unit = "Các sở, ban, ngành", "Sở Tài chính"
    criteria = {
        name: ask(store.query, "unit_criteria", batch=lam_dong, unit=name) for name in (unit, group)
    }
    by_name = criteria_of(unit, criteria, leaves, means())
    assert by_name["code"].tolist() == criteria[unit]["code"].tolist()
    assert by_name["through"].isna().all()
    told = criteria_of(unit, criteria, leaves, means((group, "members", [unit, "Sở Nội vụ"])))
    assert not told.duplicated(["code", "role"]).any()
    led = told[told["role"] == "lead"]
    named = set(criteria[unit].query("role == 'lead'")["code"])
    through = set(criteria[group].query("role == 'lead'")["code"])
    assert set(led["code"]) == named | through
    assert set(led.loc[led["through"].notna(), "code"]) == through - named
    # The parts of the criteria add up to what the unit carries when they are shared.
    carried = leaf_loads(leaves, means((group, "members", [unit, "Sở Nội vụ"]))).set_index("unit")
    parts = (led["lost_points"] * led["share_of_leads"]).sum()
    assert parts == pytest.approx(carried.loc[unit, "shared"])


def test_the_latest_word_on_a_group_counts(store) -> None:
    said = [
        GroupMeaning("lam-dong", GROUP, "members", "\n".join(UNITS[:2])),
        GroupMeaning("lam-dong", GROUP, "focal", INTERIOR),
        GroupMeaning("gia-lai", GROUP, "group"),
    ]
    store.say(said, now=NOW, who="Lan")
    (found,) = ask(store.query, "group_meanings", organisation="lam-dong").to_dict("records")
    assert (found["meaning"], found["units"], found["who"]) == ("focal", INTERIOR, "Lan")


def test_groups_that_lead_most_come_first() -> None:
    units = roles(
        ("a", "coordinating", GROUP), ("b", "coordinating", GROUP), ("a", "lead", "Các sở")
    )
    units["unit_group"] = True
    assert groups_of(units) == ["Các sở", GROUP]
    assert groups_of(roles()) == []


_units = st.lists(
    st.tuples(st.sampled_from(["lead", "coordinating"]), st.sampled_from(UNITS)),
    max_size=4,
    unique=True,
)
_tasks = st.lists(st.tuples(st.sampled_from([None, "1", "2", "3.1"]), _units), max_size=10)
_members = st.lists(st.sampled_from([*UNITS, "Sở Y tế"]), min_size=1, max_size=4, unique=True)
_meanings = st.one_of(
    st.just(("group", [])),
    _members.map(lambda units: ("members", units)),
    _members.map(lambda units: ("focal", units[:1])),
)
_losses = st.fixed_dictionaries(
    dict.fromkeys(["1", "2", "3.1"], st.none() | st.integers(0, 5000).map(lambda n: n / 1000))
)


@given(tasks=_tasks, losses=_losses, meaning=_meanings)
def test_the_units_add_up_to_the_whole_whoever_a_group_is(
    tasks: list[tuple[str | None, list[tuple[str, str]]]],
    losses: dict[str, float | None],
    meaning: tuple[str, list[str]],
) -> None:
    rows = [(str(at), code, losses.get(code or "")) for at, (code, _) in enumerate(tasks)]
    named = [(str(at), *one) for at, (_, units) in enumerate(tasks) for one in units]
    stands = {GROUP: meaning[1] or [GROUP]}
    leads: dict[str, set[str]] = {}
    tasks_led: set[tuple[int, str]] = set()
    for at, (code, units) in enumerate(tasks):
        led = {one for role, unit in units if role == "lead" for one in stands.get(unit, [unit])}
        tasks_led |= {(at, unit) for unit in led}
        if code and losses[code] is not None:
            leads.setdefault(code, set()).update(led)
    whole = {code: losses[code] or 0.0 for code, units in leads.items() if units}
    units = expanded(roles(*named), means((GROUP, *meaning)))
    assert not units.duplicated(["task", "role", "unit"]).any()
    found = loads(board(*rows), units)
    assert found["shared"].sum() == pytest.approx(sum(whole.values()))
    assert found["lead_only"].sum() == pytest.approx(
        sum(lost for code, lost in whole.items() if len(leads[code]) == 1)
    )
    assert found["in_full"].sum() == pytest.approx(
        sum(lost * len(leads[code]) for code, lost in whole.items())
    )
    assert found["led"].sum() == len(tasks_led)
    assert set(found.loc[found["unit_group"], "unit"]) <= GROUPS
