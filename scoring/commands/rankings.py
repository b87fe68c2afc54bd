"""Commands that ask where an organisation stands, and how those under it compare."""

from argparse import Namespace
from dataclasses import asdict

import pandas as pd

from scoring import intake
from scoring.analysis import members as compared
from scoring.analysis import questions, ranking, ranking_change
from scoring.analysis.members_spread import spread
from scoring.analysis.messages import members as said_of_members
from scoring.analysis.messages import ranking as said
from scoring.analysis.messages import ranking_change as since
from scoring.analysis.messages.ranking_words import Measure
from scoring.analysis.questions import Query, Row
from scoring.analysis.ranking_names import with_labels
from scoring.analysis.trend_breaks import cuts
from scoring.commands.answer import Answer, plain_value, records
from scoring.settings import Settings
from scoring.text import format as fmt

_FIELD_COLUMNS = (
    *("organisation", "name", "today", "rank", "field_size", "value", "current", "source"),
    *("file_name", "sheet", "row"),
)
_UNIT_COLUMNS = (
    *("organisation", "name", "index_value", "points", "lost", "total_max", "criteria_set"),
    *("file_name", "sheet", "row"),
)
_LEVELS = ("bộ", "tỉnh", "sở", "huyện", "xã")


def rank(args: Namespace, settings: Settings) -> Answer:
    """An organisation's place in its league: distances, change on the year before, the field.

    `args`: organisation, year, index, and `now` (names as they are today).
    """
    store, reference, _ = intake.open_everything(settings)
    who = intake.organisation_named(args.organisation, reference, args.year)
    places = questions.ask(store.query, "ranking_places", organisation=who.id)
    held = _of_index(places[places["own"].astype(bool)], args.index)
    now = _league(held, args.year)
    if now is None:
        return _nothing("thứ hạng", args)
    field, rows = _field(store.query, now)
    bands = questions.ask(
        store.query,
        "ranking_bands",
        **{name: now[name] for name in ("index_name", "level", "year")},
    )
    place = ranking.standing(field, who.id, bands)
    if place is None:
        return _nothing("thứ hạng", args)
    before = _league(held[held["area"] == now["area"]], args.year - 1)
    moved = None
    same = places[(places["index_name"] == now["index_name"]) & (places["level"] == now["level"])]
    years = [int(year) for year in same["year"]]
    found = cuts(now["index_name"], now["level"], years, reference.breaks, reference.criteria_sets)
    broken = [one.reason for one in found if one.year == args.year]
    if before is not None:
        earlier, _ = _field(store.query, before)
        moved = ranking_change.change(field, earlier, who.id, args.year - 1)
    measure = Measure(now["index_name"], now["level"])
    value = {
        "index_name": now["index_name"],
        "level": now["level"],
        "year": args.year,
        "complete": field.complete,
        "known": field.known,
        "standing": asdict(place),
        "broken": broken,
        "change": None if moved is None else _told_change(moved, broken),
        "disagreeing": ranking.disagreeing(rows),
        "field": records(rows[list(_FIELD_COLUMNS)]),
    }
    lines = _rank_lines(field, place, _said(moved, measure, broken), measure, args)
    return Answer(0, plain_value(value), lines + _field_lines(field, measure, today=args.now))


def members(args: Namespace, settings: Settings) -> Answer:
    """The units directly under an organisation, of one level: index, domains, spread, outliers.

    `args`: organisation, year, index, level (the first one with tables where it is not said).
    """
    store, reference, _ = intake.open_everything(settings)
    who = intake.organisation_named(args.organisation, reference, args.year)
    asked = {"organisation": who.id, "year": args.year}
    every = _of_index(questions.ask(store.query, "members_tables", **asked), args.index)
    level = args.level or _first_level(every)
    tables = every[every["level"] == level].reset_index(drop=True)
    if tables.empty:
        return _nothing("bảng điểm các đơn vị trực thuộc", args)
    index_name = str(tables["index_name"].iloc[0])
    cells = questions.ask(
        store.query, "members_domains", **asked, index_name=index_name, level=level
    )
    found = compared.units(tables, cells)
    whole = spread(tables["index_value"])
    outside = compared.outliers(found)
    value = {
        "index_name": index_name,
        "level": level,
        "year": args.year,
        "levels": sorted(set(every["level"])),
        "units": records(tables[list(_UNIT_COLUMNS)]),
        "domains": records(found.cells.drop(columns=["batch"])),
        "spread": None if whole is None else asdict(whole),
        "outliers": outside["organisation"].tolist(),
        "by_domain": [asdict(one) for one in compared.facts(found)],
        "differences": said_of_members.differences(found),
    }
    return Answer(0, plain_value(value), _unit_lines(found, outside))


def _league(places: pd.DataFrame, year: int) -> Row | None:
    """The league row that counts for one year; where several rank it, the one loaded last."""
    of_year = places[(places["year"] == year) & places["current"].astype(bool)]
    found = questions.records(of_year)
    return max(found, key=lambda row: row["league"], default=None)


def _field(query: Query, place: Row) -> tuple[ranking.Field, pd.DataFrame]:
    rows = questions.ask(query, "ranking_field", batch=place["league"])
    return ranking.field_of(rows), rows


def _of_index(rows: pd.DataFrame, index_name: str | None) -> pd.DataFrame:
    """The rows of the index asked for; else of PAR, or of the first there is."""
    held = sorted(set(rows["index_name"]), key=lambda name: (name != "PAR", name))
    wanted = index_name or next(iter(held), "")
    return rows[rows["index_name"] == wanted]


def _first_level(every: pd.DataFrame) -> str:
    known = set(every["level"])
    return next((one for one in _LEVELS if one in known), next(iter(sorted(known)), ""))


def _told_change(moved: ranking_change.RankChange, broken: list[str]) -> dict[str, object]:
    points = None if broken else moved.points
    return asdict(moved) | {"points": points, "places": moved.places}


def _said(
    moved: ranking_change.RankChange | None, measure: Measure, broken: list[str]
) -> str | None:
    if moved is None:
        return None
    if broken:
        return f"{since.series_broken(moved, broken[0])}."
    return f"{since.change(moved, measure)}."


def _rank_lines(
    field: ranking.Field,
    place: ranking.Standing,
    moved: str | None,
    measure: Measure,
    args: Namespace,
) -> list[str]:
    told = [
        f"{place.name}, năm {args.year}: {said.place(place, measure)}.",
        moved,
        f"Lên một bậc: {said.following(place, measure)}.",
        f"Đến nhóm trên: {said.to_band(place, args.year, measure)}.",
        f"{said.field(field, measure)}.",
        said.rounding(place, field, measure),
        said.incomplete(field),
    ]
    return [line for line in told if line]


def _field_lines(field: ranking.Field, measure: Measure, *, today: bool) -> list[str]:
    labelled = with_labels(field.members, today=today)
    return [
        f"{fmt.rank(row['rank'], field.size)} {row['label']}: {measure.value(row['value'])}"
        for row in questions.records(labelled)
    ]


def _unit_lines(found: compared.Units, outside: pd.DataFrame) -> list[str]:
    median = float(found.tables["index_value"].median())
    head = [
        f"{said_of_members.index_spread(found)}.",
        f"{said_of_members.outliers(outside, median)}.",
        *(f"{told}." for told in said_of_members.differences(found)),
    ]
    rows = [
        f"{row['label']}: {fmt.percent(row['index_value'])} "
        f"({fmt.points(row['points'])} trên {fmt.points(row['total_max'])} điểm)"
        for row in questions.records(found.tables)
    ]
    return head + rows


def _nothing(what: str, args: Namespace) -> Answer:
    told = f"Chưa có {what} của {args.organisation} năm {args.year}."
    return Answer(1, {"organisation": args.organisation, "year": args.year, "error": told}, [told])
