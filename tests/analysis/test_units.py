"""Who answers for the lost points, in which way of counting?"""

import pytest

from scoring.analysis.questions import rows
from tests.analysis.material import load_scores


@pytest.fixture
def asked(store):
    batch = load_scores(
        store,
        """
        STT | Tiêu chí  | Điểm chuẩn | Điểm bị mất | Chủ trì               | Phối hợp
        1   | Chỉ đạo   | 10,00      | 6,00        |                       |
        1.1 | Kế hoạch  | 2,00       | 1,00        | Sở Nội vụ             | Sở Tài chính
        1.2 | Báo cáo   | 3,00       | 2,00        | Sở Nội vụ; Các sở*    |
        1.3 | Kiểm tra  | 2,00       | 1,00        | Các sở*; UBND cấp xã* |
        1.4 | Sáng kiến | 3,00       | 2,00        |                       | Sở Tài chính
        """,
    )
    return lambda name, **params: rows(store.query, name, batch=batch, **params)


def test_three_ways_of_counting(asked):
    found = {
        row["unit"]: (row["lead_only"], row["shared"], row["in_full"])
        for row in asked("unit_points")
    }
    assert found == {
        "Sở Nội vụ": (1.0, 2.0, 3.0),  # 1 · 1 + 2 ÷ 2 · 1 + 2
        "Các sở": (0.0, 1.5, 3.0),  # – · 2 ÷ 2 + 1 ÷ 2 · 2 + 1
        "UBND cấp xã": (0.0, 0.5, 1.0),
        "Sở Tài chính": (0.0, 0.0, 0.0),  # only coordinates
    }


def test_what_nobody_in_particular_answers_for(asked):
    nobody = asked("group_only")[0]
    assert (nobody["lost_points"], nobody["leaves"]) == (1.0, 1)  # 1.3
    assert nobody["share"] == pytest.approx(1 / 6)
    assert (nobody["no_lead_points"], nobody["no_lead_leaves"]) == (2.0, 1)  # 1.4
    assert nobody["no_lead_share"] == pytest.approx(2 / 6)


def test_a_units_own_criteria(asked):
    led = asked("unit_criteria", unit="Sở Nội vụ")
    assert [(row["code"], row["role"], row["share_of_leads"]) for row in led] == [
        ("1.2", "lead", 0.5),
        ("1.1", "lead", 1.0),
    ]
    helped = asked("unit_criteria", unit="Sở Tài chính")
    assert [(row["code"], row["role"], row["share_of_leads"]) for row in helped] == [
        ("1.4", "coordinating", None),
        ("1.1", "coordinating", None),
    ]


def test_the_source_of_a_unit_is_the_largest_loss_that_it_leads(asked):
    sources = {row["unit"]: row["row"] for row in asked("unit_points")}
    assert sources["Sở Nội vụ"] == 4  # 1.2
    assert asked("group_only")[0]["row"] == 5  # 1.3
