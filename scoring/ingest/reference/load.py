"""From the files under data/reference to one value, and everything that is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from scoring.ingest.problems import Problem, problem
from scoring.ingest.reference import checks, layout
from scoring.ingest.reference.book import Reference
from scoring.ingest.reference.files import Files, Row, contents, digest, read_rows
from scoring.ingest.reference.names import spellings
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

Rows = Mapping[str, list[Row]]


def load_reference(folder: Path) -> tuple[Reference, tuple[Problem, ...]]:
    """What the files in a folder say, and everything that is wrong with them.

    Returns: a reference made of the rows that can be read, however bad the files are.
    """
    return reference_of(contents(folder))


def reference_of(files: Files) -> tuple[Reference, tuple[Problem, ...]]:
    """The same of files that need not be in a folder yet."""
    columns = dict(layout.FILES)
    columns |= {name: layout.CRITERIA for name in files if name.startswith("criteria/")}
    columns |= {name: layout.SCALE for name in files if name.startswith("scales/")}
    read = {name: read_rows(files, name, of) for name, of in columns.items()}
    rows = {name: found for name, (found, _) in read.items()}
    organisations = tuple(Organisation(**row.values) for row in rows[layout.ORGANISATIONS])
    other_names = tuple(tuple(row.values.values()) for row in rows[layout.ALIASES])
    sets = tuple(_criteria_set(row, rows) for row in rows[layout.CRITERIA_SETS])
    reference = Reference(
        organisations=organisations,
        aliases=MappingProxyType(spellings(organisations, other_names)),
        other_names=other_names,
        successors=tuple(Successor(**row.values) for row in rows[layout.SUCCESSORS]),
        criteria_sets=sets,
        bands=tuple(Band(**row.values) for row in rows[layout.BANDS]),
        units=_unit_names(rows[layout.UNITS]),
        factors=tuple(Factor(**row.values) for row in rows[layout.FACTORS]),
        breaks=tuple(Break(**row.values) for row in rows[layout.BREAKS]),
        headers=_synonyms(rows[layout.HEADERS]),
        kinds=MappingProxyType(
            {row.values["kind"]: row.values["label"] for row in rows[layout.KINDS]}
        ),
        kind_words=MappingProxyType(
            {row.values["kind"]: _folded(row.values["words"]) for row in rows[layout.KINDS]}
        ),
        digest=digest(files),
    )
    problems = [found for _, wrong in read.values() for found in wrong]
    return reference, (*problems, *_disagreements(rows, reference))


def _criteria_set(row: Row, rows: Rows) -> CriteriaSet:
    criteria: dict[str, Criterion] = {}
    for one in rows.get(layout.criteria_file(row.values["id"]), []):
        criteria.setdefault(one.values["code"], Criterion(**one.values))
    return CriteriaSet(
        **row.values,
        criteria=MappingProxyType(criteria),
        scale=MappingProxyType(_scale(rows.get(layout.scale_file(row.values["id"]), []))),
    )


def _scale(rows: list[Row]) -> dict[str, tuple[Level, ...]]:
    levels: dict[str, tuple[Level, ...]] = {}
    for row in sorted(rows, key=lambda row: row.values["position"]):
        level = Level(row.values["title"], row.values["points"])
        levels[row.values["code"]] = (*levels.get(row.values["code"], ()), level)
    return levels


def _unit_names(rows: list[Row]) -> UnitNames:
    aliases: dict[str, str] = {}
    for row in rows:
        for alias in (row.values["name"], *row.values["aliases"]):
            aliases.setdefault(fold(alias), row.values["name"])
    names = {row.values["name"]: row.values["group"] for row in rows}
    groups = frozenset(name for name, group in names.items() if group)
    return UnitNames(frozenset(names), groups, MappingProxyType(aliases))


def _synonyms(rows: list[Row]) -> Mapping[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for row in rows:
        field = row.values["field"]
        fields[field] = (*fields.get(field, ()), fold(row.values["synonym"]))
    return MappingProxyType(fields)


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold, names))


def _disagreements(rows: Rows, reference: Reference) -> Iterator[Problem]:
    """What is wrong between rows and between files."""
    yield from _repeated(rows)
    ids = {one.id for one in reference.organisations}
    yield from checks.unknown(rows[layout.ORGANISATIONS], "parent", ids)
    yield from checks.unknown(rows[layout.ALIASES], "organisation", ids)
    yield from checks.unknown(rows[layout.SUCCESSORS], "old", ids)
    yield from checks.unknown(rows[layout.SUCCESSORS], "new", ids)
    yield from checks.unknown(rows[layout.HEADERS], "field", layout.FIELDS)
    yield from checks.turned_periods(rows[layout.ORGANISATIONS], "valid_from", "valid_to")
    yield from checks.turned_periods(rows[layout.CRITERIA_SETS], "from_year", "to_year")
    yield from checks.turned_periods(rows[layout.BANDS], "lower", "upper")
    yield from checks.shared_aliases(rows[layout.UNITS], "name")
    yield from checks.shared_aliases(rows[layout.FACTORS], "title")
    yield from checks.overlaps(rows[layout.CRITERIA_SETS], reference.criteria_sets)
    yield from _criteria(rows, reference)


def _repeated(rows: Rows) -> Iterator[Problem]:
    for name, columns in layout.KEYS.items():
        yield from checks.repeated(rows[name], columns)


def _criteria(rows: Rows, reference: Reference) -> Iterator[Problem]:
    sets = {one.id: one for one in reference.criteria_sets}
    for name in (name for name in rows if name not in layout.FILES):
        one = sets.get(name.partition("/")[2].removesuffix(".csv"))
        if one is None:
            yield problem(
                "reference-unknown", sheet=name, expected="một bộ tiêu chí trong criteria_sets.csv"
            )
        elif name == layout.scale_file(one.id):
            yield from checks.repeated(rows[name], ("position", "code"))
            yield from checks.unknown(rows[name], "code", one.criteria)
        else:
            yield from checks.repeated(rows[name], ("code",))
            yield from checks.unknown(rows[name], "kind", reference.kinds)
            yield from checks.orphans(rows[name])
            yield from checks.overfull(rows[name], one.criteria)
            yield from checks.above_total(one, name)
