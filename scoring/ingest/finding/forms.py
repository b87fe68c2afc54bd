"""What the columns of each kind of table are."""

from collections.abc import Collection
from dataclasses import dataclass

NAMES_A_ROW = ("title", "organisation", "factor", "indicator")


@dataclass(frozen=True)
class Form:
    """What the columns of one kind of table are: those it may have and those it needs."""

    kind: str
    fields: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]  # at least one field of each, the usual one first
    yearly: frozenset[str]  # fields that may stand side by side for several years
    telling: frozenset[str]  # fields that few other tables have
    never: frozenset[str] = frozenset()  # columns that make it a table of another kind
    opens: str | None = None  # left of this column stand only codes and sections
    years_together: bool = False  # several years side by side are one table, not one each

    def missing(self, fields: Collection[str]) -> tuple[str, ...]:
        """The fields that it needs besides these, the usual one of each choice."""
        lacking = (need[0] for need in self.needs if not set(need) & set(fields))
        return tuple(dict.fromkeys(lacking))

    def holds(self, fields: Collection[str]) -> bool:
        """Whether a table of this kind may have all of these columns."""
        return set(fields) <= set(self.fields) and self.allows(fields)

    def allows(self, fields: Collection[str]) -> bool:
        """Whether a table with these columns can be of this kind."""
        return not self.never & set(fields)


_RESULTS = frozenset(
    {"self_points", "points", "lost_points", "survey_points", "total_points", "percent_of_max"}
)

FORMS = (
    Form(
        "scores",
        (
            *("code", "title", "max_points", "self_points", "points", "lost_points"),
            *("survey_points", "total_points", "percent_of_max", "solution", "lead"),
            *("coordinating", "deadline", "evidence", "note"),
        ),
        (
            ("title",),
            ("max_points", "lost_points"),
            ("points", "lost_points", "self_points", "total_points"),
            ("max_points", "points"),
        ),
        _RESULTS | {"max_points"},
        _RESULTS | {"max_points"},
    ),
    Form(
        "league",
        ("rank", "organisation", "value", "points", "survey_points", "total_points", "source"),
        (
            ("organisation",),
            ("value", "total_points", "points", "rank"),
            ("rank", "value"),
        ),
        frozenset({"rank", "value", "points", "survey_points", "total_points"}),
        frozenset({"rank", "value", "points", "total_points"}),
    ),
    Form(
        "satisfaction",
        ("code", "percent", "factor", "title", "target", "source", "note"),
        (("factor", "title"), ("percent",)),
        frozenset({"percent"}),
        frozenset({"percent", "factor"}),
    ),
    Form(
        "tasks",
        (
            *("code", "title", "solution", "goal", "product", "lead", "coordinating"),
            *("deadline", "note"),
        ),
        (
            ("title", "solution"),
            ("lead", "deadline"),
            ("lead", "product", "coordinating"),
        ),
        frozenset(),
        frozenset({"lead", "coordinating"}),
    ),
    Form(
        "criteria",
        ("code", "title", "max_points", "note", "evidence"),
        (("title",), ("max_points",)),
        frozenset(),
        frozenset({"max_points"}),
        never=_RESULTS,
    ),
    Form(
        "targets",
        (
            *("code", "section", "indicator", "aim", "measure", "base", "due", "deadline"),
            *("lead", "coordinating", "note"),
        ),
        (("indicator",), ("aim", "due", "deadline", "measure", "lead")),
        frozenset({"aim"}),
        frozenset({"indicator"}),
        never=_RESULTS - {"points", "percent_of_max"} | {"max_points", "product", "solution"},
        opens="indicator",
        years_together=True,
    ),
)
