"""Do the numbers close on the method page, and does a source lead to its cell?"""

from pathlib import Path

import pytest

from tests.pages.opening import opened
from tests.pages.uploading import LOSSES, METHOD, OF_LAM_DONG, plain, text, whole


def test_the_reconciliation_closes_and_has_exactly_three_findings(samples: Path) -> None:
    app = opened(METHOD, **OF_LAM_DONG)
    said = text(app)
    assert "### 100,00 − 16,07 = 83,93" in said
    (findings,) = (one.value for one in app.table if "Vấn đề" in one.value)
    assert [plain(one).split("**")[1] for one in findings["Vấn đề"]] == [
        "Cấp trên và cấp dưới không khớp",
        "Trùng tên tiêu chí",
        "Lĩnh vực không có trong bảng",
    ]
    assert "37,884" not in said


def source_link() -> dict[str, str]:
    """The address of the row that a criterion's numbers came from, as its page links to it."""
    links = opened(LOSSES, **OF_LAM_DONG, ma="6.1.2").get("page_link")
    (to_row,) = (one.proto for one in links if "dong=" in one.proto.query_string)
    return dict(part.split("=") for part in to_row.query_string.split("&"))


def test_a_source_link_opens_its_row_of_the_stored_file(samples: Path) -> None:
    address = source_link()
    app = whole(opened(METHOD, **address))
    grid = app.table[0].value
    assert "▶ 29" in [plain(label) for label in grid.index]
    row = [plain(cell) for cell in grid.loc[grid.index.str.contains("29")].iloc[0]]
    assert row[0] == "6.1.2"
    assert "Sở Tài chính" in row
    assert "lam-dong-par-2020.xlsx › Phụ lục › dòng 29" in text(app)


@pytest.mark.parametrize("row", ["0", "-1", "999999", "x", "29'; drop table batch"])
def test_a_source_row_that_is_not_there_is_no_exception(samples: Path, row: str) -> None:
    whole(opened(METHOD, **source_link() | {"dong": row}))


def test_a_batch_that_is_not_there_says_so(samples: Path) -> None:
    app = whole(opened(METHOD, **OF_LAM_DONG, lan_nap="2020-xyz"))
    assert "Địa chỉ này chỉ tới một lần nạp không còn trong kho" in text(app)
