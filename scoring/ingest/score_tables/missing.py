"""Codes of rows that print none: told by the codes around them, by look, or by what adds up."""

from collections.abc import Iterator, Sequence

import numpy as np

from scoring.ingest.score_tables.known_rows import Inferred, Known
from scoring.ingest.score_tables.missing_runs import of_run
from scoring.ingest.score_tables.printed import Printed
from scoring.ingest.score_tables.structure import codes_of, depths, fits
from scoring.ingest.score_tables.totals import is_total

__all__ = ["Inferred", "Known", "inferred", "lost_rows"]

BY_RESTART = "số đếm lại từ 1 ở dưới"
_MOST = 300  # rows without a code between coded ones; each costs a look at all codes


def lost_rows(codes: Sequence[str], printed: Printed, levels: frozenset[int]) -> tuple[int, ...]:
    """The criteria that lost their code: rows with points that cannot be totals or a bonus."""
    return tuple(
        at
        for at in np.flatnonzero(printed.scored).tolist()
        if not codes[at] and at not in levels and _may_be_criterion(at, printed)
    )


def _may_be_criterion(at: int, printed: Printed) -> bool:
    title = printed.titles[at]
    return bool(title) and not is_total(title) and not printed.stands_apart(at)


def inferred(known: Known) -> tuple[Inferred, ...] | None:
    """The codes that are missing, as far as something tells them; None where nothing tells how
    the rows of the whole table hang together."""
    coded = [at for at, code in enumerate(known.codes) if code and known.printed.points.given[at]]
    if not coded:
        return _whole(known)
    restarted = _restarted(known)
    if restarted:
        return (restarted,)
    if len(known.lost) > _MOST:
        return ()
    return tuple(one for run in _runs(known) if (one := of_run(known, run)))


def _whole(known: Known) -> tuple[Inferred, ...] | None:
    """The codes of a table that prints none."""
    rows = list(known.lost)
    if not rows:
        return ()
    printed = known.printed
    totals = sorted(at for at in printed.totals.grand if printed.points.given[at])
    found = depths(
        [known.look(at) for at in rows],
        printed.values[rows],
        total=printed.values[totals[-1]] if totals else None,
        tolerance=printed.tolerance,
    )
    return (Inferred(tuple(rows), tuple(codes_of(found[0])), found[1]),) if found else None


def _restarted(known: Known) -> Inferred | None:
    """Headings without a code above numbers that begin anew: they are 1, 2, 3."""
    starts = [at for at, code in enumerate(known.codes) if code == "1"]
    if len(starts) < 2:
        return None
    heads = [head for at in starts if (head := _heading_above(known, at)) is not None]
    if len(heads) < len(starts):
        return None
    rows: list[int] = []
    codes: list[str] = []
    ends = [*heads[1:], len(known.codes)]
    for number, (head, end) in enumerate(zip(heads, ends, strict=True), 1):
        below = [at for at in range(head, end) if known.codes[at]]
        tops = [at for at in below if known.codes[at].isdigit()]
        if (
            fits(known.printed.values[head], known.printed.values[tops], known.printed.tolerance)
            is False
        ):
            return None
        rows += [head, *below]
        codes += [str(number), *(f"{number}.{known.codes[at]}" for at in below)]
    return Inferred(tuple(rows), tuple(codes), BY_RESTART)


def _heading_above(known: Known, at: int) -> int | None:
    """The row just above, if it has a title and no code and repeats no others."""
    titled = (above for above in range(at - 1, -1, -1) if known.printed.titles[above])
    head = next(titled, None)
    if head is None or head in known.levels or known.codes[head]:
        return None
    if known.printed.stands_apart(head):
        return None
    return head


def _runs(known: Known) -> Iterator[tuple[int, ...]]:
    """The rows without a code between two with one."""
    run: list[int] = []
    for at in known.lost:
        if run and any(known.codes[run[-1] : at]):
            yield tuple(run)
            run = []
        run.append(at)
    if run:
        yield tuple(run)
