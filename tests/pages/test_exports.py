"""Is every document handed out, of the year chosen, and made only when it is asked for?"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from scoring.reports import pdf
from tests.pages.conftest import Handed
from tests.pages.opening import opened, shown

PAGE = "pages/exports.py"
OF_LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
OF_GIA_LAI = {"co_quan": "so-van-hoa-the-thao-va-du-lich-gia-lai", "nam": "2023"}
OF_LEAGUE = {"co_quan": "an-giang", "nam": "2020"}
DAY = {"ngay": "2026-11-12"}


def part(name: str, **scope: str) -> AppTest:
    app = opened(PAGE, **(scope or OF_LAM_DONG), **DAY, loai=name)
    assert [str(one.value) for one in app.exception] == []
    return app


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(BytesIO(deck)).slides]


def text(content: bytes) -> str:
    made = Document(BytesIO(content))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in made.paragraphs), *cells])


def test_the_deck_has_the_slides_chosen_in_their_order(
    samples: Path, downloads: dict[str, Handed]
) -> None:
    app = part("slide")
    whole = downloads["Tải bộ slide (.pptx)"]
    assert whole.name == "bo-slide-lam-dong-2020.pptx"
    assert len(titles(whole.make())) >= 9
    app.multiselect[0].set_value(["don-vi", "diem-mat"]).run()
    assert titles(downloads["Tải bộ slide (.pptx)"].make()) == [
        "Sở Tài chính chịu 3,275 điểm mất khi chia đều, nhiều nhất trong các đơn vị nêu đích danh",
        "Điều tra xã hội học mất 7,31 điểm, 45,5 % tổng điểm mất".replace(" %", "\u00a0%"),
    ]


def test_a_file_that_is_no_template_is_refused_in_words(samples: Path) -> None:
    app = part("slide")
    app.file_uploader[0].upload("mau.pptx", b"not a presentation").run()
    assert [str(one.value) for one in app.exception] == []
    assert app.error
    assert "pptx" in app.error[0].value


def test_a_unit_gets_its_sheet_and_all_get_one_file(
    samples: Path, downloads: dict[str, Handed]
) -> None:
    app = part("phieu")
    app.selectbox(key="phieu-lam-dong").set_value("Sở Tài chính").run()
    one = downloads["Tải phiếu của đơn vị này"]
    assert one.name == "Phiếu đơn vị - Sở Tài chính.docx"
    assert "3,42" in text(one.make())
    label, whole = next((name, file) for name, file in downloads.items() if ".zip" in name)
    names = ZipFile(BytesIO(whole.make())).namelist()
    assert f"cả {len(names)} đơn vị" in label
    assert "Phiếu đơn vị - Sở Tài chính.docx" in names


def test_without_libreoffice_there_is_no_pdf_and_a_word_says_so(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    app = part("phieu")
    assert "LibreOffice" in shown(app)
    assert "phieu-loai-tep" not in app.session_state


def test_the_plan_and_its_appendix_are_of_the_year_after(
    samples: Path, downloads: dict[str, Handed]
) -> None:
    part("ke-hoach")
    plan = downloads["Tải dự thảo kế hoạch (.docx)"]
    assert plan.name == "ke-hoach-lam-dong-2021.docx"
    assert "83,93" in text(plan.make())
    assert "7,31" in text(downloads["Tải phụ lục (.docx)"].make())
    assert downloads["Tải phụ lục (.xlsx)"].make()[:2] == b"PK"


def test_an_appendix_needs_a_score_table(samples: Path, downloads: dict[str, Handed]) -> None:
    app = part("ke-hoach", **OF_GIA_LAI)
    assert "cần bảng điểm" in shown(app)
    assert not any("phụ lục" in label for label in downloads)


def test_a_report_is_of_the_period_chosen(samples: Path, downloads: dict[str, Handed]) -> None:
    app = part("dinh-ky", **OF_GIA_LAI)
    assert app.selectbox(key="ky-bao-cao-2026-11-12").value.key == "quy-3"
    options = app.selectbox(key="ky-bao-cao-2026-11-12").options
    assert "Quý IV năm 2026 (chưa hết kỳ)" in options
    assert "Năm 2025" in options
    report = downloads["Tải báo cáo (.docx)"]
    assert report.name.endswith("-quy-3-2026.docx")
    assert "quý III năm 2026" in text(report.make())


def test_the_workbook_has_a_sheet_a_screen(samples: Path, downloads: dict[str, Handed]) -> None:
    part("so-lieu")
    book = load_workbook(BytesIO(downloads["Tải mọi biểu đồ và bảng (.xlsx)"].make()))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert 7.31 in cells
    assert len(book.sheetnames) >= 7


@pytest.mark.parametrize("name", ["slide", "phieu", "ke-hoach", "dinh-ky", "so-lieu"])
@pytest.mark.parametrize("scope", [OF_GIA_LAI, OF_LEAGUE], ids=["plan", "league"])
def test_every_part_opens_whatever_is_loaded(
    samples: Path, downloads: dict[str, Handed], name: str, scope: dict[str, str]
) -> None:
    part(name, **scope)
    for one in downloads.values():
        assert one.make().startswith(b"<!doctype html>" if one.name.endswith(".html") else b"PK")
