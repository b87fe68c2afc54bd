"""What the columns of each kind of table are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """What the columns of one kind of table are: those it may have and those it needs."""

    kind: str
    fields: tuple[str, ...]
    needs: tuple[frozenset[str], ...]  # at least one field of each
    yearly: frozenset[str]  # fields that may stand side by side for several years


FORMS = (
    Form(
        "scores",
        (
            *("code", "title", "max_points", "self_points", "points", "lost_points"),
            *("survey_points", "total_points", "percent_of_max", "solution", "lead"),
            *("coordinating", "deadline", "evidence", "note"),
        ),
        (
            frozenset({"title"}),
            frozenset({"max_points", "lost_points"}),
            frozenset({"points", "lost_points", "self_points", "total_points"}),
            frozenset({"max_points", "points"}),
        ),
        frozenset({"max_points", "self_points", "points", "lost_points", "total_points"}),
    ),
    Form(
        "league",
        ("rank", "organisation", "value", "points", "survey_points", "total_points", "source"),
        (
            frozenset({"organisation"}),
            frozenset({"value", "total_points", "points", "rank"}),
            frozenset({"rank", "value"}),
        ),
        frozenset({"rank", "value"}),
    ),
    Form(
        "satisfaction",
        ("code", "percent", "factor", "title", "target", "source", "note"),
        (frozenset({"factor", "title"}), frozenset({"percent"})),
        frozenset({"percent"}),
    ),
    Form(
        "tasks",
        (
            *("code", "title", "solution", "goal", "product", "lead", "coordinating"),
            *("deadline", "note"),
        ),
        (
            frozenset({"title", "solution"}),
            frozenset({"lead", "deadline"}),
            frozenset({"lead", "product", "coordinating"}),
        ),
        frozenset(),
    ),
)
