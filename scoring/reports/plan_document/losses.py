"""The criteria that lost points, each with what its own row or a task of the plan says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring.analysis.questions import Row, records
from scoring.analysis.review.gathered import Review
from scoring.reports.plan_document.items import Item, joined, of_task
from scoring.text.format import points
from scoring.text.titles import sentence_case

_DEPTHS = {1: "Lĩnh vực", 2: "Tiêu chí"}  # below: Tiêu chí thành phần
_RESPONSIBLE = ("lead", "coordinating", "deadline")


def losing(review: Review) -> list[tuple[str, str, Item]]:
    """(code, its domain's heading, the item) of each leaf that lost points, in printed order.

    A leaf whose row prints no plan takes that of the criterion over it.
    """
    rows = {row["code"]: row for row in records(review.criteria)}
    own = {
        row["code"]: row for row in records(review.board) if row["batch"] == review.head.score_batch
    }
    lost = [row for row in rows.values() if row["leaf"] and (row["lost_points"] or 0) > 0]
    return [
        (row["code"], _domain(rows, row), _item(row, _plan(rows, own, row), review.year))
        for row in lost
    ]


def kept(review: Review) -> list[tuple[str, Item]]:
    """(its domain's heading, the item) of each leaf appraised with its whole maximum."""
    rows = {row["code"]: row for row in records(review.criteria)}
    full = [row for row in rows.values() if row["leaf"] and row["lost_points"] == 0]
    return [
        (
            sentence_case(joined(_root(rows, row)["title"])),
            Item(_named(row), goal=_held(row["max_points"])),
        )
        for row in full
    ]


def _held(most: float | None) -> str:
    return "Giữ vững kết quả đã đạt." if most is None else f"Giữ vững {points(most)} điểm."


def with_tasks(item: Item, tasks: Sequence[Row]) -> Item:
    """The item with what the plan's tasks about its criterion say; they go before its own row."""
    told = [of_task(row) for row in tasks]
    if not told:
        return item
    several = {name: _each_once(told, name) for name in ("goal", *_RESPONSIBLE)}
    units = {name: _units(told, name) for name in ("leads", "coordinators")}
    said = dict.fromkeys(duty for one in told for duty in one.duties)
    return replace(
        item,
        goal=several["goal"] or item.goal,
        duties=tuple(said) or item.duties,
        lead=several["lead"],
        coordinating=several["coordinating"],
        deadline=several["deadline"],
        leads=units["leads"],
        coordinators=units["coordinators"],
    )


def _each_once(items: Sequence[Item], name: str) -> str:
    return "; ".join(dict.fromkeys(said for one in items if (said := getattr(one, name))))


def _units(items: Sequence[Item], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for one in items for unit in getattr(one, name)))


def _item(row: Row, plan: Row | None, year: int) -> Item:
    most, lost = row["max_points"], points(row["lost_points"])
    printed = Item("") if plan is None else of_task(plan)
    return replace(
        printed,
        heading=_named(row),
        stands=(
            f"Năm {year}: điểm chuẩn {points(most)}, điểm thẩm định {points(row['points'])},"
            f" bị mất {lost} điểm"
        ),
        goal=f"Phấn đấu lấy lại {lost} điểm bị mất"
        + (f", đạt {points(most)} điểm" if most is not None else ""),
    )


def _plan(rows: Mapping[str, Row], own: Mapping[str, Row], row: Row) -> Row | None:
    """What its row says is to be done, or the nearest row over it that says so."""
    at: Row | None = row
    while at is not None:
        found = own.get(at["code"])
        if found and (found["solution"] or found["lead"]):
            return found
        at = rows.get(at["parent"])
    return None


def _domain(rows: Mapping[str, Row], row: Row) -> str:
    """'Cải cách tài chính công (mất 3,42 điểm)'."""
    root = _root(rows, row)
    return f"{sentence_case(joined(root['title']))} (mất {points(root['lost_points'])} điểm)"


def _root(rows: Mapping[str, Row], row: Row) -> Row:
    while row["parent"] in rows:
        row = rows[row["parent"]]
    return row


def _named(row: Row) -> str:
    word = _DEPTHS.get(row["depth"], "Tiêu chí thành phần")
    return f"{word} {row['code']} “{sentence_case(joined(row['title']))}”"
