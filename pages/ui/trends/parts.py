"""The domains or factors of one index over the years, as small multiples."""

import pandas as pd
import streamlit as st

from pages.ui import answers, figures, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.messages import trends as said
from scoring.analysis.trend_breaks import cuts
from scoring.analysis.trend_parts import part_series
from scoring.charts.trend import part_trends
from scoring.text.format import change_points


def show(scope: Scope, index_name: str) -> None:
    """The parts of the organisation asked for, or why they cannot be drawn over the years."""
    asked = answers.ask("trend_parts", organisation=scope.organisation)
    parts = asked[asked["index_name"] == index_name]
    name, years = literal(scope.name), sorted(set(parts["year"].astype(int)))
    if len(years) < 2:
        held = f"mới có năm {years[0]}" if years else "chưa có năm nào"
        st.caption(
            f"Các lĩnh vực, nội dung của {literal(index_name)} ({name}): {held} có bảng chi tiết; "
            "cần từ hai năm để vẽ qua các năm."
        )
        return
    known = answers.reference()
    found = cuts(index_name, scope.level, years, known.breaks, known.criteria_sets)
    series = part_series(parts, [one.year for one in found])
    told = said.parts(series)
    figures.message(told or f"Từng lĩnh vực của {index_name} qua các năm")
    figures.show(
        part_trends(series, said.placed(found)),
        key="xu-huong-linh-vuc",
        alt=f"Từng lĩnh vực, nội dung qua các năm, % điểm tối đa. {told or ''}",
    )
    st.caption(
        f"{name}, tính bằng % điểm tối đa của từng lĩnh vực, nội dung; mọi ô cùng một thang. Lĩnh "
        "vực được nối qua các năm khi cùng mã và tên gần như nhau; không có trong bảng của một năm "
        "thì để hở."
    )
    _numbers(series)


def _numbers(series: pd.DataFrame) -> None:
    with tables.folded("xu-huong-linh-vuc-bang") as is_open:
        if is_open:
            tables.table(
                series.assign(year=series["year"].astype(str)),
                {
                    "year": tables.text("Năm"),
                    "code": tables.text("Mã"),
                    "title": tables.text("Lĩnh vực, nội dung"),
                    "percent": tables.of_percent("% điểm tối đa"),
                    "step": tables.Column("So với năm trước", change_points),
                },
                alt="Từng lĩnh vực, nội dung qua các năm",
            )
