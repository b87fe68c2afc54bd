"""What screens share: how long a label may be, tasks counted, and where numbers were read."""

from collections.abc import Iterable, Sequence

import pandas as pd

from scoring.analysis.messages.tasks import STATES
from scoring.analysis.questions import Row
from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Column, Figure, Table
from scoring.text.format import integer
from scoring.text.moments import shown_moment
from scoring.text.titles import sentence_case
from scoring.text.values import measured

WON_BACK = "+\u00a0"  # before the code of a loss that is added to those before it
SOURCES = "nguon"  # the key of the screen that lists them
_SENT = frozenset(("progress", "actuals"))  # handed out, filled in and sent back
_FEW_SENT = 2  # such files that are named one by one
_LONGEST_LABEL = 60  # characters beside a bar of a slide


def label(code: str, title: str, longest: int = _LONGEST_LABEL) -> str:
    """'9.1 Ứng dụng công nghệ …': a criterion on an axis, cut between words."""
    told = " ".join(sentence_case(title).split())
    if len(told) > longest:
        told = f"{told[:longest].rsplit(' ', 1)[0].rstrip(' ,;.:')} …"
    return f"{code} {told}".strip()


def source(batch: Row) -> str:
    """'lam-dong-par-2020.xlsx, trang Bảng 1, nạp 12/11/2026 08:00, lần nạp 2026…'."""
    return (
        f"{batch['file_name']}, trang {batch['sheet']}, nạp {shown_moment(batch['loaded_at'])},"
        f" lần nạp {batch['batch']}"
    )


def source_table(batches: Iterable[Row]) -> Table:
    """The tables that were read, a row each: file, sheet, publication, when, batch."""
    return Table(
        columns=(
            Column("Tệp", width=3.0),
            Column("Trang", width=2.0),
            Column("Công bố", width=4.0),
            Column("Nạp lúc", width=1.6),
            Column("Lần nạp", width=2.2),
        ),
        rows=tuple(
            (
                row["file_name"],
                row["sheet"],
                row["source"],
                shown_moment(row["loaded_at"]),
                row["batch"],
            )
            for row in batches
        ),
    )


def task_counts(board: pd.DataFrame) -> tuple[Figure, ...]:
    """How many tasks stand in each state that has any, beside how many there are."""
    counted = board["status"].value_counts()
    return tuple(
        Figure(words, measured(counted[state], integer), f"trên {integer(len(board))} nhiệm vụ")
        for state, words in STATES.items()
        if counted.get(state, 0)
    )


def sources(review: Review, batches: Iterable[object]) -> tuple[str, ...]:
    """Where the named batches were read, each once, in their order; many files sent in as one."""
    wanted = {one for one in batches if isinstance(one, str)}
    known = [row for row in review.batches if row["batch"] in wanted]
    sent = [row for row in known if row["kind"] in _SENT]
    if len(sent) <= _FEW_SENT:
        return tuple(map(source, known))
    tables = [row for row in known if row["kind"] not in _SENT]
    return (*map(source, tables), _sent(sent))


def _sent(batches: Sequence[Row]) -> str:
    """'40 tệp tiến độ, kết quả nộp về, nạp từ 01/11/2026 08:00 đến 12/11/2026 09:30'."""
    moments = sorted(row["loaded_at"] for row in batches)
    first, last = (shown_moment(one) for one in (moments[0], moments[-1]))
    return f"{integer(len(batches))} tệp tiến độ, kết quả nộp về, nạp từ {first} đến {last}"
