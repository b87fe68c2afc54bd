"""Commands that ask what the pages ask."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

import pandas as pd

from scoring import intake
from scoring.analysis import messages, overview, questions
from scoring.commands.answer import Answer, plain_value, records, shown
from scoring.commands.standing import score_batch
from scoring.settings import Settings
from scoring.text import format as fmt
from scoring.text.units import parse_units
from scoring.text.words import nfc

_LOSS_COLUMNS = (
    *("code", "title", "depth", "leaf", "max_points", "points", "lost_points", "share"),
    *("lead", "coordinating", "deadline"),
)


def scopes(args: Namespace, settings: Settings) -> Answer:
    """The organisations and years with data."""
    store, _, _ = intake.open_everything(settings)
    frame = questions.ask(store.query, "scopes")
    lines = [f"{row['name']} {row['year']}" for row in questions.records(frame)]
    return Answer(0, records(frame), lines or ["Chưa nạp gì."])


def losses(args: Namespace, settings: Settings) -> Answer:
    """Where the points of one organisation's year went, row by row."""
    store, reference, _ = intake.open_everything(settings)
    batch = score_batch(store, reference, nfc(args.organisation), args.year)
    if batch is None:
        return _nothing(args)
    total = questions.rows(store.query, "totals", batch=batch)[0]
    frame = questions.ask(store.query, "losses", batch=batch)
    if args.under:
        frame = frame[frame["code"].str.startswith(f"{args.under}.")]
    rows = [
        {
            **{name: row[name] for name in _LOSS_COLUMNS},
            "source": {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]},
        }
        for row in records(frame)
    ]
    value = {
        "organisation": args.organisation,
        "year": args.year,
        "batch": batch,
        **{name: total[name] for name in ("index_value", "total_max", "lost")},
        "rows": rows,
    }
    lines = [
        f"Chỉ số {fmt.percent(total['index_value'])}: mất {fmt.points(total['lost'])} "
        f"trên {fmt.points(total['total_max'])} điểm."
    ] + [
        f"{'  ' * (row['depth'] - 1)}{row['code']} {row['title']}: "
        f"mất {fmt.points(row['lost_points'])} ({fmt.share(row['share'])})"
        for row in rows
    ]
    return Answer(0, value, lines)


def overview_of(args: Namespace, settings: Settings) -> Answer:
    """What the home page shows of one organisation and year."""
    store, reference, _ = intake.open_everything(settings)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    try:
        found = overview.headline(store.query, organisation.id, args.year)
    except KeyError:
        return _nothing(args)
    lines = [f"{found.name}, {found.year}"]
    if index := found.index:
        lines.append(f"{index.index_name} {fmt.percent(index.value)}; {messages.lost(index)}")
        lines.append(messages.index_change(index))
    return Answer(0, plain_value(asdict(found)), lines)


def sipas(args: Namespace, settings: Settings) -> Answer:
    """The satisfaction factors against last year and target."""
    store, reference, _ = intake.open_everything(settings)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    frame = questions.ask(store.query, "satisfaction", organisation=organisation.id, year=args.year)
    lines = [f"{row['title']}: {fmt.percent(row['percent'])}" for row in questions.records(frame)]
    return Answer(0, records(frame), lines) if lines else _nothing(args)


def unit(args: Namespace, settings: Settings) -> Answer:
    """The criteria that one unit leads and coordinates."""
    store, reference, _ = intake.open_everything(settings)
    batch = score_batch(store, reference, nfc(args.organisation), args.year)
    named = parse_units(args.unit, reference.units)
    if batch is None or not named:
        return _nothing(args)
    return _table(questions.ask(store.query, "unit_criteria", batch=batch, unit=named[0].name))


def trend(args: Namespace, settings: Settings) -> Answer:
    """The overall satisfaction of one organisation, year by year."""
    store, reference, _ = intake.open_everything(settings)
    who = intake.organisation_named(args.organisation, reference, None)
    return _table(questions.ask(store.query, "satisfaction_overall", organisation=who.id))


def _table(frame: pd.DataFrame) -> Answer:
    lines = [" | ".join(shown(value) for value in row.values()) for row in records(frame)]
    return Answer(0, records(frame), [" | ".join(frame.columns), *lines])


def about_scores(question: str) -> Callable[[Namespace, Settings], Answer]:
    """The command that answers one question about an organisation's score table."""

    def answer(args: Namespace, settings: Settings) -> Answer:
        store, reference, _ = intake.open_everything(settings)
        batch = score_batch(store, reference, nfc(args.organisation), args.year)
        if batch is None:
            return _nothing(args)
        return _table(questions.ask(store.query, question, batch=batch))

    return answer


def _nothing(args: Namespace) -> Answer:
    said = f"Chưa nạp số liệu của {args.organisation} năm {args.year}."
    return Answer(1, {"organisation": args.organisation, "year": args.year, "error": said}, [said])
