"""Which column of a file stands where, after people moved them?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.ingest.cells import text_of
from scoring.ingest.handed_out.form import KEY, Form
from scoring.ingest.handed_out.keys import is_mark
from scoring.ingest.handed_out.stretch import Stretch
from scoring.ingest.opening.workbook import Cell, column_letter
from scoring.ingest.problems import Problem
from scoring.text.words import fold


def columns_of(form: Form, header: Sequence[Cell]) -> dict[str, int]:
    """Where each column stands, by the texts of the header; of two alike, neither is known."""
    texts = [fold(text_of(cell)) for cell in header]
    wanted = {field: fold(name) for field, name in {**form.names, **form.hidden}.items()}
    found = {field: texts.index(name) for field, name in wanted.items() if texts.count(name) == 1}
    key = next((at for at, cell in enumerate(header) if is_mark(form, text_of(cell))), None)
    return found if key is None else found | {KEY: key}


def looks_like_ours(form: Form, header: Sequence[Cell]) -> bool:
    """Whether a row is the header of such a table, with or without its mark."""
    if sum(type(cell) is str and cell != "" for cell in header) < len(form.sure):
        return False
    return set(form.sure) <= columns_of(form, header).keys()


def missing_columns(of: Stretch) -> Iterator[Problem]:
    """A problem for every needed column that is not there, or there twice."""
    form, texts = of.form, [fold(text_of(cell)) for cell in of.sheet.rows[of.header]]
    for field in (*form.shown, *form.told, *form.hidden):
        if field in of.columns:
            continue
        name = form.names.get(field) or form.hidden[field]
        twice = [column_letter(at) for at, text in enumerate(texts) if text == fold(name)]
        shown = f"cột “{name}”" if field in form.names else f"cột khoá ẩn “{name}”"
        found = f"hai cột cùng tên: {', '.join(twice)}" if twice else "không có"
        missing = of.top.problem("column-missing", shown, found)
        yield replace(missing, fix=form.words.columns)
