"""Who does what: for each unit, the numbers of what it leads and what it coordinates."""

from collections.abc import Iterable, Iterator

from scoring.reports.plan_document.items import Group, Item

Numbered = tuple[str, Item]
_SHORTEST_RUN = 3


def numbered(chapter: str, groups: Iterable[Group]) -> Iterator[Numbered]:
    """Each item with its number as the plan prints it: 'III.2.1', 'IV.3'."""
    found = tuple(groups)
    for at, group in enumerate(found, start=1):
        before = f"{chapter}." if len(found) == 1 else f"{chapter}.{at}."
        for place, item in enumerate(group.items, start=1):
            yield f"{before}{place}", item


def by_unit(items: Iterable[Numbered]) -> list[tuple[str, str, str]]:
    """(unit, what it leads, what it coordinates): most led first, then by name.

    Shape: numbers in a row are told by their first and last: 'III.1–4, III.7'.
    """
    led: dict[str, list[str]] = {}
    helped: dict[str, list[str]] = {}
    for number, item in items:
        for unit in item.leads:
            led.setdefault(unit, []).append(number)
        for unit in item.coordinators:
            helped.setdefault(unit, []).append(number)
    units = sorted({*led, *helped}, key=lambda unit: (-len(led.get(unit, [])), unit))
    return [(unit, _told(led.get(unit, [])), _told(helped.get(unit, []))) for unit in units]


def _told(numbers: Iterable[str]) -> str:
    runs: list[list[tuple[str, int]]] = []
    for number in numbers:
        before, _, last = number.rpartition(".")
        if runs and runs[-1][-1] == (before, int(last) - 1):
            runs[-1].append((before, int(last)))
        else:
            runs.append([(before, int(last))])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[tuple[str, int]]) -> str:
    if len(run) < _SHORTEST_RUN:
        return ", ".join(f"{before}.{last}" for before, last in run)
    return f"{run[0][0]}.{run[0][1]}–{run[-1][1]}"
