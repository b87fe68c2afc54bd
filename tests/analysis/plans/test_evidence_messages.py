"""Does a sentence say what the evidence says, and no more?"""

from datetime import date

import pandas as pd
import pytest

from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import STATES, Split


def split_of(*points: float, survey: float = 0.0, above: float = 0.0, unknown: int = 0) -> Split:
    by_state = dict(zip(STATES, points, strict=True))
    criteria = {state: int(value > 0) for state, value in by_state.items()}
    return Split(by_state, criteria, sum(points), above, survey, unknown)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (split_of(0, 0, 0, 0), "Không mất điểm ở tiêu chí nào"),
        (
            split_of(0, 0, 0, 16.084),
            "Chưa ghi minh chứng cho tiêu chí nào: chưa biết 16,084 điểm mất vì thiếu minh chứng "
            "hay vì chưa làm được",
        ),
        (
            split_of(2, 0, 1, 13.084),
            "Trong 16,084 điểm mất của các tiêu chí: 2,00 mất vì thiếu minh chứng, 1,00 đủ minh "
            "chứng mà vẫn mất, 13,084 chưa ghi minh chứng",
        ),
    ],
)
def test_the_headline(found: Split, expected: str) -> None:
    assert said.headline(found) == expected


def test_a_part_has_its_points_and_share() -> None:
    assert (
        said.part(split_of(2, 0, 0, 6), "missing") == "▲ Thiếu minh chứng: 2,00 điểm (25,0\u00a0%)"
    )


def test_what_the_parts_do_not_tell() -> None:
    assert said.notes(split_of(1, 0, 0, 0)) == []
    notes = said.notes(split_of(0, 0, 0, 8, survey=7.31, above=0.5, unknown=2))
    assert ["7,31" in notes[0], "0,50" in notes[1], "2 tiêu chí" in notes[2]] == [True] * 3


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"number": "1/BC"}, "1/BC"),
        (
            {"number": "1/BC", "issued": pd.Timestamp(2021, 3, 5), "section": "II", "page": "3"},
            "1/BC ngày 05/03/2021, mục II, trang 3",
        ),
        ({"number": "1/BC", "section": "Phụ lục 2"}, "1/BC, Phụ lục 2"),
        ({"number": "", "page": "trang 4"}, "chưa rõ số văn bản, trang 4"),
    ],
)
def test_where_a_piece_stands(fields: dict[str, object], expected: str) -> None:
    blank = dict.fromkeys(("number", "issued", "section", "page"))
    assert said.place(blank | fields) == expected


def test_a_survey_without_documents_is_called_that() -> None:
    assert said.state({"state": "none", "kind": "survey"}) == "– Điều tra xã hội học"
    assert said.state({"state": "missing", "kind": "survey"}) == "▲ Thiếu minh chứng"
    assert said.state({"state": "none", "kind": None}) == "– Chưa ghi minh chứng"


def test_one_number_with_several_dates() -> None:
    assert said.differing({"1/BC": [date(2020, 2, 1), date(2020, 2, 11)]}) == [
        "Văn bản 1/BC được ghi với 2 ngày khác nhau: 01/02/2020, 11/02/2020."
    ]
