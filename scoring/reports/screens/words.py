"""What screens share: how long a label may be, and where numbers were read."""

from collections.abc import Iterable

from scoring.analysis.questions import Row
from scoring.analysis.review.gathered import Review
from scoring.text.format import when
from scoring.text.titles import sentence_case

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
        f"{batch['file_name']}, trang {batch['sheet']}, nạp {when(batch['loaded_at'])},"
        f" lần nạp {batch['batch']}"
    )


def sources(review: Review, batches: Iterable[object]) -> tuple[str, ...]:
    """Where the named batches were read, each once, in their order."""
    wanted = {one for one in batches if isinstance(one, str)}
    return tuple(source(row) for row in review.batches if row["batch"] in wanted)
