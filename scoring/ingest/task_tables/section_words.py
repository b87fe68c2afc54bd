"""What the words of a section or a group of tasks say: what its tasks are for, and which index."""

import re
from collections.abc import Mapping

from scoring.text.words import fold

_PURPOSES = {
    "mend": re.compile(r"\b(?:khắc phục|cải thiện)\b"),
    "keep": re.compile(r"\b(?:duy trì|giữ vững)\b"),
    "steer": re.compile(
        r"\bchỉ đạo\W*(?:và )?\W*điều hành\b"
        r"|^(?:(?:công tác|nhóm|nhiệm vụ) )*(?:chỉ đạo|điều hành)\W*$"
    ),
    "other": re.compile(r"^(?:(?:các|nhóm|những) )*(?:nhiệm vụ |nội dung |giải pháp )?khác\W*$"),
}
# Only the names of indices: 'cải cách hành chính' and 'hài lòng' alone are subjects of tasks too.
_INDICES = {
    "SIPAS": re.compile(r"\bsipas\b|\bchỉ số (?:về )?(?:sự |mức độ )?hài lòng\b"),
    "PAPI": re.compile(r"\bpapi\b|\bchỉ số hiệu quả quản trị\b"),
    "PCI": re.compile(r"\bpci\b|\bchỉ số năng lực cạnh tranh\b"),
    "PAR": re.compile(r"\bpar ?-? ?index\b|\bchỉ số (?:cải cách hành chính|cchc)\b"),
}


def purpose_of(text: str) -> str | None:
    """mend, keep, steer or other; None where the words say none of them, or two."""
    said = fold(text)
    return _only(_PURPOSES, said) if said else None


def index_of(text: str) -> str | None:
    """The one index that the words name; None where they name none, or several."""
    said = fold(text)
    return _only(_INDICES, said) if said else None


def _only(words: Mapping[str, re.Pattern[str]], said: str) -> str | None:
    named = [name for name, one in words.items() if one.search(said)]
    return named[0] if len(named) == 1 else None
