"""The command that writes the files in which units tell how far their tasks are."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from scoring import intake
from scoring.analysis.messages import progress as said
from scoring.analysis.plans.board import board
from scoring.analysis.plans.coverage import counts, coverage, quarter_of
from scoring.analysis.questions import ask
from scoring.commands.answer import Answer, records
from scoring.commands.standing import whose
from scoring.ingest.reference import Organisation, Reference
from scoring.settings import Settings
from scoring.sheets.progress_tasks import units_with_tasks, without_file
from scoring.sheets.progress_zip import files_of, progress_zip
from scoring.store import Store
from scoring.text.moments import VIETNAM
from scoring.text.words import fold, nfc


@dataclass(frozen=True)
class _Plans:
    """Whose plans, what they hold today, and who is to tell."""

    organisation: Organisation
    board: pd.DataFrame
    of_units: pd.DataFrame
    sent: pd.DataFrame
    since: date
    moment: datetime


def progress(args: Namespace, settings: Settings) -> Answer:
    """Write the file of one unit, or those of all units into a folder or an archive.

    Arguments: organisation, unit (None: all), out (a .xlsx with a unit, a .zip, or a folder).
    """
    store, reference, _ = intake.open_everything(settings)
    plans = _plans(store, reference, nfc(args.organisation))
    out = Path(args.out)
    known = units_with_tasks(plans.of_units)
    units = _asked(args.unit, [*known, *plans.of_units["unit"]]) if args.unit else known
    files = dict(files_of(plans.board, units, plans.organisation, plans.moment))
    left = without_file(plans.board, known)
    value = {
        "organisation": plans.organisation.name,
        "out": str(out),
        "written": [],
        "left_out": left,
        "since": plans.since.isoformat(),
        "units": records(plans.sent),
    }
    error = _refused(args, plans, files, out) or _write(out, files, plans, units)
    if error:
        return Answer(1, value | {"error": error}, [error])
    number = counts(plans.sent)
    lines = [
        f"Đã ghi {len(files)} tệp tiến độ vào {out}.",
        *([f"{left} nhiệm vụ không nêu tên đơn vị nào: không có trong tệp."] if left else []),
        f"{said.sent(number, plans.since)}.",
        *filter(None, [said.silent(number)]),
    ]
    return Answer(0, value | {"written": list(files)}, lines)


def _plans(store: Store, reference: Reference, named: str) -> _Plans:
    moment = intake.now()
    today = moment.astimezone(VIETNAM).date()
    one = whose(store, reference, named, None, "tasks")
    found = board(store.query, one.id, today)
    of_units = ask(store.query, "tasks_units", organisation=one.id)
    reports = ask(store.query, "progress_units", organisation=one.id)
    since = quarter_of(today)
    sent = coverage(found, of_units, reports, since=since, today=today)
    return _Plans(one, found, of_units, sent, since, moment)


def _asked(unit: str, known: list[str]) -> list[str]:
    """The unit as the plans name it."""
    return list(dict.fromkeys(one for one in known if fold(one) == fold(unit)))


def _refused(args: Namespace, plans: _Plans, files: Mapping[str, bytes], out: Path) -> str | None:
    if plans.board.empty:
        return f"Chưa nạp nhiệm vụ nào của {plans.organisation.name}."
    if not files:
        return f"Không có nhiệm vụ nào giao cho {args.unit or 'một đơn vị có tên'}."
    if out.suffix.lower() == ".xlsx" and len(files) > 1:
        return "Nhiều đơn vị thì ghi vào một thư mục hoặc tệp .zip; một đơn vị thì thêm --unit."
    return None


def _write(
    out: Path, files: Mapping[str, bytes], plans: _Plans, units: Sequence[str]
) -> str | None:
    """Write what was asked for; why it could not be."""
    try:
        if out.suffix.lower() == ".zip":
            out.write_bytes(progress_zip(plans.board, units, plans.organisation, plans.moment))
        elif out.suffix.lower() == ".xlsx":
            out.write_bytes(next(iter(files.values())))
        else:
            out.mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                (out / name).write_bytes(content)
    except OSError as error:
        return f"Không ghi được {out}: {error.strerror or error}. Chọn nơi khác rồi chạy lại."
    return None
