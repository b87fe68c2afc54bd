"""The commands on units: who the plans name, what each carries, who is meant by a group or name."""

from argparse import Namespace

import pandas as pd

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import registry as said
from scoring.analysis.plans import registry
from scoring.analysis.plans.groups import expanded
from scoring.analysis.plans.loads import loads
from scoring.analysis.review.periods import board_of_day
from scoring.commands.answer import Answer, records
from scoring.commands.days import asked_day
from scoring.commands.questions import about_scores
from scoring.commands.standing import whose
from scoring.commands.who import who
from scoring.ingest.reference import Reference
from scoring.settings import Settings
from scoring.store import GroupMeaning, Store
from scoring.text import format as fmt
from scoring.text.units import parse_units


def units(args: Namespace, settings: Settings) -> Answer:
    """With a year the points of its score table by unit, else the registry of all plans.

    Arguments: organisation; year, on (a day as 2021-11-20) and members (whether groups are counted
        as who is meant by them), or None.
    """
    if args.year is not None:
        return about_scores("unit_points")(args, settings)
    on = asked_day(args.on)
    if on is None:
        return _failed(args, f"Ngày phải viết như 2021-11-20, thấy “{args.on}”.")
    store, reference, _ = intake.open_everything(settings)
    own, cells = _whose(args, store, reference)
    names = intake.known_names(store, reference)
    if cells.empty:
        return _failed(args, f"Chưa có bảng nào của {args.organisation} nêu đơn vị.")
    found = registry.spelled(cells, names)
    known = registry.registry(found)
    meanings = questions.ask(store.query, "group_meanings", organisation=own)
    units_of = questions.ask(store.query, "tasks_units", organisation=own)
    told = expanded(units_of, meanings) if args.members else units_of
    value = {
        "organisation": args.organisation,
        "on": on.isoformat(),
        "members": bool(args.members),
        "units": [_unit(row) for row in records(known)],
        "loads": records(loads(board_of_day(store.query, own, on), told)),
        "groups": [_meaning(row) for row in records(meanings)],
        "unknown": records(registry.unknown(found, names)),
        "changed": records(registry.stale(cells, names)),
        "mergers": records(questions.ask(store.query, "mergers", organisation=own)),
    }
    return Answer(0, value, [f"{said.registry(known)}.", *_lines(known, meanings)])


def group(args: Namespace, settings: Settings) -> Answer:
    """Decide who is meant by a group in the plans of an organisation.

    Arguments: organisation, group; members (names with ';' between them) or focal (one name), or
        None for nobody in particular.
    """
    store, reference, _ = intake.open_everything(settings)
    own, _ = _whose(args, store, reference)
    names = intake.known_names(store, reference)
    (wanted, *_) = [one.name for one in parse_units(args.group, names)] or [args.group]
    cells = questions.ask(store.query, "tasks_units", organisation=own)
    if wanted not in set(cells.loc[cells["unit_group"].astype(bool), "unit"]):
        return _failed(args, f"Không bảng nào của {args.organisation} nêu nhóm “{args.group}”.")
    told = [one.name for one in parse_units(args.members or args.focal, names)]
    meaning = "focal" if args.focal else "members" if args.members else "group"
    try:
        decision = GroupMeaning(own, wanted, meaning, "\n".join(told))  # type: ignore[arg-type]
        store.say([decision], now=intake.now(), who=who(settings))
    except ValueError:
        return _failed(args, "Cần một đơn vị đầu mối, hoặc ít nhất một thành viên.")
    row = {"unit_group": wanted, "meaning": meaning, "units": "\n".join(told)}
    return Answer(0, _meaning(row), [f"{wanted}: {said.meaning(row)}."])


def unit_name(args: Namespace, settings: Settings) -> Answer:
    """Say which unit a printed name means; the tables that print it are read again.

    Arguments: organisation, printed, unit.
    """
    store, reference, _ = intake.open_everything(settings)
    own, _ = _whose(args, store, reference)
    try:
        meant = intake.mean_unit(
            store,
            reference,
            settings,
            own,
            args.printed,
            args.unit,
            now=intake.now(),
            who=who(settings),
        )
    except KeyError:
        return _failed(args, f"Không bảng nào của {args.organisation} nêu “{args.printed}”.")
    value = {"printed": args.printed, "unit": args.unit, "read": meant.done, "left": meant.left}
    lines = [f"“{args.printed}” là {args.unit}."] if meant.done else []
    lines += [f"Đã đọc lại {name}." for name in meant.done]
    lines += [f"Giữ nguyên {name}: không đọc lại được y như lần nạp trước." for name in meant.left]
    return Answer(int(bool(meant.left)), value, lines)


def _whose(args: Namespace, store: Store, reference: Reference) -> tuple[str, pd.DataFrame]:
    """The organisation whose tables name units, and how they print them."""
    one = whose(store, reference, args.organisation, None, "units_named")
    return one.id, questions.ask(store.query, "units_named", organisation=one.id)


def _unit(row: questions.Row) -> questions.Row:
    pairs = [{"printed": printed, "times": times} for printed, times in row["spellings"]]
    return row | {"spellings": pairs}


def _meaning(row: questions.Row) -> questions.Row:
    return row | {"units": row["units"].splitlines()}


def _lines(known: pd.DataFrame, meanings: pd.DataFrame) -> list[str]:
    decided = {row["unit_group"]: row for row in questions.records(meanings)}
    lines = []
    for row in questions.records(known):
        kind = f" [nhóm: {said.meaning(decided.get(row['unit']))}]" if row["unit_group"] else ""
        mark = "" if row["recognised"] else " [chưa có trong danh mục]"
        lines.append(
            f"  {row['unit']}{kind}{mark}: chủ trì {fmt.integer(row['led'])}, phối hợp "
            f"{fmt.integer(row['coordinated'])}; {said.spellings(row['spellings'])}"
        )
    return lines


def _failed(args: Namespace, error: str) -> Answer:
    return Answer(1, {"organisation": args.organisation, "error": error}, [error])
