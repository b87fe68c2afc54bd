"""One thing that the plan asks for: what, to which goal, how, who, by when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring.analysis.questions import Row
from scoring.reports.issuer import BLANK

_BULLET = re.compile(r"(?:^|\s)[-–+•]\s+")
_NAMED = re.compile(r"(?i)^(?:tiêu chí|lĩnh vực|yếu tố|tctp)\b")
# What the titles of such tasks name: a criterion to be mended, kept, or a factor to be raised.
_OF_CRITERIA = ("mend", "keep")


@dataclass(frozen=True)
class Item:
    """What the plan asks for under one number.

    Shape: `heading` names it; `stands` where it stands now, '' where that is not known; `goal`,
        `lead`, `coordinating`, `deadline` as printed, '' where blank; `duties` one line each;
        `leads` and `coordinators` are the units by the names that are known.
    """

    heading: str
    stands: str = ""
    goal: str = ""
    duties: tuple[str, ...] = ()
    lead: str = ""
    coordinating: str = ""
    deadline: str = ""
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Items under one heading, '' where the chapter has but one group."""

    title: str
    items: tuple[Item, ...]


def of_task(row: Row) -> Item:
    """An item made of a task of the board, as its plan or its criterion's row says it."""
    product = joined(row["product"])
    return Item(
        heading=_heading(row),
        goal=joined(row["goal"]),
        duties=(*_lines(row["solution"] or ""), *([f"Sản phẩm: {product}"] if product else [])),
        lead=joined(row["lead"]),
        coordinating=joined(row["coordinating"]),
        deadline=joined(row["due_said"] or row["deadline"]),
        leads=tuple(row["leads"]),
        coordinators=tuple(row["coordinators"]),
    )


def joined(text: str | None) -> str:
    """The lines of a cell as one: '- Văn phòng Sở\\n- Các phòng' → 'Văn phòng Sở; Các phòng'."""
    return "; ".join(part.rstrip(" ;.") for part in _lines(text or "")).strip()


def or_blank(text: str) -> str:
    """The text, or room to write it."""
    return text or BLANK


def grouped(pairs: Iterable[tuple[str, Item]]) -> tuple[Group, ...]:
    """Items by the headings they come with, both in their order; one heading alone is not told."""
    found: dict[str, list[Item]] = {}
    for title, item in pairs:
        found.setdefault(title, []).append(item)
    alone = len(found) == 1
    return tuple(Group("" if alone else title, tuple(one)) for title, one in found.items())


def _heading(row: Row) -> str:
    title = joined(row["title"])
    if row["purpose"] not in _OF_CRITERIA or _NAMED.match(title):
        return title
    word = "Yếu tố" if row["index_name"] == "SIPAS" else "Tiêu chí"
    return f"{word} “{title}”"


def _lines(text: str) -> Sequence[str]:
    """The lines of a text; of one that is a list in a row, its points."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [part for line in lines for part in _points(line)]


def _points(line: str) -> list[str]:
    if not _BULLET.match(line):
        return [line]
    found: list[str] = []
    for part in _BULLET.split(line):
        # 'giai đoạn 2021 - 2025' is no new point.
        if found and part and not part[0].isupper():
            found[-1] = f"{found[-1]} - {part}"
        elif part.strip():
            found.append(part.strip())
    return found
