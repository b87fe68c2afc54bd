"""How does each dropped table stand: can it be written, and if not, what is to be done?"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pages.ui import answers, problems
from pages.ui.importing import saying
from pages.ui.importing.dropped import Found
from scoring import intake
from scoring.ingest.problems import Problem
from scoring.ingest.table import HANDED_OUT

Key = tuple[object, ...]

READY, OTHER = "ready", "other"
STATES: Mapping[str, str] = {
    "unread": "✗ Không đọc được",
    "wrong": "✗ Có lỗi",
    "asks": "? Cần chọn",
    "twice": "≠ Khác bảng cùng loại vừa thả",
    "same": "= Giống bảng khác vừa thả",
    OTHER: "△ Đang có số liệu khác",
    READY: "✓ Sẵn sàng ghi",
    "loaded": "● Đã nạp rồi",
    "current": "● Giống số liệu hiện hành",
    "criteria": "▤ Bộ tiêu chí, ghi riêng",
}
ATTENTION = ("unread", "wrong", "asks", "twice", OTHER, "criteria")


@dataclass(frozen=True)
class Standing:
    """What can be done with one table now."""

    state: str  # of STATES
    words: str
    to_do: tuple[str, ...] = ()  # what keeps it from being written
    problems: tuple[Problem, ...] = ()  # its own, and those beside the data that are there
    twins: tuple[str, ...] = ()  # places of the tables with the same key
    batch: str | None = None  # whose place it would take


def of(found: Sequence[Found]) -> dict[str, Standing]:
    """The standing of every table; of those of one organisation, index and year, one is ready.

    Where they say different things, none is: somebody has to choose.
    """
    current = _current(found)
    groups: dict[Key, list[Found]] = {}
    for one in found:
        groups.setdefault(_of_what(one), []).append(one)
    standings = {
        one.key: told
        for group in groups.values()
        for one, told in zip(group, _of_group(group, current), strict=True)
    }
    return {one.key: standings[one.key] for one in found} | _told_twice(found, standings)


def _told_twice(found: Sequence[Found], standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """The standings of files handed out of which an earlier one tells something else."""
    ready = [one for one in found if one.table.kind in HANDED_OUT and one.table.loadable]
    more = zip(ready, intake.clashes([one.table for one in ready]), strict=True)
    return {
        one.key: replace(of, problems=(*of.problems, *clashing))
        for one, clashing in more
        if clashing
        for of in (standings[one.key],)
    }


def place(found: Found) -> str:
    """Where a table stands, in words: 'tinh-par.xlsx › 2019'."""
    return " › ".join(part for part in (found.table.file, found.table.sheet) if part)


def obstacles(found: Found) -> tuple[str, ...]:
    """What keeps a table from being written, each as something to do."""
    table = found.table
    wrong = problems.count(table.problems, "error")
    asked = [
        (table.kind is None, "chọn loại bảng"),
        (not _as_chosen(found), "chọn lại loại bảng: không đọc được bảng này theo loại đã chọn"),
        (table.index is None, "chọn chỉ số"),
        (found.other_name == "", "nhập tên cơ quan"),
        (table.organisation is None, "chọn cơ quan, địa phương"),
        (table.year is None, "chọn năm đánh giá"),
        (wrong > 0, f"sửa {wrong} lỗi, ngay tại đây hoặc trong tệp rồi thả lại"),
    ]
    told = tuple(to_do for present, to_do in asked if present)
    return told or (() if table.loadable else ("sửa các vấn đề nêu trên",))


def count(standings: Iterable[Standing], *states: str) -> int:
    """How many are of these states."""
    return sum(one.state in states for one in standings)


def _of_group(group: Sequence[Found], current: Container[object]) -> list[Standing]:
    """The standings of tables of one thing: the first is as if alone where all say the same."""
    alone = [_standing(one, current) for one in group]
    if len(group) == 1:
        return alone
    first = group[0]
    differ = any(
        answers.clash((first.key, one.key), (first.table, one.table), (first.said, one.said))
        for one in group[1:]
    )
    places = [place(one) for one in group]
    return [
        told
        if number == 0 and not differ
        else _twin(told, "twice" if differ else "same", (*places[:number], *places[number + 1 :]))
        for number, told in enumerate(alone)
    ]


def _current(found: Sequence[Found]) -> frozenset[str]:
    """Of the batches that these tables were written as, those that count."""
    written = sorted({batch for one in found if (batch := saying.written(one.key, one.said))})
    if not written:
        return frozenset()
    states = answers.ask("batch_states", batches=",".join(written))
    return frozenset(states.loc[states["is_current"].astype(bool), "batch"])


def _twin(told: Standing, state: str, twins: tuple[str, ...]) -> Standing:
    return replace(told, state=state, words=STATES[state], twins=twins)


def _standing(found: Found, current: Container[object]) -> Standing:
    table = found.table
    if not found.readable:
        return Standing("unread", STATES["unread"], problems=table.problems)
    if table.kind == "criteria":
        return Standing("criteria", STATES["criteria"], problems=table.problems)
    to_do = obstacles(found)
    if to_do:
        state = "wrong" if problems.count(table.problems, "error") else "asks"
        return Standing(state, _asked(state, found, to_do), to_do, table.problems)
    batch = saying.written(found.key, found.said)
    if batch in current:  # it need not be compared with itself
        return Standing("loaded", STATES["loaded"], (), table.problems, batch=batch)
    batch, beside = answers.against(found.key, table, found.content, found.said)
    if wrong := problems.count(beside, "error"):
        to_do = (f"sửa {wrong} lỗi so với số liệu đã nạp",)
        words = f"✗ Có {wrong} lỗi"
        return Standing("wrong", words, to_do, (*table.problems, *beside))
    state = _beside(batch, {one.code for one in beside})
    return Standing(state, STATES[state], (), (*table.problems, *beside), batch=batch)


def _beside(batch: str | None, codes: set[str]) -> str:
    """Whether other values are current, or the very same, or none."""
    if "other-values-loaded" in codes:
        return OTHER
    if "already-loaded" in codes:
        return "loaded"
    return READY if batch is None else "current"


def _asked(state: str, found: Found, to_do: tuple[str, ...]) -> str:
    """The state with its detail: how many errors, what is to be chosen."""
    if state == "wrong":
        return f"✗ Có {problems.count(found.table.problems, 'error')} lỗi"
    asked = [one.removeprefix("chọn ") for one in to_do]
    return f"{STATES['asks']} {', '.join(asked)}"


def _as_chosen(found: Found) -> bool:
    return found.said.kind is None or found.said.kind == found.table.kind


def _of_what(found: Found) -> Key:
    """What a table is of; what cannot be written yet is of itself only, as are files handed out."""
    table = found.table
    if not table.loadable or table.organisation is None or table.kind in HANDED_OUT:
        return (found.key,)  # none of them takes the place of another
    plan = table.plan if table.kind in ("tasks", "targets") else ""
    return (table.kind, table.index, table.organisation.id, table.level, table.year, plan)
