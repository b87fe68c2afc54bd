"""The parts of the page on self scores: the sums, the criteria, the units, the years."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import answers, drill, figures, filters, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages import self_scores as said
from scoring.analysis.questions import records
from scoring.analysis.self_scores import repeated
from scoring.charts.self_scores import claim_rows, claim_unit_bars
from scoring.text.format import change, integer, points

_COLUMNS = {
    "code": tables.text("Mã", width="small"),
    "short_title": tables.text("Tiêu chí"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "self_points": tables.of_points("Tự chấm"),
    "points": tables.of_points("Thẩm định"),
    "difference": tables.Column("Chênh lệch", lambda value: change(value, "").strip()),
    "told": tables.text("So sánh", width=200),
    "lead": tables.text("Chủ trì như trong tệp", width=220),
}
_UNIT_COLUMNS = {
    "name": tables.text("Đơn vị", width=280),
    "over_points": tables.of_points("Tự chấm cao hơn"),
    "over_leaves": tables.of_count("Ở số tiêu chí"),
    "under_points": tables.of_points("Tự chấm thấp hơn"),
    "under_leaves": tables.of_count("Ở số tiêu chí "),
    "compared": tables.of_count("Chủ trì (so được)"),
}
_REPEATED_COLUMNS = {
    "code": tables.text("Mã", width="small"),
    "title": tables.text("Tiêu chí"),
    "years": tables.of_count("Số năm liền"),
    "since": tables.Column("Từ năm", str),
    "difference": tables.of_points("Năm nay"),
    "summed": tables.of_points("Cộng các năm"),
}
_NO_LEAD = "(không ghi chủ trì)"


def cannot_compare(totals: pd.DataFrame) -> bool:
    """Say why nothing can be compared and which column is missing; whether that is so."""
    row = records(totals)[0]
    reason = said.nothing_to_compare(row)
    if reason is None:
        return False
    lacking = "Điểm thẩm định" if row["no_points_leaves"] else "Điểm tự đánh giá"
    st.info(f"{reason} Thêm cột **{lacking}** vào tệp rồi nạp lại.", icon=":material/info:")
    st.page_link(notices.IMPORT_PAGE, label="Nạp tệp", icon=":material/upload_file:")
    return True


def summary(scope: Scope, totals: pd.DataFrame) -> None:
    """Both sums over the leaves that have both, and what the difference is made of."""
    row = records(totals)[0]
    figures.message(said.self_scores(row))
    cards = st.columns(4)
    net = change(row["appraised_total"] - row["self_total"])
    of = f"trên {points(row['max_total'])} điểm chuẩn" if row["max_total"] else "điểm"
    _card(cards[0], "Tự chấm", row["self_total"], of)
    _card(cards[1], "Thẩm định", row["appraised_total"], f"{net} so với tự chấm")
    for card, label, name in ((2, "Tự chấm cao hơn", "over"), (3, "Tự chấm thấp hơn", "under")):
        _card(
            cards[card],
            label,
            row[f"{name}_points"],
            f"ở {integer(row[f'{name}_leaves'])} tiêu chí",
        )
    st.markdown(literal(said.coverage(row)))
    if bridge := said.bridge(row):
        st.markdown(literal(bridge))
    st.page_link(
        drill.LOSSES_PAGE,
        label="Xem toàn bộ điểm bị mất",
        icon=":material/trending_down:",
        query_params=filters.address(scope),
    )


def criteria(scope: Scope, totals: pd.DataFrame) -> None:
    """Over-claims by criterion, the largest first; then what was appraised higher."""
    leaves = answers.ask("self_scores", batch=scope.score_batch)
    over, under = (leaves[leaves["standing"] == name] for name in ("over", "under"))
    if not over.empty:
        figures.message(said.largest_claim(over))
        figures.show(
            claim_rows(over),
            key="tu-cham-cao",
            alt="Điểm tự chấm và điểm thẩm định của các tiêu chí tự chấm cao hơn, lớn nhất trước",
            on_pick=lambda code: drill.open_losses(scope, code),
        )
        st.caption("Bấm một tiêu chí để xem điểm bị mất của nó.")
        sources.caption(over)
    figures.message(said.under_claims(records(totals)[0]))
    if not under.empty:
        figures.show(
            claim_rows(under.iloc[::-1]),
            key="tu-cham-thap",
            alt="Điểm tự chấm và điểm thẩm định của các tiêu chí được thẩm định cao hơn",
            on_pick=lambda code: drill.open_losses(scope, code),
        )
    with tables.folded("bang-tu-cham", "Bảng số liệu: mọi tiêu chí") as is_open:
        if is_open:
            tables.table(
                leaves.assign(told=leaves["standing"].map(said.STANDINGS)),
                _COLUMNS,
                alt="Điểm tự chấm và điểm thẩm định của từng tiêu chí",
                key="bang-tieu-chi-tu-cham",
                on_pick=lambda row: drill.open_losses(scope, leaves["code"].iloc[row]),
                wide=True,
            )


def units(scope: Scope) -> None:
    """Over-claims by the units that lead the criteria."""
    by_unit = answers.ask("self_score_units", batch=scope.score_batch)
    st.subheader("Theo đơn vị chủ trì", anchor=False)
    if (by_unit["unit"] == "").all():
        st.info("Tệp không ghi đơn vị chủ trì, nên chưa chia được theo đơn vị.")
        return
    sentence = said.over_claim_units(by_unit)
    st.markdown(f"**{literal(sentence)}.**")
    if (by_unit.loc[by_unit["unit"] != "", "over_points"] > 0).any():
        figures.show(
            claim_unit_bars(by_unit), key="tu-cham-don-vi", alt=f"{sentence}, theo từng đơn vị"
        )
    st.caption("Điểm của một tiêu chí có nhiều đơn vị chủ trì được chia đều cho các đơn vị ấy.")
    with tables.folded("bang-tu-cham-don-vi") as is_open:
        if is_open:
            named = by_unit["unit"].where(by_unit["unit"] != "", _NO_LEAD)
            tables.table(
                by_unit.assign(name=named),
                _UNIT_COLUMNS,
                alt="Điểm tự chấm cao hơn và thấp hơn thẩm định theo đơn vị chủ trì",
            )
    sources.caption(by_unit)


def years(scope: Scope) -> None:
    """Over-claims that come back year after year."""
    leaves = answers.ask("self_score_years", batch=scope.score_batch)
    found = repeated(leaves, scope.year)
    figures.message(said.repeated_claims(found))
    if not found.year_before:
        return
    if not found.rows.empty:
        tables.table(
            found.rows,
            _REPEATED_COLUMNS,
            alt="Các tiêu chí tự chấm cao hơn thẩm định nhiều năm liền",
            key="bang-tu-cham-lap-lai",
            on_pick=lambda row: drill.open_losses(scope, found.rows["code"].iloc[row]),
        )
    st.caption(said.CODES_ALONE)
    if retitled := said.retitled_claims(found):
        st.caption(literal(retitled))
    since = min([scope.year - 1, *found.rows["since"]])
    sources.caption(leaves[leaves["year"].between(since, scope.year - 1)])


def _card(place: DeltaGenerator, label: str, amount: float, beside: str) -> None:
    # Streamlit takes the printed minus sign for a rise: no arrow and no colour.
    place.metric(label, points(amount), beside, delta_color="off", delta_arrow="off")
