"""What does the appendix print: its title, its columns, its rows?

Read back, it gives the table that it was made of: codes and texts as they were read, numbers with
all their decimals, and nothing where nothing was known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.reports.issuer import BLANK, Issuer, called, issuer_of
from scoring.reports.screens.words import sources
from scoring.text.format import percent, points, rank

Cell = str | float | None
_HEADING = "KHẮC PHỤC NHỮNG TỒN TẠI, HẠN CHẾ VÀ GIẢI PHÁP NÂNG CAO {index} NĂM {year}"
_IN_TITLE = {"PAR": "Chỉ số CCHC"}
_IN_FULL = {"PAR": "Chỉ số cải cách hành chính"}
_POINTS = ("max_points", "self_points", "points", "lost_points")


@dataclass(frozen=True)
class Column:
    """One column: its field, its header, its part of the paper's width."""

    field: str
    title: str
    width: float


COLUMNS = (
    Column("code", "STT", 15),
    Column("title", "Lĩnh vực/ Tiêu chí/Tiêu chí thành phần", 53),
    Column("max_points", "Điểm chuẩn", 15),
    Column("self_points", "Điểm tự đánh giá", 15),
    Column("points", "Điểm thẩm định", 15),
    Column("lost_points", "Điểm bị mất", 15),
    Column("solution", "Giải pháp", 50),
    Column("lead", "Cơ quan chủ trì thực hiện", 32),
    Column("coordinating", "Cơ quan phối hợp", 30),
    Column("deadline", "Thời gian thực hiện", 26),
    Column("note", "Ghi chú", 13),
)


@dataclass(frozen=True)
class Layout:
    """The appendix before it is written.

    Shape: `titles` the lines over the table, the first two its name; `rows` one value a column:
        numbers, texts, None where nothing is printed; `strong` the places of the domains' rows;
        `sources` where they were read.
    """

    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int]
    sources: tuple[str, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:
        """The places of the columns of points."""
        return frozenset(at for at, one in enumerate(self.columns) if one.field in _POINTS)


def appendix(
    review: Review,
    *,
    issuer: Issuer | None = None,
    year: int | None = None,
    number: str | None = None,
) -> Layout | None:
    """The appendix to a plan of `year`; None without a score table.

    Shape: `number` is the plan's ('6006/KH-UBND'); without one, that which the table was printed
        with, else blank.
    """
    if review.criteria.empty:
        return None
    own = issuer or issuer_of(review)
    rows = records(review.criteria)
    notes = {
        row["code"]: row["note"]
        for row in records(review.board)
        if row["batch"] == review.head.score_batch
    }
    filled = [{**row, "note": notes.get(row["code"])} for row in rows]
    number = _printed_number(review) if number is None else number
    titles = _titles(review, own, year or review.year + 1, number)
    read = sources(review, [review.head.score_batch])
    return replace(laid_out(titles, filled), sources=read)


def laid_out(titles: Sequence[str], rows: Sequence[Mapping[str, Cell]]) -> Layout:
    """Rows with the fields of COLUMNS under their headers; self points only where there are any.

    Shape: `rows` have `parent` as well, '' of a domain.
    """
    judged = any(row["self_points"] is not None for row in rows)
    columns = tuple(one for one in COLUMNS if judged or one.field != "self_points")
    return Layout(
        titles=tuple(titles),
        columns=columns,
        rows=tuple(
            tuple(None if row[one.field] == "" else row[one.field] for one in columns)
            for row in rows
        ),
        strong=frozenset(at for at, row in enumerate(rows) if row["parent"] == ""),
    )


def _titles(review: Review, issuer: Issuer, year: int, number: str) -> tuple[str, ...]:
    name = review.index_name
    heading = _HEADING.format(index=_IN_FULL.get(name, f"Chỉ số {name}").upper(), year=year)
    numbered = number or f"{BLANK}/KH-{issuer.symbol}"
    issued = f"(Kèm theo Kế hoạch số {numbered} ngày {BLANK} tháng {BLANK} năm {BLANK} của"
    return ("PHỤ LỤC", heading, f"{issued} {_short(issuer, review)})", _result(review))


def _short(issuer: Issuer, review: Review) -> str:
    said = issuer.called.replace("Ủy ban nhân dân", "UBND")
    return called(review) if issuer.above else said


def _result(review: Review) -> str:
    """'Kết quả Chỉ số CCHC năm 2020 của tỉnh Lâm Đồng: 83,93/100,00 điểm, xếp thứ 32/63'."""
    card = review.head.index
    name = _IN_TITLE.get(review.index_name, f"Chỉ số {review.index_name}")
    told = f"Kết quả {name} năm {review.year} của {called(review)}"
    if card is None or card.points is None or card.total_max is None:
        return told
    told = f"{told}: {points(card.points)}/{points(card.total_max)} điểm"
    if card.value is not None and card.total_max != 100:
        told = f"{told} ({percent(card.value)})"
    place = card.place
    if place is None or place.rank is None:
        return told
    return f"{told}, xếp thứ {rank(place.rank, place.field_size)}"


def _printed_number(review: Review) -> str:
    batch = review.head.score_batch
    return next((row["plan"] or "" for row in review.batches if row["batch"] == batch), "")
