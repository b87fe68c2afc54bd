"""The command on notes: those of an organisation, a new one, another word on one."""

from argparse import Namespace
from dataclasses import fields, replace
from datetime import UTC, datetime
from uuid import uuid4

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import plans as said
from scoring.analysis.questions import Row
from scoring.commands.answer import Answer, plain_value
from scoring.commands.standing import whose
from scoring.commands.who import who
from scoring.ingest.reference import Reference
from scoring.settings import Settings
from scoring.store import Remark, Store
from scoring.text.units import parse_units
from scoring.text.words import nfc

_TOLD = {field.name for field in fields(Remark)} - {"id", "organisation"}


def notes(args: Namespace, settings: Settings) -> Answer:
    """The notes of an organisation, of one year where it is asked; what is said is written first.

    Arguments: organisation; year, say, note, index, code, unit or None; take_back, conclusion.
    """
    store, reference, _ = intake.open_everything(settings)
    organisation = whose(store, reference, args.organisation, args.year, "scopes_of", "remarks").id
    if args.say is not None and not nfc(args.say):
        return _failed(args, "Ghi chú cần có lời.")
    if args.say or args.take_back:
        wrong = _say(args, store, reference, organisation, who(settings))
        if wrong:
            return _failed(args, wrong)
    elif args.note:
        return _failed(args, "Nêu --say LỜI để sửa ghi chú này, hoặc --take-back để bỏ.")
    rows = [
        row
        for row in _rows(store, organisation)
        if not row["taken_back"] and args.year in (None, row["year"])
    ]
    value = {"organisation": organisation, "year": args.year, "rows": rows}
    return Answer(0, plain_value(value), [f"{said.headline(rows)}.", *map(_line, rows)])


def _say(
    args: Namespace, store: Store, reference: Reference, organisation: str, by: str
) -> str | None:
    """Write the note that is meant; why not, where it cannot be."""
    if not args.note:
        if args.take_back:
            return "Nêu --note MÃ_GHI_CHÚ của ghi chú cần bỏ."
        if args.year is None:
            return "Nêu --year NĂM của ghi chú mới."
        remark = _new(args, reference, organisation)
    else:
        known = {row["note"]: row for row in _rows(store, organisation)}
        if args.note not in known:
            return f"Không có ghi chú {args.note} của {args.organisation}."
        told = {name: known[args.note][name] for name in _TOLD}
        before = Remark(id=args.note, organisation=organisation, **told)
        text = nfc(args.say or before.text)
        concluded = before.conclusion or args.conclusion
        remark = replace(before, text=text, conclusion=concluded, taken_back=args.take_back)
    store.say([remark], now=datetime.now(UTC), who=by)
    return None


def _new(args: Namespace, reference: Reference, organisation: str) -> Remark:
    units = parse_units(args.unit, reference.units)
    return Remark(
        id=uuid4().hex,
        organisation=organisation,
        year=args.year,
        text=nfc(args.say),
        index_name=(args.index or "PAR") if args.code else args.index,
        code=args.code,
        unit=units[0].name if units else None,
        conclusion=args.conclusion,
    )


def _rows(store: Store, organisation: str) -> list[Row]:
    return questions.rows(store.query, "remarks", organisation=organisation)


def _line(row: Row) -> str:
    words = " ".join(str(row["text"]).split())
    end = f" · {said.went_to(row)}" if row["conclusion"] else ""
    return f"  {row['note']} · {row['year']} · {said.about(row)}: {words}{end}"


def _failed(args: Namespace, error: str) -> Answer:
    value = {"organisation": args.organisation, "year": args.year, "error": error}
    return Answer(1, value, [error])
