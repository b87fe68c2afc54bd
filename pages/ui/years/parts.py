"""Where the change came from: by domain, by criterion, and every criterion of both years."""

import pandas as pd
import streamlit as st

from pages.ui import figures, sources, tables
from pages.ui.plain_text import literal
from pages.ui.years import choice
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years import effects
from scoring.analysis.years.comparison import Comparison
from scoring.charts.changes import MOST_LINES, effect_bars, mover_bars, slope
from scoring.text.format import integer

_MOST_MOVERS = 5


def domains(compared: Comparison) -> None:
    """The effects by domain, and what each domain reached in both years."""
    assert compared.change is not None and compared.domains is not None
    by_domain = effects.domain_effects(compared.change, compared.domains)
    shares = choice.in_shares()
    left, right = st.columns(2, gap="medium")
    with left:
        told = said_parts.by_domain(by_domain)
        figures.message(told)
        figures.show(effect_bars(by_domain, said_parts.EFFECTS), key="tac-dong-linh-vuc", alt=told)
        _table_of_effects(by_domain)
    with right:
        told = said_parts.domains(compared.domains, shares=shares)
        figures.message(told)
        figures.show(
            slope(compared.domains, _years(compared), shares=shares),
            key=f"do-doc-{shares}",
            alt=told,
        )
        if len(compared.domains) > MOST_LINES:
            st.caption(f"{MOST_LINES} lĩnh vực thay đổi nhiều nhất.")
        _table_of_domains(compared)
        if left_out := said_parts.left_out(compared.domains):
            st.caption(literal(f"{left_out}."))
        if not shares and (others := said_parts.other_maxima(compared.domains)):
            st.caption(literal(f"{others}."))
    _caption(compared)


def movers(compared: Comparison) -> None:
    """The criteria whose results rose and fell most."""
    assert compared.change is not None
    places = st.columns(2, gap="medium")
    rising = effects.improved(compared.change, _MOST_MOVERS)
    falling = effects.fell(compared.change, _MOST_MOVERS)
    for place, rows, tell, key in (
        (places[0], rising, said_parts.improved, "tang"),
        (places[1], falling, said_parts.fell, "giam"),
    ):
        with place:
            told = tell(rows)
            figures.message(told)
            if not rows.empty:
                figures.show(mover_bars(rows), key=key, alt=told)


def leaves(compared: Comparison) -> None:
    """Every criterion of both years: what became of it, what it reached, what it did."""
    assert compared.change is not None
    before, after = _years(compared)
    shares = choice.shares_chosen()
    rows = _written(compared.change.rows)
    shown = {
        "codes": tables.text("Mã", width=110),
        "title": tables.text("Tiêu chí"),
        "told": tables.text("Quan hệ", width=110),
        **(_share_columns(before, after) if shares else _point_columns(before, after)),
        "effect": _of_effect("Tác động"),
    }
    with tables.folded(
        "bang-tieu-chi", f"Từng tiêu chí của hai năm ({integer(len(rows))})"
    ) as is_open:
        if is_open:
            st.caption(
                "Tác động tính bằng điểm của chỉ số; cộng cả cột được đúng thay đổi của chỉ số. "
                "? là chỗ ghép chưa chắc."
            )
            tables.table(
                rows, shown, alt="Từng tiêu chí của hai năm, quan hệ và tác động", wide=True
            )


def _written(rows: pd.DataFrame) -> pd.DataFrame:
    waiting = rows["doubtful"].astype(bool) & ~rows["decided"].astype(bool)
    relations = rows["relation"].map(said_parts.RELATIONS)
    shares = {
        f"share_{side}": 100
        * rows[f"points_{side}"]
        / rows[f"max_{side}"].where(rows[f"max_{side}"] > 0)
        for side in ("before", "after")
    }
    return rows.assign(
        codes=[codes_of(row.old, row.new) for row in rows.itertuples()],
        title=rows["title"].where(rows["title"] != "", effects.REST_TITLE),
        told=relations.where(~waiting, relations + " ?"),
        **shares,
    )


def codes_of(old: str, new: str) -> str:
    """'1.2' of a code that stayed, else '1.2 → 1.3'; a side that does not exist is a dash."""
    return new if old == new else f"{old or '–'} → {new or '–'}"


def _point_columns(before: int, after: int) -> dict[str, tables.Column]:
    return {
        "max_before": tables.of_points(f"Chuẩn {before}"),
        "max_after": tables.of_points(f"Chuẩn {after}"),
        "points_before": tables.of_points(f"Điểm {before}"),
        "points_after": tables.of_points(f"Điểm {after}"),
    }


def _share_columns(before: int, after: int) -> dict[str, tables.Column]:
    return {
        "share_before": tables.of_percent(f"Đạt {before}"),
        "share_after": tables.of_percent(f"Đạt {after}"),
    }


def _table_of_effects(by_domain: pd.DataFrame) -> None:
    columns = {
        "code": tables.text("Mã", width=56),
        "title": tables.text("Lĩnh vực"),
        **{effect: _of_effect(name) for effect, name in said_parts.EFFECTS.items()},
        "effect": _of_effect("Cộng"),
    }
    with tables.folded("bang-tac-dong") as is_open:
        if is_open:
            tables.table(by_domain, columns, alt="Tác động của từng lĩnh vực tới chỉ số")


def _table_of_domains(compared: Comparison) -> None:
    assert compared.domains is not None
    before, after = _years(compared)
    rows = compared.domains
    named = rows.assign(codes=[codes_of(row.old, row.new) for row in rows.itertuples()])
    columns = {
        "codes": tables.text("Mã", width=72),
        "title": tables.text("Lĩnh vực"),
        **_point_columns(before, after),
        **_share_columns(before, after),
    }
    with tables.folded("bang-linh-vuc") as is_open:
        if is_open:
            tables.table(named, columns, alt="Điểm của từng lĩnh vực trong hai năm")


def _caption(compared: Comparison) -> None:
    assert compared.tables is not None
    for table in compared.tables:
        sources.caption(table.rows)


def _years(compared: Comparison) -> tuple[int, int]:
    return compared.before.year, compared.after.year


def _of_effect(heading: str) -> tables.Column:
    return tables.Column(heading, lambda value: said.signed(value, 3))
