"""Is a .pdf made, or refused in words, with nothing left running or lying about?"""

import tempfile
import time
from pathlib import Path

import pytest
from docx import Document

from scoring.reports import pdf
from scoring.reports.official import content, document

office = pytest.mark.skipif(not pdf.available(), reason="needs LibreOffice")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Programs and temporary files in folders of their own."""
    programs, left = tmp_path / "bin", tmp_path / "tmp"
    programs.mkdir()
    left.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(tempfile, "tempdir", str(left))
    return programs


def program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_libreoffice_it_says_so(nowhere: Path) -> None:
    assert not pdf.available()
    with pytest.raises(pdf.NotConverted, match=r"chưa cài LibreOffice.*\.docx"):
        pdf.as_pdf({"a.docx": b""})


def test_what_hangs_is_ended_with_all_that_it_started(nowhere: Path) -> None:
    told = nowhere.parent / "pid"
    program(nowhere, f"/bin/sleep 60 &\necho $! > {told}\nwait")
    begun = time.monotonic()
    with pytest.raises(pdf.NotConverted, match="không xuất xong .pdf trong 1 giây"):
        pdf.as_pdf({"a.docx": b""}, seconds=1.0)
    assert time.monotonic() - begun < 20
    assert not _runs(int(told.read_text(encoding="utf-8")))
    assert list((nowhere.parent / "tmp").iterdir()) == []


def test_what_cannot_be_converted_is_named(nowhere: Path) -> None:
    program(nowhere, "echo nothing; exit 1")
    with pytest.raises(pdf.NotConverted, match="Phiếu đơn vị.docx"):
        pdf.as_pdf({"Phiếu đơn vị.docx": b""})
    assert list((nowhere.parent / "tmp").iterdir()) == []


@office
def test_many_files_keep_their_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = document()
    made.add_paragraph("Điểm mất 3,42")
    assert isinstance(made, type(Document()))
    files = {name: content(made, subject="Thử") for name in ("Sở Tài chính.docx", "b" * 300)}
    files[f"{'b' * 300}.docx"] = files.pop("b" * 300)
    found = pdf.as_pdf(files)
    assert list(found) == ["Sở Tài chính.pdf", f"{'b' * 300}.pdf"]
    assert all(one.startswith(b"%PDF-") for one in found.values())
    assert list(tmp_path.iterdir()) == []


def _runs(pid: int) -> bool:
    """Whether a process still runs; one that ended and waits to be buried does not."""
    stat = Path(f"/proc/{pid}/stat")
    for _ in range(50):
        if (
            not stat.exists()
            or stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
        ):
            return False
        time.sleep(0.1)
    return True
