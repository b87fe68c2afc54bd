"""What stands one click under a screen: the same numbers, and a way from every mark."""

from datetime import date

import pytest

from scoring.analysis.messages.commentary import commentary
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Screen
from scoring.reports.screens import deeper
from scoring.reports.screens.sequence import screens
from scoring.text.format import points

RESULT = ("Điểm tối đa", "Kết quả")


def by_key(review: Review) -> dict[str, Screen]:
    return {one.key: one for one in screens(review, commentary(review))}


def test_every_bar_of_a_domain_leads_to_it(lam_dong: Review) -> None:
    screen = by_key(lam_dong)["diem-mat"]
    assert screen.chart is not None
    named = [one for one in screen.chart.categories if one not in RESULT]
    found = [deeper.leads_to(lam_dong, screen, one) for one in named]
    assert found == [("code", code) for code in lam_dong.top["code"]]
    assert [deeper.leads_to(lam_dong, screen, one) for one in RESULT] == [None, None]


@pytest.mark.parametrize("key", ["mat-nhieu-nhat", "phan-dau", "don-vi"])
def test_every_row_leads_on(lam_dong: Review, key: str) -> None:
    screen = by_key(lam_dong)[key]
    assert screen.table is not None
    labels = [str(row[0]) for row in screen.table.rows]
    labels += screen.chart.categories if screen.chart else ()
    for told in labels:
        place = deeper.leads_to(lam_dong, screen, told)
        assert place is not None, told
        kind, value = place
        under = (
            deeper.criterion(lam_dong, value) if kind == "code" else deeper.unit(lam_dong, value)
        )
        assert under is not None


def test_the_codes_of_a_plan_are_not_criteria(lam_dong: Review) -> None:
    screen = by_key(lam_dong)["nhiem-vu"]
    assert deeper.leads_to(lam_dong, screen, "6.1 Rà soát") is None


def test_under_a_domain_stand_its_children_largest_first(lam_dong: Review) -> None:
    screen = deeper.criterion(lam_dong, "6")
    assert screen is not None
    assert screen.chart is not None
    assert screen.chart.series[0].values == (2.0, 1.42)
    assert [row[0].split(" ")[0] for row in screen.table.rows] == ["6.3", "6.1"]
    assert "58,5" in screen.message  # 2.00 of 3.42
    assert [one.shown for one in screen.figures] == ["8,00", "4,58", "3,42"]


def test_every_criterion_has_a_screen_with_the_numbers_of_its_row(lam_dong: Review) -> None:
    for row in lam_dong.criteria.itertuples():
        screen = deeper.criterion(lam_dong, row.code)
        assert screen is not None
        assert (screen.chart is None) == row.leaf
        assert f"dòng {row.row}" in screen.sources[0]
        assert deeper.parent_of(lam_dong, row.code) == row.parent


def test_a_leaf_says_who_by_when_and_how(lam_dong: Review) -> None:
    screen = deeper.criterion(lam_dong, "6.1.2")
    assert screen is not None
    facts = dict(screen.table.rows)
    assert facts["Cơ quan chủ trì"] == "Sở Tài chính"
    assert facts["Thời hạn"] == "Trong năm 2021 và các năm tiếp theo"
    assert facts["Giải pháp"]
    assert "Sở Tài chính" in facts["Nhiệm vụ"]


def test_a_unit_has_its_criteria_those_it_leads_first(lam_dong: Review) -> None:
    screen = deeper.unit(lam_dong, "Sở Tài chính")
    assert screen is not None
    assert "chủ trì 5 tiêu chí mất 3,42 điểm" in screen.message
    assert [row[1] for row in screen.table.rows] == ["Chủ trì"] * 5 + ["Phối hợp"]
    assert sum(row[3] for row in screen.table.rows[:5]) == pytest.approx(3.42)


def test_what_there_is_not_has_no_screen(lam_dong: Review, review_of) -> None:
    assert deeper.criterion(lam_dong, "99") is None
    assert deeper.unit(lam_dong, "Sở Không Có") is None
    assert deeper.parent_of(lam_dong, "99") == ""
    plan_only = review_of("gia-lai", 2022, date(2026, 11, 12))
    assert deeper.criterion(plan_only, "6") is None


def test_a_unit_that_leads_with_others_says_the_part_that_the_chart_showed(
    lam_dong: Review,
) -> None:
    shared = lam_dong.units.set_index("unit")["shared"]
    screen = deeper.unit(lam_dong, "UBND cấp huyện")
    assert screen is not None and "6,60 điểm" in screen.message
    assert f"{points(shared['UBND cấp huyện'])} điểm" in " ".join(screen.sentences)
