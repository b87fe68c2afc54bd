"""By which name is a member of a league shown: that of its time, or what it went into?"""

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.analysis.ranking import Field

TODAY_KEPT = (
    "Tên trong ngoặc là đơn vị hiện nay sau sắp xếp. Điểm và hạng vẫn là của từng đơn vị khi đó: "
    "không cộng lại, không lấy trung bình"
)
NOBODY_MOVED = "Không đơn vị nào trong bảng này đã sắp xếp lại: tên hiện nay giống tên khi đó"


def with_labels(members: pd.DataFrame, *, today: bool) -> pd.DataFrame:
    """The rows with `label`: 'Hà Giang', or with `today` 'Hà Giang (nay thuộc Tuyên Quang)'.

    Shape: `members` as the question `ranking_field` gives them. Nothing is put together: each
        keeps its own row.
    """
    labels = [_label(row, today=today) for row in records(members)]
    return members.assign(label=pd.Series(labels, index=members.index, dtype="object"))


def about_today(members: pd.DataFrame) -> str:
    """What the names of today mean for the figures beside them."""
    return TODAY_KEPT if members["today"].notna().any() else NOBODY_MOVED


def with_other_sources(field: Field, rows: pd.DataFrame) -> pd.DataFrame:
    """The labelled members, each followed by the values that other sources print for it.

    Shape: `rows` as the question `ranking_field` gives them; `field` has labels.
    """
    labels = field.members.set_index("organisation")["label"]
    others = rows[~rows["current"].astype(bool) & rows["value"].notna()]
    named = others.assign(label=others["organisation"].map(labels) + " (nguồn khác)")
    places = {who: at for at, who in enumerate(field.members["organisation"])}
    order = pd.concat([field.members, named])
    return order.sort_values(
        "organisation", key=lambda every: every.map(places), kind="stable", ignore_index=True
    )


def _label(row: Row, *, today: bool) -> str:
    name = str(row["name"])
    if not today or row["today"] is None:
        return name
    heir = str(row["today"])
    return f"{name} (nay là {heir} mới)" if heir == name else f"{name} (nay thuộc {heir})"
