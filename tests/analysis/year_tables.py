"""Small tables of one year, for tests of how two years go together."""

import pandas as pd

from scoring.analysis.years.comparison import Comparison
from scoring.analysis.years.matches import Match
from scoring.analysis.years.tables import YearTable, year_table

EXACT = 1e-9


def table(
    year: int, rows: list[tuple[str, str, float, float | None]], total: float = 100
) -> YearTable:
    """Rows of code, title, maximum, loss; the codes say how they hang together."""
    frame = pd.DataFrame(rows, columns=["code", "title", "max_points", "lost_points"])
    frame["parent"] = [code.rpartition(".")[0] for code in frame["code"]]
    frame["leaf"] = ~frame["code"].isin(set(frame["parent"]))
    made = year_table(year, total, frame)
    assert made is not None
    return made


def by_new(found: tuple[Match, ...]) -> dict[str, Match]:
    return {", ".join(match.new): match for match in found}


BEFORE = [
    ("1", "Chỉ đạo, điều hành", 10, 3),
    ("1.1", "Kế hoạch cải cách hành chính", 4, 1),
    ("1.2", "Chế độ báo cáo", 6, 2),
    ("2", "Thể chế", 90, 5),
    ("2.1", "Văn bản quy phạm pháp luật", 80, 5),
    ("2.2", "Theo dõi thi hành pháp luật", 10, 0),
]


def told(compared: Comparison) -> dict[tuple[str, str], str]:
    """What became of the criteria: old and new codes, and how they hang together."""
    return {(", ".join(one.old), ", ".join(one.new)): one.relation for one in compared.matches}
