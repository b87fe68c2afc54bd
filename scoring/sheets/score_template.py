"""The template of a score table: points to fill in, sums and losses that compute themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import cell_name
from scoring.ingest.reference import CriteriaSet
from scoring.sheets.score_lines import Filled, ScoreLine, points_of, score_lines, tops
from scoring.sheets.template_book import FIRST_ROW, Column, Head, Page, template
from scoring.text import format as fmt

COLUMNS = (
    Column("STT", 8),
    Column("Tiêu chí", 40),
    Column("Điểm chuẩn", 9),
    Column("Điểm tự đánh giá", 10),
    Column("Điểm thẩm định", 10),
    Column("Điểm bị mất", 9),
    Column("Giải pháp", 26),
    Column("Cơ quan chủ trì", 19),
    Column("Cơ quan phối hợp", 19),
    Column("Thời gian thực hiện", 14),
    Column("Ghi chú", 15),
)
_CODE, _TITLE, _MAX, _SELF, _POINTS, _LOST, _SOLUTION, _LEAD, _COORDINATING, _DEADLINE, _NOTE = (
    range(len(COLUMNS))
)
_FIELDS = {_SELF: "self_points", _POINTS: "points"}


@dataclass(frozen=True)
class _Table:
    """The rows, and the units to choose from."""

    lines: Sequence[ScoreLine]
    units: Sequence[str]

    @property
    def last(self) -> int:
        """The sheet's last row of criteria, from 0."""
        return FIRST_ROW + len(self.lines) - 1


def score_sheet(head: Head, criteria_set: CriteriaSet, filled: Mapping[str, Filled]) -> bytes:
    """The template of one criteria set."""
    table = _Table(score_lines(criteria_set, filled), head.units)

    def write(page: Page) -> int:
        for at in range(len(table.lines)):
            _write_line(page, table, at)
        _write_total(page, table)
        _highlight(page, table)
        return table.last + 2

    return template(head, COLUMNS, write)


def _write_line(page: Page, table: _Table, at: int) -> None:
    line, row = table.lines[at], FIRST_ROW + at
    heading = "heading " if line.children else ""
    page.text(row, _CODE, line.code, "fill text" if line.spare else heading.strip() or "text")
    page.text(row, _TITLE, line.title, "fill text" if line.spare else heading.strip() or "text")
    known = line.max_points is not None
    page.number(row, _MAX, line.most, f"{heading}points" if known else "fill points")
    if not known:
        page.allow(row, _MAX, **_max_rule(line))
    if line.spare and line.above:
        page.allow(row, _CODE, **_code_rule(table, line, row))
    for column in _FIELDS:
        _write_points(page, table, at, column)
    _write_lost(page, table, at)
    for column in (_SOLUTION, _LEAD, _COORDINATING, _DEADLINE, _NOTE):
        page.text(row, column, "", "fill text")
    page.plan(row, table.units, who=(_LEAD, _COORDINATING), when=_DEADLINE)
    page.height(row, ["", line.title], COLUMNS)


def _write_points(page: Page, table: _Table, at: int, column: int) -> None:
    """Points to fill in; of a parent, its maximum less what its children lost."""
    line, row = table.lines[at], FIRST_ROW + at
    value = points_of(table.lines, at, _FIELDS[column])
    if not line.children:
        page.number(row, column, value, "fill points")
        page.allow(row, column, **_points_rule(line, row))
        return
    rows = [FIRST_ROW + one for one in line.children]
    below, most = _cells(rows, column), _cells(rows, _MAX)
    own = cell_name(row, _MAX)
    blank = f'OR({own}="",COUNT({below})=0,COUNT({below})<>COUNT({most}))'
    formula = f'=IF({blank},"",ROUND({own}-(SUM({most})-SUM({below})),6))'
    page.formula(row, column, formula, value, "computed")


def _write_lost(page: Page, table: _Table, at: int) -> None:
    row = FIRST_ROW + at
    most, points = cell_name(row, _MAX), cell_name(row, _POINTS)
    formula = f'=IF(OR({most}="",{points}=""),"",ROUND({most}-{points},6))'
    page.formula(row, _LOST, formula, _lost(table, at), "computed")


def _lost(table: _Table, at: int) -> float | None:
    most, points = table.lines[at].most, points_of(table.lines, at, "points")
    return None if most is None or points is None else round(most - points, 6)


def _write_total(page: Page, table: _Table) -> None:
    """A total over the top rows; it stays blank until all of them are known."""
    row = table.last + 1
    page.text(row, _CODE, "", "heading")
    page.text(row, _TITLE, "Tổng cộng", "heading")
    top = tops(table.lines)
    if not any(table.lines[at].code for at in top):
        top = ()  # which of the rows are on top is not known before they are written
    most = [table.lines[at].most for at in top]
    for column, values in {
        _MAX: most,
        _SELF: [points_of(table.lines, at, "self_points") for at in top],
        _POINTS: [points_of(table.lines, at, "points") for at in top],
        _LOST: [_lost(table, at) for at in top],
    }.items():
        if top:
            cells = _cells([FIRST_ROW + at for at in top], column)
            formula = f'=IF(COUNT({cells})<{len(top)},"",ROUND(SUM({cells}),6))'
            page.formula(row, column, formula, _sum(values), "computed")
        else:
            page.number(row, column, None, "fill points")
    for column in range(_SOLUTION, len(COLUMNS)):
        page.text(row, column, "", "text")


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known), 6) if len(known) == len(values) else None


def _cells(rows: Sequence[int], column: int) -> str:
    return ",".join(cell_name(row, column) for row in rows)


def _highlight(page: Page, table: _Table) -> None:
    """Points that were typed and look wrong: a penalty is allowed, but seen."""
    first, last = FIRST_ROW, table.last
    most = f"${cell_name(first, _MAX)}"
    for column in _FIELDS:
        cell = cell_name(first, column)
        wrong = f"AND(ISNUMBER({cell}),OR({cell}<0,AND(ISNUMBER({most}),{cell}>{most})))"
        rule = {"type": "formula", "criteria": f"={wrong}", "format": page.warning}
        page.sheet.conditional_format(first, column, last, column, rule)


def _points_rule(line: ScoreLine, row: int) -> dict[str, object]:
    most = cell_name(row, _MAX)
    upto = fmt.points(line.most) if line.most is not None else "điểm chuẩn của dòng"
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": f"=-${most}",
        "maximum": f"=${most}",
        "error_title": "Điểm không hợp lệ",
        "error_message": f"Nhập một số từ 0 đến {upto}; số âm chỉ khi bị trừ điểm.",
    }


def _max_rule(line: ScoreLine) -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 1000,
        "input_title": "Điểm chuẩn",
        "input_message": "Bộ tiêu chí chưa có điểm chuẩn của dòng này: nhập trước khi nhập điểm.",
        "error_title": "Điểm chuẩn không hợp lệ",
        "error_message": "Nhập một số từ 0 trở lên.",
    }


def _code_rule(table: _Table, line: ScoreLine, row: int) -> dict[str, object]:
    """A code of its own, under the criterion that the row belongs to."""
    cell = cell_name(row, _CODE)
    begins = f'LEFT({cell},{len(line.above) + 1})="{line.above}."'
    codes = f"$A${FIRST_ROW + 1}:$A${table.last + 1}"
    return {
        "validate": "custom",
        "value": f"=AND({begins},SUMPRODUCT(--({codes}={cell}))=1)",
        "input_title": f"Thêm dưới {line.above}",
        "input_message": f"Tiêu chí của {line.above} chưa có trong bộ tiêu chí: "
        f"nhập STT (ví dụ {line.above}.1), tên, điểm chuẩn. Không có thì để trống.",
        "error_title": "STT không hợp lệ",
        "error_message": f"STT của dòng này bắt đầu bằng “{line.above}.” và chưa có dòng nào dùng.",
    }
