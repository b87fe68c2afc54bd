"""Rows of a league, as the question `ranking_field` gives them."""

import pandas as pd

from scoring.analysis.messages.ranking_words import Measure

PAR = Measure("PAR", "tỉnh")


NO_BANDS = pd.DataFrame(columns=["band", "lower", "upper", "source"])


BANDS = pd.DataFrame(
    [("A", 90.0, None, "báo"), ("B", 80.0, 90.0, "báo"), ("C", 70.0, 80.0, "báo")],
    columns=["band", "lower", "upper", "source"],
)


def rows(text: str) -> pd.DataFrame:
    """Rows as `ranking_field` gives them, 'id | 2/5 | 83,93'; the first row of an id is current."""
    made, seen = [], set()
    for number, line in enumerate(text.strip().splitlines()):
        name, place, value = (cell.strip() for cell in line.split("|"))
        rank, _, size = place.partition("/")
        made.append(
            {
                "organisation": name,
                "name": name,
                "today": None,
                "rank": int(rank) if rank else None,
                "field_size": int(size) if size else None,
                "value": float(value.replace(",", ".")) if value else None,
                "current": name not in seen,
                "source": f"nguồn {number}",
                "league": "b",
                "batch": "b",
                "row": number,
            }
        )
        seen.add(name)
    numbers = {"rank": "Int64", "field_size": "Int64", "value": "Float64"}
    return pd.DataFrame(made).astype(numbers)
