"""What does a plan that is being written start from, and what is each of its rows?

A draft is what a person types: one row a task or a target, every cell a text.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.text.titles import bare_title
from scoring.text.words import nfc

Cells = dict[str, str]

# What a person fills in, in the order of printed plans, so that theirs can be pasted; `about` is
# the criterion or factor, `task` what is to be done about it.
TASK_FIELDS = (
    *("code", "about", "goal", "task", "product", "lead", "coordinating", "deadline"),
    *("purpose", "section", "note"),
)
TARGET_FIELDS = ("code", "section", "title", "aim", "due", "measure", "base", "lead")
FIELDS: Mapping[str, Sequence[str]] = {"tasks": TASK_FIELDS, "targets": TARGET_FIELDS}
_NUMBERS = frozenset({"code"})  # said of a row, and no row by itself
_FIRST_NUMBER = re.compile(r"\d+")
_SAME = ("section", "goal", "product", "lead", "coordinating", "deadline", "note")


def empty(kind: str, rows: Sequence[Mapping[str, str]] = ()) -> pd.DataFrame:
    """A draft of some rows: every field of the kind, '' where a row does not say it."""
    columns = FIELDS[kind]
    return pd.DataFrame(
        [[row.get(name, "") for name in columns] for row in rows], columns=list(columns), dtype=str
    )


def of_tasks(
    tasks: pd.DataFrame, titles: Collection[str], purposes: Mapping[str, str]
) -> pd.DataFrame:
    """The tasks of a plan as a draft, its rows as they are.

    A title alone is the task, unless it is the name of a criterion or factor.

    Shape: `tasks` as the question `batch_tasks` gives them, `titles` the known criteria and
        factors, `purposes` each purpose in words.
    """
    known = {bare_title(title) for title in titles}
    return empty("tasks", [_task_cells(row, known, purposes) for row in records(tasks)])


def _task_cells(row: Row, known: Collection[str], purposes: Mapping[str, str]) -> Cells:
    title, solution = str(row["title"]), row["solution"] or ""
    named = bool(solution) or bare_title(title) in known
    return {
        **{name: row[name] or "" for name in _SAME},
        "code": row["code"] or "",
        "purpose": purposes.get(row["purpose"] or "", ""),
        "about": title if named else "",
        "task": solution if named else title,
    }


def of_losses(losses: pd.DataFrame, purpose: str) -> pd.DataFrame:
    """A row for each leaf that lost points, with who answers for it; what to do is left to say.

    Shape: `losses` as the question gives them; `purpose` in words.
    """
    lost = losses[losses["leaf"].astype("bool") & (losses["lost_points"] > 0)]
    rows = [
        {
            "code": str(row["code"]),
            "purpose": purpose,
            "about": str(row["title"]),
            "lead": row["lead"] or "",
            "coordinating": row["coordinating"] or "",
        }
        for row in records(lost)
    ]
    return empty("tasks", rows)


def of_targets(targets: pd.DataFrame, year: int) -> pd.DataFrame:
    """The targets of a table as a draft for a plan of `year`: one row for each due year.

    A base value of another year than the one before is written into the goal's own words.

    Shape: `targets` as the question `batch_targets` gives them.
    """
    return empty("targets", [_target_cells(row, year) for row in records(targets)])


def _target_cells(row: Row, year: int) -> Cells:
    base, base_year = row["base_value"], row["base_year"]
    aim = row["sentence"] or ""
    own = base is None or base_year in (None, year - 1)
    written = "" if base is None else f"{base:.10g}".replace(".", ",")
    if not own and written not in aim:
        sign = "%" if row["percent"] else ""
        aim = f"{aim} (năm {base_year} là {written}{sign})"
    return {
        "code": row["code"] or "",
        "section": row["section"] or "",
        "title": str(row["title"]),
        "aim": aim,
        "due": "" if row["due_year"] is None else str(int(row["due_year"])),
        "measure": row["measure"] or "",
        "base": written if own else "",
        "lead": row["lead"] or "",
    }


def of_conclusions(notes: Sequence[Row], day: date) -> pd.DataFrame:
    """Conclusions of a meeting as tasks: under its day, each with the mark that it is known by.

    Shape: `notes` as the question `remarks` gives them.
    """
    rows = [
        {
            "section": f"Kết luận họp ngày {day:%d/%m/%Y}",
            "about": str(note["title"] or ""),
            "task": " ".join(str(note["text"]).split()),
            "lead": note["unit"] or "",
            "note": mark(str(note["note"])),
        }
        for note in notes
    ]
    return empty("tasks", rows)


def mark(note: str) -> str:
    """What stands in the note of the task that a conclusion became: '[KL-1a2b3c4d]'."""
    return f"[KL-{note[:8]}]"


def said(draft: pd.DataFrame) -> list[tuple[int, Cells]]:
    """The rows that say something, each with its place in the draft, every cell without margins.

    A row without a number gets the next one: it is a row of its own, whatever stands above.
    """
    rows = [
        (at, {str(name): _text(value) for name, value in row.items()})
        for at, row in enumerate(draft.to_dict("records"))
    ]
    told = [
        (at, row)
        for at, row in rows
        if any(value for name, value in row.items() if name not in _NUMBERS)
    ]
    numbers = (_FIRST_NUMBER.match(row["code"]) for _, row in told)
    last = max((int(number[0]) for number in numbers if number), default=0)
    numbered = []
    for at, row in told:
        last += not row["code"]
        numbered.append((at, row if row["code"] else row | {"code": str(last)}))
    return numbered


def printed(kind: str, row: Mapping[str, str]) -> Cells:
    """A row of a draft as its workbook prints it: a task about no criterion is its own title."""
    if kind == "targets":
        return dict(row)
    named = bool(row["about"])
    return {
        **{name: row[name] for name in ("code", "purpose", *_SAME)},
        "title": row["about"] if named else row["task"],
        "solution": row["task"] if named else "",
    }


def _text(value: object) -> str:
    """A cell without margins, its lines kept: a unit a line is how plans print them."""
    lines = value.strip().splitlines() if isinstance(value, str) else []
    return "\n".join(map(nfc, lines))
