"""From the maximum to the index: the one sum of a score table, written out step by step."""

import pandas as pd
import streamlit as st

from pages.ui import answers, sources
from pages.ui.method import residuals
from pages.ui.plain_text import literal
from scoring.text.format import percent as percentage
from scoring.text.format import points, rank

_LONGEST_SUM = 12  # numbers; a longer sum is not written out


def card(batch: str) -> None:
    """Maximum − lost = points, ÷ maximum = index: every number of it in the table."""
    totals = answers.ask("totals", batch=batch).iloc[0]
    losses = answers.ask("losses", batch=batch)
    top = losses[losses["parent"] == ""]
    with st.container(border=True):
        st.caption("Điểm tối đa − điểm bị mất = điểm đạt được")
        st.markdown(f"### {_closing(totals)}")
        st.table(
            pd.DataFrame(_steps(batch, totals, top), columns=["Bước", "Phép tính"]),
            border="horizontal",
            hide_index=True,
            alt="Các bước từ điểm tối đa tới chỉ số",
        )
        _criteria_set(batch)
        sources.link(batch, totals["file_name"], totals["sheet"], totals["row"])


def _criteria_set(batch: str) -> None:
    of = answers.ask("batches", batches=batch).iloc[0]
    said = [of[name] for name in ("criteria_set_title", "decision", "criteria_set_source")]
    known = [literal(text) for text in said if isinstance(text, str) and text]
    if known:
        st.caption(f"Bộ tiêu chí: {' · '.join(known)}")


def _closing(totals: pd.Series) -> str:
    known = totals[["total_max", "lost", "points"]].notna().all()
    if not known:
        return "Chưa đủ số để tính: có dòng cấp trên cùng chưa có điểm bị mất."
    return f"{points(totals['total_max'])} − {points(totals['lost'])} = {points(totals['points'])}"


def _steps(batch: str, totals: pd.Series, top: pd.DataFrame) -> list[tuple[str, str]]:
    maximum, printed = totals["total_max"], totals["printed_max"]
    steps = [
        ("Tổng điểm tối đa áp dụng", points(maximum)),
        (
            f"Điểm chuẩn in trong tệp, {len(top)} dòng cấp trên cùng",
            _sum(top["max_points"], printed),
        ),
    ]
    if pd.notna(maximum) and pd.notna(printed) and maximum != printed:
        left = points(round(maximum - printed, 10))
        steps.append(
            (
                f"Không in trong tệp: {_absent_codes(batch)}",
                f"{points(maximum)} − {points(printed)} = {left}",
            )
        )
    steps += [
        ("Điểm bị mất, các dòng cấp trên cùng", _sum(top["lost_points"], totals["lost"])),
        ("Điểm đạt được", _closing(totals)),
        (
            "Chỉ số",
            f"{points(totals['points'])} ÷ {points(maximum)} = "
            f"**{percentage(totals['index_value'])}**",
        ),
    ]
    return steps + _published(batch, totals)


def _sum(values: pd.Series, total: float) -> str:
    """The sum written out where it is short enough to follow."""
    if len(values) > _LONGEST_SUM or values.isna().any():
        return f"**{points(total)}**"
    return f"{' + '.join(points(value) for value in values)} = **{points(total)}**"


def _absent_codes(batch: str) -> str:
    missing = answers.ask("missing_domains", batch=batch)
    if missing.empty:
        return "phần còn lại của tổng điểm"
    return "lĩnh vực " + ", ".join(literal(code) for code in missing["code"]) + " (suy ra)"


def _published(batch: str, totals: pd.Series) -> list[tuple[str, str]]:
    """The value and rank of the league table, beside the value computed."""
    of = answers.ask("batches", batches=batch).iloc[0]
    places = answers.ask(
        "league_place",
        organisation=of["organisation"],
        index_name=of["index_name"],
        year=int(of["year"]),
    )
    if places.empty:
        return []
    place = places.iloc[0]
    said = f"hạng {rank(place['rank'], place['field_size'])}" if pd.notna(place["rank"]) else ""
    if pd.notna(place["value"]) and pd.notna(totals["index_value"]):
        apart = round(totals["index_value"] - place["value"], 10)
        said = f"{percentage(place['value'])} · {said} · {residuals.state(apart)}"
    return [("Chỉ số đã công bố, theo bảng xếp hạng", said)]
