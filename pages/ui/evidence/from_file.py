"""Taking over the evidence that a loaded score table names in a column of its own."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers, notices, tables, who
from pages.ui.cell_text import shown as cell_shown
from pages.ui.evidence import form
from pages.ui.evidence.shown import Shown
from pages.ui.plain_text import literal
from pages.ui.tasks.words import say
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence_entry import STATUSES, Piece, proposals
from scoring.analysis.questions import Row, records
from scoring.ingest.opening.addresses import column_index
from scoring.text.format import integer, points

_TAKEN, _STATUS = "taken", "status"
_WORDS = {said.STATUSES[status]: status for status in STATUSES}
_WRITTEN = "minh_chung_lan_nhan"


def show(shown: Shown) -> None:
    """What the table names beside each criterion, to be ticked and written at once."""
    column, cells = _column(str(shown.scope.score_batch))
    if column is None:
        st.info(
            "Bảng điểm đang xem không có cột **Tài liệu kiểm chứng** hoặc **Minh chứng**. Nạp bảng "
            "tự chấm có cột này thì số, ngày văn bản được đọc sẵn để chọn ghi.",
            icon=":material/info:",
        )
        st.page_link(notices.IMPORT_PAGE, label="Nạp bảng tự chấm", icon=":material/upload_file:")
        return
    found = proposals(cells, shown.losses, shown.rows)
    if found.empty:
        st.info(
            f"Mọi văn bản trong cột {column} đã được ghi, hoặc cột này trống.",
            icon=":material/check:",
        )
        return
    _offer(shown, found, column)
    _unread(found)


def _offer(shown: Shown, found: pd.DataFrame, column: str) -> None:
    named = found[found["number"] != ""].reset_index(drop=True)
    if named.empty:
        return
    st.markdown(
        literal(
            f"Đọc được {integer(len(named))} văn bản trong cột {column} của tệp. Đánh dấu các dòng "
            "cần ghi; tình trạng mặc định là đủ vì đơn vị đã nêu văn bản, sửa ở dòng thẩm định "
            "không chấp nhận."
        )
    )
    key = f"nhan-{shown.scope.score_batch}-{st.session_state.get(_WRITTEN, 0)}"
    rows = records(named)
    who.ask_again(f"{key}-nguoi")
    with st.form(f"{key}-ghi", border=False):
        st.data_editor(
            _grid(rows),
            key=key,
            hide_index=True,
            num_rows="fixed",
            disabled=["criterion", "lost", "number", "issued", "place", "text"],
            column_config=_config(),
            alt="Các văn bản mà bảng tự chấm nêu, để chọn ghi làm minh chứng",
        )
        st.form_submit_button(
            "Ghi các dòng đã đánh dấu",
            icon=":material/save:",
            type="primary",
            on_click=_save,
            args=(shown, rows, key),
        )


def _grid(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _TAKEN: [False for _ in rows],
            "criterion": [f"{row['code']} {row['title']}" for row in rows],
            "lost": [points(row["lost_points"]) for row in rows],
            "number": [row["number"] for row in rows],
            "issued": [said.day(row["issued"]) for row in rows],
            "place": [", ".join(filter(None, (row["section"], row["page"]))) for row in rows],
            _STATUS: [said.STATUSES["complete"] for _ in rows],
            "text": [row["text"] for row in rows],
        }
    )


def _config() -> dict[str, Any]:
    column = st.column_config.TextColumn
    return {
        _TAKEN: st.column_config.CheckboxColumn("Ghi", width="small"),
        "criterion": column("Tiêu chí", width="medium"),
        "lost": column("Bị mất", width="small"),
        "number": column("Số văn bản", width="medium"),
        "issued": column("Ngày", width=100),
        "place": column("Mục, trang", width=110),
        _STATUS: st.column_config.SelectboxColumn(
            "Tình trạng", options=list(_WORDS), required=True, width=140
        ),
        "text": column("Như trong tệp", width="large"),
    }


def _save(shown: Shown, rows: Sequence[Row], key: str) -> None:
    edits = st.session_state[key]["edited_rows"]
    chosen = [(rows[int(at)], cells) for at, cells in edits.items() if cells.get(_TAKEN)]
    if not chosen:
        st.toast("Chưa đánh dấu dòng nào", icon=":material/info:")
        return
    words = [
        form.evidence(shown, _piece(row, cells.get(_STATUS)), code=row["code"])
        for row, cells in chosen
    ]
    say(words, f"Đã ghi {integer(len(words))} minh chứng")
    st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1


def _piece(row: Row, word: str | None) -> Piece:
    status = _WORDS.get(word or "", "complete")
    issued = None if row["issued"] is None else pd.Timestamp(row["issued"]).date()
    return Piece(status, row["number"], issued, row["section"] or None, row["page"] or None)


def _unread(found: pd.DataFrame) -> None:
    """What the column says without naming a number: shown beside its criterion, written by hand."""
    words = found[found["number"] == ""]
    if words.empty:
        return
    with tables.folded(
        "minh-chung-chu", f"{integer(len(words))} dòng không nêu số văn bản"
    ) as is_open:
        if is_open:
            tables.table(
                words.assign(criterion=words["code"] + " " + words["title"]),
                {
                    "criterion": tables.text("Tiêu chí", width="medium"),
                    "lost_points": tables.of_points("Bị mất"),
                    "text": tables.text("Như trong tệp", width="large"),
                },
                alt="Các dòng của cột minh chứng không nêu số văn bản",
                wide=True,
            )


def _column(batch: str) -> tuple[str | None, dict[int, str]]:
    """The letter of the column of evidence in the file of a batch, and its texts by row."""
    origin = answers.ask("batches", batches=batch).iloc[0]
    name, content = answers.store().file(batch)
    tables_ = answers.tables(f"lan-nap-{batch}", name, content)
    letter = next(
        (
            table.columns["evidence"]
            for table in tables_
            if (table.sheet, table.anchor) == (origin["sheet"], origin["anchor"])
            and "evidence" in table.columns
        ),
        None,
    )
    if letter is None:
        return None, {}
    at = column_index(letter)
    rows = answers.stored_rows(batch, str(origin["sheet"]))
    return letter, {
        number: cell_shown(row[at]) if at < len(row) else "" for number, row in enumerate(rows, 1)
    }
