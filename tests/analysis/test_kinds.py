"""Of which kind is a criterion, and who has the last word?"""

from datetime import UTC, datetime

import pytest

from scoring.analysis.questions import rows
from tests.analysis.material import load_scores

NOW = datetime(2026, 11, 22, tzinfo=UTC)

TABLE = """
    STT   | Tiêu chí    | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
    8     | Tác động    | 6,00       | 3,00           | 3,00
    8.5   | GRDP        | 1,00       | 0,00           | 1,00
    8.6   | Chỉ tiêu    | 5,00       | 3,00           | 2,00
    8.6.1 | Cấp tỉnh    | 5,00       | 3,00           | 2,00
    10    | Điểm thưởng | 2,00       | 1,00           | 1,00
"""


@pytest.fixture
def kinds(store):
    batch = load_scores(store, TABLE, criteria_set="par-tinh-2020")

    def asked() -> dict[str, str | None]:
        return {row["code"]: row["kind"] for row in rows(store.query, "losses", batch=batch)}

    return asked


def test_a_kind_is_inherited_from_the_nearest_criterion_above(kinds):
    assert kinds() == {
        "8": "impact",
        "8.5": "impact",
        "8.6": "impact",
        "8.6.1": "impact",
        "10": None,
    }


def test_the_latest_decision_wins_for_the_criterion_and_what_is_under_it(store, kinds):
    store.set_kind("par-tinh-2020", "8.6", "survey", now=NOW)
    store.set_kind("par-tinh-2020", "8.6", "control", now=NOW)
    assert kinds() == {
        "8": "impact",
        "8.5": "impact",
        "8.6": "control",
        "8.6.1": "control",
        "10": None,
    }


def test_a_decision_on_a_domain_does_not_undo_one_made_below_it(store, kinds):
    store.set_kind("par-tinh-2020", "8.6", "control", now=NOW)
    store.set_kind("par-tinh-2020", "8", "survey", now=NOW)
    assert (kinds()["8.5"], kinds()["8.6.1"]) == ("survey", "control")


def test_a_decision_for_another_criteria_set_changes_nothing(store, kinds):
    store.set_kind("par-tinh-2022", "8", "survey", now=NOW)
    assert kinds()["8"] == "impact"
