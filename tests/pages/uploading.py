"""What a person drops on the import page, and what the page shows of it."""

import json
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from pages.ui import answers
from tests.pages.opening import opened, shown

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
LAM_DONG = "lam-dong-par-2020.xlsx"
GIA_LAI = "gia-lai-sipas-2022.xlsx"
IMPORT, HOME, LOSSES = "pages/importing.py", "pages/overview.py", "pages/losses.py"
SIPAS, UNITS, METHOD = "pages/sipas.py", "pages/units.py", "pages/method.py"
OF_LAM_DONG = {"co_quan": "lam-dong", "nam": "2020"}
OF_GIA_LAI = {"co_quan": "gia-lai", "nam": "2022"}
TITLE = "UBND TỈNH LÂM ĐỒNG\nKết quả Chỉ số cải cách hành chính năm 2020"
HEADER = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Cơ quan chủ trì"
GOOD = f"""
    {HEADER}
    1   | Chỉ đạo  | 8,50 | 7,47 | 1,03 | Sở Nội vụ
    1.1 | Kế hoạch | 1,50 | 1,00 | 0,50 | Sở Nội vụ
    1.2 | Thi đua  | 7,00 | 6,47 | 0,53 | Sở Nội vụ
"""
BROKEN = GOOD.replace("6,47", "sáu").replace("| 1,00 |", "| 15   |")  # cells D7 and D6


def book(rows: str, title: str = TITLE, sheet: str = "Phụ lục") -> bytes:
    """A workbook with a title block, a blank row and a table; '=1.5' is a number, else a text."""
    workbook = Workbook()
    page = workbook.active
    page.title = sheet
    lines = [*title.split("\n"), "", *(line.strip() for line in rows.strip().splitlines())]
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line.split("|"), 1):
            _write(page.cell(row, column), cell.strip())
    return saved(workbook)


def _write(cell: Any, text: str) -> None:
    if text.startswith("=") and text[1:].replace(".", "").isdigit():
        cell.value = float(text[1:])
    elif text:
        cell.value = text
        cell.data_type = "s"  # '=1+1' is what somebody typed, no formula


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def edited(content: bytes, **cells: object) -> bytes:
    """The same workbook with other values in some cells of its first sheet."""
    workbook = load_workbook(BytesIO(content))
    for address, value in cells.items():
        workbook.worksheets[0][address] = value
    return saved(workbook)


def sample(name: str) -> tuple[str, bytes]:
    """A published table: its name and bytes."""
    return name, (SAMPLES / name).read_bytes()


def dropped(*files: tuple[str, bytes]) -> AppTest:
    """The import page after files were dropped on it."""
    app = opened(IMPORT)
    for name, content in files:
        app.file_uploader[0].upload(name, content)
    return whole(app.run())


def whole(app: AppTest) -> AppTest:
    """The same page, which must not have stopped with an exception."""
    assert [str(one.value) for one in app.exception] == []
    return app


def text(app: AppTest) -> str:
    """Every text of a page as a person reads it, tables and links included."""
    tables = [one.value.to_string(max_colwidth=None) for one in app.table]
    links = [one.proto.label for one in app.get("page_link")]
    return plain("\n".join([shown(app), *tables, *links]))


def plain(value: object) -> str:
    """A text without what keeps Markdown from reading it as markup."""
    return unescape(str(value)).replace("\u00a0", " ").replace("\u2060", "")


def cards(app: AppTest) -> dict[str, str]:
    """The metrics of a page without their icons."""
    return {card.label.split("] ")[-1].strip(": "): plain(card.value) for card in app.metric}


def specs(app: AppTest) -> str:
    """What the charts of a page print; the code that a click reports is not among it."""
    drawn = [json.loads(one.proto.spec) for one in app.get("plotly_chart")]
    for trace in (trace for figure in drawn for trace in figure["data"]):
        trace["customdata"] = [carried[1:] for carried in trace.get("customdata") or ()]
    return json.dumps(drawn, ensure_ascii=False)


def written(*names: str) -> AppTest:
    """The import page after these samples were dropped on it and written."""
    app = dropped(*(sample(name) for name in names))
    label = "Ghi dữ liệu" if len(names) == 1 else f"Ghi {len(names)} bảng sẵn sàng"
    return whole(button(app, label).click().run())


def button(app: AppTest, label: str) -> Any:
    """The button of this label."""
    return next(one for one in app.button if one.label == label)


def labels(app: AppTest) -> list[str]:
    """The labels of all buttons."""
    return [one.label for one in app.button]


def choice(app: AppTest, label: str) -> Any:
    """The choice whose label begins so."""
    return next(one for one in app.selectbox if one.label.startswith(label))


def field(app: AppTest, label: str) -> Any:
    """The text field whose label begins so."""
    every = (*app.text_input, *app.text_area)
    return next(one for one in every if one.label.startswith(label))


def overview(app: AppTest) -> list[dict[str, Any]]:
    """The table of what was found over all files, a row a table."""
    frames = [one.value for one in app.dataframe if "Tình trạng" in one.value]
    return frames[0].to_dict("records") if frames else []


def states(app: AppTest) -> dict[str, str]:
    """How each file's table stands, in the words of the table of tables."""
    return {row["Tệp"].removeprefix("▶ "): row["Tình trạng"] for row in overview(app)}


def grid(app: AppTest) -> dict[str, Any]:
    """What the grid of the reviewed table was told to draw."""
    (one,) = app.get("bidi_component")
    return json.loads(one.proto.json)


def cell(app: AppTest, address: str) -> dict[str, Any]:
    """One cell of the grid."""
    letter, row = address[0], int(address[1:])
    told = grid(app)
    (line,) = (one for one in (*told["header"], *told["rows"]) if one["number"] == row)
    return line["cells"][told["letters"].index(letter)]


def open_fold(app: AppTest, key_end: str) -> AppTest:
    """The page with the folded part open whose key ends so."""
    (key,) = (one.key for one in app.expander if one.key and one.key.endswith(key_end))
    app.session_state[key] = True
    return whole(app.run())


def batches() -> int:
    """How many batches count: what pages keep of it is not asked."""
    asked = "select count(*) as n from batch where undone_at is null"
    return int(answers.store().query(asked, {})["n"].iloc[0])


def loaded() -> pd.DataFrame:
    """The batches that were not undone, the latest first."""
    return answers.ask("history", text="", most=100, undone=False)
