"""The hidden texts of a file: what tells the file, and each of its rows, for sure.

A row has three keys: beside its texts, among the cells that are filled in, and behind them. Rows of
which only a part was moved are told by their difference, and by the digests of the texts beside
them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from scoring.ingest.handed_out.form import Form
from scoring.ingest.reference import Organisation
from scoring.text.words import fold, nfc

_VERSION = "1"
_DIGEST = "[0-9a-f]+"


@dataclass(frozen=True)
class Mark:
    """Whose plans a file is about, when it was made (UTC), and for which unit, if it is of one."""

    organisation: Organisation
    made_at: datetime
    unit: str | None = None


@dataclass(frozen=True)
class Key:
    """The id of a row, and the digest of what stood beside the key when the file was made.

    `said` is what the first key says of the row besides, as JSON.
    """

    id: str
    digest: str
    said: str = ""


class NotOurs(ValueError):
    """A mark or a key that was changed."""


def mark_text(form: Form, mark: Mark) -> str:
    """The mark as it is written above the first keys."""
    of, unit = mark.organisation, [] if mark.unit is None else [mark.unit]
    parts = [of.id, of.name, of.level, of.parent or "", *unit, mark.made_at.isoformat()]
    return f"{form.sign} {_VERSION} {digest(parts)} {json.dumps(parts, ensure_ascii=False)}"


def is_mark(form: Form, text: str) -> bool:
    """Whether a cell is the mark, whole or damaged."""
    return text.startswith(form.signs[0])


def read_mark(form: Form, text: str) -> Mark:
    """Raises: NotOurs for a mark that was changed, or of a later version."""
    match = re.fullmatch(rf"{form.sign} ([0-9]+) ({_DIGEST}) (\[.*\])", text, re.S)
    try:
        parts = json.loads(match[3]) if match and match[1] == _VERSION else []
        if not match or digest(parts) != match[2]:
            raise NotOurs(text)
        name, shown, level, parent, *unit, made_at = parts
        if len(unit) != form.by_unit:
            raise NotOurs(text)
        moment = datetime.fromisoformat(made_at)
    except (ValueError, TypeError) as error:
        raise NotOurs(text) from error
    return Mark(Organisation(name, shown, level, parent or None), moment, *unit)


def first_key(form: Form, of: str, shown: Sequence[str], said: str = "") -> str:
    """The first key of the row with an id, beside the texts that name it."""
    return f"{form.key}:{of}:{shown_digest(of, shown)}" + (f":{said}" if said else "")


def other_key(form: Form, of: str, told: Sequence[str]) -> str:
    """The second and third key of the row with an id, beside what was last told of it."""
    return f"{form.key}:{of}:{told_digest(of, told)}"


def is_key(form: Form, text: str) -> bool:
    """Whether a cell is a key, and no other text that begins like one."""
    return any(_match(form, text.strip(), first=first) for first in (True, False))


def read_key(form: Form, text: str, *, first: bool) -> Key | None:
    """The key in a cell; None for a blank one.

    Raises: NotOurs for anything else, and for one of which a part was changed.
    """
    if not text:
        return None
    match = _match(form, text, first=first)
    if match is None:
        raise NotOurs(text)
    key = Key(*match.groups())
    try:
        if key.said and form.id_of and form.id_of(key.said) != key.id:
            raise NotOurs(text)
    except (ValueError, TypeError) as error:
        raise NotOurs(text) from error
    return key


def shown_digest(of: str, shown: Sequence[str]) -> str:
    """The texts that name a row, in few letters; their case does not count."""
    return digest([of, *(fold(text) for text in shown)])


def told_digest(of: str, told: Sequence[str]) -> str:
    """What is told in a row, in few letters."""
    return digest([of, *(nfc(text) for text in told)])


def digest(parts: Sequence[str]) -> str:
    """Texts in few letters, other for any change of them."""
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=5).hexdigest()


def _match(form: Form, text: str, *, first: bool) -> re.Match[str] | None:
    said = r":(\[.*\])" if first and form.id_of else ""
    return re.fullmatch(f"{form.key}:({form.ids}):({_DIGEST}){said}", text, re.S)
