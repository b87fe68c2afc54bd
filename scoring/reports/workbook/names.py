"""What may a sheet be called? Excel allows 31 signs, some not, and each name once."""

import re
from collections.abc import Iterable

from scoring.text.printable import one_line

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # as Excel counts: signs outside the first plane are two
_ALWAYS_TAKEN = "history"  # Excel keeps it for itself


def sheet_names(topics: Iterable[str], *, taken: Iterable[str] = ()) -> list[str]:
    """A name a topic, as near to it as can be, in the same order."""
    used = {_ALWAYS_TAKEN, *(name.casefold() for name in taken)}
    names = []
    for topic in topics:
        plain = _FORBIDDEN.sub(" ", one_line(topic)).strip(" '") or "Trang"
        name, number = _cut(plain, _LONGEST), 2
        while name.casefold() in used:
            ending = f" ({number})"
            name, number = _cut(plain, _LONGEST - len(ending)) + ending, number + 1
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, most: int) -> str:
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text.rstrip(" '")
