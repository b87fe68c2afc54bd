"""Is a deadline before the plan's own year pointed out, and left as it is printed?"""

import pandas as pd
import pytest

from scoring.ingest.task_tables.due_before import due_before_plan

COLUMNS = {"deadline": "F"}


def told(*texts: str, year: int | None = 2023) -> list[tuple[int | None, str]]:
    frame = pd.DataFrame({"row": range(5, 5 + len(texts)), "deadline": list(texts)})
    found = list(due_before_plan(frame, "PL", COLUMNS, year))
    assert all((one.code, one.column, one.severity) == CODE for one in found)
    return [(one.row, f"{one.expected} | {one.found}") for one in found]


CODE = ("due-before-plan", "F", "warning")


def test_each_row_is_pointed_out_with_both_years() -> None:
    asked = "thời hạn từ ngày 01/01/2023, vì kế hoạch của năm 2023"
    found = told("Trong năm 2022", "Trong năm 2023", "Quý IV/2022", "Trong năm 2022")
    assert found == [
        (5, f"{asked} | “Trong năm 2022”, đến hết 31/12/2022"),
        (7, f"{asked} | “Quý IV/2022”, đến hết 31/12/2022"),
        (8, f"{asked} | “Trong năm 2022”, đến hết 31/12/2022"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", "Trước 31/12", "01/01/2023", "Tháng 12/2022 đến tháng 01/2023", "Hằng quý"),
        *("Trong năm 2022 và các năm tiếp theo", "Từ năm 2022", "Sau khi có kết quả", "Sớm"),
    ],
)
def test_what_may_end_in_the_plans_year_or_has_no_end_is_not(text: str) -> None:
    assert told(text) == []


def test_without_the_plans_year_or_a_column_of_deadlines_nothing_is_said() -> None:
    assert told("Trong năm 2022", year=None) == []
    frame = pd.DataFrame({"row": [5], "deadline": ["Trong năm 2022"]})
    assert list(due_before_plan(frame, "PL", {}, 2023)) == []
