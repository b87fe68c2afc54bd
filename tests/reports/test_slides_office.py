"""Does LibreOffice open a deck whole, and does it write the labels of a chart as we do?"""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scoring.reports.blocks import Chart, Series
from scoring.reports.slides.chart_book import book, label
from scoring.reports.slides.deck import deck
from tests.reports.slides_material import ALL, opened

VALUES = (0.0, 3.42, -0.125, 16.084, 0.05, 999.99, 1234.5, -98765.4, 1234567.8, 7.3, None)
KINDS = ("points", "percent", "share", "change", "integer", "number")


def converted(folder: Path, name: str, content: bytes, to: str) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / name)], check=True, capture_output=True, timeout=180)
    return (folder / name).with_suffix(f".{to.partition(':')[0]}").read_bytes()


def without_results(content: bytes) -> bytes:
    """The workbook with its formulas, but not what they gave."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(made, "w") as out:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(rb"</f><v>[^<]*</v>", b"</f>", text)
            out.writestr(name, text)
    return made.getvalue()


def test_libreoffice_shows_every_slide(tmp_path):
    content = deck(ALL, body="Cơ quan thử")
    pdf = converted(tmp_path, "deck.pptx", content, "pdf")
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == len(opened(content).slides)


@pytest.mark.parametrize("kind", KINDS)
def test_a_formula_writes_the_label_that_stands_beside_the_bar(tmp_path, kind):
    chart = Chart("bars", "x", ("Tên",) * len(VALUES), (Series("s", VALUES),), kind=kind)
    content = without_results(book(chart))
    rows = converted(tmp_path, "so.xlsx", content, "csv:Text - txt - csv (StarCalc):9,34,76")
    told = [line.split("\t")[2] for line in rows.decode().splitlines()[1:]]
    assert told == [label(value, kind) for value in VALUES]
