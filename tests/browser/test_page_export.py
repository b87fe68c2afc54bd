"""Does the button of a page hand out its numbers, as a browser gets them?"""

import io

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.browser import harness

OF_LAM_DONG = "co_quan=lam-dong&nam=2020"


@pytest.mark.parametrize(
    ("address", "name", "sheet", "column", "value"),
    [
        # Made of answers that are asked for outside the run of the page.
        (f"/diem-bi-mat?{OF_LAM_DONG}", "diem-bi-mat", "Điểm mất ở đâu", "D", 7.31),
        (f"/xep-hang?{OF_LAM_DONG}", "xep-hang", "Bảng xếp hạng PAR", "A", 32),
        ("/hai-long?co_quan=gia-lai&nam=2022", "hai-long", "Theo yếu tố", "B", 77.89),
    ],
)
def test_a_click_hands_out_what_the_page_shows(
    page: Page, address: str, name: str, sheet: str, column: str, value: object
) -> None:
    page.goto(address)
    harness.settle(page)
    with page.expect_download() as handed:
        page.get_by_role("button", name="Xuất trang này (.xlsx)").click()
    assert handed.value.suggested_filename.startswith(f"{name}-")
    book = openpyxl.load_workbook(io.BytesIO(handed.value.path().read_bytes()))
    assert value in [cell.value for cell in book[sheet][column]]
    assert book["Nguồn"].max_row > 3
