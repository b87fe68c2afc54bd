"""Is what a person typed kept, or refused with its cure?"""

from datetime import date

import pandas as pd
import pytest

from scoring.analysis.plans.evidence_entry import Piece, differing_days, proposals, taken

TODAY = date(2021, 6, 1)
BLANK = dict.fromkeys(("status", "number", "issued", "section", "page", "remark"), "")


def typed(**fields: str | None) -> tuple[Piece | None, list[str]]:
    return taken(BLANK | fields, {"45/KH-UBND": date(2020, 2, 1)}, TODAY)


def test_a_whole_piece() -> None:
    found, refused = typed(
        status="complete", number=" 12 /BC - SNV", issued="15/3/2021", section="II", page="3"
    )
    assert refused == []
    assert found == Piece("complete", "12/BC-SNV", date(2021, 3, 15), "II", "3", None)


def test_a_date_left_out_is_that_said_before_of_the_same_number() -> None:
    assert typed(status="complete", number="45/KH-UBND")[0] == Piece(
        "complete", "45/KH-UBND", date(2020, 2, 1)
    )
    assert typed(status="complete", number="46/KH-UBND")[0] == Piece("complete", "46/KH-UBND")


@pytest.mark.parametrize("day", ["31/02/2021", "hôm qua", "02/06/2021", "1/1/1989", "2021"])
def test_a_date_that_cannot_be_is_refused_with_what_was_typed(day: str) -> None:
    found, refused = typed(status="complete", number="1/BC", issued=day)
    assert found is None
    assert len(refused) == 1 and "ngày văn bản" in refused[0]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"number": "1/BC"}, "chọn tình trạng"),
        ({"status": None, "number": "1/BC"}, "chọn tình trạng"),
        ({"status": "complete", "remark": "có"}, "cần số văn bản"),
        ({"status": "missing"}, "ghi số văn bản, hoặc ghi chú"),
    ],
)
def test_what_says_too_little_is_refused(fields: dict[str, str], words: str) -> None:
    found, refused = typed(**fields)
    assert found is None and words in refused[0]


def test_what_is_missing_may_have_no_number_yet() -> None:
    found, _ = typed(status="missing", remark="chưa có báo cáo")
    assert found == Piece("missing", "", None, None, None, "chưa có báo cáo")


def test_one_number_with_two_dates_is_told() -> None:
    pieces = pd.DataFrame(
        {
            "number": ["1/BC", "1/BC", "2/BC", ""],
            "issued": pd.to_datetime(["2021-02-01", "2020-02-01", "2020-02-01", None]),
        }
    )
    assert differing_days(pieces) == {"1/BC": [date(2020, 2, 1), date(2021, 2, 1)]}


def test_a_column_of_evidence_gives_a_row_a_document() -> None:
    losses = pd.DataFrame(
        {
            "code": ["1", "1.1", "1.2", "1.3"],
            "title": ["A", "B", "C", "D"],
            "leaf": [False, True, True, True],
            "lost_points": [1.0, 0.5, 0.5, 0.0],
            "row": [2, 3, 4, 5],
        }
    )
    cells = {2: "9/BC", 3: "1/BC-SNV ngày 01/02/2020, trang 3; 2/BC-SNV", 4: "Ảnh chụp", 5: ""}
    known = [{"counts_for": "1.1", "number": "2/BC-SNV"}]
    found = proposals(cells, losses, known)
    assert found[["code", "number", "page"]].to_numpy().tolist() == [
        ["1.1", "1/BC-SNV", "3"],
        ["1.2", "", ""],  # no number: to be read, not to be taken over
    ]
    assert found["text"].iloc[1] == "Ảnh chụp"
    assert proposals({}, losses, []).empty
