"""One criterion's own view: its points, what is to be done, evidence, notes, and its source."""

import pandas as pd
import streamlit as st

from pages.ui import answers, sources
from pages.ui.evidence import parts as evidence_parts
from pages.ui.notes import parts as notes_parts
from pages.ui.plain_text import literal
from scoring.charts.losses import kind_name
from scoring.text.format import MISSING, percent, points, share


def figures(criterion: pd.Series, *, lost: float | None) -> None:
    """Maximum, appraised and lost points side by side, each with what it is compared to.

    `lost` are the points that the whole table lost.
    """
    with st.grid(4, min_column_width=150):
        _figure("Điểm chuẩn", criterion["max_points"], _self_assessed(criterion))
        _figure("Điểm thẩm định", criterion["points"], _of_max(criterion, "points"))
        _figure("Điểm bị mất", criterion["lost_points"], _of_max(criterion, "lost_points"))
        _metric("Trong tổng điểm mất", share(criterion["share"]), f"trên {points(lost)} điểm")


def plan(criterion: pd.Series) -> None:
    """What is to be done about it, as printed, and its evidence; what is left blank says so."""
    st.table(
        {
            "Giải pháp": _written(criterion["solution"]),
            "Cơ quan chủ trì": _written(criterion["lead"]),
            "Cơ quan phối hợp": _written(criterion["coordinating"]),
            "Thời hạn": _written(criterion["deadline"]),
            "Loại": kind_name(criterion["kind"], answers.kinds()),
        },
        border="horizontal",
        alt="Giải pháp, cơ quan chủ trì, cơ quan phối hợp, thời hạn và loại của tiêu chí",
    )
    organisation, index_name, year = _of_table(criterion)
    evidence_parts.beside(
        organisation=organisation, index_name=index_name, year=year, code=str(criterion["code"])
    )


def notes(criterion: pd.Series) -> None:
    """The notes on it and the conclusions of meetings, with a field for one more."""
    organisation, index_name, year = _of_table(criterion)
    notes_parts.beside(organisation, year, index_name=index_name, code=str(criterion["code"]))


def has_plan(criterion: pd.Series) -> bool:
    """Whether the table says anything of what is to be done about this criterion."""
    return any(isinstance(criterion[field], str) for field in ("solution", "lead", "deadline"))


def source(criterion: pd.Series) -> None:
    """The link to the row that the numbers were read from."""
    sources.link(criterion["batch"], criterion["file_name"], criterion["sheet"], criterion["row"])


def _of_table(criterion: pd.Series) -> tuple[str, str, int]:
    """The organisation, index and year of the table that it stands in."""
    table = answers.ask("batches", batches=criterion["batch"]).iloc[0]
    return str(table["organisation"]), str(table["index_name"]), int(table["year"])


def _figure(label: str, value: float | None, beside: str | None) -> None:
    _metric(label, points(value), beside)


def _metric(label: str, value: str, beside: str | None) -> None:
    st.metric(
        label,
        value,
        delta=beside,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
    )


def _self_assessed(criterion: pd.Series) -> str | None:
    own = criterion["self_points"]
    return None if pd.isna(own) else f"tự đánh giá {points(own)}"


def _of_max(criterion: pd.Series, field: str) -> str | None:
    maximum = criterion["max_points"]
    return f"{percent(100 * criterion[field] / maximum, 1)} điểm chuẩn" if maximum else None


def _written(value: object) -> str:
    return literal(value) if isinstance(value, str) and value else MISSING
