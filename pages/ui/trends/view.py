"""One index over the years: the lines of an organisation, or of all that it is made of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import pandas as pd
import streamlit as st

from pages.ui import answers, choices, figures, sources, tables
from pages.ui.filters import Scope
from pages.ui.plain_text import literal
from scoring.analysis.indices import INDICES
from scoring.analysis.messages import trends as said
from scoring.analysis.trend_lines import Line, all_cuts, drawn, lines, whose, without
from scoring.charts.trend import index_trend
from scoring.text.format import change_points, rank

INDEX = "chi_so"
NAMES = "ten"  # in the address: whose lines
THEN, NOW = "luc-do", "hien-nay"
VIEWS = {THEN: "Tên tại thời điểm", NOW: "Quy về hiện nay"}
_ORIGINS = {
    "scores": "Bảng điểm",
    "satisfaction": "Bảng kết quả",
    "league": "Bảng xếp hạng",
}
_MOST_STEPS = 6  # years whose values and changes still read as one line of text
_MOST_LINKS = 10  # sources side by side; more of them stand under the table


@dataclass(frozen=True)
class Chosen:
    """The index that is shown, its lines, and the name of the organisation asked for."""

    index_name: str
    lines: tuple[Line, ...]
    name: str
    without: tuple[str, ...]  # who has no value of it


def choose(scope: Scope) -> Chosen:
    """Draw the choice of index, and of names where the organisation was or became another."""
    known = answers.reference()
    now = _now(scope.organisation)
    ids = whose(scope.organisation, known.successors, now=now)
    frames = {who: answers.ask("trend_values", organisation=who) for who in ids}
    held = _held(frames, scope.organisation)
    index_name = choices.one_of("Chỉ số", INDEX, {one: one for one in held}, usual=held[0])
    names = {scope.organisation: scope.name}
    return Chosen(
        index_name,
        lines(frames, index_name, known, names),
        scope.name,
        tuple(without(frames, index_name, known, names)),
    )


def _now(organisation: str) -> bool:
    related = whose(organisation, answers.reference().successors, now=True)
    if len(related) < 2:
        return False
    return choices.one_of("Địa giới, tổ chức", NAMES, VIEWS, usual=THEN) == NOW


def _held(frames: Mapping[str, pd.DataFrame], organisation: str) -> list[str]:
    """The indices with anything to show, the usual ones first."""
    values = [name for frame in frames.values() for name in frame["index_name"]]
    parts = answers.ask("trend_parts", organisation=organisation)["index_name"]
    found = dict.fromkeys((*values, *parts))
    usual = [one for one in INDICES if one in found]
    return [*usual, *(one for one in found if one not in usual)] or [INDICES[0]]


def show(chosen: Chosen) -> None:
    """What is said of each line, the chart, its breaks and gaps, and the numbers under it."""
    if not chosen.lines:
        st.info(
            f"Chưa có giá trị chung của {literal(chosen.index_name)} cho {literal(chosen.name)}, "
            "nên chưa vẽ được xu hướng.",
            icon=":material/info:",
        )
        return
    first, *others = (said.headline(line, chosen.index_name) for line in chosen.lines)
    figures.message(first)
    for sentence in others:
        st.markdown(literal(sentence))
    for line in chosen.lines:
        if 1 < len(line.values) <= _MOST_STEPS:
            st.markdown(literal(_of(line, chosen.lines)))
    cuts = all_cuts(chosen.lines)
    figures.show(
        index_trend(drawn(chosen.lines), said.placed(cuts)),
        key="xu-huong-chi-so",
        alt=". ".join(f"{line.label}: {said.steps(line)}" for line in chosen.lines),
    )
    _notes(chosen)
    _links(chosen.lines)
    _numbers(chosen.lines)


def _of(line: Line, shown: Sequence[Line]) -> str:
    return said.steps(line) if len(shown) == 1 else f"{line.label}: {said.steps(line)}"


def _notes(chosen: Chosen) -> None:
    shown = chosen.lines
    told = (said.breaks(all_cuts(shown)), said.gaps(shown), said.ends(shown))
    for sentence in (*chain(*told), *said.disagreements(shown)):
        st.markdown(literal(sentence))
    for note in (said.together(shown), said.without(chosen.without, chosen.index_name)):
        if note:
            st.markdown(literal(note))
    st.caption(said.RULE)


def _links(shown: Sequence[Line]) -> None:
    if sum(len(line.values) for line in shown) <= _MOST_LINKS:
        _sources(shown)


def _sources(shown: Sequence[Line]) -> None:
    with st.container(horizontal=True, gap="small"):
        for line in shown:
            for row in line.values.itertuples():
                where = f"{line.label}, năm {row.year}" if len(shown) > 1 else f"năm {row.year}"
                label = f"Nguồn {literal(where)}"
                scope = (line.organisation, int(row.year))
                sources.link(row.batch, row.file_name, row.sheet, row.row, label=label, scope=scope)


def _numbers(shown: Sequence[Line]) -> None:
    with tables.folded("xu-huong-bang", "Bảng số liệu và nguồn") as is_open:
        if not is_open:
            return
        rows = pd.concat([line.values.assign(label=line.label) for line in shown])
        tables.table(
            rows.assign(
                year=rows["year"].astype(str),
                place=[
                    rank(place, size)
                    for place, size in zip(rows["rank"], rows["field_size"], strict=True)
                ],
                origin=rows["origin"].map(_ORIGINS),
            ),
            {
                "label": tables.text("Cơ quan, địa phương"),
                "year": tables.text("Năm"),
                "percent": tables.of_percent("Chỉ số"),
                "step": tables.Column("So với năm trước", change_points),
                "place": tables.text("Hạng"),
                "league_percent": tables.of_percent("Bảng xếp hạng ghi"),
                "origin": tables.text("Đọc từ"),
            },
            alt="Chỉ số từng năm, mức thay đổi, thứ hạng và nơi đọc",
        )
        if sum(len(line.values) for line in shown) > _MOST_LINKS:
            _sources(shown)
