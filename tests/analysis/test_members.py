"""Are the units under one organisation compared out of their own maxima, level by level?

The units are made up, and say so; only the figures of Tuyên Quang 2022 are published ones.
"""

from typing import Any

import pandas as pd
import pytest

from scoring.analysis.members import (
    both_ends,
    domain_spreads,
    facts,
    outliers,
    own_place,
    units,
    wide,
)
from scoring.analysis.members_names import short_names
from scoring.analysis.members_spread import spread
from scoring.analysis.messages import members as said
from scoring.analysis.questions import ask
from tests.analysis.material import load_scores

ASKED: dict[str, Any] = {"organisation": "tinh-gia-lap", "year": 2022}
SO = {**ASKED, "index_name": "PAR", "level": "sở"}


def load_unit(store, name: str, *domains: tuple[str, float, float], **batch: Any) -> str:
    """A made-up unit: its domains as (title, maximum, lost)."""
    lines = [
        f"{code} | {title} | {most} | {most - lost} | {lost}"
        for code, (title, most, lost) in enumerate(domains, start=1)
    ]
    head = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất"
    total = sum(most for _, most, _ in domains)
    known = {
        "organisation": f"gia-lap-{name}",
        "organisation_name": f"Sở {name} giả lập tỉnh Giả Lập",
        "level": "sở",
        "parent": "tinh-gia-lap",
        "total_max": total,
        "year": 2022,
    }
    return load_scores(store, "\n".join([head, *lines]), **{**known, **batch})


def compared(store, **level: Any):
    asked = {**SO, **level}
    every = ask(store.query, "members_tables", **ASKED)
    tables = every[every["level"] == asked["level"]].reset_index(drop=True)
    return units(tables, ask(store.query, "members_domains", **asked))


@pytest.fixture
def six(store):
    """Six units that differ in the second domain only; the last one lies far outside."""
    for name, lost in zip("ABCDEF", (1, 1.2, 1.4, 1.6, 1.8, 9), strict=True):
        load_unit(store, name, ("Chỉ đạo", 10, 0), ("Thể chế", 10, lost))
    return store


# Tuyên Quang 2022: Sở Tư pháp 62,62 points = 94,49 %; thành phố Tuyên Quang 54,14 = 82,96 %; the
# maxima follow from both. http://www.baotuyenquang.com.vn/so-tu-phap-va-thanh-pho-tuyen-quang-dung-
# dau-ve-chi-so-cai-cach-hanh-chinh-177220.html
@pytest.mark.parametrize(
    ("points", "most", "index"), [(62.62, 66.27, 94.49), (54.14, 65.26, 82.96)]
)
def test_the_index_is_out_of_the_own_maximum(store, points, most, index) -> None:
    load_unit(store, "Tư pháp", ("Chỉ đạo", most, most - points))
    (row,) = ask(store.query, "members_tables", **ASKED).itertuples()
    assert (row.points, row.total_max) == (points, most)
    assert round(row.index_value, 2) == index


def test_levels_and_parents_are_never_mixed(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 10, 1))
    load_unit(store, "B", ("Chỉ đạo", 10, 2), level="xã")
    load_unit(store, "C", ("Chỉ đạo", 10, 3), parent="tinh-khac")
    load_unit(store, "D", ("Chỉ đạo", 10, 4), year=2021)
    found = compared(store)
    assert found.tables["organisation"].tolist() == ["gia-lap-A"]
    assert set(found.cells["organisation"]) == {"gia-lap-A"}
    assert compared(store, level="xã").tables["organisation"].tolist() == ["gia-lap-B"]


def test_cells_are_percent_of_the_own_domain_and_blank_is_not_zero(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 8, 2), ("Thể chế", 10, 1))
    load_unit(store, "B", ("Chỉ đạo", 4, 3))
    found = compared(store)
    cells = {(row.organisation, row.code): row.reached for row in found.cells.itertuples()}
    assert cells == {
        ("gia-lap-A", "1"): 75.0,  # 6 ÷ 8
        ("gia-lap-A", "2"): 90.0,
        ("gia-lap-B", "1"): 25.0,  # 1 ÷ 4
    }
    assert found.maxima_differ
    assert said.differences(found) == [
        "Tổng điểm tối đa của các đơn vị khác nhau (từ 4,00 đến 18,00 điểm): chỉ so bằng % của "
        "điểm tối đa, không so bằng điểm"
    ]


def test_the_table_has_a_column_a_domain(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 8, 2), ("Thể chế", 10, 1))
    load_unit(store, "B", ("Chỉ đạo", 4, 3))
    table = wide(compared(store)).set_index("organisation")
    assert table.loc["gia-lap-A", ["1", "2"]].tolist() == [75.0, 90.0]
    assert table.loc["gia-lap-B", "1"] == 25.0 and pd.isna(table.loc["gia-lap-B", "2"])


def test_sorted_by_index_and_unknown_ones_last(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 10, 5))
    load_unit(store, "B", ("Chỉ đạo", 10, 1))
    load_unit(store, "C", ("Chỉ đạo", 10, 3), total_max=None)
    found = compared(store)
    assert found.tables["organisation"].tolist() == ["gia-lap-B", "gia-lap-A", "gia-lap-C"]
    assert any("Chưa tính được chỉ số của Sở C giả lập" in told for told in said.differences(found))


def test_a_code_that_means_another_domain_is_left_out_and_said(store) -> None:
    for name in "ABC":
        load_unit(store, name, ("Cải cách thể chế", 10, 1))
    load_unit(store, "D", ("CẢI CÁCH THỂ CHẾ", 10, 2))  # the same in capitals
    load_unit(store, "E", ("Hiện đại hóa hành chính", 10, 3))
    found = compared(store)
    assert sorted(set(found.cells["organisation"])) == [f"gia-lap-{name}" for name in "ABCD"]
    assert found.elsewhere["organisation"].tolist() == ["gia-lap-E"]
    assert any("mã 1 là lĩnh vực khác" in told for told in said.differences(found))


def test_what_most_units_print_is_the_domain_whatever_the_alphabet_says(store) -> None:
    load_unit(store, "A", ("An toàn thông tin", 10, 1))
    for name in "BC":
        load_unit(store, name, ("Thể chế", 10, 1))
    assert compared(store).elsewhere["organisation"].tolist() == ["gia-lap-A"]


def test_domains_stand_in_the_order_of_their_numbers(store) -> None:
    load_unit(store, "A", *((f"Lĩnh vực {at}", 10, 1) for at in range(1, 12)))
    assert compared(store).domains["code"].tolist() == [str(at) for at in range(1, 12)]


def test_a_unit_to_which_nothing_applies_has_no_index_and_is_not_the_last(store) -> None:
    """A domain out of nothing has no percentage; such a unit is no outlier and in no mean."""
    for name, lost in zip("ABCDE", (1, 1, 1, 1, 1), strict=True):
        load_unit(store, name, ("Chỉ đạo", 10, lost), ("Thể chế", 10, 1))
    load_unit(store, "F", ("Chỉ đạo", 0, 0), ("Thể chế", 0, 0))
    found = compared(store)
    (last,) = found.tables[found.tables["organisation"] == "gia-lap-F"].itertuples()
    assert pd.isna(last.index_value)
    assert outliers(found).empty
    assert [one.count for one in facts(found)] == [5, 5]
    assert [one.worst_value for one in facts(found)] == [90, 90]
    assert "gia-lap-F" not in both_ends(found.tables, 1)["organisation"].tolist()


def test_points_that_are_not_printed_follow_from_maximum_and_loss(store) -> None:
    table = "STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n1 | Chỉ đạo | 8 | 2"
    unit = {"organisation": "gia-lap-A", "organisation_name": "Sở A", "level": "sở"}
    load_scores(store, table, parent="tinh-gia-lap", total_max=8.0, year=2022, **unit)
    (cell,) = compared(store).cells.itertuples()
    assert (cell.points, cell.reached) == (6, 75)


def test_only_domains_are_cells_not_what_is_under_them(store) -> None:
    table = """
        STT | Tiêu chí | Điểm chuẩn | Điểm bị mất
        1   | Chỉ đạo  | 8          | 2
        1.1 | Kế hoạch | 8          | 2
    """
    unit = {"organisation": "gia-lap-A", "organisation_name": "Sở A", "level": "sở"}
    load_scores(store, table, parent="tinh-gia-lap", total_max=8.0, year=2022, **unit)
    assert compared(store).cells["code"].tolist() == ["1"]


def test_criteria_sets_that_differ_are_said(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 10, 1), criteria_set="bo-cu")
    load_unit(store, "B", ("Chỉ đạo", 10, 2), criteria_set="bo-moi")
    assert any("bộ tiêu chí khác nhau" in told for told in said.differences(compared(store)))


def test_best_worst_and_outliers_of_a_domain(six) -> None:
    first, second = facts(compared(six))
    assert (first.best_value, first.low) == (100.0, ())
    assert (second.best, second.best_value) == (("Sở A giả lập",), 90.0)
    assert (second.worst, second.worst_value) == (("Sở F giả lập",), 10.0)
    # 10, 82, 84, 86, 88, 90: Q1 82,5, Q3 87,5, fence 82,5 − 1,5 × 5,0 = 75,0
    assert second.spread is not None and second.spread.lower_fence == 75.0
    assert (second.low, second.high) == (("Sở F giả lập",), ())
    assert "Thể chế phân hóa nhất" in said.widest([first, second])


def test_the_outlier_of_the_index(six) -> None:
    found = compared(six)
    outside = outliers(found)
    assert outside["organisation"].tolist() == ["gia-lap-F"]
    assert said.outliers(outside, 92.5).replace("\u00a0", " ") == (
        "Chỉ số ngoại lệ thấp: Sở F giả lập (55,00 %)"
    )
    assert said.outliers(outside.head(0), 92.5) == "Không đơn vị nào có chỉ số ngoại lệ"


def test_an_organisation_among_the_quartiles_of_its_peers(six) -> None:
    rows = own_place(compared(six), "gia-lap-F")
    assert rows["own"].tolist() == [100.0, 10.0]
    assert rows["median"].tolist() == [100.0, 85.0]
    assert own_place(compared(six), "ai-khac")["own"].isna().all()


def test_fewer_than_five_have_no_quartiles() -> None:
    assert spread(pd.Series([1.0, 2.0, 3.0, 4.0, None])) is None
    whole = spread(pd.Series([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert whole is not None and (whole.q1, whole.median, whole.q3) == (2.0, 3.0, 4.0)
    assert (whole.outside(7.0), whole.outside(7.1)) == (False, True)  # 4 + 1,5 × 2


def test_few_units_have_no_spread(store) -> None:
    load_unit(store, "A", ("Chỉ đạo", 10, 1))
    found = compared(store)
    assert domain_spreads(found).empty and outliers(found).empty
    assert said.widest(facts(found)).startswith("Dưới 5 đơn vị")


def test_both_ends_leave_nobody_twice() -> None:
    tables = pd.DataFrame({"index_value": [9.0, 8.0, 7.0, 6.0, None]})
    assert both_ends(tables, 1)["index_value"].tolist() == [9.0, 6.0]
    assert both_ends(tables, 2)["index_value"].tolist() == [9.0, 8.0, 7.0, 6.0]


def test_names_lose_the_place_that_all_share_and_nothing_else() -> None:
    assert short_names(["Sở Tư pháp tỉnh Lâm Đồng", "Sở Nội vụ tỉnh Lâm Đồng"]) == [
        "Sở Tư pháp",
        "Sở Nội vụ",
    ]
    assert short_names(["Xã A, tỉnh X", "Xã B, tỉnh X"]) == ["Xã A", "Xã B"]
    assert short_names(["Xã A (Lâm Đồng)", "Xã B (Lâm Đồng)"]) == ["Xã A", "Xã B"]
    assert short_names(["Hà Giang", "Tiền Giang"]) == ["Hà Giang", "Tiền Giang"]
    assert short_names(["Sở Tư pháp tỉnh X"]) == ["Sở Tư pháp tỉnh X"]
    assert short_names([]) == []


def test_whose_unit_one_is(six) -> None:
    (above,) = ask(six.query, "members_above", organisation="gia-lap-A").itertuples()
    assert (above.parent, above.level) == ("tinh-gia-lap", "sở")
