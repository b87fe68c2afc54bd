"""What is in each row of a table of targets, before any goal is read?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.ingest.cells import filled, texts_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.score_tables.codes import canonical_codes
from scoring.ingest.target_tables.columns import Columns
from scoring.ingest.target_tables.goals import says_nothing
from scoring.ingest.target_tables.sections import Heading, Section, heading, sections
from scoring.ingest.task_tables.ditto import above
from scoring.ingest.task_tables.line_texts import field_texts
from scoring.text.codes import code_text, parent_of
from scoring.text.targets import parse_targets

_TEXTS = ("measure", "due", "deadline", "lead")
_LONGEST_CODE = 8  # characters; more in the column of codes is a heading over the whole width


@dataclass(frozen=True)
class Line:
    """One row that is no heading: its texts, its cells of goals and of results."""

    at: int
    row: int  # as the spreadsheet shows it
    code: str
    title: str
    measure: str
    due: str
    lead: str
    aims: tuple[Cell, ...]
    bases: tuple[Cell, ...]
    section: Section


def lines_of(sheet: Sheet, columns: Columns) -> list[Line]:
    """The rows that promise something; headings are told with the rows below them.

    A row without name and code goes on with the one above, and one that only ends its text is part
    of it. A goal without a name has the title ''.
    """
    printed = _Printed.of(sheet, columns)
    headings = [_heading(printed, at) for at in range(len(printed.titles))]
    lines: list[Line] = []
    for at, section in enumerate(sections(headings)):
        if headings[at] or not printed.says_something(at):
            continue
        line = printed.line(at, section)
        if lines and printed.only_ends(at):
            lines[-1] = replace(lines[-1], title=f"{lines[-1].title} {line.title}")
        elif not lines or line.code or line.title not in ("", lines[-1].title) or printed.own[at]:
            lines.append(line)
        else:
            lines.append(replace(line, title=lines[-1].title, code=lines[-1].code))
    return lines


@dataclass(frozen=True)
class _Printed:
    """The columns of the table, cell by cell."""

    layout: Layout
    code_cells: Sequence[Cell]
    codes: Sequence[str]
    headings: frozenset[int]
    parents: frozenset[str]
    own: Sequence[str]  # the names as they stand in each row
    titles: Sequence[str]  # and with merged cells filled downwards
    own_texts: Mapping[str, Sequence[str]]
    texts: Mapping[str, Sequence[str]]
    groups: Sequence[str]
    aims: Sequence[Sequence[Cell]]
    bases: Sequence[Sequence[Cell]]

    @staticmethod
    def of(sheet: Sheet, columns: Columns) -> "_Printed":
        layout = columns.layout
        cells = layout.cells(sheet, "code")
        codes, _, headings = canonical_codes(cells)
        own = {field: field_texts(layout.cells(sheet, field), field) for field in _TEXTS}
        merged = {field: field_texts(filled(sheet, layout, field), field) for field in _TEXTS}
        return _Printed(
            layout=layout,
            code_cells=cells,
            codes=codes,
            headings=headings,
            parents=frozenset(map(parent_of, codes)),
            own=texts_of(layout.cells(sheet, "indicator")),
            titles=texts_of(filled(sheet, layout, "indicator")),
            own_texts=own,
            texts={field: above(texts) for field, texts in merged.items()},
            groups=_groups(texts_of(filled(sheet, layout, "section"))),
            aims=list(_rows(sheet, layout, [one.at for one in columns.aims])),
            bases=list(_rows(sheet, layout, [one.at for one in columns.bases])),
        )

    def says_something(self, at: int) -> bool:
        return bool(self.own[at]) or self._has_values(at)

    def _has_values(self, at: int) -> bool:
        numbers = (*self.aims[at], *self.bases[at])
        said = any(texts[at] for texts in self.own_texts.values())
        return said or not all(map(says_nothing, numbers))

    def is_heading(self, at: int) -> bool:
        """A row with a name and nothing else, that promises nothing and no code counts."""
        if not self.own[at]:
            return self._over_the_width(at)
        if self._has_values(at) or self.only_ends(at):
            return False
        read = parse_targets(self.own[at])
        if read.found or (read.unread and at not in self.headings):
            return False
        code = self.codes[at]
        return not code or at in self.headings or code in self.parents

    def _over_the_width(self, at: int) -> bool:
        """A heading that stands in the column of codes: 'I. Cải cách thể chế'."""
        return not self._has_values(at) and len(code_text(self.code_cells[at])) > _LONGEST_CODE

    def heading(self, at: int) -> Heading:
        code = self.code_cells[at]
        return heading(code, self.own[at]) if self.own[at] else heading("", texts_of([code])[0])

    def only_ends(self, at: int) -> bool:
        """A row at a page break: 'người dân, doanh nghiệp' below a sentence that goes on."""
        text = self.own[at]
        begun = bool(text) and text[0].islower()
        return begun and not self.code_cells[at] and not self._has_values(at)

    def line(self, at: int, section: Section) -> Line:
        group = self.groups[at]
        return Line(
            at=at,
            row=self.layout.row_of(at),
            code=self.codes[at],
            title=self.titles[at],
            measure=self.texts["measure"][at],
            due=self.texts["due"][at] or self.texts["deadline"][at],
            lead=self.texts["lead"][at],
            aims=tuple(self.aims[at]),
            bases=tuple(self.bases[at]),
            section=replace(section, title=group) if group else section,
        )


def _heading(printed: _Printed, at: int) -> Heading | None:
    return printed.heading(at) if printed.is_heading(at) else None


def _groups(texts: Sequence[str]) -> list[str]:
    """The section of each row by its column; a blank cell goes on with the one above."""
    last, groups = "", []
    for text in texts:
        last = text or last
        groups.append(last)
    return groups


def _rows(sheet: Sheet, layout: Layout, columns: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    cells = [column_cells(sheet, layout, at) for at in columns]
    yield from (tuple(column[at] for column in cells) for at in range(layout.height))
