"""Nhiều chỉ số: each index of one organisation and year with its parts, side by side."""

from collections.abc import Sequence

from scoring.analysis.indices import IndexView
from scoring.analysis.messages import indices as said
from scoring.reports.blocks import Column, Screen, Table
from scoring.reports.page_screens.parts import LONG, Bars, bars, batches, coded, listed
from scoring.text.values import placed


def indices(views: Sequence[IndexView], name: str, year: int) -> tuple[Screen, ...]:
    """The screens of the page: what is loaded, then one screen an index."""
    loaded = [view for view in views if view.loaded]
    if not loaded:
        return ()
    return (_all(loaded, name, year), *(_one(view) for view in loaded))


def _all(loaded: Sequence[IndexView], name: str, year: int) -> Screen:
    return Screen(
        key="chi-so",
        topic="Các chỉ số",
        message=said.loaded(loaded, name, year),
        sentences=(said.NO_TOTAL,),
        table=Table(
            (
                Column("Chỉ số", width=2.0),
                Column("% điểm tối đa", "percent"),
                Column("So với năm trước", "change"),
                Column("Hạng"),
            ),
            tuple(
                (
                    view.index_name,
                    view.percent,
                    view.step,
                    placed(view.rank, view.field_size),
                )
                for view in loaded
            ),
        ),
        sources=tuple(dict.fromkeys(view.batch for view in loaded if view.batch)),
    )


def _one(view: IndexView) -> Screen:
    now = view.parts[view.parts["year"] == view.year]
    sources = (*([view.batch] if view.batch else []), *batches(now))
    return Screen(
        key=view.index_name,
        topic=view.index_name,
        message=said.value(view),
        sentences=tuple(filter(None, (said.change(view), said.extremes(view)))),
        chart=bars(
            now,
            coded(now, "title"),
            [Bars("percent", f"Năm {view.year}")],
            name=f"Các lĩnh vực, nội dung của {view.index_name} năm {view.year}, % điểm tối đa",
            kind="percent",
            axis="%",
            start=0.0,
        ),
        table=listed(
            view.parts.assign(year=view.parts["year"].astype(int).astype(str)).sort_values(
                ["year", "panel"], ascending=[False, True]
            ),
            {
                "year": Column("Năm"),
                "title": Column("Lĩnh vực, nội dung", width=LONG),
                "percent": Column("% điểm tối đa", "percent"),
                "step": Column("So với năm trước", "change"),
            },
        )
        if len(view.parts)
        else None,
        sources=tuple(dict.fromkeys(sources)),
    )
