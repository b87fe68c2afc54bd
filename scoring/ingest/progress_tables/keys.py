"""The hidden texts of a progress file: what tells the file, and each of its tasks, for sure.

A row has three keys: beside the task's own cells, among the cells that are filled in, and behind
them. Rows of which only a part was moved are told by their difference, and by the digests of the
texts beside them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from scoring.ingest.reference import Organisation
from scoring.text.words import fold, nfc

_SIGN, _VERSION, _KEY = "#tien-do", "1", "nv"
SECOND, THIRD = "#tien-do-2", "#tien-do-3"  # above the second and the third key
SIGNS = (f"{_SIGN} ", f"{_KEY}:")  # how a mark and a key begin
_MARK = re.compile(rf"{_SIGN} ([0-9]+) ([0-9a-f]+) (\[.*\])", re.S)
_KEY_TEXT = re.compile(rf"{_KEY}:(?P<task>[^:\s]+):(?P<digest>[0-9a-f]+)")


@dataclass(frozen=True)
class Mark:
    """Whose plans a file is about, which unit it was made for, and when (UTC)."""

    organisation: Organisation
    unit: str
    made_at: datetime


@dataclass(frozen=True)
class Key:
    """A task, and the digest of what stood beside its key when the file was made."""

    task: str
    digest: str


class NotOurs(ValueError):
    """A mark or a key that was changed."""


def mark_text(mark: Mark) -> str:
    """The mark as it is written above the keys."""
    of = mark.organisation
    parts = [of.id, of.name, of.level, of.parent or "", mark.unit, mark.made_at.isoformat()]
    return f"{_SIGN} {_VERSION} {_digest(parts)} {json.dumps(parts, ensure_ascii=False)}"


def is_mark(text: str) -> bool:
    """Whether a cell is the mark, whole or damaged."""
    return text.startswith(SIGNS[0])


def read_mark(text: str) -> Mark:
    """Raises: NotOurs for a mark that was changed, or of a later version."""
    match = _MARK.fullmatch(text)
    try:
        parts = json.loads(match[3]) if match and match[1] == _VERSION else []
        if not match or _digest(parts) != match[2]:
            raise NotOurs(text)
        name, shown, level, parent, unit, made_at = parts
        moment = datetime.fromisoformat(made_at)
    except (ValueError, TypeError) as error:
        raise NotOurs(text) from error
    return Mark(Organisation(name, shown, level, parent or None), unit, moment)


def shown_key(task: str, shown: Sequence[str]) -> str:
    """The first key of a task, beside the texts that name it; their case does not count."""
    return f"{_KEY}:{task}:{shown_digest(task, shown)}"


def told_key(task: str, told: Sequence[str]) -> str:
    """The second and third key of a task, beside what was last told of it."""
    return f"{_KEY}:{task}:{told_digest(task, told)}"


def is_key(text: str) -> bool:
    """Whether a cell is a key, and no other text that begins like one."""
    return _KEY_TEXT.fullmatch(text.strip()) is not None


def read_key(text: str) -> Key | None:
    """The key in a cell; None for a blank one.

    Raises: NotOurs for anything else.
    """
    if not text:
        return None
    match = _KEY_TEXT.fullmatch(text)
    if match is None:
        raise NotOurs(text)
    return Key(match["task"], match["digest"])


def shown_digest(task: str, shown: Sequence[str]) -> str:
    """The texts that name a task, in few letters."""
    return _digest([task, *(fold(text) for text in shown)])


def told_digest(task: str, told: Sequence[str]) -> str:
    """What is told of a task, in few letters."""
    return _digest([task, *(nfc(text) for text in told)])


def _digest(parts: Sequence[str]) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=5).hexdigest()
