"""One cheap look at each part of an archive: how large it is, and what needs a closer one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.ingest.limits import Limits
from scoring.ingest.opening.archive import Archive
from scoring.ingest.opening.refusal import refused

# A cell of the columns A–Z and the rows up to 99 999 as nearly all programs write it.
PLAIN_COLUMNS, PLAIN_ROWS = 26, 99_999
_OTHER_CELL = re.compile(rb'<c(?! r="[A-Z]\d{1,5}")[\s/>]')
_PREFIXED = re.compile(rb":c[\s/>]")
# The sign behind is looked back to: to look for the rarer one takes half the time.
_ERROR = re.compile(rb'e"(?<="e")')
_FORMULA = re.compile(rb"f(?<=<f)[ >/]")
_WITHOUT_VALUE = re.compile(rb"</f>(?!<v>[^<])|<f[^>]*/>(?!<v>[^<])")
_STEP = 65_536  # a text three times as long is surely seen
_LONGEST_MARK = 16
_SMALL = 2**20  # bytes of XML that are looked at closely in no time


@dataclass(frozen=True)
class Look:
    """What one pass over a part tells.

    `closer`: its cells have to be looked at one by one, for one of them may lie far out, hold an
    error, a formula without value or an endless text; or they are few.
    """

    size: int
    closer: bool


def looks(archive: Archive, limits: Limits) -> dict[str, Look]:
    """Each part's look.

    Raises: Refused where all together are larger than allowed, or one is damaged.
    """
    left = limits.max_unpacked
    found = {}
    for name in archive.parts:
        found[name] = _look(archive.chunks(name), left, limits.max_unpacked)
        left -= found[name].size
    return found


def _look(chunks: Iterable[bytes], left: int, allowed: int) -> Look:
    size, rest, closer, formulas = 0, b"", False, False
    for chunk in chunks:
        size += len(chunk)
        if size > left:
            raise refused(
                "file-too-large",
                expected=f"không quá {allowed // 2**20} MB khi giải nén",
                found=f"hơn {allowed // 2**20} MB",
            )
        if closer:
            continue
        text = rest + chunk if rest else chunk
        # What may go on in the next piece waits for it: from the last cell on.
        end = max(text.rfind(b"<c"), len(text) - _STEP, 0)
        formulas = formulas or bool(_FORMULA.search(text))  # the first of a group has its text
        closer = _needs_closer(text, end, formulas)
        rest = text[max(end - _LONGEST_MARK, 0) :]
    return Look(size, closer or size <= _SMALL or _needs_closer(rest, len(rest), formulas))


def _needs_closer(text: bytes, end: int, formulas: bool) -> bool:
    return bool(
        _OTHER_CELL.search(text, 0, end)
        or _ERROR.search(text, 0, end)
        or (formulas and _WITHOUT_VALUE.search(text, 0, end))
        or _PREFIXED.search(text, 0, end)
        or any(text.find(b"<", at, at + _STEP) < 0 for at in range(0, len(text) - _STEP + 1, _STEP))
    )
