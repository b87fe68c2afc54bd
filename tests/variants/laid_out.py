"""One table laid out as somebody might: its columns, its header, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from random import Random
from typing import Any

from tests.variants import cells
from tests.variants.clean import NUMBERS, Clean, Key
from tests.variants.names import header_names, spelled

Grid = list[list[Any]]
Range = tuple[int, int, int, int]  # top, left, bottom, right
EXTRA = ("Ghi chú", "Tài liệu kiểm chứng", "Màu sắc", "")
MERGED_TEXTS = ("lead", "coordinating", "deadline")
GROUPS = ("Kết quả đánh giá", "Điểm đánh giá", "Số liệu", "Kết quả năm {year}")


@dataclass
class Drawn:
    """A table on its own grid, with what reading it should say besides its rows."""

    rows: Grid
    merged: list[Range] = field(default_factory=list)
    choices: dict[str, Any] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)  # codes of notes that its forms ask for
    head: int = 0  # rows of its header
    whole: bool = True  # no page break

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows))


def drawn(clean: Clean, random: Random) -> Drawn:
    """A table in one of many layouts."""
    table = Drawn([])
    columns = _columns(clean, random, table)
    header = _header(clean, columns, random, table)
    body = _body(clean, columns, random, table)
    breaks = random.random() < 0.2 and len(body) > 2
    table.head, table.whole = len(header), not breaks
    at = random.randrange(1, len(body)) if breaks else 0
    table.choices["page break"] = at
    table.rows = [*header, *body[:at], *(header if breaks else []), *body[at:]]
    if breaks:
        height = len(header)
        table.merged += [
            (top + height + at, left, bottom + height + at, right)
            for top, left, bottom, right in table.merged
        ]
    elif random.random() < 0.5:
        _merge_texts(columns, len(header), table)
    return table


def halved(table: Drawn, gap: int) -> Drawn:
    """A table whose second half stands to the right of the first, under the same header."""
    body = table.rows[table.head :]
    half = (len(body) + 1) // 2
    right = body[half:] + [[""] * table.width] * (2 * half - len(body))
    between = [""] * gap
    rows = [[*row, *between, *row] for row in table.rows[: table.head]]
    rows += [[*row, *between, *other] for row, other in zip(body[:half], right, strict=True)]
    shift = table.width + gap
    merged = [(t, le + shift, b, r + shift) for t, le, b, r in table.merged if b < table.head]
    table.choices["halves"] = gap
    return replace(table, rows=rows, merged=[*table.merged, *merged])


def _columns(clean: Clean, random: Random, table: Drawn) -> list[Key | str]:
    """The columns in some order, numbers together, with others between."""
    texts: list[Key | str] = [key for key in clean.columns if key[0] not in NUMBERS]
    numbers: list[Key | str] = [key for key in clean.columns if key[0] in NUMBERS]
    if random.random() < 0.5:
        random.shuffle(texts)
        if clean.years == (None,):
            random.shuffle(numbers)
    at = next((at for at, key in enumerate(clean.columns) if key[0] in NUMBERS), 0)
    columns = [*texts[:at], *numbers, *texts[at:]]
    inside = range(min(at, len(texts)) + 1, min(at, len(texts)) + len(numbers))
    for name in random.sample(EXTRA, random.choice((0, 0, 1, 2))):
        places = [place for place in range(len(columns) + 1) if place not in inside]
        columns.insert(random.choice(places[-2:]) if name else random.choice(places[1:]), name)
    table.choices["columns"] = columns
    return columns


def _header(clean: Clean, columns: list[Key | str], random: Random, table: Drawn) -> Grid:
    """One to three rows of names, groups merged or not; perhaps a row of column numbers."""
    names = header_names(clean.kind, clean.fields, random)
    height = random.choice((1, 1, 2, 3))
    merge = random.random() < 0.6
    table.choices |= {"header": height, "merged": merge, "names": names}
    lowest = [_label(key, names, random, inline=True) for key in columns]
    rows: Grid = [[""] * len(columns) for _ in range(height - 1)] + [lowest]
    if height > 1:
        groups = _groups(clean, columns, random)
        for left, right, text in groups:
            _group(rows, left, right, text)
            if merge and right > left:
                table.merged += [(line, left, line, right) for line in range(height - 1)]
        for key in [key for key in columns if not isinstance(key, str) and key[1]]:
            lowest[columns.index(key)] = _label(key, names, random, inline=False)
        alone = set(range(len(columns))).difference(*(range(le, r + 1) for le, r, _ in groups))
        for at in alone:
            rows[0][at], rows[-1][at] = rows[-1][at], ""
            table.merged += [(0, at, height - 1, at)] if merge and rows[0][at] else []
    if random.random() < 0.4:
        rows.append([f"({place})" for place in range(1, len(columns) + 1)])
    return rows


def _group(rows: Grid, left: int, right: int, text: str) -> None:
    rows[-2][left] = text
    if len(rows) == 3:
        rows[0][left] = "TỔNG HỢP"


def _label(key: Key | str, names: dict[str, str], random: Random, *, inline: bool) -> str:
    if isinstance(key, str):
        return key
    name, year = names[key[0]], key[1]
    if key[0] == "target" and random.random() < 0.5:
        name = f"{name} năm 2023"
    if year is not None and inline:
        return f"{name} năm {year}"
    return name if year is not None else spelled(name, random)


def _groups(
    clean: Clean, columns: Sequence[Key | str], random: Random
) -> list[tuple[int, int, str]]:
    """The numbers under one text, or one a year."""
    marks = [
        key[1] or 0 if not isinstance(key, str) and key[0] in NUMBERS else None for key in columns
    ]
    groups = []
    at = 0
    for mark, run in groupby(marks):
        size = len(list(run))
        if mark is not None and (size > 1 or mark):
            text = f"Năm {mark}" if mark else random.choice(GROUPS).format(year=clean.year)
            groups.append((at, at + size - 1, text))
        at += size
    return groups


def _body(clean: Clean, columns: Sequence[Key | str], random: Random, table: Drawn) -> Grid:
    values: list[list[Any]] = [_cells(clean, key, random, table) for key in columns]
    body = [list(row) for row in zip(*values, strict=True)]
    where = random.choice(("above", "below", "none")) if clean.total else "none"
    table.choices["total"] = where
    if where != "none":
        total = _total(clean, columns)
        body = [total, *body] if where == "above" else [*body, total]
    if random.random() < 0.3:
        body.insert(random.randrange(1, len(body) + 1), [""] * len(columns))
        table.choices["blank row"] = True
    return body


def _cells(clean: Clean, key: Key | str, random: Random, table: Drawn) -> list[Any]:
    if isinstance(key, str):
        return [random.choice(("", "xem phụ lục")) if key else "" for _ in clean.rows]
    name, year = key
    values = clean.values(name, year)
    if name == "code":
        form = random.choice(cells.CODE_FORMS if clean.kind == "scores" else ("text", "dots"))
        table.choices["codes"] = form
        table.notes |= {"code-repaired"} if form != "text" else set()
        return cells.codes([str(value) for value in values], form, random)
    if name == "percent":
        form = random.choice(cells.PERCENT_FORMS)
        table.choices[f"{name} {year}"] = form
        table.notes |= {"percent-fraction"} if form == "fraction" else set()
        return [cells.percent(value, form, random) for value in values]
    if name in NUMBERS:
        form = random.choice(cells.NUMBER_FORMS)
        table.choices[f"{name} {year}"] = form
        return [cells.number(value, form, random) for value in values]  # type: ignore[arg-type]
    return [value or "" for value in values]


def _total(clean: Clean, columns: Sequence[Key | str]) -> list[Any]:
    """The sums of the top rows, under the name of the whole."""
    top = [row for row in clean.rows if "." not in str(row["code", None])]
    total: list[Any] = []
    for key in columns:
        if isinstance(key, str) or key[0] not in (*NUMBERS, "title"):
            total.append("")
        elif key[0] == "title":
            total.append(clean.total)
        else:
            total.append(round(sum(float(row[key] or 0) for row in top), 6))
    return total


def _merge_texts(columns: Sequence[Key | str], first: int, table: Drawn) -> None:
    """Equal agencies and times below each other as one merged cell."""
    for at, key in enumerate(columns):
        if isinstance(key, str) or key[0] not in MERGED_TEXTS:
            continue
        row = first
        for text, run in groupby(line[at] for line in table.rows[first:]):
            size = len(list(run))
            if text and size > 1:
                table.merged.append((row, at, row + size - 1, at))
                for below in range(row + 1, row + size):
                    table.rows[below][at] = ""
            row += size
