"""The parts of the plan that hold numbers and items: its tables, and what stands under a number."""

from collections.abc import Collection, Sequence

from docx.document import Document as Doc
from docx.shared import Pt

from scoring.analysis.review.gathered import Review
from scoring.reports.blocks import Table, Value, written
from scoring.reports.issuer import BLANK
from scoring.reports.official import clause, grid, text_width
from scoring.reports.plan_document.items import Item, or_blank
from scoring.reports.screens import losses, satisfaction

_MOST_IN_PARAGRAPHS = 40  # items; more are easier to find in a table
_HEADER = (
    *("TT", "Tiêu chí, nhiệm vụ", "Mục tiêu, yêu cầu", "Nhiệm vụ, giải pháp"),
    *("Chủ trì", "Phối hợp", "Thời gian"),
)
_WIDTHS = (12, 32, 28, 36, 20, 20, 17)
_UNITS = (12, 53, 50, 50)
_NUMBER, _ORDINAL = 21.0, 12  # millimetres


def domains(made: Doc, review: Review) -> None:
    """The domains with their points, the largest loss first, over the whole index."""
    screen, card = losses.where(review), review.head.index
    if screen is None or screen.table is None or card is None:
        return
    share = 1.0 if card.lost else None
    whole: tuple[Value, ...] = ("Toàn bộ chỉ số", card.total_max, card.points, card.lost, share)
    _figures(made, screen.table, [whole])


def factors(made: Doc, review: Review) -> None:
    """The factors of satisfaction beside their targets."""
    screen = satisfaction.satisfaction(review)
    if screen is not None and screen.table is not None:
        _figures(made, screen.table, [], screen.table.strong)


def listed(made: Doc, items: Sequence[Item], before: str) -> None:
    """Items under their numbers: in paragraphs, or in a table where they are many.

    Shape: `before` is what their numbers begin with: '2.'.
    """
    if len(items) > _MOST_IN_PARAGRAPHS:
        grid(
            made,
            _HEADER,
            [_row(item, f"{before}{at}") for at, item in enumerate(items, start=1)],
            _WIDTHS,
            size=Pt(11),
        )
        _gap(made)
        return
    for at, item in enumerate(items, start=1):
        _item(made, item, f"{before}{at}.")


def unit_duties(made: Doc, units: Sequence[tuple[str, str, str]]) -> None:
    """What each unit leads and coordinates, by the numbers of the plan."""
    rows = [(str(at), *unit) for at, unit in enumerate(units, start=1)]
    grid(made, ("TT", "Cơ quan, đơn vị", "Chủ trì", "Phối hợp"), rows, _UNITS)
    _gap(made)


def _item(made: Doc, item: Item, number: str) -> None:
    if not (item.duties or item.lead or item.deadline or item.stands):
        clause(made, f"{number} {item.heading}{f': {item.goal}' if item.goal else ''}")
        return
    clause(made, f"{number} {item.heading}", bold=True)
    if item.stands:
        clause(made, f"{item.stands}.", italic=True, keep=True)
    clause(made, _sentence(item.goal), label="a) Mục tiêu, yêu cầu: ")
    first, *more = item.duties or (BLANK,)
    clause(
        made, "" if more else _sentence(first), label="b) Nhiệm vụ, giải pháp: ", keep=bool(more)
    )
    for duty in (first, *more) if more else ():
        clause(made, f"- {_sentence(duty)}")
    clause(made, "", label="c) Phân công trách nhiệm:", keep=True)
    clause(made, f"- Chủ trì: {_sentence(item.lead)}")
    clause(made, f"- Phối hợp: {_sentence(item.coordinating)}")
    clause(made, _sentence(item.deadline), label="d) Thời gian thực hiện: ")


def _row(item: Item, number: str) -> tuple[str, ...]:
    heading = f"{item.heading}\n{item.stands}" if item.stands else item.heading
    several = len(item.duties) > 1
    duties = "\n".join(f"- {duty}" if several else duty for duty in item.duties)
    cells = (item.goal, duties, item.lead, item.coordinating, item.deadline)
    return (number, heading, *(or_blank(cell) for cell in cells))


def _figures(
    made: Doc, table: Table, totals: Sequence[tuple[Value, ...]], strong: Collection[int] = ()
) -> None:
    """A table of a screen as it is shown there, its rows numbered, with rows of totals below.

    A column of numbers that are all missing is left out.
    """
    said = (*table.rows, *totals)
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.kind == "text" or any(row[at] is not None for row in said)
    ]
    columns = [table.columns[at] for at in kept]
    texts = [tuple(written(row[at], table.columns[at].kind) for at in kept) for row in said]
    numbers = [at for at, column in enumerate(columns, start=1) if column.kind != "text"]
    room = text_width(made) - _ORDINAL - _NUMBER * len(numbers)
    parts = sum(column.width for column in columns if column.kind == "text")
    widths = [_NUMBER if one.kind != "text" else one.width * room / parts for one in columns]
    count = len(table.rows)
    grid(
        made,
        ("TT", *(column.title for column in columns)),
        [(str(at) if at <= count else "", *row) for at, row in enumerate(texts, start=1)],
        (_ORDINAL, *widths),
        numbers=numbers,
        strong={*strong, *range(count, len(texts))},
    )
    _gap(made)


def _sentence(text: str) -> str:
    """The text with a full stop, or room to write it."""
    return f"{text.rstrip(' .;')}." if text else BLANK


def _gap(made: Doc) -> None:
    made.add_paragraph().paragraph_format.space_after = Pt(0)
