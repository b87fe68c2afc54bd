"""What all problems of one code share."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

ERROR: Severity = "error"
WARNING: Severity = "warning"
NOTE: Severity = "note"


@dataclass(frozen=True)
class Rule:
    """How bad a problem is, its name on screen, its cure."""

    severity: Severity
    title: str
    fix: str
