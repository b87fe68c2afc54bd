"""Each indicator's result against what is asked this year and in the end, group by group."""

import pandas as pd
import streamlit as st

from pages.ui import figures
from pages.ui.targets import path
from pages.ui.targets.choice import Shown
from scoring.analysis.messages import targets as said
from scoring.analysis.messages.target_words import group
from scoring.analysis.messages.target_words import measure as measure_words
from scoring.analysis.plans.paths import STATES
from scoring.analysis.plans.results import PERCENT, RANK
from scoring.analysis.questions import records
from scoring.charts.targets import Measure, target_bullets
from scoring.text.format import integer

_MOST = 40  # bullets of one page; the others stand in the table
_RANKED = "hạng (bên phải là tốt hơn)"


def show(shown: Shown, rows: pd.DataFrame) -> None:
    """One chart for each group and measure, what needs attention first within it."""
    known = rows[rows["final"].notna()]
    if known.empty:
        return
    named = known.assign(group=[group(row) for row in records(known)])
    drawn = _worst_first(named).head(_MOST)
    for number, part in enumerate(_parts(named, drawn)):
        measures = named.loc[named["group"] == part["group"].iloc[0], "measure"]
        _chart(part, shown.year, number, measured=measures.nunique() > 1)
    _told(len(known), len(drawn), len(rows) - len(known))


def _worst_first(rows: pd.DataFrame) -> pd.DataFrame:
    order = rows["state"].map(STATES.index)
    return rows.assign(order=order).sort_values(
        ["order", "missing"], ascending=[True, False], kind="stable", na_position="last"
    )


def _parts(named: pd.DataFrame, drawn: pd.DataFrame) -> list[pd.DataFrame]:
    """The groups of one measure in printed order, each with its rows by attention."""
    parts = dict(list(drawn.groupby(["group", "measure"], sort=False)))
    printed = dict.fromkeys(zip(named["group"], named["measure"], strict=True))
    return [parts[key] for key in printed if key in parts]


def _chart(part: pd.DataFrame, year: int, number: int, *, measured: bool) -> None:
    told = [said.label(row) for row in records(part)]
    labelled = part.assign(
        head=[head for head, _ in told],
        told=[text for _, text in told],
    )
    message = said.group(part, measured=measured)
    figures.message(message)
    figures.show(
        target_bullets(labelled, _axis(part["measure"].iloc[0]), year=year),
        key=f"chi-tieu-{number}",
        alt=f"Kết quả so với mức cần đạt năm {year} và chỉ tiêu cuối. {message}",
        on_pick=path.pick,
    )


def _axis(measure: str) -> Measure:
    if measure == RANK:
        return Measure(_RANKED, ranked=True)
    return Measure(measure_words(measure), of_percent=measure == PERCENT)


def _told(known: int, drawn: int, without: int) -> None:
    more = [
        f"{integer(drawn)} trên {integer(known)} chỉ tiêu được vẽ, cần chú ý nhất trước; chọn nhóm "
        "hoặc trạng thái để xem các chỉ tiêu khác, hoặc xem bảng."
        if drawn < known
        else "",
        f"{integer(without)} chỉ tiêu chưa có mức để vẽ, xem bảng." if without else "",
    ]
    st.caption(
        " ".join(
            filter(None, ["Bấm vào một thanh để xem lộ trình. Mũi tên chỉ phía tốt hơn.", *more])
        )
    )
