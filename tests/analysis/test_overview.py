"""What does a leader see first, and does every number have a place in a file?"""

import pytest

from scoring.analysis.cards import Source
from scoring.analysis.overview import headline
from tests.analysis.material import load_league, load_satisfaction, load_scores, target


@pytest.fixture
def lam_dong_2020(store, lam_dong):
    return headline(store.query, "lam-dong", 2020)


def test_the_index_beside_the_year_before(lam_dong_2020):
    card = lam_dong_2020.index
    assert (card.value, card.points, card.total_max, card.lost, card.printed_max) == (
        83.93,
        83.93,
        100.0,
        16.07,
        95.0,
    )
    assert (card.previous_year, card.previous_value) == (2019, 80.66)
    assert card.change == 3.27  # 83,93 − 80,66
    assert (card.place.rank, card.place.field_size) == (32, 63)
    assert (card.previous_place.rank, card.previous_place.field_size) == (40, 63)
    assert card.place.mean is None  # one value of 63 is known
    assert (card.band.name, card.band.lower, card.band.upper) == ("B", 80.0, 90.0)


def test_where_the_points_went(lam_dong_2020):
    domain = lam_dong_2020.domain
    assert (domain.short_title, domain.lost) == ("Điều tra xã hội học", 7.31)
    assert domain.share == pytest.approx(7.31 / 16.07)
    assert (lam_dong_2020.pareto.count, lam_dong_2020.pareto.of) == (8, 21)
    (absent,) = lam_dong_2020.absent_domains
    assert (absent.code, absent.max_points) == ("2", 5.0)


def test_what_the_zero_scored_leaves_would_bring(lam_dong_2020):
    zeros = lam_dong_2020.zeros
    assert (zeros.count, zeros.recoverable, zeros.index_after) == (6, 5.5, 89.43)
    assert len(zeros.sources) == 6


def test_who_answers_for_it(lam_dong_2020):
    units = lam_dong_2020.units
    assert (units.unit, units.shared, units.lead_only, units.in_full) == (
        "Sở Tài chính",
        3.275,
        3.13,
        3.42,
    )
    assert round(units.group_only_share, 3) == 0.781
    assert units.no_lead == 0


def test_every_number_has_a_place(lam_dong_2020, lam_dong):
    index, domain, units = lam_dong_2020.index, lam_dong_2020.domain, lam_dong_2020.units
    assert (index.source.batch, index.source.sheet, index.source.row) == (lam_dong, "Phụ lục", 2)
    assert index.previous_source == index.previous_place.source
    assert index.previous_source.batch != lam_dong
    assert domain.source.row == 36  # '9 Kết quả điều tra xã hội học'
    assert units.source.row == 22  # 6.1.2, the first of its largest losses
    assert units.group_source.row == 38  # 9.2
    assert all(isinstance(source, Source) for source in lam_dong_2020.zeros.sources)


def test_only_a_league_gives_value_rank_and_the_mean_of_the_field(store):
    load_league(
        store,
        """
        STT        | Đơn vị     | Hạng | Chỉ số
        bo-tu-phap | Bộ Tư pháp | 1/2  | 89,95
        bo-noi-vu  | Bộ Nội vụ  | 2/2  | 87,04
        """,
        level="bộ",
        year=2023,
    )
    found = headline(store.query, "bo-noi-vu", 2023)
    assert (found.name, found.index.value, found.index.origin) == ("Bộ Nội vụ", 87.04, "league")
    assert (found.index.place.rank, found.index.place.mean) == (2, 88.495)  # (89,95 + 87,04) ÷ 2
    assert (found.index.source.row, found.index.points, found.index.lost) == (3, None, None)
    assert (found.domain, found.pareto, found.zeros, found.units) == (None, None, None, None)
    assert (found.index.band, found.index.change, found.satisfaction) == (None, None, None)


FACTORS = """
    STT | Yếu tố   | Kết quả
    1   | Tiếp cận | 83,99
    5   | Phản ánh | 77,89
"""


def test_satisfaction_without_an_overall_row_lists_the_factors(store):
    rises = [
        target("1", "rise", 2, base_year=2022, due_year=2023),
        target("5", "rise", 4, base_year=2022, due_year=2023),
    ]
    load_satisfaction(store, FACTORS, rises, year=2022)
    found = headline(store.query, "gia-lai", 2022)
    card = found.satisfaction
    assert found.index is None
    assert card.overall is None
    assert (card.below, card.reached, card.without_target, card.due_year) == (2, 0, 0, 2023)
    assert (card.furthest.title, card.furthest.short_points) == ("Phản ánh", 4.0)
    assert (card.weakest.title, card.weakest.percent) == ("Phản ánh", 77.89)


def test_satisfaction_with_an_overall_row_against_last_year(store):
    for year, value in [(2022, "80,08"), (2023, "82,66")]:
        load_satisfaction(store, f"STT | Yếu tố | Kết quả\n0 | Chung | {value}", year=year)
    overall = headline(store.query, "gia-lai", 2023).satisfaction.overall
    assert (overall.percent, overall.previous_percent) == (82.66, 80.08)


def test_an_unknown_loss_leaves_the_index_unknown(store):
    load_scores(
        store,
        """
        STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất
        1   | Chỉ đạo  | 8,00       | 0,00           | 8,00
        2   | Văn bản  | 5,00       |                |
        """,
    )
    found = headline(store.query, "lam-dong", 2020)
    assert (found.index.value, found.index.lost, found.index.top_rows_unknown) == (None, None, 1)
    assert (found.zeros.recoverable, found.zeros.index_after) == (8.0, None)


def test_nothing_loaded_is_a_key_error(store):
    with pytest.raises(KeyError, match="lam-dong"):
        headline(store.query, "lam-dong", 2020)
