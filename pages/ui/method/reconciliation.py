"""Whether the numbers of one score table close, each sum written out."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.ui import answers, problems, sources, tables
from pages.ui.filters import Scope
from pages.ui.method import closing
from pages.ui.method.residuals import CLOSES, DIFFERS, ROUNDED, UNKNOWN, state
from pages.ui.plain_text import literal
from scoring.text.format import integer, points

_TOLD = 3
_CHECKED = {
    "state": tables.text("Kết quả"),
    "row": tables.of_count("Dòng"),
    "code": tables.text("Mã"),
    "title": tables.text("Tiêu chí", width="large"),
}


def show(scope: Scope) -> None:
    """The whole reconciliation of the scope's score table, from the sum to each row."""
    batch = str(scope.score_batch)
    st.subheader(f"{literal(scope.index_name)} {literal(scope.name)} {scope.year}", anchor=False)
    closing.card(batch)
    absent(batch)
    totals(batch)
    parents(batch)
    rows(batch)


def totals(batch: str) -> None:
    """Why the loss over the leaves may differ from the total, and what is never added up."""
    found = answers.ask("totals", batch=batch).iloc[0]
    st.subheader("Hai tổng, và một tổng không dùng")
    st.table(
        pd.DataFrame(
            [
                (
                    "Theo dòng cấp trên cùng",
                    f"**{points(found['lost'])}**",
                    "Là điểm bị mất của bảng; mọi trang đều dùng tổng này.",
                ),
                (
                    "Theo dòng không có dòng con",
                    f"**{points(found['leaves_lost'])}**",
                    _why_leaves_differ(batch, found),
                ),
                (
                    "Cộng mọi dòng",
                    "không dùng",
                    "Dòng cấp trên đã gồm các dòng con, nên cộng mọi dòng là đếm hai, ba lần.",
                ),
            ],
            columns=["Cách cộng", "Điểm bị mất", "Dùng để làm gì, vì sao khác"],
        ),
        border="horizontal",
        hide_index=True,
        alt="Các cách cộng điểm bị mất",
    )


def absent(batch: str) -> None:
    """Domains that the file does not print, so that no loss is inferred for them."""
    missing = answers.ask("missing_domains", batch=batch)
    for row in missing.itertuples(index=False):
        maximum = f", {points(row.max_points)} điểm" if pd.notna(row.max_points) else ""
        how = " (lấy tổng điểm tối đa trừ điểm chuẩn đã in)" if row.inferred else ""
        st.info(
            f"Lĩnh vực {literal(row.code)} «{literal(row.title)}»{maximum}{how} không có trong "
            "tệp. Bảng chỉ in phần bị mất điểm, nên **suy ra** lĩnh vực này không mất điểm.",
            icon=":material/info:",
        )


def rows(batch: str) -> None:
    """Row by row: maximum − points − lost, and what is left over."""
    checks = answers.ask("reconciliation", batch=batch)
    states = [state(value) for value in checks["residual"]]
    st.subheader("Từng dòng: điểm chuẩn − điểm thẩm định − điểm bị mất")
    st.markdown(_verdict(states, "dòng"))
    tables.table(
        _worst_first(checks, states),
        _CHECKED
        | {
            "max_points": tables.of_points("Điểm chuẩn"),
            "points": tables.of_points("Thẩm định"),
            "lost_points": tables.of_points("Bị mất"),
            "residual": tables.of_points("Còn lại"),
        },
        alt="Mỗi tiêu chí: điểm chuẩn trừ điểm thẩm định trừ điểm bị mất",
    )


def parents(batch: str) -> None:
    """Each parent's loss against the sum of its children's."""
    checks = answers.ask("reconciliation", batch=batch)
    found = checks[checks["children"] > 0]
    if found.empty:
        return
    states = [state(value) for value in found["children_residual"]]
    st.subheader("Cấp trên so với các dòng con")
    st.caption(
        "So theo điểm bị mất, không theo điểm chuẩn: bảng công bố thường chỉ in dòng bị mất điểm."
    )
    st.markdown(_verdict(states, "dòng cấp trên"))
    st.markdown(_differences(found[[said == DIFFERS for said in states]]))
    tables.table(
        _worst_first(found, states),
        _CHECKED
        | {
            "lost_points": tables.of_points("Bị mất, in ra"),
            "children_lost": tables.of_points("Các dòng con"),
            "children_residual": tables.of_points("Chênh lệch"),
        },
        alt="Điểm bị mất của mỗi dòng cấp trên so với tổng các dòng con",
    )


def found_problems(scope: Scope) -> None:
    """What was found wrong when the scope's tables were read."""
    st.subheader("Vấn đề của các lần nạp hiện hành", anchor=False)
    for batch in filter(None, (scope.score_batch, scope.satisfaction_batch)):
        of = answers.ask("batches", batches=batch).iloc[0]
        sources.link(batch, of["file_name"], of["sheet"])
        found = problems.from_frame(answers.ask("batch_problems", batch=batch))
        problems.show(found, key=f"van-de-{batch}")


def _worst_first(checks: pd.DataFrame, states: list[str]) -> pd.DataFrame:
    """The rows that differ, then those that lack a number, then the others as printed."""
    order = [DIFFERS, ROUNDED, UNKNOWN, CLOSES]
    ranked = checks.assign(state=states, order=[order.index(one) for one in states])
    return ranked.sort_values("order", kind="stable").drop(columns="order")


def _why_leaves_differ(batch: str, totals: pd.Series) -> str:
    use = "Dùng để xếp hạng các tiêu chí theo điểm bị mất."
    if pd.isna(totals["leaves_residual"]) or totals["leaves_residual"] == 0:
        return use
    checks = answers.ask("reconciliation", batch=batch)
    apart = checks[checks["children_residual"].fillna(0) != 0]
    return f"{use} {_differences(apart)}"


def _differences(apart: pd.DataFrame) -> str:
    """The first differences, each as a sentence; the table below has them all."""
    said = [_difference(row) for row in apart.head(_TOLD).itertuples(index=False)]
    more = len(apart) - len(said)
    return " ".join(said + ([f"Và {integer(more)} dòng khác."] if more > 0 else []))


def _difference(row: Any) -> str:
    return (
        f"Dòng {literal(row.code)} in {points(row.lost_points)} trong khi {int(row.children)} dòng "
        f"con cộng lại được {points(row.children_lost)} "
        f"(chênh {points(row.children_residual)})."
    )


def _verdict(states: list[str], what: str) -> str:
    wrong = sum(one == DIFFERS for one in states)
    unknown = sum(one == UNKNOWN for one in states)
    said = (
        f":orange[:material/warning:] {wrong} trên {len(states)} {what} lệch."
        if wrong
        else f":green[:material/check_circle:] {len(states) - unknown} {what} đều khớp."
    )
    return f"{said} {unknown} {what} thiếu số nên chưa so được." if unknown else said
