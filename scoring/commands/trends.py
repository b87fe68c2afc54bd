"""Commands that ask what the pages Xu hướng and Nhiều chỉ số ask."""

from argparse import Namespace
from dataclasses import asdict
from itertools import chain

import pandas as pd

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.indices import IndexView, side_by_side
from scoring.analysis.messages import indices as indices_said
from scoring.analysis.messages import trends as said
from scoring.analysis.trend_lines import Line, all_cuts, lines, whose
from scoring.analysis.trend_rules import STEADY
from scoring.commands.answer import Answer, plain_value, records
from scoring.ingest.reference import Reference
from scoring.settings import Settings
from scoring.store import Store

_VALUES = (
    *("year", "percent", "step", "segment", "origin", "league_percent", "lowest", "highest"),
    *("rank", "field_size"),
)
_PARTS = ("year", "code", "name", "percent", "step")


def trends(args: Namespace, settings: Settings) -> Answer:
    """Each index of an organisation over the years: the lines, their course, breaks and gaps.

    Shape: args.organisation; args.index or None for every one; args.now: with what it is today and
        everything that went into that.
    """
    store, reference, _ = intake.open_everything(settings)
    one = intake.organisation_named(args.organisation, reference, None)
    ids = whose(one.id, reference.successors, now=args.now)
    frames = {who: questions.ask(store.query, "trend_values", organisation=who) for who in ids}
    held = dict.fromkeys(name for frame in frames.values() for name in frame["index_name"])
    wanted = [name for name in held if args.index in (None, name)]
    if not wanted:
        return _nothing(args, f"Chưa có chỉ số nào của {args.organisation}.")
    found = {name: lines(frames, name, reference, {one.id: one.name}) for name in wanted}
    return Answer(
        0,
        {
            "organisation": args.organisation,
            "steady_points": STEADY,
            "indices": [_index(name, shown) for name, shown in found.items()],
        },
        [text for name, shown in found.items() for text in _lines(name, shown)] + [said.RULE],
    )


def _index(name: str, shown: tuple[Line, ...]) -> dict[str, object]:
    return {
        "index": name,
        "breaks": plain_value([asdict(cut) for cut in all_cuts(shown)]),
        "lines": [_line(line) for line in shown],
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "organisation": line.organisation,
        "label": line.label,
        "course": said.line_course(line),
        "went_into": line.went_into,
        "since": None if line.since is None else line.since.isoformat(),
        "years": [_sourced(row, _VALUES) for row in records(line.values)],
    }


def _sourced(row: dict[str, object], columns: tuple[str, ...]) -> dict[str, object]:
    source = {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]}
    return {**{name: row[name] for name in columns}, "source": source}


def _lines(name: str, shown: tuple[Line, ...]) -> list[str]:
    told = [f"{said.headline(line, name)}\n  {said.steps(line)}" for line in shown]
    notes = (said.breaks(all_cuts(shown)), said.gaps(shown), said.ends(shown))
    return [*told, *chain(*notes), *said.disagreements(shown)]


def indices(args: Namespace, settings: Settings) -> Answer:
    """Every index of one organisation and year side by side, in percent of its maximum.

    Shape: args.organisation, args.year.
    """
    store, reference, _ = intake.open_everything(settings)
    one = intake.organisation_named(args.organisation, reference, args.year)
    views = _views(store, reference, one.id, args.year)
    if not any(view.loaded for view in views):
        return _nothing(args, f"Chưa nạp số liệu của {args.organisation} năm {args.year}.")
    return Answer(
        0,
        {
            "organisation": args.organisation,
            "year": args.year,
            "indices": [_view(view) for view in views],
        },
        [text for view in views for text in _view_lines(view)] + [indices_said.NO_TOTAL],
    )


def _views(store: Store, reference: Reference, who: str, year: int) -> tuple[IndexView, ...]:
    values, parts = (
        questions.ask(store.query, name, organisation=who)
        for name in ("trend_values", "trend_parts")
    )
    return side_by_side(values, parts, year, reference.breaks, reference.criteria_sets)


def _view(view: IndexView) -> dict[str, object]:
    return {
        "index": view.index_name,
        "loaded": view.loaded,
        "percent": plain_value(view.percent),
        "total_max": plain_value(view.total_max),
        "step": plain_value(view.step),
        "break": None if view.cut is None else view.cut.reason,
        "rank": plain_value(view.rank),
        "field_size": plain_value(view.field_size),
        "other_years": list(view.other_years),
        "parts": [_sourced(row, _PARTS) for row in records(_now(view))],
    }


def _now(view: IndexView) -> pd.DataFrame:
    return view.parts[view.parts["year"] == view.year]


def _view_lines(view: IndexView) -> list[str]:
    if not view.loaded:
        return [indices_said.missing(view)]
    told = [f"{indices_said.value(view)}. {indices_said.change(view)}", indices_said.extremes(view)]
    return [one for one in told if one]


def _nothing(args: Namespace, text: str) -> Answer:
    return Answer(1, {"organisation": args.organisation, "error": text}, [text])
