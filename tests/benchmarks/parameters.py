"""What is each question asked with? Values drawn by seed from a made-up national database.

A parameter is known by its name; where one question means something else by it, that is said under
the question. A new parameter needs a line here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from scoring.analysis.questions import rows, takes
from scoring.store import Store
from tests.benchmarks.national import FIRST_YEAR

SEED = 2024


@dataclass(frozen=True)
class Drawn:
    """One score table by chance, and what stands beside it."""

    batch: str
    organisation: str
    level: str
    year: int
    province: str  # the organisation itself, or whose department or commune it is
    below: str  # a level under the province
    league: str  # the batch that ranks it, of its year and of the year before
    league_before: str
    satisfaction: str  # of its province
    code: str
    unit: str


Value = Callable[[Drawn], object]

PARAMETERS: Mapping[str, Value] = {
    "anchor": lambda one: "A5",
    "batch": lambda one: one.batch,
    "batches": lambda one: f"{one.batch},{one.league}",
    "code": lambda one: one.code,
    "file_sha256": lambda one: sha256(one.batch.encode()).hexdigest(),
    "first": lambda one: 0,
    "index_name": lambda one: "PAR",
    "index_value": lambda one: 83.93,
    "kind": lambda one: "scores",
    "league_after": lambda one: one.league,
    "league_before": lambda one: one.league_before,
    "level": lambda one: one.level,
    "meeting": lambda one: "",
    "most": lambda one: 500,
    "organisation": lambda one: one.organisation,
    "plan": lambda one: "",
    "parent": lambda one: one.code.partition(".")[0],
    "task": lambda one: "",
    "sheet": lambda one: "Giả lập",
    "tasks": lambda one: f"{one.batch}-0,{one.batch}-4",
    "text": lambda one: "",
    "undone": lambda one: False,
    "unit": lambda one: one.unit,
    "year": lambda one: one.year,
    "year_after": lambda one: one.year,
    "year_before": lambda one: one.year - 1,
}
_OF_A_PROVINCE: Mapping[str, Value] = {"organisation": lambda one: one.province}
_OF_ITS_MEMBERS = {**_OF_A_PROVINCE, "level": lambda one: one.below}
# Questions that mean another thing by the same name.
OTHERWISE: Mapping[str, Mapping[str, Value]] = {
    "batch_league": {"batch": lambda one: one.league},
    "batch_satisfaction": {"batch": lambda one: one.satisfaction},
    "members_domains": _OF_ITS_MEMBERS,
    "members_leagues": _OF_A_PROVINCE,
    "members_tables": _OF_A_PROVINCE,
    "organisations": {"parent": lambda one: one.province if one.level != "tỉnh" else ""},
    "plans_below": {"parent": lambda one: one.province},
    "ranking_field": {"batch": lambda one: one.league},
    "satisfaction": _OF_A_PROVINCE,
    "satisfaction_overall": _OF_A_PROVINCE,
}

# As many of each level as of the others, in an order that the seed decides.
_TABLES = """
with ranked as (
    select
        id as batch, organisation, level, parent, year,
        row_number() over (partition by level order by hash(id || $seed), id) as place
    from batch
    where kind = 'scores' and is_current and year > $first_year
),
taken as (
    select *, if(level = 'tỉnh', organisation, parent) as province
    from ranked
    order by place, level
    limit $count
)
select
    taken.place, taken.batch, taken.organisation, taken.level, taken.year, taken.province,
    max(of_year.id) filter (where of_year.kind = 'league' and of_year.year = taken.year
        and of_year.organisation = taken.parent and of_year.level = taken.level) as league,
    max(of_year.id) filter (where of_year.kind = 'league' and of_year.year = taken.year - 1
        and of_year.organisation = taken.parent and of_year.level = taken.level) as league_before,
    max(of_year.id) filter (where of_year.kind = 'satisfaction' and of_year.year = taken.year
        and of_year.organisation = taken.province) as satisfaction
from taken
cross join (select * from batch where kind in ('league', 'satisfaction') and is_current) as of_year
group by all
order by taken.place, taken.level
"""


def drawn(store: Store, count: int, *, seed: int = SEED) -> list[Drawn]:
    """That many draws, the same for the same database and seed.

    Raises: ValueError where the database has no score tables; fewer tables are drawn again.
    """
    params = {"seed": str(seed), "first_year": FIRST_YEAR, "count": count}
    found = store.query(_TABLES, params).drop(columns="place").to_dict("records")
    if not found:
        raise ValueError(f"no score tables in {store.shown}")
    random = Random(seed)
    made = []
    for number in range(count):
        row = found[number % len(found)]
        score = random.choice(rows(store.query, "leaves", batch=row["batch"]))
        unit = f"Sở giả lập {4 * random.randrange(5)}"
        below = random.choice(("sở", "xã"))
        made.append(Drawn(**row, code=score["code"], unit=unit, below=below))
    return made


def unknown(name: str) -> list[str]:
    """The parameters of a question that no value is known for."""
    return [one for one in takes(name) if one not in PARAMETERS | OTHERWISE.get(name, {})]


def arguments(name: str, one: Drawn) -> dict[str, object]:
    """What one question is asked with for a draw.

    Raises: KeyError that names question and parameter where no value is known.
    """
    if missing := unknown(name):
        raise KeyError(f"{name} takes ${', $'.join(missing)}: add it to {__name__}.PARAMETERS")
    values = {**PARAMETERS, **OTHERWISE.get(name, {})}
    return {parameter: values[parameter](one) for parameter in takes(name)}


def levels(made: Sequence[Drawn]) -> set[str]:
    """The levels among some draws."""
    return {one.level for one in made}
