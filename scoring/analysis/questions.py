"""Which questions can be asked of what was loaded, and how is one asked?

A question is a .sql file of this folder. Its header says the grain, the parameters (`Takes`) and
the columns (`Gives`); `Uses` names questions whose answers it builds on, so that each computation
has one home. Meetings keep answers for years: where a column comes to mean something else, its
words under `Gives` change with it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

Query = Callable[[str, Mapping[str, object]], pd.DataFrame]
Row = dict[str, Any]

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Every question, by name."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))


def sql(name: str) -> str:
    """The whole statement of one question, with the questions that it uses in front.

    Raises: KeyError for an unknown question.
    """
    used = [f"{other} as not materialized (\n{sql(other)}\n)" for other in uses(name)]
    body = _body(name)
    if not used:
        return body
    steps = body.removeprefix("with ") if body.startswith("with ") else None
    head = "with " + ",\n".join(used)
    return f"{head},\n{steps}" if steps is not None else f"{head}\n{body}"


def ask(query: Query, name: str, **params: object) -> pd.DataFrame:
    """The answer to one question.

    Shape: the columns of `gives(name)`, in that order.
    Raises: KeyError for an unknown question, ValueError for parameters that it does not take.
    """
    if set(params) != set(takes(name)):
        raise ValueError(f"{name} takes {sorted(takes(name))}, not {sorted(params)}")
    return query(sql(name), params)


def rows(query: Query, name: str, **params: object) -> list[Row]:
    """The answer as plain dictionaries, with None for what is missing."""
    return records(ask(query, name, **params))


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as plain dictionaries, with None for what is missing."""
    names = [str(column) for column in frame.columns]
    columns = [_plain(frame.iloc[:, at]) for at in range(len(names))]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(column: pd.Series) -> list[Any]:
    """The values of a column as Python's own, None where missing."""
    missing = column.isna()
    values = column.tolist()
    if not missing.any():
        return values
    return [None if gone else value for value, gone in zip(values, missing, strict=True)]


def about(name: str) -> str:
    """What one question asks, in the words of its file."""
    return " ".join(_header(name, None))


def grain(name: str) -> str:
    """What one row of the answer stands for."""
    return " ".join(_header(name, "Grain"))


def gives(name: str) -> list[str]:
    """The columns of the answer, in order."""
    return _listed(name, "Gives")


def promise(name: str) -> str:
    """What the columns of one row mean, word by word: a question that keeps it gives the same."""
    return f"{grain(name)}; {' '.join(_header(name, 'Gives'))}"


def takes(name: str) -> list[str]:
    """The parameters, without the $ sign."""
    return [parameter.removeprefix("$") for parameter in _listed(name, "Takes")]


def uses(name: str) -> list[str]:
    """The questions whose answers this one builds on."""
    return _listed(name, "Uses")


def _listed(name: str, label: str) -> list[str]:
    words = re.sub(r"\([^()]*\)", "", " ".join(_header(name, label)))
    return [word.strip() for word in words.split(",") if word.strip() not in ("", "nothing")]


def _header(name: str, label: str | None) -> list[str]:
    """The header lines under one label; the lines before any label for None."""
    found, current = [], None
    for line in _comment(name):
        labelled = re.match(r"(Grain|Takes|Gives|Uses): +(.*)", line)
        current, text = labelled.groups() if labelled else (current, line)
        if current == label:
            found.append(text)
    return found


def _comment(name: str) -> list[str]:
    lines = []
    for line in _text(name).splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return lines


def _body(name: str) -> str:
    lines = _text(name).splitlines()
    return "\n".join(lines[len(_comment(name)) :]).strip()


@cache
def _text(name: str) -> str:
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
