"""What of the change of an index is better work, other weights and other criteria?"""

import pandas as pd
import pytest

from scoring.analysis.years import change as changes
from scoring.analysis.years.domains import domain_pairs
from scoring.analysis.years.matches import Decision, matches
from scoring.analysis.years.tables import year_table
from tests.analysis.year_tables import BEFORE, table


def test_a_year_like_the_last_changes_nothing() -> None:
    one, other = table(2019, BEFORE), table(2020, BEFORE)
    found = matches(one, other, same_set=True)
    assert [match.relation for match in found] == ["same"] * 4
    change = changes.change(one, other, found)
    assert change.total == 0
    assert (change.rows["effect"] == 0).all()


def test_better_work_is_performance_alone() -> None:
    after = [row if row[0] not in ("1", "1.2") else (*row[:3], row[3] - 1) for row in BEFORE]
    one, other = table(2019, BEFORE), table(2020, after)
    change = changes.change(one, other, matches(one, other, same_set=True))
    assert change.sum_of("performance") == pytest.approx(1)
    assert change.sum_of("weights") == change.sum_of("structure") == 0
    assert change.rows.set_index("new").at["1.2", "effect"] == pytest.approx(1)


@pytest.mark.parametrize("same_set", [True, False])
def test_a_table_of_losses_leaves_out_what_was_reached_in_full(same_set: bool) -> None:
    after = [("1", "Chỉ đạo, điều hành", 10, 1), ("1.1", "Kế hoạch cải cách hành chính", 4, 1)]
    one, other = table(2019, BEFORE), table(2020, after)
    found = matches(one, other, same_set=same_set)
    told = {match.old: match for match in found}
    assert {old: match.relation for old, match in told.items()} == {
        ("1.1",): "same",
        ("1.2",): "unprinted",
        ("2.1",): "unprinted",
        ("2.2",): "unprinted",
    }
    assert told[("1.2",)].doubtful is not same_set
    change = changes.change(one, other, found)
    assert change.total == pytest.approx(7)
    assert change.sum_of("performance") == pytest.approx(7)
    assert change.rows.set_index("old").at["2.1", "points_after"] == 80


@pytest.mark.parametrize("same_set", [True, False])
def test_a_criterion_printed_without_points_is_not_taken_for_reached_in_full(
    same_set: bool,
) -> None:
    unknown = [("1.2", "Chế độ báo cáo", 6, None)]
    after = [BEFORE[0], BEFORE[1], *unknown, *BEFORE[3:]]
    for tables, side in (((BEFORE, after), "after"), ((after, BEFORE), "before")):
        one, other = (table(year, rows) for year, rows in zip((2019, 2020), tables, strict=True))
        found = matches(one, other, same_set=same_set)
        assert {match.new: match.relation for match in found}[("1.2",)] == "same"
        change = changes.change(one, other, found)
        row = change.rows.set_index("new").loc["1.2"]
        assert pd.isna(row[f"points_{side}"]) and row[f"max_{side}"] == 6
        assert row[[*changes.EFFECTS, "effect"]].isna().all()
        rest = change.rows.set_index("relation").loc["rest"]
        assert (rest["max_before"], rest["points_before"], rest["effect"]) == (6, 4, 0)
        assert change.residual == 0


def test_the_example_that_the_method_gives() -> None:
    one = table(2022, [("1", "A", 80, 20), ("2", "B", 20, 0)])
    other = table(2023, [("1", "A", 60, 6), ("2", "B", 20, 0), ("3", "C", 20, 12)])
    change = changes.change(one, other, matches(one, other, same_set=False))
    effects = change.rows.set_index("new")[list(changes.EFFECTS)]
    # (0.80 + 0.60) ÷ 2 × (0.90 − 0.75); (0.60 − 0.80) × ((0.75 + 0.90) ÷ 2 − 0.81)
    assert effects.loc["1"].tolist() == pytest.approx([10.5, -0.3, 0])
    assert effects.loc["2"].tolist() == pytest.approx([0, 0, 0])
    assert effects.loc["3"].tolist() == pytest.approx([0, 0, -8.2])  # 0.20 × (0.40 − 0.81)
    assert change.total == pytest.approx(2)


def test_nothing_adds_up_where_a_top_row_has_no_loss() -> None:
    rows = pd.DataFrame(
        {
            "code": ["1", "2"],
            "parent": "",
            "title": "A",
            "leaf": True,
            "max_points": [5.0, 5.0],
            "lost_points": [1.0, None],
        }
    )
    assert year_table(2020, 100, rows) is None
    assert year_table(2020, None, rows.fillna(0)) is None


def test_what_was_split_keeps_its_name_and_what_was_merged_has_all_names() -> None:
    before = [("1", "Hồ sơ", 40, 1), ("2", "Giải ngân", 30, 1), ("3", "Tự chủ", 30, 1)]
    after = [("1", "Cấp tỉnh", 20, 1), ("2", "Cấp xã", 20, 1), ("3", "Tài chính", 60, 1)]
    one, other = table(2019, before), table(2020, after)
    said = [Decision(("1",), ("1", "2")), Decision(("2", "3"), ("3",))]
    rows = changes.change(one, other, matches(one, other, said, same_set=True)).rows
    assert rows[["old", "new", "title", "title_before"]].values.tolist() == [
        ["1", "1, 2", "Hồ sơ", "Hồ sơ"],
        ["2, 3", "3", "Tài chính", "Giải ngân; Tự chủ"],
    ]


def test_what_was_dropped_counts_where_its_domain_went() -> None:
    """Domain 2 became 3; 4 is gone."""
    before = [
        *(("1", "Chỉ đạo", 40, 1), ("2", "Thể chế", 50, 2)),
        *(("2.1", "Văn bản", 30, 1), ("2.2", "Rà soát pháp điển", 20, 1), ("4", "Hội nhập", 10, 1)),
    ]
    after = [("1", "Chỉ đạo", 40, 1), ("3", "Thể chế", 60, 1), ("3.1", "Văn bản", 60, 1)]
    one, other = table(2019, before), table(2020, after)
    rows = changes.change(one, other, matches(one, other, same_set=True)).rows
    told = rows.set_index("old")[["relation", "domain", "domain_before"]].T.to_dict("list")
    assert told == {
        "1": ["same", "1", ""],
        "2.1": ["reweighted", "3", ""],
        "2.2": ["dropped", "3", ""],
        "4": ["dropped", "", "4"],
    }


def test_a_domain_goes_on_where_most_of_its_points_went() -> None:
    before = [
        ("1", "A", 1, 0),
        ("1.1", "Sáng kiến", 1, 0),
        ("2", "B", 99, 9),
        ("2.1", "Kế hoạch", 99, 9),
    ]
    after = [("2", "B", 100, 9), ("2.1", "Kế hoạch", 99, 9), ("2.2", "Sáng kiến", 1, 0)]
    one, other = table(2019, before), table(2020, after)
    pairs = domain_pairs(one, other, matches(one, other, same_set=True))
    assert dict(pairs) == {"2": "2"}


def test_a_domain_is_no_other_one_of_its_code_where_no_criterion_joins_them() -> None:
    before = [("1", "Thể chế", 60, 1), ("2", "Hội nhập quốc tế", 40, 1)]
    for title, pairs in (
        ("Tài chính công", {"1": "1"}),
        ("Hội nhập kinh tế quốc tế", {"1": "1", "2": "2"}),
    ):
        after = [("1", "Thể chế", 60, 1), ("2", title, 40, 1), ("2.1", "Việc khác hẳn", 40, 1)]
        one, other = table(2019, before), table(2020, after)
        alone = [Decision(("2",), ()), Decision((), ("2.1",))]
        found = matches(one, other, alone, same_set=True)
        assert dict(domain_pairs(one, other, found)) == pairs
