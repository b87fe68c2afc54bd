"""Codes that were only counted, made those of the criteria set where the titles tell.

A table that prints no codes is numbered 1, 2, 3 … although it may leave criteria out. Where the
set of its index, level and year is known, each such row looks for its title among the criteria of
the set under the row's own parent; what is printed is never changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Problem
from scoring.ingest.reference import CriteriaSet, Criterion
from scoring.ingest.score_tables.counted import NO_PARENT, Counted, counted
from scoring.ingest.score_tables.scores import Scores
from scoring.ingest.score_tables.titles_alike import Match, matches
from scoring.ingest.score_tables.tree import tree_of
from scoring.text import format as fmt
from scoring.text.codes import depth_of, parent_of

_NAMED = 40  # codes named one by one in a note


@dataclass
class _Reading:
    """The codes as far as they were looked at, and what is to be said of them."""

    codes: list[str]
    problems: list[Problem]


def with_official_codes(scores: Scores, sheet: Sheet, criteria_set: CriteriaSet | None) -> Scores:
    """The same table with the set's codes for rows that print none, and what was changed or is
    doubtful; the very same where nothing was counted or the set says nothing else.
    """
    before = scores.tree.codes
    guessed = any(one.code == "code-missing" for one in scores.problems)
    if not guessed or not criteria_set or len(set(before)) < len(before):
        return scores
    table = counted(scores, sheet, criteria_set)
    reading = _Reading(list(before), [])
    _read_below(table, reading, NO_PARENT, sure=True)
    changed = [at for at, code in enumerate(reading.codes) if code != before[at]]
    if not changed and not reading.problems:
        return scores
    said = [_changed(table, reading, changed)] if changed else []
    problems = (*scores.problems, *said, *reading.problems)
    return replace(_renamed(scores, reading.codes), problems=problems)


def _read_below(table: Counted, reading: _Reading, parent: int, *, sure: bool) -> None:
    """The codes of one parent's children, then of theirs; `sure` if the parent's own is."""
    before = table.scores.tree.codes
    old, new = (before[parent], reading.codes[parent]) if parent >= 0 else ("", "")
    children = table.below.get(parent, [])
    for at in children:
        reading.codes[at] = new + before[at][len(old) :]
    known = _matched(table, reading, children, new) if sure else {}
    for at in children:
        if at in table.below:
            _read_below(table, reading, at, sure=at in known or at not in table.free)


def _matched(
    table: Counted, reading: _Reading, children: Sequence[int], parent: str
) -> Mapping[int, Match]:
    """The children found in the set, which get its codes unless two rows would have one."""
    level = depth_of(parent) + 1 if parent else 1
    free = [at for at in children if at in table.free and depth_of(reading.codes[at]) == level]
    taken = {
        code for at in children if at not in free for code in _with_those_above(reading.codes[at])
    }
    criteria = {one.code: one for one in table.criteria(parent) if one.code not in taken}
    found = matches([table.wanted(at) for at in free], list(criteria.values()))
    sure = {at: one for at, one in found.items() if one.sure}
    codes = {at: sure[at].code if at in sure else reading.codes[at] for at in free}
    clash = len(set(codes.values())) < len(codes)
    moved = any(reading.codes[at] != code for at, code in codes.items())
    for at in free:
        one, own = found.get(at), reading.codes[at]
        if one and one.code != own:
            reading.problems += _doubts(table, at, one, own, clash=clash)
        elif not one and moved and not clash and own in criteria:
            reading.problems.append(_otherwise(table, at, own, criteria[own]))
    if clash:
        return {at: one for at, one in sure.items() if one.code == reading.codes[at]}
    for at, code in codes.items():
        reading.codes[at] = code
    return sure


def _with_those_above(code: str) -> Iterator[str]:
    """A code and all above it: '3.4.1' leaves no room for a 3.4 that is not printed above it."""
    while code:
        yield code
        code = parent_of(code)


def _doubts(table: Counted, at: int, one: Match, own: str, *, clash: bool) -> Iterator[Problem]:
    """A title that is only alike, or whose code cannot be given, with both readings."""
    if one.sure and one.same and not clash:
        return
    code, other = (one.code, own) if one.sure and not clash else (own, one.code)
    alike = "trùng" if one.same else f"giống {fmt.number(one.likeness, 0)} %"
    expected = f"mã {code} hoặc {other}: tên {alike} với {one.code} của bộ tiêu chí"
    found = f"“{table.title(at)}”; đang đọc là {code}"
    yield table.place(at).problem("code-ambiguous", expected, found)


def _otherwise(table: Counted, at: int, own: str, of: Criterion) -> Problem:
    """A counted code that the set gives to another title, beside rows that were counted wrongly."""
    expected = f"mã khác: bộ tiêu chí gọi {own} là “{of.title}”"
    found = f"“{table.title(at)}”; đang đọc là {own}"
    return table.place(at).problem("code-ambiguous", expected, found)


def _changed(table: Counted, reading: _Reading, changed: Sequence[int]) -> Problem:
    """All codes that are now the set's, beside those that were counted."""
    before = table.scores.tree.codes
    more = " …" if len(changed) > _NAMED else ""
    codes = [", ".join(of[at] for at in changed[:_NAMED]) + more for of in (reading.codes, before)]
    expected = f"mã {codes[0]} (theo tên trong bộ tiêu chí {table.criteria_set.id})"
    found = f"ô trống; đếm theo thứ tự dòng là {codes[1]}"
    return table.place(changed[0]).problem("code-missing", expected, found)


def _renamed(scores: Scores, codes: Sequence[str]) -> Scores:
    """The same rows with other codes; what hangs on a code follows it."""
    tree = tree_of(codes)
    names = dict(zip(scores.tree.codes, codes, strict=True))
    frame = scores.frame.assign(code=list(codes), parent=tree.parent_codes())
    scale = scores.scale.assign(code=[names.get(code, code) for code in scores.scale["code"]])
    return replace(scores, full=replace(scores.full, frame=frame), tree=tree, scale=scale)
