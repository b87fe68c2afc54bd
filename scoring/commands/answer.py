"""What a command answers: a value for programs, lines for people."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

import pandas as pd

from scoring.text import format as fmt
from scoring.text.values import Measured


@dataclass(frozen=True)
class Answer:
    """What a command answers: its exit code, the value for programs, the lines for people."""

    code: int
    value: Any
    lines: Sequence[str]


def failed(error: Exception) -> Answer:
    """A refusal of the database or the file system, as an answer."""
    return Answer(1, {"error": str(error)}, [str(error)])


def write(answer: Answer, *, as_json: bool) -> None:
    """Print an answer: for programs on standard output and nothing else there."""
    if as_json:
        json.dump(answer.value, sys.stdout, ensure_ascii=False, allow_nan=False)
        sys.stdout.write("\n")
        return
    print("\n".join(answer.lines))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame's rows as plain values, None where missing."""
    cells = frame.astype(object).where(frame.notna(), None)
    return [plain_value(row) for row in cells.to_dict("records")]


def plain_value(value: Any) -> Any:
    """A value as JSON has it: no NaN, no numpy, no dataclass."""
    if isinstance(value, Mapping):
        return {str(key): plain_value(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(one) for one in value]
    if isinstance(value, set | frozenset):
        return [plain_value(one) for one in sorted(value)]
    if is_dataclass(value) and not isinstance(value, type):
        return plain_value(asdict(value))
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    if isinstance(value, Measured):
        return value.text  # the number alone would lose its unit
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return None if value != value else round(value, 10)
    return None if value is pd.NA else value


def shown(value: object) -> str:
    """A cell for people."""
    if isinstance(value, float):
        return fmt.number(value, 3)
    return fmt.MISSING if value is None else str(value)
