"""Xếp hạng: the league, the places over the years, and the domains beside the peers'."""

import pandas as pd

from scoring.analysis.messages.ranking import domains as said_of_domains
from scoring.analysis.messages.ranking import field as said_of_field
from scoring.analysis.messages.ranking import place
from scoring.analysis.messages.ranking_change import by_year
from scoring.analysis.messages.ranking_words import Measure
from scoring.analysis.questions import records
from scoring.analysis.ranking import Field, Standing
from scoring.reports.blocks import Chart, Column, Screen, Series, Table, Tone
from scoring.reports.page_screens.parts import Bars, bars, batches, coded, listed, there
from scoring.text.values import Kind, measured, placed, year_of

_TONES: tuple[Tone, ...] = ("total", "neutral", "good", "accent", "loss")


def ranking(
    field: Field,
    standing: Standing,
    measure: Measure,
    lines: pd.DataFrame,
    domains: pd.DataFrame,
    peers: int,
) -> tuple[Screen, ...]:
    """The screens of the page.

    Shape: `field` with labels; `lines` as ranking_years.with_lines gives them, empty where they
        are not shown; `domains` as members.own_place, of `peers` score tables.
    """
    return there(
        _league(field, standing, measure),
        _years(lines, standing, measure),
        _domains(domains, standing, peers),
    )


def _kind(measure: Measure) -> Kind:
    """How values of the index are written: '83,93 %', '44,12' of PAPI."""
    return "percent" if measure.value(1.0).endswith("%") else "number"


def _league(field: Field, standing: Standing, measure: Measure) -> Screen:
    members, kind = field.members, _kind(measure)
    known = members.dropna(subset=["value"])
    own = standing.value
    return Screen(
        key="bang",
        topic=f"Bảng xếp hạng {measure.index_name}",
        message=said_of_field(field, measure),
        sentences=(place(standing, measure),),
        chart=bars(
            known,
            known["label"].tolist(),
            [
                Bars(
                    "value",
                    measure.index_name,
                    tones=tuple(
                        "accent" if one == standing.organisation else "total"
                        for one in known["organisation"]
                    ),
                )
            ],
            name=f"{measure.index_name} của cả bảng xếp hạng; {standing.name} khác màu",
            kind=kind,
            axis="điểm" if kind == "number" else "%",
        ),
        table=Table(
            (
                Column("Hạng"),
                Column("Đơn vị", width=3.0),
                Column("Giá trị", kind),
                Column(f"So với {standing.name} ({measure.unit})", "number", 1.4),
            ),
            tuple(
                (
                    placed(row["rank"], field.size),
                    row["label"],
                    row["value"],
                    None if own is None or row["value"] is None else row["value"] - own,
                )
                for row in records(members)
            ),
            frozenset(
                at for at, one in enumerate(members["organisation"]) if one == standing.organisation
            ),
        ),
        sources=batches(members),
    )


def _years(lines: pd.DataFrame, standing: Standing, measure: Measure) -> Screen | None:
    if lines.empty:
        return None
    years = sorted({int(year) for year in lines["year"]})
    stretches = [
        (str(rows["name"].iat[-1]), dict(zip(rows["year"].astype(int), rows["value"], strict=True)))
        for _, rows in lines.groupby(["organisation", "segment"], sort=False)
    ]
    return Screen(
        key="qua-nam",
        topic="Qua các năm",
        message=by_year(lines, measure),
        chart=Chart(
            form="lines",
            name=f"{measure.index_name} qua các năm",
            categories=tuple(map(str, years)),
            series=tuple(
                Series(
                    name,
                    tuple(None if year not in found else float(found[year]) for year in years),
                    _TONES[at % len(_TONES)],
                )
                for at, (name, found) in enumerate(stretches)
            ),
            kind=_kind(measure),
        ),
        table=Table(
            (
                Column("Năm"),
                Column("Đơn vị", width=3.0),
                Column("Giá trị", _kind(measure)),
                Column("Hạng"),
            ),
            tuple(
                (
                    measured(row["year"], year_of),
                    row["name"],
                    row["value"],
                    placed(row["rank"], row["field_size"]),
                )
                for row in records(lines)
            ),
        ),
        sources=batches(lines),
    )


def _domains(domains: pd.DataFrame, standing: Standing, peers: int) -> Screen | None:
    if domains.empty:
        return None
    return Screen(
        key="linh-vuc",
        topic="Lĩnh vực so với các đơn vị cùng bảng",
        message=said_of_domains(domains, peers),
        chart=bars(
            domains,
            coded(domains),
            [
                Bars("own", standing.name, "accent"),
                Bars("median", "Trung vị", "neutral"),
                Bars("high", "Cao nhất", "good"),
            ],
            name="Từng lĩnh vực, % điểm tối đa của chính đơn vị",
            kind="percent",
            axis="%",
        ),
        table=listed(
            domains,
            {
                "code": Column("Mã"),
                "short_title": Column("Lĩnh vực", width=3.0),
                "own": Column("Của đơn vị", "percent"),
                "low": Column("Thấp nhất", "percent"),
                "q1": Column("Q1", "percent"),
                "median": Column("Trung vị", "percent"),
                "q3": Column("Q3", "percent"),
                "high": Column("Cao nhất", "percent"),
                "count": Column("Số đơn vị", "integer"),
            },
        ),
    )
