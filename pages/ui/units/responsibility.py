"""Who answers for the lost points: all units side by side, and one unit's criteria."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, drill, figures, notices, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from pages.ui.units import loads_bars
from scoring.analysis import messages
from scoring.analysis.questions import Row
from scoring.charts.units import unit_bars, unit_criteria_bars
from scoring.text.format import points, share

UNIT = "don_vi"
MODE = "cach"
# How each way of counting is called in the address, and by the columns of `unit_points`.
MODES = {"mot-minh": "lead_only", "chia-deu": "shared", "tinh-du": "in_full"}

_NAMES = {slug: messages.UNIT_MODES[column] for slug, column in MODES.items()}
_UNIT_COLUMNS = {
    "unit": tables.text("Đơn vị", width=240),
    "sort": tables.text("Loại"),
    "lead_only": tables.of_points(messages.UNIT_COLUMNS["lead_only"]),
    "shared": tables.of_points(messages.UNIT_COLUMNS["shared"]),
    "shared_share": tables.of_share("Tỷ trọng"),
    "in_full": tables.of_points(messages.UNIT_COLUMNS["in_full"]),
    "led": tables.of_count("Chủ trì (tiêu chí)"),
    "coordinated": tables.of_count("Phối hợp (tiêu chí)"),
}
_LED_COLUMNS = {
    "code": tables.text("Mã", width="small"),
    "short_title": tables.text("Tiêu chí"),
    "max_points": tables.of_points("Điểm chuẩn"),
    "points": tables.of_points("Thẩm định"),
    "lost_points": tables.of_points("Bị mất"),
    "share_of_leads": tables.of_share("Phần khi chia đều"),
    "lead": tables.text("Chủ trì như trong tệp", width=260),
    "deadline": tables.text("Thời hạn", width=180),
}
_COORDINATED_COLUMNS = {
    name: column for name, column in _LED_COLUMNS.items() if name != "share_of_leads"
}


def chosen(known: Collection[str]) -> str:
    """The unit in the address where it is known, else ''."""
    return choices.asked(UNIT, known, "đơn vị")


def mode() -> str:
    """The column of `unit_points` that counts; shared where nothing is asked for."""
    return MODES.get(st.query_params.get(MODE, ""), "shared")


def show(scope: Scope, units: pd.DataFrame) -> None:
    """All units of the score table, side by side."""
    if units.empty:
        _no_leads(scope)
    else:
        _every(scope, units)


def _no_leads(scope: Scope) -> None:
    st.info(
        f"Bảng điểm của {literal(scope.name)} năm {scope.year} không ghi cơ quan chủ trì, nên chưa "
        "biết đơn vị nào chịu trách nhiệm. Thêm cột **Cơ quan chủ trì** (và **Cơ quan phối hợp**) "
        "vào tệp rồi nạp lại.",
        icon=":material/info:",
    )
    st.page_link(notices.IMPORT_PAGE, label="Nạp tệp", icon=":material/upload_file:")


def _every(scope: Scope, units: pd.DataFrame) -> None:
    unnamed = answers.ask("group_only", batch=scope.score_batch).iloc[0]
    figures.message(messages.group_only(unnamed["share"], unnamed["no_lead_points"]))
    slug = choices.one_of("Cách tính điểm cho đơn vị", MODE, _NAMES, usual="chia-deu")
    column = MODES[slug]
    said = messages.units(units, column)
    st.markdown(f"{literal(said)}. {_meaning(column, units, unnamed)}")
    figures.show(
        unit_bars(units, column),
        key=f"don-vi-{slug}",
        alt=f"Điểm bị mất theo đơn vị, cách tính: {_NAMES[slug]}. {said}",
        on_pick=go,
    )
    st.caption("Bấm một thanh hoặc một dòng để xem các tiêu chí của đơn vị.")
    ranked = loads_bars.with_sort(units.sort_values(column, ascending=False, kind="stable"))
    tables.table(
        ranked,
        _UNIT_COLUMNS,
        alt="Điểm bị mất của từng đơn vị theo ba cách tính",
        key="bang-don-vi",
        on_pick=lambda row: go(ranked["unit"].iloc[row]),
    )
    sources.caption(units)


def _meaning(column: str, units: pd.DataFrame, unnamed: pd.Series) -> str:
    """What the bars of one way of counting add up to."""
    whole, total = points(unnamed["leaves_lost"]), points(units[column].sum())
    return {
        "lead_only": f"Chỉ tính tiêu chí có đúng một đơn vị chủ trì: {total} trên {whole} điểm mất "
        "của các tiêu chí; phần còn lại do từ hai đơn vị cùng chủ trì hoặc không ghi chủ trì.",
        "shared": f"Điểm mất của một tiêu chí chia đều cho các đơn vị chủ trì: cộng lại {total} "
        f"trên {whole} điểm mất của các tiêu chí.",
        "in_full": "Mỗi đơn vị chủ trì chịu đủ điểm mất của tiêu chí, nên một tiêu chí được tính "
        "nhiều lần và các số **không cộng dồn được**.",
    }[column]


def one(scope: Scope, unit: Row, name: str, criteria: pd.DataFrame) -> None:
    """The points of one unit in three ways, and its criteria.

    Shape: `unit` is its row of the units, `criteria` as `unit_criteria` gives them; through, where
        groups are looked at as who is meant by them.
    """
    _three_ways(unit, answers.ask("group_only", batch=scope.score_batch)["leaves_lost"].iloc[0])
    _led(scope, name, criteria[criteria["role"] == "lead"])
    st.markdown("**Phối hợp**")
    coordinated = criteria[criteria["role"] == "coordinating"]
    _rows(scope, coordinated, _COORDINATED_COLUMNS, what="phối hợp", key="phoi-hop")
    sources.caption(criteria)


def breadcrumb(name: str) -> None:
    """The way back to all units."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Tất cả đơn vị", icon=":material/home:", on_click=go, args=("",), key="len-don-vi"
        )
        st.button(
            literal(name), icon=":material/chevron_right:", disabled=True, key="don-vi-dang-xem"
        )


def go(to: str) -> None:
    """Carry a unit into the address: for callbacks, which run before the page."""
    if to:
        st.query_params[UNIT] = to
    else:
        st.query_params.pop(UNIT, None)


def _three_ways(unit: Row, lost: float) -> None:
    """The unit's points in each way of counting, beside those that all criteria lost."""
    of_all = f"trên {points(lost)} điểm mất"
    beside = {"shared": f"{share(unit['shared_share'])} điểm mất"}
    with st.grid(3, min_column_width=220):
        for column, label in messages.UNIT_MODES.items():
            st.metric(
                label,
                points(unit[column]),
                delta=beside.get(column, of_all),
                delta_color="off",
                delta_arrow="off",
                border=True,
                height="stretch",
            )


def _led(scope: Scope, name: str, led: pd.DataFrame) -> None:
    st.markdown("**Chủ trì**")
    if (led["lost_points"] > 0).any():
        figures.show(
            unit_criteria_bars(led),
            key="tieu-chi-chu-tri",
            alt=f"Điểm mất của các tiêu chí do {name} chủ trì, lớn nhất trước",
            on_pick=lambda code: drill.open_losses(scope, code),
        )
    _rows(scope, led, _LED_COLUMNS, what="chủ trì", key="chu-tri")


def _rows(
    scope: Scope, criteria: pd.DataFrame, columns: dict[str, tables.Column], *, what: str, key: str
) -> None:
    if criteria.empty:
        st.caption(f"Không {what} tiêu chí nào.")
        return
    if "through" in criteria and criteria["through"].notna().any():
        columns = columns | {"through": tables.text("Qua nhóm", width=180)}
    tables.table(
        criteria,
        columns,
        alt=f"Các tiêu chí mà đơn vị {what}",
        key=f"bang-{key}",
        on_pick=lambda row: drill.open_losses(scope, criteria["code"].iloc[row]),
    )
