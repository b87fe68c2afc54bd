"""Are two score tables of one organisation laid beside each other as they are?"""

from functools import partial

import pytest

from scoring.analysis import questions
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_obstacles as said_obstacles
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years.comparison import repeated
from scoring.analysis.years.effects import domain_effects, fell, improved
from scoring.analysis.years.year_values import chosen_year, years_of
from scoring.store import Store
from tests.analysis.conftest import Two
from tests.analysis.made_up_years import OF_2022, OF_2023, PROVINCE, load_years
from tests.analysis.material import load_scores
from tests.analysis.year_tables import told


def test_two_years_split_to_the_last_thousandth(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    assert compared.obstacle == ""
    assert compared.change is not None
    # 100 − (3 + 3 + 5 + 3 + 4) = 82; 100 − (6 + 3 + 8 + 3 + 2) = 78
    assert (compared.change.before, compared.change.after, compared.rise) == (78, 82, 4)
    sums = [compared.change.sum_of(effect) for effect in said_parts.EFFECTS]
    assert sum(sums) == pytest.approx(4)
    assert abs(compared.change.residual) < 1e-9
    assert said.headline(compared) == (
        "Điểm tăng 4,00 (78,00 → 82,00), hạng giảm 1 bậc (12/34 → 13/34)"
    )


def test_what_became_of_each_criterion(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    assert told(compared) == {
        ("1.1", "1.1"): "same",
        ("1.2", "1.2"): "renamed",
        ("1.3", ""): "dropped",
        ("1.4", "1.3"): "same",
        ("2.1", "2.1"): "reweighted",
        ("2.2", "2.2"): "same",
        ("3.1", "3.1.1, 3.1.2"): "split",
        ("3.2", "3.2"): "same",
        ("4.1", "4.1"): "reweighted",
        ("4.2", ""): "dropped",
        ("5.1", "5.1"): "same",
        ("", "5.2"): "new",
    }
    asked = [(one.old, one.new) for one in compared.doubtful]
    assert asked == [(("1.2",), ("1.2",)), (("4.1",), ("4.1",))]
    assert said_obstacles.doubts(compared) == (
        "2 chỗ ghép tiêu chí chưa chắc; số liệu đang tính theo đề xuất,"
        " xem và sửa ở phần Ghép tiêu chí"
    )


def test_domains_keep_their_printed_points_in_both_years(two: Two, store: Store) -> None:
    load_years(store)
    domains = two().domains
    assert domains is not None
    row = domains.set_index("new").loc["5"]
    assert (row["old"], row["title"]) == ("5", "Xây dựng chính quyền số")
    assert (row["max_before"], row["points_before"]) == (10, 8)
    assert (row["max_after"], row["points_after"]) == (17, 13)
    assert row["share_after"] == pytest.approx(100 * 13 / 17)
    assert said_parts.other_maxima(domains) == (
        "Điểm chuẩn của lĩnh vực 1, 2, 5 đã khác giữa hai năm: xem theo % điểm chuẩn để so mức đạt"
    )
    assert said_parts.left_out(domains) is None


def test_effects_by_domain_and_by_criterion_add_up(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    assert compared.change is not None and compared.domains is not None
    by_domain = domain_effects(compared.change, compared.domains)
    assert by_domain["code"].tolist() == ["1", "2", "3", "4", "5"]
    assert by_domain["effect"].sum() == pytest.approx(4)
    assert improved(compared.change, 1)["new"].tolist() == ["3.1.1, 3.1.2"]
    down = fell(compared.change, 5)
    assert down["new"].tolist() == ["1.2", "2.2"]
    assert said_parts.fell(down) == (
        "Giảm nhiều nhất: 1.2 Báo cáo định kỳ đầy đủ (−2,00);"
        " 2.2 Theo dõi thi hành pháp luật (−1,00)"
    )
    assert said_parts.improved(improved(compared.change, 0)) == "Không tiêu chí nào tăng kết quả"


def test_a_domain_that_is_gone_and_one_that_is_left_out(two: Two, store: Store) -> None:
    rows = OF_2023.replace("5     | Xây", "6     | Xây").replace("5.1   | Dịch vụ công", "6.1 | Xe")
    rows = rows.replace("5.2 ", "6.2 ")
    kept = [line for line in rows.splitlines() if not line.strip().startswith("4")]
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập", "year": 2023}
    load_scores(store, OF_2022, **{**who, "year": 2022})
    load_scores(store, "\n".join(kept), **who)
    compared = two()
    domains = compared.domains
    assert domains is not None and compared.change is not None
    assert domains["new"].tolist() == ["1", "2", "3", "6", "", ""]
    assert domains["old"].tolist()[-2:] == ["4", "5"]
    # 15 of 100 points are not printed in 2023: domain 4 of 15 points may be what is left out.
    assert domains["left_out"].tolist() == [False, False, False, False, True, False]
    assert domains["points_after"].tolist()[-2] == 15
    by_domain = domain_effects(compared.change, domains)
    assert by_domain["effect"].sum() == pytest.approx(compared.rise)


def test_what_was_lost_in_each_of_three_years_is_followed_through_splits(store: Store) -> None:
    load_years(store)
    ask = partial(questions.ask, store.query)
    values = years_of(ask, PROVINCE)
    last = chosen_year(values, 2023, "PAR")
    assert last is not None
    found = repeated(ask, values, last)
    assert found.rows is not None
    assert found.rows[["code", "lost_0", "lost_1", "lost_2", "lost"]].values.tolist() == [
        ["3.1.1, 3.1.2", 5, 5, 3, 13],
        ["4.1", 3, 3, 3, 9],
        ["2.1", 3, 3, 2, 8],
        ["3.2", 3, 3, 2, 8],
        ["1.3", 2, 2, 1, 5],
        ["5.1", 2, 2, 1, 5],
    ]
    assert found.rows["title"].iloc[0] == "Giải quyết hồ sơ đúng hạn"
    assert said_parts.repeated(found) == (
        "6 tiêu chí mất điểm cả ba năm 2021–2023, cộng lại 48,00 điểm;"
        " nhiều nhất: 3.1.1, 3.1.2 Giải quyết hồ sơ đúng hạn, 13,00 điểm"
    )
    earlier = chosen_year(values, 2022, "PAR")
    assert earlier is not None
    assert said_parts.repeated(repeated(ask, values, earlier)) == (
        "Chưa biết tiêu chí nào mất điểm cả ba năm 2020–2022: chưa có bảng điểm dùng được năm 2020"
    )


def test_a_year_of_another_index_is_none_of_three_years(store: Store) -> None:
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    load_scores(store, OF_2022, year=2021, index_name="DTI", **who)
    load_scores(store, OF_2022, year=2022, **who)
    load_scores(store, OF_2023, year=2023, **who)
    ask = partial(questions.ask, store.query)
    values = years_of(ask, PROVINCE)
    last = chosen_year(values, 2023, "PAR")
    assert last is not None
    assert repeated(ask, values, last).missing == (2021,)


def test_one_name_of_a_set_whose_criteria_nobody_knows_makes_nothing_sure(
    two: Two, store: Store
) -> None:
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập", "criteria_set": "bo-la"}
    losses = "\n".join(line for line in OF_2022.splitlines() if not line.strip().startswith("4"))
    load_scores(store, OF_2022, year=2022, **who)
    load_scores(store, losses, year=2023, **who)
    left_out = [one for one in two().matches if one.relation == "unprinted"]
    assert [(one.old, one.doubtful) for one in left_out] == [(("4.1",), True), (("4.2",), True)]
