"""All units of a level at a glance: the spread of their index, and unit by domain."""

from dataclasses import replace
from math import ceil

import pandas as pd
import streamlit as st

from pages.ui import choices, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.members import level as members_level
from pages.ui.members.level import Level
from pages.ui.plain_text import literal
from pages.ui.ranking.cards import card, line
from scoring.analysis.members import both_ends, outliers, wide
from scoring.analysis.messages import members as said
from scoring.analysis.messages import members_change as said_of_change
from scoring.analysis.questions import Row, records
from scoring.charts.members import darkest, heatmap
from scoring.text.format import change_points, integer, number, percent, rank
from scoring.text.titles import sentence_case

SHOWN = "xem"

_ENDS = "hai-dau"
_EACH_END = 10
_ON_ONE_PAGE = 30
_MOST_PAGES = 8
_COLUMNS = {
    "label": tables.text("Đơn vị"),
    "index_value": tables.of_percent("Chỉ số"),
    "away": tables.Column("So với trung vị", change_points),
}
_POINTS = {
    "points": tables.of_points("Điểm đạt"),
    "total_max": tables.of_points("Điểm tối đa của đơn vị"),
}


def cards(level: Level) -> None:
    """How many units, the middle, the best and the lowest of them."""
    known = level.units.tables.dropna(subset=["index_value"])
    if known.empty:
        return
    middle = float(known["index_value"].median())
    best, last = known.iloc[0], known.iloc[-1]
    with st.grid(4, min_column_width=200, gap="small"):
        with card("dv-so", f"Đơn vị cấp {level.level}", integer(len(known)), ":material/groups:"):
            line(f"có bảng điểm {level.index_name}", strong=True)
        with card("dv-giua", "Trung vị", percent(middle), ":material/balance:"):
            gap = number(best["index_value"] - last["index_value"])
            line(f"cao nhất và thấp nhất cách nhau {gap} điểm\u00a0%", strong=True)
            if before := said_of_change.median_before(level.moved):
                line(before)
        for key, title, row, icon in (
            ("dv-cao", "Cao nhất", best, ":material/north:"),
            ("dv-thap", "Thấp nhất", last, ":material/south:"),
        ):
            with card(key, title, percent(row["index_value"]), icon):
                line(row["label"], strong=True)
                line(said.against_median(row["index_value"], middle))
                if before := _beside(level, row["organisation"]):
                    line(before)


def heat(scope: Scope, level: Level) -> None:
    """Unit by domain, best index first; a click opens the unit's own pages."""
    found = level.units
    message = said.heatmap(found)
    figures.message(message)
    outside = said.outliers(outliers(found), float(found.tables["index_value"].median()))
    st.markdown(literal(f"{said.index_spread(found)}. {outside}."))
    for told in said.differences(found):
        st.caption(f":material/warning: {literal(told)}.")
    beside = {row["organisation"]: _told(row, level) for row in records(level.moved.units)}
    shown = _shown(found.tables)
    figures.show(
        heatmap(shown.assign(told=shown["organisation"].map(beside)), found.cells, found.domains),
        key="ban-do-nhiet",
        alt=f"{message}. Từng đơn vị theo lĩnh vực, % điểm tối đa của chính đơn vị",
        on_pick=lambda organisation: members_level.open_unit(scope, organisation),
    )
    named = "; ".join(
        f"{domain.code} {sentence_case(domain.short_title)}"
        for domain in found.domains.itertuples()
    )
    st.caption(
        literal(
            f"Cột: {named}. {said.colours(darkest(found.cells))}. Bấm một ô để mở các trang của "
            "đơn vị đó."
        )
    )
    with tables.folded("don-vi-bang", f"Bảng {integer(len(found.tables))} đơn vị") as opened:
        if opened:
            _table(scope, level)


def _shown(every: pd.DataFrame) -> pd.DataFrame:
    """The units to draw: all of a few, else both ends or one stretch of them."""
    if len(every) <= 2 * _EACH_END + 4:
        return every
    size = max(_ON_ONE_PAGE, ceil(len(every) / _MOST_PAGES))
    starts = range(0, len(every), size)
    names = {_ENDS: f"{_EACH_END} cao nhất, {_EACH_END} thấp nhất"} | {
        str(start + 1): f"{start + 1}–{min(start + size, len(every))}" for start in starts
    }
    picked = choices.one_of("Xem", SHOWN, names, usual=_ENDS)
    if picked == _ENDS:
        return both_ends(every, _EACH_END)
    first = int(picked) - 1
    return every.iloc[first : first + size]


def _beside(level: Level, organisation: str) -> str:
    known = level.moved.units
    return _told(records(known[known["organisation"] == organisation])[0], level)


def _told(row: Row, level: Level) -> str:
    return said_of_change.beside(row, level.moved)


def _table(scope: Scope, level: Level) -> None:
    found, before = level.units, level.moved
    every = wide(replace(found, tables=before.units))
    rows = every.assign(
        away=every["index_value"] - every["index_value"].median(),
        placed=[rank(one, before.size) for one in every["place"]],
        placed_before=[rank(one, before.size_before) for one in every["place_before"]],
    )
    domains = {code: tables.of_percent(code) for code in found.domains["code"]}
    changes = {
        "step": tables.Column(f"So với {before.year_before}", change_points),
        "placed": tables.text("Thứ tự", width=84),
        "placed_before": tables.text(f"Thứ tự {before.year_before}", width=104),
    }
    tables.table(
        rows,
        _COLUMNS | (changes if before.size_before else {}) | _POINTS | domains,
        alt="Chỉ số của từng đơn vị",
        key="don-vi-chon",
        on_pick=lambda place: members_level.open_unit(scope, rows["organisation"].iat[place]),
        wide=True,
    )
    ends = both_ends(found.tables, 1)
    st.caption("Nguồn của đơn vị cao nhất và thấp nhất; bấm một dòng để mở đơn vị đó.")
    sources.caption(ends)
