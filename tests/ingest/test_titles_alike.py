"""Which criterion of a set does a title mean, and when is that sure?"""

import pytest

from scoring.ingest.reference import Criterion
from scoring.ingest.score_tables.titles_alike import Wanted, matches

DISTRICT = "Tỷ lệ hồ sơ do UBND cấp huyện tiếp nhận trong năm được giải quyết đúng hạn"
COMMUNE = DISTRICT.replace("huyện", "xã")
REVIEW = "Rà soát văn bản quy phạm pháp luật"


def found(rows: list[str], criteria: list[str]) -> list[tuple[str, bool] | None]:
    """The criterion (counted from 1) of each row and whether it is sure; all are worth 1 point."""
    known = [Criterion(str(at), title, max_points=1.0) for at, title in enumerate(criteria, 1)]
    read = matches([Wanted(at, title, 1.0) for at, title in enumerate(rows)], known)
    return [(read[at].code, read[at].sure) if at in read else None for at in range(len(rows))]


@pytest.mark.parametrize(
    ("rows", "criteria", "expected"),
    [
        ([COMMUNE, DISTRICT], [DISTRICT, COMMUNE], [("2", True), ("1", True)]),
        ([REVIEW.upper() + "."], [DISTRICT, REVIEW], [("2", True)]),
        (["Rà soat văn bản quy phạm pháp luật"], [DISTRICT, REVIEW], [("2", True)]),
        # 83 of 100 alike: another criterion that begins the same way.
        (["Rà soát văn bản quy phạm"], [REVIEW], [None]),
        # As much like the one as like the other, but for the word that tells them apart.
        ([DISTRICT.replace("huyện", "huyên")], [DISTRICT, COMMUNE], [("1", False)]),
        # Two rows for one criterion: neither is sure.
        ([f"{REVIEW} 1", f"{REVIEW} 2"], [REVIEW], [("1", False), ("1", False)]),
        # One has the very title: then the other, however alike, is something else.
        ([REVIEW, f"{REVIEW} 2"], [REVIEW], [("1", True), None]),
        # The same title and maximum twice tells nothing.
        ([REVIEW, REVIEW], [REVIEW, REVIEW], [("1", False), ("1", False)]),
        ([], [REVIEW], []),
        ([REVIEW], [], [None]),
    ],
)
def test_titles(
    rows: list[str], criteria: list[str], expected: list[tuple[str, bool] | None]
) -> None:
    assert found(rows, criteria) == expected
