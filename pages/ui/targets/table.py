"""Every target in one table: what was promised, from where, by when, and what was reached."""

import pandas as pd
import streamlit as st

from pages.ui import sources, tables
from pages.ui.targets import path
from pages.ui.targets.choice import Shown
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages.target_words import gap, kind, value, word
from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.questions import Row, records
from scoring.text.format import MISSING, integer

_COLUMNS = {
    "title": tables.text("Chỉ tiêu", width="large"),
    "word": tables.text("Trạng thái", width="medium"),
    "result": tables.text("Kết quả", width="medium"),
    "asked": tables.text("Cần đạt"),
    "missing": tables.text("Còn thiếu", width="small"),
    "goals": tables.text("Chỉ tiêu theo năm", width="medium"),
    "kind": tables.text("Loại"),
    "base": tables.text("Mức gốc"),
    "sentence": tables.text("Câu trong tệp", width="medium"),
    "readings": tables.text("Hai cách hiểu", width="large"),
    "lead": tables.text("Chủ trì", width="medium"),
    "plan": tables.text("Kế hoạch"),
    "place": tables.text("Nguồn", width="medium"),
}


def show(shown: Shown, rows: pd.DataFrame) -> None:
    """The targets still asked for, then those of earlier years, folded."""
    st.subheader("Bảng chỉ tiêu", anchor=False)
    _table(shown, rows, "chi-tieu-bang")
    past = shown.rows[shown.rows["past"]]
    if past.empty:
        return
    label = f"{integer(len(past))} chỉ tiêu đã đến hạn trước năm {shown.year}"
    with tables.folded("chi-tieu-cu", label) as is_open:
        if is_open:
            _table(shown, past, "chi-tieu-cu-bang")


def _table(shown: Shown, rows: pd.DataFrame, key: str) -> None:
    known = {one.key: one for one in shown.indicators}
    written = pd.DataFrame(
        [_written(shown, known[row["key"]], row) for row in records(rows)], columns=list(_COLUMNS)
    )
    empty = {name for name in ("readings", "lead") if not written[name].astype(bool).any()}
    keys = list(rows["key"])
    tables.table(
        written,
        {name: column for name, column in _COLUMNS.items() if name not in empty},
        alt=f"Từng chỉ tiêu: mức cần đạt năm {shown.year}, kết quả, trạng thái và nguồn",
        key=key,
        on_pick=lambda at: path.pick(keys[at]),
        wide=True,
    )
    sources.caption(rows)


def _written(shown: Shown, one: Indicator, row: Row) -> dict[str, str]:
    measure = row["measure"]
    goals = one.goals_read(relative=shown.relative)
    return {
        "title": row["title"],
        "word": word(row),
        "result": _result(shown, row),
        "asked": value(row["asked"], measure),
        "missing": _missing(row),
        "goals": "; ".join(f"{goal.due_year}: {value(goal.value, measure)}" for goal in goals)
        or MISSING,
        "kind": kind(row),
        "base": _base(row),
        "sentence": row["sentence"],
        "readings": "; ".join(facts.readings(one)),
        "lead": row["lead"] or "",
        "plan": row["plan"] or MISSING,
        "place": sources.place(row["file_name"], row["sheet"], row["row"]),
    }


def _result(shown: Shown, row: Row) -> str:
    if row["value"] is None:
        return MISSING
    whose = f", của {shown.name(row['whose'])}" if row["whose"] else ""
    result = value(row["value"], row["measure"], row["field_size"])
    return f"{result} ({int(row['value_year'])}{whose})"


def _missing(row: Row) -> str:
    if row["missing"] is None:
        return MISSING
    return gap(row["missing"], row["measure"]) if row["missing"] > 0 else "0"


def _base(row: Row) -> str:
    if row["base_value"] is None:
        return MISSING if row["base_year"] is None else f"chưa có ({int(row['base_year'])})"
    year = "" if row["base_year"] is None else f" ({int(row['base_year'])})"
    return f"{value(row['base_value'], row['measure'])}{year}"
