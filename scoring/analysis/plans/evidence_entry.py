"""What did a person type of a piece of evidence, and can it be kept?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.text.documents import day_of, documents, number_of
from scoring.text.words import nfc

STATUSES = ("complete", "missing", "to_explain")
EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True)
class Piece:
    """What is kept of a piece; number '' where the document is not known, None where not told."""

    status: str
    number: str
    issued: date | None = None
    section: str | None = None
    page: str | None = None
    remark: str | None = None


def taken(
    typed: Mapping[str, str | None], days: Mapping[str, date], today: date
) -> tuple[Piece | None, list[str]]:
    """The piece that the typed fields say, and what has to be mended first.

    Shape: `typed` has status, number, issued, section, page, remark; `days` the dates said before
        by number, one of which stands in for a date that is left out.
    Returns: no piece where anything has to be mended.
    """
    text = {name: nfc(value or "") for name, value in typed.items()}
    number = number_of(text["number"])
    day, refused = _day(text["issued"], today)
    if text["status"] not in STATUSES:
        refused.append("chọn tình trạng của minh chứng: đủ, thiếu hoặc cần giải trình")
    elif not number and text["status"] == "complete":
        refused.append("minh chứng đủ cần số văn bản, như 12/BC-SNV")
    elif not number and not text["remark"]:
        refused.append("ghi số văn bản, hoặc ghi chú nêu còn thiếu hay cần giải trình điều gì")
    if refused:
        return None, refused
    texts = {name: text[name] or None for name in ("section", "page", "remark")}
    return Piece(text["status"], number, day or days.get(number), **texts), []


def _day(text: str, today: date) -> tuple[date | None, list[str]]:
    if not text:
        return None, []
    day = day_of(text)
    if day is None:
        return None, [f"ngày văn bản phải là một ngày có thật, viết như 15/03/2021, thấy “{text}”"]
    if day > today:
        return None, [f"ngày văn bản {day:%d/%m/%Y} sau hôm nay, {today:%d/%m/%Y}"]
    if day < EARLIEST:
        return None, [f"ngày văn bản {day:%d/%m/%Y} trước năm {EARLIEST.year}"]
    return day, []


def differing_days(pieces: pd.DataFrame) -> dict[str, list[date]]:
    """The numbers that stand with more than one date, each with its dates, the earliest first.

    Shape: `pieces` as the question `evidence` gives them.
    """
    found: dict[str, set[date]] = {}
    for row in records(pieces):
        if row["number"] and row["issued"] is not None:
            found.setdefault(row["number"], set()).add(pd.Timestamp(row["issued"]).date())
    return {number: sorted(days) for number, days in found.items() if len(days) > 1}


def proposals(
    cells: Mapping[int, str], losses: pd.DataFrame, pieces: Sequence[Row]
) -> pd.DataFrame:
    """What the column of evidence of a score table names, a row for each document.

    A text without a number stays one row, to be read beside its criterion. Documents that the
    criterion has already are left out.

    Shape: `cells` the texts by row of the sheet, `losses` as the question `losses`, `pieces` the
        rows of evidence.counted; gives code, title, lost_points, text, number, issued, section,
        page.
    """
    known = {(row["counts_for"], row["number"]) for row in pieces}
    rows = []
    for row in records(losses[losses["leaf"]]):
        text = nfc(cells.get(int(row["row"]), ""))
        criterion = {name: row[name] for name in ("code", "title", "lost_points")}
        named = documents(text)
        if text and not named:
            rows.append({**criterion, "text": text, "number": "", "section": "", "page": ""})
        for one in named:
            if (row["code"], one.number) not in known:
                rows.append({**criterion, "text": text, **vars(one)})
    columns = ["code", "title", "lost_points", "text", "number", "issued", "section", "page"]
    return pd.DataFrame(rows, columns=columns)
