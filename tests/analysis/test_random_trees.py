"""Do the answers equal a plain sum, whatever the tree and the scores?

All amounts are thousandths of a point in whole numbers, so that the plain sums are exact.
"""

from dataclasses import dataclass, field

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.analysis.questions import rows
from tests.analysis.material import load

UNITS = {"Sở Nội vụ": False, "Sở Tài chính": False, "Các sở": True, "UBND cấp xã": True}


@dataclass
class Node:
    code: str
    parent: str
    maximum: int
    lost: int | None
    leads: frozenset[str]
    children: list["Node"] = field(default_factory=list)


@st.composite
def trees(draw, most_depth=3):
    """Domains down to sub-criteria; parents need not agree with their children."""

    def node(code: str, parent: str, depth: int) -> Node:
        below = draw(st.integers(0, 3)) if depth < most_depth else 0
        made = Node(
            code,
            parent,
            draw(st.integers(0, 30_000)),
            draw(st.one_of(st.none(), st.integers(-2_000, 30_000))),
            draw(st.frozensets(st.sampled_from(sorted(UNITS)), max_size=3)),
        )
        made.children = [node(f"{code}.{n + 1}", code, depth + 1) for n in range(below)]
        return made

    return [node(str(n + 1), "", 1) for n in range(draw(st.integers(1, 4)))]


def flat(nodes):
    for node in nodes:
        yield node
        yield from flat(node.children)


def known(nodes):
    return [node.lost for node in nodes if node.lost is not None]


def thousandths(points):
    return None if points is None else round(points * 1000, 6)


def load_tree(store, top):
    every = list(flat(top))
    scores = [
        {
            "position": position,
            "code": node.code,
            "parent": node.parent,
            "depth": node.code.count(".") + 1,
            "leaf": not node.children,
            "title": f"Tiêu chí {node.code}",
            "max_points": node.maximum / 1000,
            "self_points": None,
            "points": None if node.lost is None else (node.maximum - node.lost) / 1000,
            "lost_points": None if node.lost is None else node.lost / 1000,
            "row": position + 2,
        }
        for position, node in enumerate(every)
    ]
    tasks = [
        {
            "position": position,
            "code": node.code,
            "title": node.code,
            **dict.fromkeys(
                ["goal", "solution", "product", "lead", "coordinating", "deadline", "note"]
                + ["section", "purpose", "index_name"]
            ),
            "row": position + 2,
        }
        for position, node in enumerate(every)
    ]
    units = [
        {"position": position, "role": "lead", "unit": unit, "unit_group": UNITS[unit]}
        for position, node in enumerate(every)
        for unit in sorted(node.leads)
    ]
    frames = {"score": scores, "task": tasks, "task_unit": units}
    return load(
        store,
        {name: pd.DataFrame(found) for name, found in frames.items()},
        kind="scores",
        organisation="lam-dong",
        year=2020,
        total_max=100.0,
        criteria_set="par-tinh-2020",
    )


random_trees = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each tree is its own batch
)


@random_trees
@given(top=trees())
def test_totals_are_those_of_the_top_rows(store, top):
    total = rows(store.query, "totals", batch=load_tree(store, top))[0]
    leaves = [node for node in flat(top) if not node.children]
    complete = len(known(top)) == len(top)
    assert thousandths(total["printed_max"]) == sum(node.maximum for node in top)
    assert thousandths(total["lost"]) == (sum(known(top)) if complete else None)
    assert total["index_value"] == (
        pytest.approx(100 - sum(known(top)) / 1000) if complete else None
    )
    assert thousandths(total["leaves_lost"]) == (sum(known(leaves)) if known(leaves) else None)
    assert total["top_rows_unknown"] == len(top) - len(known(top))
    assert total["leaves_unknown"] == len(leaves) - len(known(leaves))


@random_trees
@given(top=trees())
def test_leaves_are_ranked_and_add_up(store, top):
    found = rows(store.query, "leaves", batch=load_tree(store, top))
    leaves = [node for node in flat(top) if not node.children]
    whole = sum(known(leaves))
    assert {row["code"] for row in found} == {node.code for node in leaves}
    losses = [thousandths(row["lost_points"]) for row in found if row["rank"]]
    assert losses == sorted(known(leaves), reverse=True)
    if whole > 0:
        so_far = [sum(losses[: place + 1]) / whole for place in range(len(losses))]
        assert [row["cumulative_share"] for row in found if row["rank"]] == pytest.approx(so_far)


@random_trees
@given(top=trees())
def test_kinds_add_up_to_the_leaves(store, top):
    found = rows(store.query, "losses_by_kind", batch=load_tree(store, top))
    leaves = [node for node in flat(top) if not node.children]
    # The criteria set knows the domains 1 to 4 as within control.
    assert [row["kind"] for row in found] == ["control"]
    assert sum(row["leaves"] for row in found) == len(leaves)
    assert sum(thousandths(row["lost_points"]) or 0 for row in found) == sum(known(leaves))


@random_trees
@given(top=trees())
def test_one_level_holds_the_children_and_no_others(store, top):
    batch = load_tree(store, top)
    widest = max(flat(top), key=lambda node: (len(node.children), node.code))
    for node in [Node("", "", 0, None, frozenset(), top), widest]:
        under = rows(store.query, "losses_under", batch=batch, parent=node.code)
        assert {row["code"]: thousandths(row["lost_points"]) for row in under} == {
            child.code: child.lost for child in node.children
        }


@random_trees
@given(top=trees())
def test_units_share_what_the_leaves_lost(store, top):
    batch = load_tree(store, top)
    leaves = [node for node in flat(top) if not node.children]
    found = {row["unit"]: row for row in rows(store.query, "unit_points", batch=batch)}
    for unit, row in found.items():
        led = [node for node in leaves if unit in node.leads]
        assert row["led"] == len(led)
        assert thousandths(row["in_full"]) == sum(known(led))
        assert thousandths(row["lead_only"]) == sum(known(n for n in led if len(n.leads) == 1))
        assert row["shared"] == pytest.approx(
            sum((node.lost or 0) / len(node.leads) for node in led) / 1000, abs=1e-9
        )
    nobody = rows(store.query, "group_only", batch=batch)[0]
    groups = [n for n in leaves if n.leads and all(UNITS[unit] for unit in n.leads)]
    assert thousandths(nobody["lost_points"]) == sum(known(groups))
    assert thousandths(nobody["no_lead_points"]) == sum(known(n for n in leaves if not n.leads))
    shared = sum(row["shared"] for row in found.values()) + nobody["no_lead_points"]
    assert shared == pytest.approx(sum(known(leaves)) / 1000, abs=1e-9)


@random_trees
@given(top=trees())
def test_what_each_parent_differs_from_its_children(store, top):
    found = rows(store.query, "reconciliation", batch=load_tree(store, top))
    for row, node in zip(found, flat(top), strict=True):
        closed = node.lost is not None and len(known(node.children)) == len(node.children)
        differs = node.lost - sum(known(node.children)) if closed and node.children else None
        assert thousandths(row["children_residual"]) == differs
        assert row["residual"] in (None, 0.0)
