"""What is said to the head of a unit, and of the units that plans name?"""

import pandas as pd
import pytest

from scoring.analysis.messages.registry import meaning, merged, spellings
from scoring.analysis.messages.unit_view import named_share, through, unit_change, unit_tasks

STATES = ["overdue", "overdue", "doing", "done"]


def tasks(states: list[str]) -> pd.DataFrame:
    late = [40 if state == "overdue" else 0 for state in states]
    return pd.DataFrame({"status": states, "days_late": late})


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (
            STATES,
            "Sở A: 2 nhiệm vụ quá hạn, trễ nhất 40 ngày; 3 chưa xong trên 4 nhiệm vụ chủ trì, "
            "phối hợp 5",
        ),
        (
            ["doing"],
            "Sở A: không nhiệm vụ nào quá hạn; 1 chưa xong trên 1 nhiệm vụ chủ trì, phối hợp 5",
        ),
        ([], "Sở A không chủ trì nhiệm vụ nào, phối hợp 5 nhiệm vụ"),
    ],
)
def test_what_presses_on_a_unit(states: list[str], said: str) -> None:
    assert unit_tasks("Sở A", tasks(states), 5) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (3.0, 2.5, "là 3,00, tăng 0,50 so với năm 2019 (2,50)"),
        (2.5, 3.0, "là 2,50, giảm 0,50 so với năm 2019 (3,00)"),
        (2.5, 2.5, "là 2,50, không đổi so với năm 2019 (2,50)"),
        (2.5, None, "là 2,50, tăng 2,50 so với năm 2019 (0,00)"),
    ],
)
def test_the_year_before(now: float, before: float | None, said: str) -> None:
    rows = [None if value is None else {"shared": value, "led": 1} for value in (now, before)]
    assert said in str(unit_change(*rows, 2020, 2019))


def test_nothing_is_said_where_the_unit_leads_in_neither_year() -> None:
    assert unit_change(None, None, 2020, 2019) is None
    helping = {"shared": 0.0, "led": 0}
    assert unit_change(helping, helping, 2020, 2019) is None
    assert named_share({"named_share": None, "in_full": 4.0}) is None


def test_groups_and_mergers_in_words() -> None:
    assert meaning(None) == "chưa quyết định"
    assert meaning({"meaning": "members", "units": "A\nB"}) == "2 thành viên"
    assert meaning({"meaning": "focal", "units": "A"}) == "đầu mối: A"
    assert meaning({"meaning": "group", "units": ""}) == "không chỉ riêng ai"
    assert through({"Các sở": 3}) == "Tính cả 3 nhiệm vụ qua nhóm “Các sở”"
    assert spellings([("SNV", 2)]) == "SNV (2 lần)"
    row = {"since": pd.Timestamp(2025, 3, 1), "now": "Sở Tài chính"}
    assert merged([row]) == "từ 01/03/2025 là Sở Tài chính"
