"""Which numbers do the goals of a plan's tasks promise?"""

from collections.abc import Iterator

import pandas as pd

from scoring.text.targets import Target, parse_targets

COLUMNS = (
    *("position", "code", "title", "kind", "amount", "percent", "measure", "base_year"),
    *("base_value", "due_year", "sentence", "lead", "section", "index_name", "task", "row"),
)
_INTEGERS = ("position", "base_year", "due_year", "task", "row")


def goal_targets(tasks: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """The targets in the goals of tasks, each once for each task that it stands at.

    A part that names an amount of which the goal is not certain is kept in its words, with kind and
    amount null. A goal that names no year is due in the plan's.

    Shape: `tasks` as tasks.read_tasks gives them, with position; gives COLUMNS, `task` the position
        of the task.
    """
    rows = [row for task in tasks.to_dict("records") for row in _of(task, year)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).assign(position=range(len(rows)))
    types = dict.fromkeys(_INTEGERS, "Int64") | dict.fromkeys(("amount", "base_value"), "Float64")
    return frame.astype(types)


def _of(task: dict[str, object], year: int | None) -> Iterator[dict[str, object]]:
    read = parse_targets(str(task["goal"] or ""))
    at = {
        "code": task["code"] or "",
        "lead": task["lead"] or None,
        "section": task["section"] or None,
        "index_name": task["index_name"],
        "task": task["position"],
        "row": task["row"],
    }
    for found in read.found:
        yield at | _read(found, str(task["title"]), year)
    for text in read.unread:
        yield at | {"title": task["title"], "percent": False, "due_year": year, "sentence": text}


def _read(found: Target, task: str, year: int | None) -> dict[str, object]:
    return {
        "title": found.indicator or task,
        "kind": found.kind,
        "amount": found.amount,
        "percent": found.percent,
        "measure": found.measure,
        "base_year": found.base_year,
        "base_value": found.base_value,
        "due_year": found.due_year or year,
        "sentence": found.sentence,
    }
