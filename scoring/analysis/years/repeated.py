"""Which criteria lost points in each of several years, as the matches follow them?"""

from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.analysis.losses import NOISE
from scoring.analysis.years.matches import Match
from scoring.analysis.years.tables import YearTable

_Node = tuple[int, str]  # which year, and the code there


def repeated_losses(
    tables: Sequence[YearTable], matches: Sequence[Sequence[Match]]
) -> pd.DataFrame:
    """What lost points in every one of these years, the largest loss together first.

    A criterion that was split or merged on the way is followed with all its parts. One that a
    table leaves out is not among them: it lost nothing there.

    Shape: `tables` by year, `matches` between each two of them. Gives code (the latest codes,
        joined by ', '), title, lost_0, lost_1 … (points, by year), lost (together).
    """
    rows = [
        _row(group, tables)
        for group in _groups(tables, matches)
        if all(_lost(group, number, table) > NOISE for number, table in enumerate(tables))
    ]
    columns = ["code", "title", *(f"lost_{number}" for number in range(len(tables))), "lost"]
    made = pd.DataFrame(rows, columns=columns)
    return made.sort_values("lost", ascending=False, kind="stable", ignore_index=True)


def _groups(
    tables: Sequence[YearTable], matches: Sequence[Sequence[Match]]
) -> Iterator[list[_Node]]:
    """Criteria of all years that the matches join, in the order of the first table."""
    joined: dict[_Node, set[_Node]] = {
        (number, part.code): set() for number, table in enumerate(tables) for part in table.parts
    }
    for number, between in enumerate(matches):
        for match in between:
            nodes = [(number, code) for code in match.old]
            nodes += [(number + 1, code) for code in match.new]
            for node in nodes:
                joined[node].update(nodes)
    seen: set[_Node] = set()
    for start in joined:
        if start not in seen:
            group, waiting = [], [start]
            seen.add(start)
            while waiting:
                node = waiting.pop()
                group.append(node)
                waiting += sorted(joined[node] - seen)
                seen |= joined[node]
            yield group


def _lost(group: Sequence[_Node], number: int, table: YearTable) -> float:
    return sum(table.by_code[code].lost for year, code in group if year == number)


def _row(group: Sequence[_Node], tables: Sequence[YearTable]) -> dict[str, object]:
    last = len(tables) - 1
    sizes = [sum(year == number for year, _ in group) for number in range(len(tables))]
    # Called what it was called when it was one, as late as can be.
    named = max(range(len(tables)), key=lambda number: (sizes[number] == 1, number))
    order = {part.code: place for place, part in enumerate(tables[last].parts)}
    codes = sorted((code for year, code in group if year == last), key=order.__getitem__)
    lost = [round(_lost(group, number, table), 10) for number, table in enumerate(tables)]
    return {
        "code": ", ".join(codes),
        "title": "; ".join(tables[named].names[code] for year, code in group if year == named),
        **{f"lost_{number}": value for number, value in enumerate(lost)},
        "lost": round(sum(lost), 10),
    }
