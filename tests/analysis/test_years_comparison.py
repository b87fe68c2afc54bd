"""Are two years laid beside each other honestly, and is what people decided kept to?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import pandas as pd
import pytest

from scoring.analysis import questions
from scoring.analysis.messages import years as said
from scoring.analysis.years import comparison
from scoring.analysis.years.comparison import Comparison, compare, repeated
from scoring.analysis.years.effects import domain_effects, fell, improved
from scoring.analysis.years.year_values import beside, chosen_year, in_order, years_of
from scoring.store import MatchDecision, Pair, Store
from tests.analysis.made_up_years import OF_2022, OF_2023, PROVINCE, load_years
from tests.analysis.material import load_league, load_scores

Two = Callable[..., Comparison]
PAIR = Pair(PROVINCE, "PAR", "tỉnh", 2022, 2023)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def two(store: Store) -> Two:
    """Two years of one organisation, as a page lays them beside each other."""

    def laid(organisation: str = PROVINCE, year: int = 2023, slug: str | None = None) -> Comparison:
        ask = partial(questions.ask, store.query)
        values = years_of(ask, organisation)
        chosen = chosen_year(values, year, "PAR")
        assert chosen is not None
        others = beside(values, chosen)
        other = next(one for one in others if slug in (None, one.slug))
        return compare(ask, *in_order(other, chosen))

    return laid


def told(compared: Comparison) -> dict[tuple[str, str], str]:
    return {(", ".join(one.old), ", ".join(one.new)): one.relation for one in compared.matches}


# --- the reference: only leagues know 2019 ---


def test_lam_dong_rose_by_3_27_points_and_8_places(two: Two, lam_dong: str) -> None:
    compared = two("lam-dong", 2020)
    assert (compared.before.year, compared.after.year) == (2019, 2020)
    assert (compared.rise, compared.places) == (3.27, 8)  # 83.93 − 80.66, 40 − 32
    assert compared.obstacle == comparison.NO_TABLE
    assert said.headline(compared) == (
        "Điểm tăng 3,27 (80,66 → 83,93), hạng tăng 8 bậc (40/63 → 32/63)"
    )
    assert said.obstacle(compared) == (
        "Năm 2019 mới có trong bảng xếp hạng, chưa có bảng điểm,"
        " nên chưa tách được thay đổi theo tiêu chí"
    )
    assert said.field(compared) is None  # the league has one row only


# --- two score tables ---


def test_two_years_split_to_the_last_thousandth(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    assert compared.obstacle == ""
    assert compared.change is not None
    # 100 − (3 + 3 + 5 + 3 + 4) = 82; 100 − (6 + 3 + 8 + 3 + 2) = 78
    assert (compared.change.before, compared.change.after, compared.rise) == (78, 82, 4)
    sums = [compared.change.sum_of(effect) for effect in said.EFFECTS]
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
    assert said.doubts(compared) == (
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
    assert said.other_maxima(domains) == (
        "Điểm chuẩn của lĩnh vực 1, 2, 5 đã khác giữa hai năm: xem theo % điểm chuẩn để so mức đạt"
    )
    assert said.left_out(domains) is None


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
    assert said.fell(down) == (
        "Giảm nhiều nhất: 1.2 Báo cáo định kỳ đầy đủ (−2,00);"
        " 2.2 Theo dõi thi hành pháp luật (−1,00)"
    )
    assert said.improved(improved(compared.change, 0)) == "Không tiêu chí nào tăng kết quả"


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


# --- what the others did ---


def test_who_passed_whom_is_told_of_a_whole_field_only(two: Two, store: Store) -> None:
    load_years(store)
    compared = two()
    field = compared.field
    assert field is not None
    # tinh-hai: 77.5 → 83 passes 78 → 82; tinh-ba stays ahead: (5.5 + 1) ÷ 2 = 3.25
    assert (field.others, field.passed, field.passed_by, field.mean_change) == (2, 0, 1, 3.25)
    assert said.field(compared) == (
        "Mới biết điểm cả hai năm của 2 trong 33 đơn vị khác,"
        " nên chưa biết bao nhiêu đơn vị vượt lên"
    )
    whole = (
        [("a", "2/3", 78), ("b", "3/3", 77), ("c", "1/3", 79)],
        [("a", 3, 80), ("b", 1, 85), ("c", 2, 81)],
    )
    for year, rows in zip((2022, 2023), whole, strict=True):
        lines = [f"{code} | {code} | {str(rank)[0]}/3 | {value}" for code, rank, value in rows]
        load_league(store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), year=year)
    compared = two("a")
    assert said.headline(compared) == (
        "Điểm tăng 2,00 (78,00 → 80,00), hạng giảm 1 bậc (2/3 → 3/3) vì 1 đơn vị vượt lên"
    )
    assert said.field(compared) == "2 đơn vị khác tăng 5,00 điểm bình quân; 1 đơn vị vượt lên trên"


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        (("12/63", "11/34"), "hạng 12/63 → 11/34, không nói tăng hay giảm vì số đơn vị xếp hạng"),
        (("12/34", "12/34"), "hạng giữ nguyên 12/34"),
        (("", "12/34"), "mới biết hạng năm 2023: 12/34"),
        (("", ""), "chưa có thứ hạng"),
    ],
)
def test_ranks_of_different_fields_are_not_compared(
    two: Two, store: Store, ranks: tuple[str, str], words: str
) -> None:
    for year, rank in zip((2022, 2023), ranks, strict=True):
        row = f"STT | Đơn vị | Hạng | Chỉ số\na | A | {rank} | 80"
        load_league(store, row, year=year)
    headline = said.headline(two("a"))
    assert headline.startswith("Điểm không đổi (80,00 → 80,00), ")
    assert words in headline


# --- what cannot be compared ---


@pytest.mark.parametrize(
    ("changed", "obstacle", "words"),
    [
        ({"index_name": "DTI"}, "other-index", "hai chỉ số khác nhau, không so sánh được"),
        ({"level": "huyện"}, "other-level", "được chấm ở cấp huyện, năm 2023 ở cấp tỉnh"),
        ({"total_max": None}, "no-total", "năm 2022 không cho biết tổng điểm chuẩn"),
        (
            {"text": OF_2022.replace("| 25         | 3", "| 25 | ")},
            "rows-unknown",
            "1 dòng đầu của",
        ),
        (
            {"text": "STT | Tiêu chí | Điểm chuẩn | Điểm bị mất\n7 | Khác hẳn | 100 | 9"},
            "nothing-common",
            "Không tiêu chí nào của hai năm khớp nhau",
        ),
    ],
)
def test_each_obstacle_is_said_in_one_sentence(
    two: Two, store: Store, changed: dict[str, object], obstacle: str, words: str
) -> None:
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    told = {"text": OF_2022, "year": 2022, **who, **changed}
    load_scores(store, **told)
    load_scores(store, OF_2023, year=2023, **who)
    compared = two()
    assert compared.obstacle == obstacle
    assert compared.change is None
    assert words in said.obstacle(compared)
    assert (compared.rise is None) == (obstacle not in ("nothing-common",))


def _merged(store: Store, old: list[str]) -> None:
    rows = [
        {"old": one, "new": "moi", "since": date(2025, 7, 1), "scope": "tỉnh", "source": "NQ"}
        for one in old
    ]
    names = ("organisation", "organisation_alias", "criteria_set", "criterion", "band")
    frames = {name: store.query(f"select * from {name}") for name in names}
    store.replace_reference(frames | {"successor": pd.DataFrame(rows)}, "merged")
    for year, code, rank in ((2024, "cu", "3/63"), (2025, "moi", "2/34")):
        row = f"STT | Đơn vị | Hạng | Chỉ số\n{code} | {code} | {rank} | {year - 1940}"
        load_league(store, row, year=year)


def test_a_merged_organisation_is_not_compared_with_what_went_into_it(
    two: Two, store: Store
) -> None:
    _merged(store, ["cu", "khac"])
    compared = two("moi", 2025)
    assert compared.before.slug == "2024.cu"
    assert (compared.obstacle, compared.rise, compared.places) == ("merged", None, None)
    assert said.obstacle(compared) == (
        "cu năm 2024 và moi năm 2025 là hai đơn vị khác nhau, trước và sau sắp xếp ngày 01/07/2025:"
        " chỉ đặt cạnh nhau, không tính tăng giảm"
    )
    assert said.headline(compared) == ("cu năm 2024: 84,00; moi năm 2025: 85,00, hạng 3/63 và 2/34")
    assert two("cu", 2024).obstacle == "merged"  # nor the other way round


def test_one_that_only_changed_its_name_is_compared(two: Two, store: Store) -> None:
    _merged(store, ["cu"])
    compared = two("moi", 2025)
    assert (compared.values_differ, compared.rise) == ("", 1)


@dataclass(frozen=True)
class Break:
    """As a row of data/reference/breaks.csv."""

    index_name: str
    level: str | None
    year: int
    reason: str
    source: str = ""


@pytest.mark.parametrize(
    ("year", "level", "broken"), [(2023, None, True), (2024, None, False), (2023, "bộ", False)]
)
def test_years_of_two_series_stand_beside_each_other(
    store: Store, year: int, level: str | None, broken: bool
) -> None:
    load_years(store)
    ask = partial(questions.ask, store.query)
    before, after = (
        next(one for one in years_of(ask, PROVINCE) if one.year == wanted)
        for wanted in (2022, 2023)
    )
    compared = compare(ask, before, after, [Break("PAR", level, year, "từ năm 2023 đo khác")])
    assert (compared.rise is None, compared.change is None) == (broken, broken)
    assert compared.obstacle == ("series-break" if broken else "")
    if broken:
        assert said.obstacle(compared) == (
            "Năm 2022 và năm 2023 không cùng một chuỗi số liệu, từ năm 2023 đo khác:"
            " chỉ đặt cạnh nhau, không tính tăng giảm"
        )
        assert said.headline(compared).endswith("hạng 12/34 và 13/34")


def test_the_usual_year_is_the_latest_earlier_one_that_compares(two: Two, store: Store) -> None:
    load_years(store)
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    load_scores(store, OF_2022, year=2020, **who)
    load_scores(store, OF_2022, year=2024, index_name="DTI", **who)
    ask = partial(questions.ask, store.query)
    values = years_of(ask, PROVINCE)
    for year, offered in (
        (2022, ["2021", "2020", "2023", "2024"]),
        (2020, ["2021", "2022", "2023", "2024"]),
    ):
        chosen = chosen_year(values, year, "PAR")
        assert chosen is not None
        assert [one.slug for one in beside(values, chosen)] == offered
    assert chosen_year(values, 2024, "PAR") is None


# --- decisions ---


def test_a_decision_counts_at_once_and_can_be_taken_back(two: Two, store: Store) -> None:
    load_years(store)
    link = MatchDecision(["4.1", "4.2"], ["4.1"])
    store.decide_matches(PAIR, [link], now=NOON, who="Lan")
    compared = two()
    assert told(compared)[("4.1, 4.2", "4.1")] == "merged"
    (word,) = compared.words
    assert (word.who, word.shared) == ("Lan", False)
    assert compared.change is not None and abs(compared.change.residual) < 1e-9
    back = MatchDecision(["4.1", "4.2"], ["4.1"], taken_back=True)
    store.decide_matches(PAIR, [back], now=NOON, who="Minh")
    assert ("4.2", "") in told(two())
    assert (
        len(
            comparison.words_of(
                partial(questions.ask, store.query), compared.before, compared.after
            )
        )
        == 2
    )


def test_the_latest_word_on_a_criterion_counts(two: Two, store: Store) -> None:
    load_years(store)
    first, second = MatchDecision(["1.3"], ["1.3"]), MatchDecision(["1.4"], ["1.3"])
    store.decide_matches(PAIR, [first, second, MatchDecision(["4.2"])], now=NOON)
    compared = two()
    assert [word.old for word in compared.words] == [("4.2",), ("1.4",)]
    assert told(compared)[("1.3", "")] == "dropped"


def test_a_word_for_all_counts_where_both_sets_are_known_and_none_of_its_own_is(
    two: Two, store: Store
) -> None:
    load_years(store)
    everyone = Pair("", "PAR", "tỉnh", 2022, 2023)
    store.decide_matches(everyone, [MatchDecision(["4.1", "4.2"], ["4.1"])], now=NOON)
    assert two().words == ()  # no criteria sets
    who = {"organisation": PROVINCE, "organisation_name": "Giả lập"}
    for year, text in ((2022, OF_2022), (2023, OF_2023)):
        load_scores(store, text, year=year, criteria_set=f"bộ-{year}", **who)
    assert [word.shared for word in two().words] == [True]
    store.decide_matches(PAIR, [MatchDecision(["4.2"])], now=NOON)
    assert [(word.old, word.shared) for word in two().words] == [(("4.2",), False)]


# --- again and again ---


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
    assert said.repeated(found) == (
        "6 tiêu chí mất điểm cả ba năm 2021–2023, cộng lại 48,00 điểm;"
        " nhiều nhất: 3.1.1, 3.1.2 Giải quyết hồ sơ đúng hạn, 13,00 điểm"
    )
    earlier = chosen_year(values, 2022, "PAR")
    assert earlier is not None
    assert said.repeated(repeated(ask, values, earlier)) == (
        "Chưa biết tiêu chí nào mất điểm cả ba năm 2020–2022: chưa có bảng điểm dùng được năm 2020"
    )


def test_more_points_for_everybody_move_no_rank(two: Two, store: Store) -> None:
    for year, rows in ((2022, [("a", 2, 78), ("c", 1, 79)]), (2023, [("a", 2, 80), ("c", 1, 82)])):
        lines = [f"{code} | {code} | {rank}/2 | {value}" for code, rank, value in rows]
        load_league(store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), year=year)
    compared = two("a")
    assert said.headline(compared) == (
        "Điểm tăng 2,00 (78,00 → 80,00), hạng giữ nguyên 2/2"
        " vì các đơn vị khác cũng tăng 3,00 bình quân"
    )
    assert said.field(compared) == "1 đơn vị khác tăng 3,00 điểm bình quân; không ai vượt qua ai"
