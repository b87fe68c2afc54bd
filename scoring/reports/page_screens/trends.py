"""Xu hướng: an index over the years, and its domains or factors."""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.messages import trends as said
from scoring.analysis.questions import records
from scoring.analysis.trend_lines import Line, all_cuts
from scoring.reports.blocks import Chart, Column, Screen, Series, Table, Tone
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, coded, listed, there
from scoring.text.values import measured, placed, year_of

_TONES: tuple[Tone, ...] = ("total", "loss", "good", "accent", "neutral")


def trends(lines: Sequence[Line], parts: pd.DataFrame, index_name: str) -> tuple[Screen, ...]:
    """The screens of the page. Shape: `parts` as part_series gives them; empty: not shown."""
    return there(_index(lines, index_name), _parts(parts, index_name))


def _index(lines: Sequence[Line], index_name: str) -> Screen | None:
    if not lines:
        return None
    first, *others = (said.headline(line, index_name) for line in lines)
    return Screen(
        key="chi-so",
        topic=f"{index_name} qua các năm",
        message=first,
        sentences=(*others, *said.breaks(all_cuts(lines)), *said.gaps(lines)),
        chart=_chart(lines, index_name),
        table=_table(lines),
        sources=batches(*(line.values for line in lines)),
    )


def _chart(lines: Sequence[Line], index_name: str) -> Chart:
    years = sorted({int(year) for line in lines for year in line.values["year"]})
    return Chart(
        form="lines",
        name=f"{index_name} qua các năm, % điểm tối đa",
        categories=tuple(map(str, years)),
        series=tuple(
            Series(name, tuple(values.get(year) for year in years), _TONES[at % len(_TONES)])
            for at, line in enumerate(lines)
            for name, values in _segments(line)
        ),
        kind="percent",
        axis="%",
    )


def _segments(line: Line) -> list[tuple[str, dict[int, float]]]:
    """The stretches of a line that are one series: between them it must not be drawn through."""
    found = []
    for _, rows in line.values.dropna(subset=["percent"]).groupby("segment", sort=True):
        values = dict(zip(rows["year"].astype(int), rows["percent"].astype(float), strict=True))
        found.append((f"{line.label}, {min(values)}–{max(values)}", values))
    return [(line.label, values) for _, values in found] if len(found) == 1 else found


def _table(lines: Sequence[Line]) -> Table:
    return Table(
        (
            Column("Cơ quan, địa phương", width=3.0),
            Column("Năm"),
            Column("Chỉ số", "percent"),
            Column("So với năm trước", "change"),
            Column("Hạng"),
            Column("Bảng xếp hạng ghi", "percent"),
        ),
        tuple(
            (
                line.label,
                measured(row["year"], year_of),
                row["percent"],
                row["step"],
                placed(row["rank"], row["field_size"]),
                row["league_percent"],
            )
            for line in lines
            for row in records(line.values)
        ),
    )


def _parts(parts: pd.DataFrame, index_name: str) -> Screen | None:
    """The last two years beside each other; all years in the table."""
    if parts.empty or parts["year"].nunique() < 2:
        return None
    before, last = sorted({int(year) for year in parts["year"]})[-2:]
    now = parts[parts["year"] == last]
    earlier = parts[parts["year"] == before].set_index("panel")["percent"].to_dict()
    both = now.assign(before=[earlier.get(panel) for panel in now["panel"]])
    return Screen(
        key="linh-vuc",
        topic="Từng lĩnh vực",
        message=said.parts(parts) or f"Từng lĩnh vực của {index_name} qua các năm",
        chart=bars(
            both,
            coded(both, "title"),
            [
                Bars("before", f"Năm {before}", "neutral"),
                Bars("percent", f"Năm {last}", "total"),
            ],
            name=f"Từng lĩnh vực, nội dung: % điểm tối đa năm {before} và {last}",
            kind="percent",
            axis="%",
        ),
        table=listed(
            parts.assign(year=parts["year"].astype(int).astype(str)),
            {
                "year": Column("Năm"),
                "code": Column("Mã"),
                "title": Column("Lĩnh vực, nội dung", width=LONG),
                "percent": Column("% điểm tối đa", "percent"),
                "step": Column("So với năm trước", "change"),
            },
        ),
        sources=batches(parts),
    )
