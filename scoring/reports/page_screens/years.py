"""So sánh năm: what changed the index, by domain and by criterion."""

import pandas as pd

from scoring.analysis.messages.years import headline, year_name
from scoring.analysis.messages.years_obstacles import obstacle
from scoring.analysis.messages.years_parts import (
    EFFECTS,
    RELATIONS,
    by_domain,
    fell,
    improved,
    split,
)
from scoring.analysis.messages.years_parts import domains as said_of_domains
from scoring.analysis.years import effects
from scoring.analysis.years.comparison import Comparison
from scoring.reports.blocks import Chart, Column, Screen, Series, Table, Tone
from scoring.reports.page_screens.parts import LONG, Bars, bars, coded, listed, there
from scoring.text.values import placed

_MOVERS = 5
_TONES: dict[str, Tone] = {"performance": "total", "weights": "accent", "structure": "neutral"}


def years(compared: Comparison) -> tuple[Screen, ...]:
    """The screens of the page, as far as the two years compare."""
    if compared.change is None or compared.domains is None:
        return (_values(compared),)
    return there(_values(compared), _effects(compared), _domains(compared), _criteria(compared))


def _values(compared: Comparison) -> Screen:
    both = (compared.before, compared.after)
    values = tuple(one.index_value for one in both)
    known = not compared.values_differ and None not in values
    tones: tuple[Tone, ...] = ("neutral", "total")
    return Screen(
        key="hai-nam",
        topic="Hai năm",
        message=headline(compared),
        sentences=tuple(_sentences(compared)),
        chart=Chart(
            form="columns",
            name="Chỉ số của hai năm",
            categories=tuple(year_name(one) for one in both),
            series=(Series("Chỉ số", values, "total", tones),),
            kind="percent",
            axis="%",
            start=0.0,
        )
        if known
        else None,
        table=Table(
            (Column("Năm"), Column("Chỉ số", "number"), Column("Hạng")),
            tuple(
                (year_name(one), one.index_value, placed(one.rank, one.field_size)) for one in both
            ),
        ),
        sources=_sources(compared),
    )


def _sentences(compared: Comparison) -> list[str]:
    if compared.obstacle:
        return [obstacle(compared)]
    return [] if compared.change is None else [split(compared.change)]


def _effects(compared: Comparison) -> Screen:
    assert compared.change is not None and compared.domains is not None
    found = effects.domain_effects(compared.change, compared.domains)
    return Screen(
        key="tac-dong",
        topic="Tác động theo lĩnh vực",
        message=by_domain(found),
        sentences=(
            improved(effects.improved(compared.change, _MOVERS)),
            fell(effects.fell(compared.change, _MOVERS)),
        ),
        chart=bars(
            found,
            coded(found, "title"),
            [Bars(one, name, _TONES[one]) for one, name in EFFECTS.items()],
            name="Mỗi lĩnh vực làm chỉ số thay đổi bao nhiêu",
            kind="change",
            axis="điểm\u00a0%",
        ),
        table=listed(
            found,
            {
                "code": Column("Mã"),
                "title": Column("Lĩnh vực", width=LONG),
                **{one: Column(name, "change") for one, name in EFFECTS.items()},
                "effect": Column("Cộng", "change"),
            },
        ),
        sources=_sources(compared),
    )


def _domains(compared: Comparison) -> Screen:
    assert compared.domains is not None
    before, after = compared.before.year, compared.after.year
    rows = compared.domains.assign(code=_codes(compared.domains))
    return Screen(
        key="linh-vuc",
        topic="Điểm theo lĩnh vực",
        message=said_of_domains(rows, shares=True),
        chart=bars(
            rows,
            coded(rows, "title"),
            [
                Bars("share_before", f"Năm {before}", "neutral"),
                Bars("share_after", f"Năm {after}", "total"),
            ],
            name=f"% điểm tối đa của từng lĩnh vực, năm {before} và {after}",
            kind="percent",
            axis="%",
        ),
        table=listed(rows, {"code": Column("Mã"), **_columns("Lĩnh vực", before, after)}),
        sources=_sources(compared),
    )


def _criteria(compared: Comparison) -> Screen:
    assert compared.change is not None
    rows = compared.change.rows
    told = rows.assign(
        code=_codes(rows),
        title=rows["title"].where(rows["title"] != "", effects.REST_TITLE),
        told=rows["relation"].map(RELATIONS),
        **{f"share_{side}": _share(rows, side) for side in ("before", "after")},
    )
    before, after = compared.before.year, compared.after.year
    return Screen(
        key="tieu-chi",
        topic="Từng tiêu chí",
        message=split(compared.change),
        table=listed(
            told,
            {
                "code": Column("Mã"),
                **_columns("Tiêu chí", before, after),
                "told": Column("Quan hệ"),
                "effect": Column("Tác động", "change"),
            },
        ),
        sources=_sources(compared),
    )


def _columns(what: str, before: int, after: int) -> dict[str, Column]:
    return {
        "title": Column(what, width=LONG),
        "max_before": Column(f"Chuẩn {before}", "points"),
        "max_after": Column(f"Chuẩn {after}", "points"),
        "points_before": Column(f"Điểm {before}", "points"),
        "points_after": Column(f"Điểm {after}", "points"),
        "share_before": Column(f"Đạt {before}", "percent"),
        "share_after": Column(f"Đạt {after}", "percent"),
    }


def _share(rows: pd.DataFrame, side: str) -> pd.Series:
    return 100 * rows[f"points_{side}"] / rows[f"max_{side}"].where(rows[f"max_{side}"] > 0)


def _codes(rows: pd.DataFrame) -> list[str]:
    """'1.2' of a code that stayed, else '1.2 → 1.3'."""
    both = zip(rows["old"], rows["new"], strict=True)
    return [new if old == new else f"{old or '–'} → {new or '–'}" for old, new in both]


def _sources(compared: Comparison) -> tuple[str, ...]:
    both = (compared.before, compared.after)
    found = (batch for one in both for batch in (one.batch, one.league_batch))
    return tuple(dict.fromkeys(one for one in found if one))
