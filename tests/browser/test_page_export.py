"""Does the button of a page hand out its numbers, as a browser gets them?"""

import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import harness

# A page whose workbook cannot be made, in the frame of the dashboard.
FAILING = f"""
import sys
sys.path.insert(0, {str(harness.ROOT)!r})
from pages.ui import look, page_export
from pages.ui.filters import Scope

def make():
    raise ValueError("nothing to make it of")

look.apply()
scope = Scope("lam-dong", "Lâm Đồng", "tỉnh", 2020, None, None, None, False)
page_export.offer(scope, "thu", "Thử", make)
"""
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


def test_a_file_that_cannot_be_made_says_what_to_do_and_why_is_in_the_log(
    browser: Browser, tmp_path: Path
) -> None:
    script, log = tmp_path / "failing.py", tmp_path / "server.log"
    script.write_text(FAILING, encoding="utf-8")
    with harness.served(script, log=log) as address:
        page = browser.new_page(viewport=harness.SCREEN, locale="vi-VN")
        page.goto(address)
        harness.settle(page)
        page.get_by_role("button", name="Xuất trang này (.xlsx)").click()
        said = page.get_by_text("Chưa tạo được tệp. Tải lại trang rồi bấm lại")
        said.wait_for()
        assert "ValueError" not in page.locator("body").inner_text()
        assert page.get_by_role("button", name="Xuất trang này (.xlsx)").is_enabled()
        page.close()
    assert "ValueError: nothing to make it of" in log.read_text(encoding="utf-8")
