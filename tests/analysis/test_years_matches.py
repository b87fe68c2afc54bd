"""Which criteria of two years are proposed to be the same, and does a decision go before it?"""

import pytest

from scoring.analysis.years import alike
from scoring.analysis.years.matches import Decision, matches
from tests.analysis.year_tables import BEFORE, by_new, table


def test_what_became_of_a_criterion_is_proposed_from_code_and_title() -> None:
    after = [
        ("1", "Chỉ đạo, điều hành", 14, 1),
        ("1.1", "Kế hoạch cải cách hành chính (CCHC)", 4, 0),
        ("1.2", "Chế độ báo cáo", 8, 1),
        ("1.2.1", "Báo cáo quý", 3, 0),
        ("1.2.2", "Báo cáo năm", 5, 1),
        ("1.3", "Sáng kiến", 2, 0),
        ("2", "Thể chế", 86, 5),
        ("2.1", "Văn bản quy phạm pháp luật", 76, 5),
        ("2.3", "Theo dõi thi hành pháp luật", 10, 0),
    ]
    found = by_new(matches(table(2019, BEFORE), table(2020, after), same_set=False))
    assert {new: match.relation for new, match in found.items()} == {
        "1.1": "renamed",
        "1.2.1, 1.2.2": "split",
        "1.3": "new",
        "2.1": "reweighted",
        "2.3": "same",
    }
    assert found["2.3"].old == ("2.2",)
    assert not any(match.doubtful for match in found.values())


def test_a_code_used_again_for_something_else_is_not_the_same_criterion() -> None:
    after = [row if row[0] != "1.2" else ("1.2", "Sáng kiến mới", 6, 2) for row in BEFORE]
    found = matches(table(2019, BEFORE), table(2020, after), same_set=False)
    told = {(match.old, match.new): match.relation for match in found}
    assert told[("1.2",), ()] == "dropped"
    assert told[(), ("1.2",)] == "new"


def test_a_reworded_title_asks_for_a_look() -> None:
    after = [row if row[0] != "1.2" else ("1.2", "Báo cáo định kỳ đầy đủ", 6, 2) for row in BEFORE]
    before = [row if row[0] != "1.2" else ("1.2", "Chế độ báo cáo định kỳ", 6, 2) for row in BEFORE]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert found["1.2"].relation == "renamed"
    assert found["1.2"].doubtful


def test_two_rows_that_may_both_be_meant_ask_for_a_look() -> None:
    before = [("1", "Hồ sơ đúng hạn", 50, 1), ("2", "Hồ sơ đúng hạn", 50, 1)]
    after = [("3", "Hồ sơ đúng hạn", 50, 1), ("4", "Sáng kiến", 50, 1)]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert found["3"].old == ("1",)
    assert found["3"].doubtful
    alone = by_new(matches(table(2019, before[:1]), table(2020, after), same_set=False))
    assert not alone["3"].doubtful


def test_room_is_not_taken_twice_by_what_is_printed_without_points() -> None:
    """Of 6 points beside 1.1 the row 1.2 has all, so 1.3 cannot be one that is left out."""
    before = [*BEFORE[:2], ("1.3", "Sáng kiến", 6, 2), *BEFORE[3:]]
    after = [*BEFORE[:2], ("1.2", "Chế độ báo cáo", 6, None), *BEFORE[3:]]
    found = matches(table(2019, before), table(2020, after), same_set=True)
    told = {(match.old, match.new): match.relation for match in found}
    assert told[("1.3",), ()] == "dropped"
    assert told[(), ("1.2",)] == "new"


def test_a_domain_printed_in_full_has_no_room_for_one_left_out() -> None:
    after = [*BEFORE, ("1.3", "Sáng kiến", 1, 1)]
    one, other = table(2019, BEFORE, total=120), table(2020, after, total=120)
    assert by_new(matches(one, other, same_set=True))["1.3"].relation == "new"


def test_a_decision_goes_before_what_is_proposed() -> None:
    one, other = table(2019, BEFORE), table(2020, BEFORE)
    said = [
        Decision(("1.1", "1.2"), ("1.1",)),
        Decision((), ("1.2",)),
        Decision(("2.1",), ("1.2",)),  # taken by the one before
        Decision(("9.9",), ("2.1",)),  # not there
    ]
    found = matches(one, other, said, same_set=True)
    told = {(match.old, match.new): (match.relation, match.decided) for match in found}
    assert told == {
        (("1.1", "1.2"), ("1.1",)): ("merged", True),
        ((), ("1.2",)): ("new", True),
        (("2.1",), ("2.1",)): ("same", False),
        (("2.2",), ("2.2",)): ("same", False),
    }


def test_of_two_with_one_title_the_one_under_a_parent_alike_is_meant() -> None:
    before = [("1", "Thủ tục hành chính", 100, 1), ("1.1", "Hồ sơ đúng hạn", 100, 1)]
    after = [
        ("2", "Dịch vụ công", 50, 1),
        ("2.1", "Hồ sơ đúng hạn", 50, 1),
        ("3", "Thủ tục hành chính", 50, 1),
        ("3.1", "Hồ sơ đúng hạn", 50, 1),
    ]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert (found["3.1"].old, found["2.1"].old) == (("1.1",), ())
    assert not found["3.1"].doubtful  # the parent tells them apart


def test_a_code_that_stayed_goes_before_a_title_a_little_more_alike() -> None:
    before = [("1", "Chế độ báo cáo định kỳ", 100, 1)]
    after = [("1", "Báo cáo định kỳ", 50, 1), ("2", "Chế độ báo cáo định kỳ quý", 50, 1)]
    found = by_new(matches(table(2019, before), table(2020, after), same_set=False))
    assert (found["1"].old, found["2"].old) == (("1",), ())


def test_another_code_needs_nearly_the_same_title_not_to_be_asked_about() -> None:
    before = [("1", "Chế độ báo cáo định kỳ", 100, 1)]
    for title, doubtful in (
        ("Chế độ báo cáo định kỳ quý", True),
        ("Chế độ báo cáo định kì", False),
    ):
        after = [("2", title, 100, 1)]
        (one,) = matches(table(2019, before), table(2020, after), same_set=False)
        assert (one.old, one.new, one.doubtful) == (("1",), ("2",), doubtful)


def test_in_very_long_tables_a_title_is_looked_for_under_its_code_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(alike, "_MOST_COMPARED", 0)
    before = [("1", "Chế độ báo cáo", 40, 1), ("2", "Kiểm tra", 30, 1), ("3", "Hồ sơ", 30, 1)]
    after = [("1", "Chế độ báo cáo quý", 40, 1), ("2", "Sáng kiến", 30, 1), ("4", "Hồ sơ", 30, 1)]
    found = matches(table(2019, before), table(2020, after), same_set=False)
    told = {(match.old, match.new): match.doubtful for match in found if match.old and match.new}
    assert told == {(("1",), ("1",)): False}


def test_what_a_person_says_was_not_printed_takes_its_room() -> None:
    before = [("1", "Chỉ đạo", 16, 3), ("1.1", "A", 4, 1), ("1.2", "B", 6, 1), ("1.3", "C", 6, 1)]
    after = [("1", "Chỉ đạo", 10, 1), ("1.1", "A", 4, 1)]
    one, other = table(2019, [*before, ("2", "D", 84, 0)]), table(2020, [*after, ("2", "D", 84, 0)])
    for said, relations in (
        ([], {"1.2": "unprinted", "1.3": "dropped"}),  # 10 − 4 leave room for one of them
        ([Decision(("1.3",), (), unprinted=True)], {"1.2": "dropped", "1.3": "unprinted"}),
    ):
        found = matches(one, other, said, same_set=True)
        alone = {match.old[0]: match.relation for match in found if not match.new}
        assert alone == relations


def test_several_that_a_person_links_with_as_many_are_neither_split_nor_merged() -> None:
    one, other = table(2019, BEFORE), table(2020, BEFORE)
    said = [Decision(("1.1", "1.2"), ("1.1", "1.2"))]
    told = {match.old: match.relation for match in matches(one, other, said, same_set=True)}
    assert told[("1.1", "1.2")] == "same"


def test_matches_stand_in_the_order_of_the_codes() -> None:
    rows = [(str(at), f"Tiêu chí {at}", 10, 1) for at in (10, 9, 2)]
    found = matches(table(2019, rows), table(2020, rows), same_set=True)
    assert [match.new for match in found] == [("2",), ("9",), ("10",)]
