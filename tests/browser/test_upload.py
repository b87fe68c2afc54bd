"""Does the review of a dropped file work under a mouse, a keyboard and a thumb?"""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Dialog, FilePayload, Page, expect

from tests.browser import harness, looking
from tests.pages.uploading import BROKEN, GOOD, HEADER, book

DROP = '[data-testid="stFileUploaderDropzoneInput"]'
HINT = ".loi-nhac"
PAYLOADS = ("<script>window.stolen=1</script>", "<img src=x onerror='window.stolen=2'>")


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def dropped(page: Page, *files: FilePayload) -> Page:
    """The import page after files were dropped on it."""
    page.goto("/nhap-du-lieu")
    harness.settle(page)
    page.locator(DROP).set_input_files(list(files))
    expect(page.get_by_text("Bảng như trong tệp, sửa từng ô")).to_be_visible(timeout=60_000)
    harness.settle(page)
    return page


def cell(page: Page, address: str):
    return page.locator(f'[data-address="{address}"]')


@pytest.fixture
def review(page: Page) -> Page:
    return dropped(page, file("sai.xlsx", book(BROKEN)))


def test_a_cell_says_what_is_wrong_with_it_under_the_mouse(review: Page) -> None:
    hint = review.locator(HINT)
    expect(hint).to_be_hidden()
    cell(review, "D6").hover()
    expect(hint).to_be_visible()
    expect(hint).to_contain_text("Lỗi: Điểm vượt điểm chuẩn. Phụ lục!D6: cần số từ 0 đến 1,50")
    expect(hint).to_contain_text("Kiểm tra dấu phẩy thập phân")
    cell(review, "B6").hover()
    expect(hint).to_be_hidden()


def test_and_under_the_keyboard(review: Page) -> None:
    cell(review, "D7").focus()
    expect(review.locator(HINT)).to_contain_text("Không phải là số")
    review.keyboard.press("Escape")
    expect(review.locator(HINT)).to_be_hidden()
    review.keyboard.press("Enter")
    expect(review.get_by_label("Ô", exact=True)).to_have_value("D7")


def test_severity_is_a_sign_and_a_colour(review: Page) -> None:
    expect(cell(review, "D6").locator(".dau")).to_have_text("✖")
    background = "(one) => getComputedStyle(one).backgroundColor"
    assert cell(review, "D6").evaluate(background) != cell(review, "B6").evaluate(background)


def test_a_click_picks_the_cell_and_its_correction_is_drawn(review: Page) -> None:
    cell(review, "D7").click()
    expect(review.get_by_label("Ô", exact=True)).to_have_value("D7")
    harness.settle(review)
    review.get_by_label("Đọc là", exact=True).fill("6,47")
    review.get_by_role("button", name="Sửa ô D7").click()
    expect(cell(review, "D7")).to_have_text("✎\u00a06,47")
    expect(review.get_by_text("“sáu” → “6,47”")).to_be_visible()
    review.get_by_role("button", name="Bỏ sửa").click()
    expect(cell(review, "D7")).to_have_text("✖\u00a0sáu")


def test_no_text_of_a_file_is_ever_run(page: Page) -> None:
    dialogs: list[Dialog] = []
    page.on("dialog", lambda one: dialogs.append(one))
    script, image = PAYLOADS
    rows = f"""
        {HEADER} | {image}
        1   | {script}              | 8,50 | {image} | 1,03 | {script}
        1.1 | **đậm** [x](http://a) | 1,50 | 15      | 0,50 | {image}
    """
    files = (file(f"{number} {image}.xlsx", book(rows)) for number in range(2))
    dropped(page, *files)
    expect(cell(page, "B5")).to_have_text(script)
    expect(cell(page, "B6")).to_have_text("**đậm** [x](http://a)")
    cell(page, "D5").hover()
    expect(page.locator(HINT)).to_contain_text(image)
    page.get_by_text("Các cột của bảng").click()
    harness.settle(page)
    assert page.evaluate("window.stolen") is None
    assert page.locator("img[src='x']").count() == 0
    assert dialogs == []


def test_the_marked_copy_is_the_same_workbook_without_a_live_formula(page: Page) -> None:
    dropped(page, file("sai.xlsx", book(BROKEN.replace("Thi đua", "=cmd!A0"))))
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp có đánh dấu").click()
    assert download.value.suggested_filename == "sai (đánh dấu).xlsx"
    marked = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    sheet = marked["Phụ lục"]
    assert (sheet["B7"].value, sheet["B7"].data_type) == ("=cmd!A0", "s")
    assert "cần một số, thấy “sáu”" in sheet["D7"].comment.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_fits_a_phone_and_is_vietnamese(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(harness.PHONE)
    rows = "\n".join(f"{n} | Tiêu chí số {n} | 1,00 | 0,50 | 0,40 |" for n in range(1, 101))
    good = book(GOOD, "UBND TỈNH GIA LAI\nKết quả Chỉ số cải cách hành chính năm 2020")
    dropped(page, file("dài.xlsx", book(f"{HEADER}\n{rows}")), file("tốt.xlsx", good))
    assert looking.too_wide(page) == 0
    assert looking.cut_labels(page) == []
    assert looking.english(page) == []
    box = page.locator(".bang").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= harness.PHONE["width"]
