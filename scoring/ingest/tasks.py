"""A task list's rows: what is to be done, by whom, with what product, by when."""

import pandas as pd

from scoring.ingest.cells import filled, texts_of
from scoring.ingest.codes import canonical_codes
from scoring.ingest.layout import Layout
from scoring.ingest.workbook import Sheet

TEXTS = ("goal", "solution", "product", "lead", "coordinating", "deadline", "note")


def read_tasks(sheet: Sheet, layout: Layout) -> pd.DataFrame:
    """The tasks of one list; section headings (I, II …) are not among them.

    Shape: row, code, title, goal, solution, product, lead, coordinating, deadline, note
    """
    named = "title" if "title" in layout.columns else "solution"
    titles = texts_of(layout.cells(sheet, named))
    codes, _, headings = canonical_codes(layout.cells(sheet, "code"))
    texts = {field: texts_of(filled(sheet, layout, field)) for field in TEXTS}
    said = [any(texts[f][at] for f in ("lead", "deadline", "product")) for at in range(len(titles))]
    kept = [at for at, title in enumerate(titles) if title and said[at] and at not in headings]
    return pd.DataFrame(
        {
            "row": [at + layout.first + 1 for at in kept],
            "code": [codes[at] for at in kept],
            "title": [titles[at] for at in kept],
            **{field: [texts[field][at] for at in kept] for field in TEXTS},
        }
    )
