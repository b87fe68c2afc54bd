"""Does the command line write what the pages hand out, and say why where it cannot?"""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from scoring import intake
from scoring.analysis.messages.commentary import commentary
from scoring.commands import export as commands
from scoring.commands.answer import Answer
from scoring.commands.parser import parser
from scoring.settings import Settings, settings
from scoring.store import Commentary
from tests import databases
from tests.reports.conftest import lam_dong, lam_dong_screens, review_of, sample_store

__all__ = ["lam_dong", "lam_dong_screens", "review_of", "sample_store"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = tmp_path_factory.mktemp("export") / "samples.duckdb"
    databases.samples(path)
    return replace(settings(), database=str(path))


def run(loaded: Settings, *words: str, whose: str = "Lâm Đồng", year: int = 2020) -> Answer:
    told = ("--organisation", whose, "--year", str(year), "--on", "2022-01-10")
    args = parser().parse_args([*words, *told])
    command = {
        "export": commands.export,
        "commentary": commands.commentary,
        "screens": commands.screens_of,
    }
    return command[args.command](args, loaded)


def written(loaded: Settings, out: Path, *words: str) -> bytes:
    done = run(loaded, "export", *words, "--out", str(out))
    assert (done.code, done.value["written"]) == (0, True), done.lines
    assert done.lines == [f"Đã ghi {out}."]
    assert [one.name for one in out.parent.iterdir()] == [out.name]  # no half of it is left
    return out.read_bytes()


def test_slides_are_those_of_the_screens(
    loaded: Settings, tmp_path: Path, lam_dong_screens
) -> None:
    content = written(loaded, tmp_path / "hop.pptx", "pptx", "--slides", "phan-dau, diem-mat")
    titles = [slide.shapes.title.text for slide in Presentation(BytesIO(content)).slides]
    messages = {one.key: one.message for one in lam_dong_screens}
    assert titles == [messages["phan-dau"], messages["diem-mat"]]


def test_a_document_without_a_name_is_the_plan(loaded: Settings, tmp_path: Path) -> None:
    content = written(loaded, tmp_path / "ke-hoach.docx", "docx")
    lines = [one.text for one in Document(BytesIO(content)).paragraphs]
    assert "KẾ HOẠCH" in lines
    assert any("83,93" in line for line in lines)


def test_the_appendix_is_read_back_without_a_new_problem(loaded: Settings, tmp_path: Path) -> None:
    reference, _ = intake.reference_of(loaded)
    for kind in ("docx", "xlsx"):
        folder = tmp_path / kind
        folder.mkdir()
        content = written(loaded, folder / f"pl.{kind}", kind, "--document", "appendix")
        (table,) = intake.read(f"pl.{kind}", content, reference, loaded)
        assert len(table.frame) == 37
        assert not [one for one in table.problems if one.severity == "error"]


def test_one_unit_is_a_page_and_all_are_an_archive(loaded: Settings, tmp_path: Path) -> None:
    one, every = tmp_path / "one", tmp_path / "every"
    one.mkdir()
    every.mkdir()
    unit = ("--document", "unit", "--unit", "Sở Tài chính")
    text = "\n".join(
        cell.text
        for table in Document(BytesIO(written(loaded, one / "p.docx", "docx", *unit))).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "3,13" in text and "3,42" in text
    archive = ZipFile(BytesIO(written(loaded, every / "p.zip", "docx", "--document", "unit")))
    assert "Phiếu đơn vị - Sở Tài chính.docx" in archive.namelist()


def test_a_report_of_a_period_is_dated_by_the_day(loaded: Settings, tmp_path: Path) -> None:
    words = ("docx", "--document", "report", "--period", "quy-1")
    content = written(loaded, tmp_path / "r.docx", *words)
    assert any("quý I" in one.text for one in Document(BytesIO(content)).paragraphs)


def test_all_screens_are_sheets_of_a_workbook(
    loaded: Settings, tmp_path: Path, lam_dong_screens
) -> None:
    content = written(loaded, tmp_path / "b.xlsx", "xlsx")
    sheets = load_workbook(BytesIO(content)).sheetnames
    assert sheets[-1] == "Nguồn"
    assert len(sheets) == len(lam_dong_screens)  # the screen of the sources is the last sheet


def test_the_page_opens_by_itself(loaded: Settings, tmp_path: Path) -> None:
    text = written(loaded, tmp_path / "p.html", "html").decode()
    assert "Điều tra xã hội học" in text and "7,31" in text


def test_a_commentary_that_was_worded_is_what_is_said(loaded: Settings, lam_dong) -> None:
    said = run(loaded, "commentary")
    assert said.value["sentences"] == commentary(lam_dong)
    words = Commentary("lam-dong", 2020, _batches(loaded), ["Lời của lãnh đạo.", "Câu thứ hai."])
    store, _, _ = intake.open_everything(loaded)
    store.word_commentary(words, now=databases.NOW)
    store.close()
    assert run(loaded, "commentary").lines == ("Lời của lãnh đạo.", "Câu thứ hai.")


def _batches(loaded: Settings) -> list[str]:
    made = run(loaded, "screens").value["screens"]
    (table,) = [one["table"] for one in made if one["key"] == "nguon"]
    return [row[-1] for row in table["rows"]]


def test_programs_get_every_number_of_the_screens(loaded: Settings) -> None:
    value = json.loads(json.dumps(run(loaded, "screens").value, allow_nan=False))
    (losses,) = [one for one in value["screens"] if one["key"] == "diem-mat"]
    assert losses["chart"]["series"][2]["values"][-1] == 83.93
    (first,) = [one for one in value["screens"] if one["key"] == "tong-quan"]
    told = [one["value"] for one in first["figures"]]
    assert told == ["83,93\u00a0%", "16,07", "32/63", "78,1\u00a0%"]  # as they stand there


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pptx", "--slides", "khong-co"), "các slide có: bia, tong-quan"),
        (("pptx", "--template", "khong-co.pptx"), "Không đọc được khong-co.pptx"),
        (("pptx", "--document", "plan"), "có: screens"),
        (("docx", "--document", "unit", "--unit", "Sở Không Có"), "Sở Tài chính"),
        (("docx", "--document", "unit"), "tệp .zip"),
        (("docx", "--document", "report", "--period", "quy-3"), "chưa bắt đầu"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    loaded: Settings, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    out = tmp_path / "x.docx"
    done = run(loaded, "export", *words, "--out", str(out))
    assert done.code == 1 and told in done.lines[0] and done.value["error"] == done.lines[0]
    assert not out.exists()


def test_a_year_without_data_and_a_wrong_day_are_told(loaded: Settings, tmp_path: Path) -> None:
    out = str(tmp_path / "x.pptx")
    assert "Chưa nạp số liệu" in run(loaded, "export", "pptx", "--out", out, year=1999).lines[0]
    args = parser().parse_args(
        ["commentary", "--organisation", "Lâm Đồng", "--year", "2020", "--on", "mai"]
    )
    assert commands.commentary(args, loaded).lines == ["Ngày phải viết như 2026-11-20."]


def test_a_place_that_cannot_be_written_is_told(loaded: Settings, tmp_path: Path) -> None:
    out = tmp_path / "không có" / "x.pptx"
    done = run(loaded, "export", "pptx", "--out", str(out))
    assert done.code == 1 and "Không ghi được" in done.lines[0]
