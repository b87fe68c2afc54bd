"""Which organisations, criteria sets, factors, units and words are known?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.ingest.reference import names
from scoring.ingest.reference.values import (
    Band,
    Break,
    CriteriaSet,
    Criterion,
    Factor,
    Level,
    Organisation,
    Successor,
)
from scoring.text.units import UnitNames
from scoring.text.words import fold

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Reference:
    """Everything that the reference files say; a value, passed to whoever needs it."""

    organisations: tuple[Organisation, ...]
    aliases: Mapping[str, tuple[str, ...]]  # folded name or slug → ids
    other_names: tuple[tuple[str, str], ...]  # as written → id
    successors: tuple[Successor, ...]
    criteria_sets: tuple[CriteriaSet, ...]
    bands: tuple[Band, ...]
    units: UnitNames
    factors: tuple[Factor, ...]
    breaks: tuple[Break, ...]
    headers: Mapping[str, tuple[str, ...]]  # field → folded synonyms
    kinds: Mapping[str, str]  # kind → label
    kind_words: Mapping[str, tuple[str, ...]]  # kind → folded words that give it away
    digest: str

    def criteria_set(self, index_name: str, level: str, year: int) -> CriteriaSet | None:
        """The set that scored this level in this year; of several, that of the shortest period."""
        wanted = [
            one
            for one in self.criteria_sets
            if (one.index_name, one.level) == (index_name, level) and one.covers(year)
        ]
        return min(wanted, key=lambda one: (one.years, one.id), default=None)

    def scale(self, set_id: str, code: str) -> tuple[Level, ...]:
        """The attainable points of one criterion, in the order of the decision; () if unknown."""
        one = next((one for one in self.criteria_sets if one.id == set_id), None)
        return one.scale.get(code, ()) if one else ()

    def kind_of(self, criteria_set: CriteriaSet | None, code: str, title: str) -> str | None:
        """survey, impact or control: by the set, else by words of the title, else unknown."""
        said = fold(title)
        by_words = (
            kind for kind, words in self.kind_words.items() if any(word in said for word in words)
        )
        by_set = criteria_set.kind(code) if criteria_set else None
        return by_set or next(by_words, None)

    def organisation(self, wanted: str) -> Organisation | None:
        """The organisation with this id."""
        return next((one for one in self.organisations if one.id == wanted), None)

    def organisations_named(self, text: str, year: int | None) -> tuple[Organisation, ...]:
        """The organisations that a name can mean in a year; without a year, in any.

        Returns: empty where the name is unknown, several where it was reused. A department that
        is not listed itself is known by its unit and its province.
        """
        known = (self.organisations, self.aliases)
        found = names.listed(text, *known) or names.departments(text, *known, self.units)
        return tuple(one for one in found if year is None or one.stood_in(year))

    def factor(self, index_name: str, text: str) -> Factor | None:
        """The factor that a row's title means."""
        return names.named_factor(text, self._factor_names.get(index_name, {}))

    def max_points(self, index_name: str, year: int | None) -> float | None:
        """Out of how many points an index is; None where its decision tells, or nothing does."""
        factors = [one for one in self.factors if one.index_name == index_name]
        overall = next((one.max_points for one in factors if one.overall), None)
        parts = [one for one in factors if not one.overall and one.stood_in(year)]
        most = [one.max_points for one in parts if one.max_points is not None]
        added = sum(most) if most and len(most) == len(parts) else None
        return overall if overall is not None else added

    @cached_property
    def _factor_names(self) -> Mapping[str, Mapping[str, Factor]]:
        """Index → folded name → factor: a table asks for every row."""
        indexes = dict.fromkeys(one.index_name for one in self.factors)
        return {
            index: names.factor_names(one for one in self.factors if one.index_name == index)
            for index in indexes
        }

    def frames(self) -> "dict[str, pd.DataFrame]":
        """The reference tables as the store keeps them: table name → frame."""
        criteria = [
            (one.id, *_cells(criterion, Criterion))
            for one in self.criteria_sets
            for criterion in one.criteria.values()
        ]
        return {
            "organisation": _frame(self.organisations, Organisation),
            "organisation_alias": _table(self.other_names, ["alias", "organisation"]),
            "successor": _frame(self.successors, Successor),
            "criteria_set": _frame(self.criteria_sets, CriteriaSet).drop(
                columns=["criteria", "scale"]
            ),
            "criterion": _table(criteria, ["criteria_set", *_columns(Criterion)]),
            "band": _frame(self.bands, Band),
        }


def _frame(values: Sequence[object], shape: type) -> "pd.DataFrame":
    return _table([_cells(value, shape) for value in values], _columns(shape))


def _table(rows: Sequence[tuple[object, ...]], columns: Sequence[str]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns))


def _cells(value: object, shape: type) -> tuple[object, ...]:
    return tuple(getattr(value, column) for column in _columns(shape))


def _columns(shape: type) -> list[str]:
    return [field.name for field in fields(shape)]
