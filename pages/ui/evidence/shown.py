"""What is known of the evidence of one organisation and year, gathered once for the whole page."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from pages.ui import answers
from pages.ui.filters import Scope
from pages.ui.today import today
from scoring.analysis.plans.evidence import Split, counted, losing_leaves, split
from scoring.analysis.questions import Row, records

PAGE = "pages/evidence.py"


@dataclass(frozen=True)
class Shown:
    """The pieces of a year, and the leaves that lost points with them; no leaves without a table.

    Shape: `losses` as the question `losses`, `leaves` as evidence.losing_leaves, `pieces` as
        evidence.counted; `index_name` is that of the score table.
    """

    scope: Scope
    index_name: str
    losses: pd.DataFrame
    leaves: pd.DataFrame
    pieces: pd.DataFrame
    rows: list[Row] = field(repr=False)  # of `pieces`

    @cached_property
    def split(self) -> Split:
        """The loss of the leaves by the state of their evidence."""
        return split(self.losses, self.leaves)

    @cached_property
    def tasks(self) -> pd.DataFrame:
        """The tasks of the organisation's plans; asked only where a page needs them."""
        return answers.board(self.scope.organisation, today())

    def code_title(self, code: str) -> str | None:
        """'6.1 Thực hiện …' of a printed criterion; None where the table has no such code."""
        found = self.losses[self.losses["code"] == code] if len(self.losses) else self.losses
        return None if found.empty else f"{code} {found['short_title'].iat[0]}"


def gather(scope: Scope) -> Shown:
    """The evidence of what was chosen."""
    batch = scope.score_batch
    index_name = (
        "" if batch is None else str(answers.ask("batches", batches=batch)["index_name"].iat[0])
    )
    pieces = pieces_of_year(scope.organisation, index_name, scope.year)
    losses = pd.DataFrame() if batch is None else answers.ask("losses", batch=batch)
    leaves = losses if losses.empty else losing_leaves(losses, pieces)
    return Shown(scope, index_name, losses, leaves, pieces, records(pieces))


def pieces_of_year(organisation: str, index_name: str, year: int) -> pd.DataFrame:
    """The pieces of an organisation's criteria of a year and of its tasks, as evidence.counted."""
    pieces = answers.ask("evidence", organisation=organisation, year=year)
    # What the tasks are about is not asked where no piece belongs to a task.
    of_tasks = pieces["task"].notna().any()
    tasks = answers.board(organisation, today()) if of_tasks else pd.DataFrame()
    return counted(pieces, tasks, organisation=organisation, index_name=index_name, year=year)
