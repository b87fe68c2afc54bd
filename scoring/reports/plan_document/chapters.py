"""Which items stand in which chapter: to be mended, raised in SIPAS, kept?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.analysis.questions import Row, records
from scoring.analysis.review.gathered import Review
from scoring.reports.plan_document.items import Group, Item, grouped, joined, of_task
from scoring.reports.plan_document.losses import kept, losing, with_tasks
from scoring.text.titles import sentence_case

_OTHERS = "Nhiệm vụ, giải pháp khác"


@dataclass(frozen=True)
class Chapters:
    """What the plan asks for; a chapter without items is left out.

    Shape: `mend` criteria that lost points and tasks; `criteria_only` where it holds no tasks of
        steering or of another purpose; `raise_` the tasks about factors of SIPAS; `keep` what went
        well.
    """

    mend: tuple[Group, ...]
    criteria_only: bool
    raise_: tuple[Group, ...]
    keep: tuple[Group, ...]


def plan_year(review: Review) -> int:
    """The year after that of the results; of plans alone, their own."""
    results = review.head.index or len(review.satisfaction)
    return review.year + 1 if results else review.year


def chapters(review: Review, year: int) -> Chapters:
    """The items of a plan of this year: losses of the review, tasks of its plans of the year."""
    tasks = [row for row in records(review.board) if row["kind"] == "tasks" and row["year"] == year]
    about: dict[str, list[Row]] = defaultdict(list)
    for row in tasks:
        if _is_about(row, review):
            about[row["stake_code"]].append(row)
    lost = losing(review)
    told = {row["task"] for code, _, _ in lost for row in about[code]}
    rest = [row for row in tasks if row["task"] not in told]
    mend = [row for row in rest if not _of_sipas(row) and row["purpose"] != "keep"]
    keep = [(_section(row), of_task(row)) for row in rest if row["purpose"] == "keep"]
    return Chapters(
        mend=grouped(
            [
                *((domain, with_tasks(item, about[code])) for code, domain, item in lost),
                *_of_tasks(mend, _OTHERS if lost else ""),
            ]
        ),
        criteria_only=all(row["purpose"] == "mend" for row in mend),
        raise_=grouped(("", of_task(row)) for row in rest if _of_sipas(row)),
        keep=grouped(keep or kept(review)),
    )


def _of_tasks(tasks: list[Row], otherwise: str) -> Iterator[tuple[str, Item]]:
    for row in tasks:
        yield _section(row) or otherwise, of_task(row)


def _is_about(row: Row, review: Review) -> bool:
    """Whether a task is linked to a criterion of the reviewed table."""
    found = (row["stake_organisation"], row["stake_index"], row["stake_year"])
    return bool(row["stake_code"]) and found == (
        review.organisation,
        review.index_name,
        review.year,
    )


def _of_sipas(row: Row) -> bool:
    return bool(row["index_name"] == "SIPAS" and row["purpose"] != "keep")


def _section(row: Row) -> str:
    return sentence_case(joined(row["section"]))
