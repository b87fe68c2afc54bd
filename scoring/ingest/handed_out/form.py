"""What differs between the kinds of files that are handed out: columns, signs, words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

KEY = "key"
KEYS = (KEY, "second_key", "third_key")


@dataclass(frozen=True)
class Codes:
    """The codes of the problems that such files share, each in full as the catalogue has it."""

    mark_missing: str
    key_missing: str
    key_damaged: str
    rows_mixed: str
    below: str
    unchanged: str


@dataclass(frozen=True)
class Words:
    """How problems of such a file are put."""

    file: str
    title: str  # what its table is called, before the name of whose it is
    columns: str  # the cure where columns are missing
    row: str  # what every row with something told has to be
    together: str  # what stands in one row
    another: str  # whose it is where it does not
    shown: str  # that the texts of a row are as they were
    news: str  # what is told at least
    fill: str  # the cure where it is not


@dataclass(frozen=True)
class Form:
    """One kind of such files.

    A row is told by an id; where its first key says in JSON what the id is short for, `id_of` gives
    the id again (raises ValueError or TypeError for other JSON).
    """

    kind: str  # of its tables
    sign: str  # how its mark begins
    key: str  # how its keys begin
    ids: str  # the pattern of an id
    names: Mapping[str, str]  # of the columns that people see
    shown: tuple[str, ...]  # what a first key belongs to
    told: tuple[str, ...]  # what is filled in
    free: tuple[str, ...]  # free texts among it
    sure: tuple[str, ...]  # no other table has all of these
    columns: tuple[str, ...]  # of the rows that are read
    numbers: Mapping[str, str]  # the types of those that are numbers
    codes: Codes
    words: Words
    by_unit: bool = False  # whether a file is made for one unit, which its mark names
    id_of: Callable[[str], str] | None = None
    longest: int | None = None  # characters of a damaged key as a problem names it

    @property
    def signs(self) -> tuple[str, str]:
        """How a mark and a key begin."""
        return f"{self.sign} ", f"{self.key}:"

    @property
    def hidden(self) -> Mapping[str, str]:
        """What stands above the second and the third key."""
        return {name: f"{self.sign}-{number}" for number, name in enumerate(KEYS[1:], 2)}
