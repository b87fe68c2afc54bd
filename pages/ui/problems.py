"""What is wrong with a table: problems grouped by cause, each with its places and its cure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from pages.ui.cell_text import short
from pages.ui.plain_text import literal
from scoring.ingest.problems import Problem, place
from scoring.ingest.rules import CATALOGUE
from scoring.text.format import integer

SEVERITIES = {
    "error": (":red[:material/cancel:]", "Lỗi"),
    "warning": (":orange[:material/warning:]", "Cảnh báo"),
    "note": (":blue[:material/info:]", "Ghi chú"),
}
_ORDER = list(SEVERITIES)
_PLACES = 3
_LONGEST = 160  # characters of what was expected, and of what was found


def badge(severity: str) -> str:
    """The severity as icon and word, for Markdown."""
    icon, word = SEVERITIES[severity]
    return f"{icon} {word}"


def from_frame(frame: pd.DataFrame) -> tuple[Problem, ...]:
    """The problems kept with a batch, as values."""
    return tuple(
        Problem(
            code=row.code,
            severity=row.severity,
            sheet=_text(row.sheet),
            row=None if pd.isna(row.row) else int(row.row),
            column=_text(row.column),
            expected=_text(row.expected),
            found=_text(row.found),
            fix=_text(row.fix) or "",
        )
        for row in frame.itertuples(index=False)
    )


def count(problems: Iterable[Problem], severity: str) -> int:
    """How many problems are of one severity."""
    return sum(found.severity == severity for found in problems)


def show(problems: Sequence[Problem], *, key: str) -> None:
    """A row for each cause, worst first; causes found at many places fold out below."""
    if not problems:
        st.markdown(":green[:material/check_circle:] Không có vấn đề nào.")
        return
    causes = _causes(problems)
    st.table(
        pd.DataFrame([_summary(cause) for cause in causes]),
        border="horizontal",
        hide_index=True,
        alt="Các vấn đề theo nguyên nhân, nơi xảy ra và cách sửa",
    )
    if any(len(cause) > _PLACES for cause in causes):
        fold = st.expander(
            f"Xem từng chỗ ({integer(len(problems))})",
            icon=":material/list:",
            key=key,
            on_change="rerun",
        )
        if fold.open:
            with fold:
                _every_place(causes)


def _causes(problems: Sequence[Problem]) -> list[list[Problem]]:
    def cause(found: Problem) -> tuple[int, str]:
        return _ORDER.index(found.severity), found.code

    return [list(group) for _, group in groupby(sorted(problems, key=cause), key=cause)]


def _summary(cause: list[Problem]) -> dict[str, str]:
    first = cause[0]
    return {
        "Vấn đề": f"{badge(first.severity)}  \n**{literal(title(first.code))}**",
        "Nơi và nội dung": _places(cause),
        "Cách sửa": literal(first.fix),
    }


def _places(cause: list[Problem]) -> str:
    lines = [literal(_finding(found)) for found in cause[:_PLACES]]
    more = len(cause) - _PLACES
    if more > 0:
        lines.append(f"*và {integer(more)} chỗ nữa*")
    return "  \n".join(line for line in lines if line) or "Cả bảng"


def _finding(found: Problem) -> str:
    facts = [
        f"cần {short(found.expected, _LONGEST)}" if found.expected else "",
        f"thấy {short(found.found, _LONGEST)}" if found.found else "",
    ]
    said = ", ".join(fact for fact in facts if fact)
    return ": ".join(part for part in (place(found), said) if part)


def _every_place(causes: list[list[Problem]]) -> None:
    st.dataframe(
        pd.DataFrame(
            {
                "Mức": SEVERITIES[found.severity][1],
                "Vấn đề": title(found.code),
                "Nơi": place(found),
                "Cần": found.expected,
                "Thấy": found.found,
                "Cách sửa": found.fix,
            }
            for cause in causes
            for found in cause
        ),
        hide_index=True,
        alt="Mọi vấn đề, mỗi chỗ một dòng",
    )


def title(code: str) -> str:
    """The name of a problem on screen; of a code no longer in the catalogue, the code."""
    rule = CATALOGUE.get(code)
    return rule.title if rule else code


def _text(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
