"""What does a leader see first of one organisation in one year, and beside what?"""

from dataclasses import replace

from scoring.analysis.cards import (
    AbsentDomain,
    Band,
    DomainCard,
    Factor,
    Headline,
    IndexCard,
    Place,
    SatisfactionCard,
    Source,
    UnitsCard,
    ZeroCard,
)
from scoring.analysis.factors import factors_of
from scoring.analysis.losses import index_after, pareto_point, recoverable
from scoring.analysis.questions import Query, Row, ask, records, rows
from scoring.analysis.targets import with_goals


def headline(query: Query, organisation: str, year: int) -> Headline:
    """Everything that the home page shows of one organisation and year.

    Raises: KeyError when nothing is loaded for them.
    """
    scope = _scope(query, organisation, year)
    index = _index(query, scope)
    empty = Headline(
        organisation=organisation,
        name=scope["name"],
        level=scope["level"],
        year=year,
        score_batch=scope["score_batch"],
        satisfaction_batch=scope["satisfaction_batch"],
        index=index,
        domain=None,
        absent_domains=(),
        pareto=None,
        zeros=None,
        satisfaction=_satisfaction(query, organisation, year),
        units=None,
    )
    batch = scope["score_batch"]
    if batch is None or index is None:
        return empty
    return replace(
        empty,
        domain=_domain(query, batch),
        absent_domains=_absent_domains(query, batch),
        pareto=pareto_point(ask(query, "leaves", batch=batch)),
        zeros=_zeros(query, batch, index),
        units=_units(query, batch),
    )


def _scope(query: Query, organisation: str, year: int) -> Row:
    for row in rows(query, "scopes_of", organisation=organisation):
        if row["year"] == year:
            return row
    raise KeyError((organisation, year))


def _index(query: Query, scope: Row) -> IndexCard | None:
    who = {"organisation": scope["organisation"], "index_name": scope["index_name"]}
    years = {row["year"]: row for row in rows(query, "index_values", **who)}
    now = years.get(scope["year"])
    if now is None:
        return None
    before = years.get(scope["year"] - 1)
    previous_value = None if before is None else before["index_value"]
    value = now["index_value"]
    return IndexCard(
        index_name=scope["index_name"],
        value=value,
        origin=now["origin"],
        points=now["points"],
        total_max=now["total_max"],
        printed_max=now["printed_max"],
        lost=now["lost"],
        top_rows_unknown=now["top_rows_unknown"] or 0,
        league_value=now["league_value"],
        band=_band(query, scope, value),
        previous_year=scope["year"] - 1,
        previous_value=previous_value,
        change=_difference(value, previous_value),
        place=_place(query, who, scope["year"]),
        previous_place=_place(query, who, scope["year"] - 1),
        source=_value_source(now),
        previous_source=None if before is None else _value_source(before),
    )


def _difference(value: float | None, previous: float | None) -> float | None:
    return None if value is None or previous is None else round(value - previous, 10)


def _band(query: Query, scope: Row, value: float | None) -> Band | None:
    if value is None:
        return None
    found = rows(
        query,
        "band",
        index_name=scope["index_name"],
        level=scope["level"],
        year=scope["year"],
        index_value=value,
    )
    bands = [Band(row["band"], row["lower"], row["upper"], row["source"]) for row in found]
    return bands[0] if bands else None


def _place(query: Query, who: Row, year: int) -> Place | None:
    for row in rows(query, "league_place", **who, year=year):
        held = Place(row["rank"], row["field_size"], source=_source(row))
        if not row["complete"]:
            return held
        return replace(held, mean=row["mean"], median=row["median"], best=row["best"])
    return None


def _domain(query: Query, batch: str) -> DomainCard | None:
    for row in rows(query, "losses_under", batch=batch, parent=""):
        if row["lost_points"] is None or row["lost_points"] <= 0:
            return None
        return DomainCard(
            code=row["code"],
            title=row["title"],
            short_title=row["short_title"],
            lost=row["lost_points"],
            share=row["share"],
            source=_source(row),
        )
    return None


def _absent_domains(query: Query, batch: str) -> tuple[AbsentDomain, ...]:
    return tuple(
        AbsentDomain(row["code"], row["title"], row["max_points"])
        for row in rows(query, "missing_domains", batch=batch)
    )


def _zeros(query: Query, batch: str, index: IndexCard) -> ZeroCard | None:
    leaves = ask(query, "zero_leaves", batch=batch)
    if leaves.empty:
        return None
    points = recoverable(leaves)
    found = records(leaves)
    return ZeroCard(
        count=len(leaves),
        codes=tuple(row["code"] for row in found),
        recoverable=points,
        index_after=index_after(index.total_max, index.lost, points),
        sources=tuple(_source(row) for row in found),
    )


def _satisfaction(query: Query, organisation: str, year: int) -> SatisfactionCard | None:
    frame = with_goals(ask(query, "satisfaction", organisation=organisation, year=year), year)
    if frame.empty:
        return None
    overall = [_factor(row) for row in records(frame) if row["overall"]]
    factors = tuple(_factor(row) for row in records(factors_of(frame)))
    aimed = [(factor.short_points, factor) for factor in factors if factor.short_points is not None]
    below = [(missing, factor) for missing, factor in aimed if missing > 0]
    measured = [(factor.percent, factor) for factor in factors if factor.percent is not None]
    due_years = {factor.due_year for _, factor in aimed}
    return SatisfactionCard(
        overall=next(iter(overall), None),
        factors=factors,
        below=len(below),
        reached=len(aimed) - len(below),
        without_target=len(factors) - len(aimed),
        furthest=_chosen(max(below, key=_number, default=None)),
        weakest=_chosen(min(measured, key=_number, default=None)),
        due_year=due_years.pop() if len(due_years) == 1 else None,
    )


def _number(pair: tuple[float, Factor]) -> float:
    return pair[0]


def _chosen(pair: tuple[float, Factor] | None) -> Factor | None:
    return None if pair is None else pair[1]


def _factor(row: Row) -> Factor:
    return Factor(
        code=row["code"],
        title=row["title"],
        percent=row["percent"],
        previous_percent=row["previous_percent"],
        goal=row["goal"],
        short_points=row["short_points"],
        state=row["state"],
        due_year=row["due_year"],
        source=_source(row),
    )


def _units(query: Query, batch: str) -> UnitsCard:
    named = [
        row
        for row in rows(query, "unit_points", batch=batch)
        if not row["unit_group"] and row["shared"] > 0
    ]
    nobody = rows(query, "group_only", batch=batch)[0]
    card = UnitsCard(
        unit=None,
        shared=None,
        lead_only=None,
        in_full=None,
        led=0,
        source=None,
        group_only=nobody["lost_points"],
        group_only_share=nobody["share"],
        no_lead=nobody["no_lead_points"],
        group_source=_source(nobody) if nobody["row"] is not None else None,
    )
    return replace(card, **_lead(named[0])) if named else card


def _lead(row: Row) -> Row:
    counted = {name: row[name] for name in ("unit", "shared", "lead_only", "in_full", "led")}
    return {**counted, "source": _source(row)}


def _value_source(row: Row) -> Source | None:
    """Where the index value of one year stands: in the score table, else in the league."""
    if row["origin"] == "scores":
        return _source(row)
    if row["origin"] == "league":
        return Source(
            row["league_batch"], row["league_file_name"], row["league_sheet"], row["league_row"]
        )
    return None


def _source(row: Row) -> Source:
    return Source(row["batch"], row["file_name"], row["sheet"], row["row"])
