"""Is every card and chart said in one correct sentence?"""

import pytest

from scoring.analysis import messages
from scoring.analysis.losses import pareto_point
from scoring.analysis.overview import headline
from scoring.analysis.questions import ask
from scoring.analysis.targets import with_goals
from tests.analysis.material import load_league, load_satisfaction, load_scores, target

KINDS = {"survey": "Điều tra xã hội học", "impact": "Tác động", "control": "Trong tầm kiểm soát"}


def said(sentence: str) -> str:
    """The sentence with plain blanks, so that a test can be typed."""
    return sentence.replace("\u00a0", " ")


@pytest.fixture
def cards(store, lam_dong):
    return headline(store.query, "lam-dong", 2020)


def test_the_index_card(cards):
    index = cards.index
    assert said(messages.index_change(index)) == "+3,27 điểm so với năm 2019 (80,66 %)"
    assert said(messages.lost(index)) == "Mất 16,07 trên 100,00 điểm"
    place = messages.place(index.place, index.previous_place, index.previous_year)
    assert place == "Hạng 32/63 (năm 2019: 40/63)"
    assert said(messages.band(index.band, 2020)) == "Nhóm B: từ 80 % đến dưới 90 %"
    assert messages.index_source(index) is None
    assert messages.against_field(index) is None


def test_the_loss_cards(cards):
    assert said(messages.pareto(cards.pareto)) == "8 trên 21 tiêu chí chiếm 82,8 % điểm mất"
    assert said(messages.zeros(cards.zeros, cards.index)) == (
        "6 tiêu chí bị 0 điểm, mất 5,50 điểm; lấy lại hết thì chỉ số là 89,43 %,"
        " vẫn thiếu 0,57 điểm để lên 90 %"
    )
    assert messages.absent_domain(cards.absent_domains[0]) == (
        "Lĩnh vực 2 (Xây dựng và tổ chức thực hiện văn bản QPPL tại tỉnh, 5,00 điểm)"
        " không có trong tệp: coi là không mất điểm"
    )


def test_the_group_card(cards):
    group = messages.group_only(cards.units.group_only_share, cards.units.no_lead)
    assert said(group) == "78,1 % điểm mất chỉ có nhóm đơn vị chủ trì, không nêu đích danh"


def test_the_loss_charts(store, lam_dong):
    def asked(name, **params):
        return ask(store.query, name, batch=lam_dong, **params)

    top = asked("losses_under", parent="")
    assert said(messages.waterfall(top)).startswith("Điều tra xã hội học mất 7,31 điểm, 45,5 %")
    under = messages.under("Tài chính công", asked("losses_under", parent="6"))
    assert said(under) == (
        "Thực hiện cơ chế tự chủ tại các đơn vị sự nghiệp công lập (SNCL) mất 2,00 điểm,"
        " 58,5 % điểm mất của Tài chính công"  # 2,00 ÷ 3,42
    )
    assert said(messages.kinds(asked("losses_by_kind"), KINDS)) == (
        "Điều tra xã hội học chiếm 45,4 % trong 16,084 điểm mất của các tiêu chí"
    )


@pytest.mark.parametrize(
    ("mode", "points"), [("lead_only", "3,13"), ("shared", "3,275"), ("in_full", "3,42")]
)
def test_the_unit_charts(store, lam_dong, mode, points):
    units = ask(store.query, "unit_points", batch=lam_dong)
    sentence = messages.units(units, mode)
    assert sentence.startswith("Sở Tài chính") and points in sentence


def test_one_unit(store, lam_dong):
    criteria = ask(store.query, "unit_criteria", batch=lam_dong, unit="Sở Tài chính")
    assert messages.unit("Sở Tài chính", criteria) == (
        "Sở Tài chính chủ trì 5 tiêu chí mất 3,42 điểm, phối hợp 1 tiêu chí"
    )


def test_nothing_lost_and_nobody_named(store):
    batch = load_scores(
        store, "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất\n1 | A | 8 | 8 | 0"
    )
    found = headline(store.query, "lam-dong", 2020)
    assert messages.pareto(pareto_point(ask(store.query, "leaves", batch=batch))) == (
        messages.NO_LOSS
    )
    assert messages.waterfall(ask(store.query, "losses_under", batch=batch, parent="")) == (
        messages.NO_LOSS
    )
    assert messages.zeros(found.zeros, found.index) == "Không tiêu chí nào bị 0 điểm"
    units = ask(store.query, "unit_points", batch=batch)
    assert messages.units(units, "shared") == messages.NO_NAMED_LEAD
    assert messages.index_change(found.index) == "chưa có số liệu năm 2019 để so sánh"
    assert messages.place(None, None, 2019) == "Chưa có thứ hạng"
    assert messages.band(None, 2020) == "Chưa có khung xếp nhóm năm 2020"


def test_a_league_that_differs_from_the_scores_says_so(store, lam_dong):
    load_league(
        store, "STT | Đơn vị | Hạng | Chỉ số\nlam-dong | Lâm Đồng | 32/63 | 83,9", year=2020
    )
    index = headline(store.query, "lam-dong", 2020).index
    assert said(messages.index_source(index)) == (
        "Bảng xếp hạng ghi 83,90 %, bảng điểm cho 83,93 %"
    )


def test_a_ministry_against_its_field(store):
    table = "STT | Đơn vị | Hạng | Chỉ số\na | Bộ A | 1/2 | 90\nb | Bộ B | 2/2 | 80"
    load_league(store, table, level="bộ", year=2023)
    index = headline(store.query, "a", 2023).index
    assert said(messages.against_field(index)) == "+5,00 điểm so với trung bình 85,00 %"
    assert messages.lost(index) == "Chưa rõ điểm bị mất"
    assert messages.index_source(index) == "Chỉ số lấy từ bảng xếp hạng; chưa nạp bảng điểm"


TARGETS = [
    target("1", "rise", 2, base_year=2022, due_year=2023),
    target("2", "at_least", 84, due_year=2023),
    target("3", "rank", 20, due_year=2023, percent=False, sentence="xếp hạng 20 trở lên"),
]
FACTORS = """
    STT | Yếu tố   | Kết quả
    1   | Tiếp cận | 83,99
    2   | Thủ tục  | 84,04
    3   | Công chức | 85,39
    4   | Kết quả  | 80,90
"""


@pytest.mark.parametrize(
    ("relative", "first"),
    [
        (False, "Mục tiêu 2023: 85,99 % (83,99 % + 2 điểm %), thiếu 2,00 điểm %"),
        (True, "Mục tiêu 2023: 85,67 % (83,99 % × (100 % + 2 %)), thiếu 1,68 điểm %"),
    ],
)
def test_how_each_target_was_read(store, relative, first):
    load_satisfaction(store, FACTORS, TARGETS, year=2022)
    asked = ask(store.query, "satisfaction", organisation="gia-lai", year=2022)
    goals = with_goals(asked, 2022, relative=relative)
    standing = messages.with_standing(goals, relative=relative)["standing"]
    assert [said(sentence) for sentence in standing] == [
        first,
        "Mục tiêu 2023: từ 84,00 % trở lên, vượt 0,04 điểm %",
        "Mục tiêu 2023: “xếp hạng 20 trở lên”, chưa tính được",
        "Chưa có mục tiêu",
    ]


def test_factors_against_their_targets(store):
    load_satisfaction(store, FACTORS, TARGETS, year=2022)
    asked = ask(store.query, "satisfaction", organisation="gia-lai", year=2022)
    sentence = "1 trên 2 yếu tố còn dưới mục tiêu năm 2023; xa nhất: Tiếp cận thiếu 2,00 điểm %"
    assert said(messages.factors(with_goals(asked, 2022))) == sentence
    card = headline(store.query, "gia-lai", 2022).satisfaction
    assert said(messages.satisfaction(card)) == sentence


def test_all_factors_below_or_all_reached(store):
    asked = {"organisation": "gia-lai", "year": 2022}
    load_satisfaction(store, FACTORS, [target(code, "rise", 2) for code in "12"], year=2022)
    below = messages.factors(with_goals(ask(store.query, "satisfaction", **asked), 2022))
    assert below.startswith("Cả 2 yếu tố còn dưới mục tiêu; xa nhất: Tiếp cận")
    load_satisfaction(store, FACTORS, [target(code, "at_least", 80) for code in "12"], year=2022)
    reached = messages.factors(with_goals(ask(store.query, "satisfaction", **asked), 2022))
    assert reached == "Cả 2 yếu tố đều đạt mục tiêu"


def test_the_overall_satisfaction(store):
    for year, value in [(2022, "80,08"), (2023, "82,66")]:
        load_satisfaction(store, f"STT | Yếu tố | Kết quả\n0 | Chung | {value}", year=year)
    card = headline(store.query, "gia-lai", 2023).satisfaction
    assert said(messages.satisfaction(card)) == (
        "Mức độ hài lòng chung 82,66 %, +2,58 điểm % so với năm trước"
    )
    overall = ask(store.query, "satisfaction_overall", organisation="gia-lai")
    assert said(messages.trend(overall)) == "Năm 2023: 82,66 %, +2,58 điểm % so với năm 2022"
