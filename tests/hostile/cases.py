"""One damaged or hostile file, and what may be made of it."""

from dataclasses import dataclass

REFUSED = "refused"  # it must not be loadable
SAME = "same"  # it must read as the file it was made from
EITHER = "either"  # refused, or read as that file but for the bytes that were changed

ANSWERED = "answered"  # odd, yet a table: read as it says, or refused


@dataclass(frozen=True)
class Case:
    """A file as somebody could upload it."""

    name: str
    content: bytes
    expected: str
    base: str = ""  # the file in order that it was made from
    changed: int = 0  # cells that may read otherwise
