"""Commands about two years of one organisation: the comparison, and which criteria go together."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import years as said
from scoring.analysis.messages import years_obstacles as said_obstacles
from scoring.analysis.messages import years_parts as said_parts
from scoring.analysis.years.change import EFFECTS
from scoring.analysis.years.comparison import Comparison, can_share, compare, repeated
from scoring.analysis.years.effects import domain_effects
from scoring.analysis.years.matches import Match
from scoring.analysis.years.year_values import YearValue, beside, chosen_year, in_order, years_of
from scoring.commands.answer import Answer, records
from scoring.commands.who import who
from scoring.settings import Settings
from scoring.store import MatchDecision, Pair, Store


def years(args: Namespace, settings: Settings) -> Answer:
    """Two years of one organisation: `organisation`, `year`, `against` (None: as the page does),
    `index` (None: PAR)."""
    store, found = _compared(args, settings)
    if found is None:
        return _nothing(args)
    compared, values = found
    lines = [said.headline(compared)]
    value: dict[str, Any] = {"before": _value(compared.before), "after": _value(compared.after)}
    value |= {"rise": compared.rise, "places": compared.places, "headline": lines[0]}
    if told := said.field(compared):
        lines.append(told)
    if compared.obstacle:
        lines.append(said_obstacles.obstacle(compared))
        value |= {"obstacle": compared.obstacle, "reason": lines[-1]}
    value["matches"] = [_match(one) for one in compared.matches]
    if compared.change is not None and compared.domains is not None:
        change = compared.change
        lines.append(said_parts.split(change))
        value["effects"] = {effect: change.sum_of(effect) for effect in EFFECTS}
        value |= {"residual": change.residual, "criteria": records(change.rows)}
        value["domains"] = records(domain_effects(change, compared.domains))
        value["domain_values"] = records(compared.domains)
    again = repeated(partial(questions.ask, store.query), values, compared.after)
    lines.append(said_parts.repeated(again))
    value["repeated"] = {
        "years": list(again.years),
        "missing": list(again.missing),
        "rows": None if again.rows is None else records(again.rows),
    }
    return Answer(0, value, lines)


def link(args: Namespace, settings: Settings) -> Answer:
    """Decide which criteria go together: as `years`, and `old`, `new` (codes joined by commas),
    `unprinted`, `everyone`, `take_back` (flags)."""
    store, found = _compared(args, settings)
    if found is None:
        return _nothing(args)
    compared, _ = found
    one = MatchDecision(
        _codes(args.old), _codes(args.new), unprinted=args.unprinted, taken_back=args.take_back
    )
    refused = _refused(compared, one, everyone=args.everyone)
    if refused:
        return Answer(1, {"error": refused}, [refused])
    after = compared.after
    pair = Pair(
        "" if args.everyone else after.organisation,
        after.index_name,
        after.level,
        compared.before.year,
        after.year,
    )
    store.decide_matches(pair, [one], now=datetime.now(UTC), who=who(settings))
    told = "Đã ghi quyết định."
    return Answer(0, {"old": list(one.old), "new": list(one.new), "decided": True}, [told])


def _compared(
    args: Namespace, settings: Settings
) -> tuple[Store, tuple[Comparison, tuple[YearValue, ...]] | None]:
    store, reference, _ = intake.open_everything(settings)
    ask = partial(questions.ask, store.query)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    values = years_of(ask, organisation.id)
    chosen = chosen_year(values, args.year, args.index or "PAR")
    others = beside(values, chosen) if chosen else ()
    if args.against is not None:
        others = tuple(one for one in others if one.year == args.against)
    if chosen is None or not others:
        return store, None
    return store, (compare(ask, *in_order(others[0], chosen), reference.breaks), values)


def _refused(compared: Comparison, one: MatchDecision, *, everyone: bool) -> str:
    if compared.tables is None:
        return f"{said_obstacles.obstacle(compared)}."
    if not one.old and not one.new:
        return "Chưa nêu tiêu chí nào (--old, --new)."
    if one.unprinted and one.old and one.new:
        return "Tiêu chí có ở cả hai phía thì không phải là không in."
    if everyone and not can_share(compared.before, compared.after):
        return "Chưa rõ bộ tiêu chí của cả hai năm nên không dùng chung quyết định được."
    pairs = zip((one.old, one.new), compared.tables, strict=True)
    unknown = [
        f"{code} (năm {table.year})"
        for codes, table in pairs
        for code in codes
        if code not in table.by_code
    ]
    return f"Không có tiêu chí {', '.join(unknown)}." if unknown else ""


def _codes(text: str | None) -> Sequence[str]:
    return tuple(dict.fromkeys(code.strip() for code in (text or "").split(",") if code.strip()))


def _value(value: YearValue) -> dict[str, Any]:
    names = ("organisation", "name", "index_name", "level", "year", "index_value", "origin")
    more = ("total_max", "lost", "rank", "field_size", "batch", "league_batch")
    return {name: getattr(value, name) for name in (*names, *more)}


def _match(match: Match) -> dict[str, Any]:
    return {**vars(match), "old": list(match.old), "new": list(match.new)}


def _nothing(args: Namespace) -> Answer:
    year = f"năm {args.year}" + (f" và năm {args.against}" if args.against else "")
    told = f"Chưa có hai năm của {args.organisation} để so sánh ({year})."
    return Answer(1, {"organisation": args.organisation, "year": args.year, "error": told}, [told])
