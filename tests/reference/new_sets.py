"""A criteria set that no reference file has yet."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from scoring.ingest.reference import CriteriaSet, Criterion

SCALE = ["code", "position", "title", "points"]
NO_SCALE = pd.DataFrame(columns=SCALE)
CRITERIA = (
    Criterion("1", "Chỉ đạo, điều hành", None, 60.0, "control"),
    Criterion("1.1", "Kế hoạch CCHC", None, 60.0, None),
    Criterion("2", "Điều tra xã hội học", "XHH", 40.0, "survey"),
)
LEVELS = pd.DataFrame(
    [
        ("1.1", 1, "Ban hành trong quý IV năm trước", 60.0),
        ("1.1", 2, "Ban hành trong quý I", 30.5),
        ("1.1", 3, "Không ban hành", None),
    ],
    columns=SCALE,
)


def new_set(criteria: Sequence[Criterion] = CRITERIA, **changed: Any) -> CriteriaSet:
    one = CriteriaSet(
        id="par-tinh-2026",
        index_name="PAR",
        level="tỉnh",
        from_year=2026,
        to_year=2030,
        total=100.0,
        decision="Quyết định số 1/QĐ-BNV ngày 02/01/2026",
        title="Bộ tiêu chí mới",
        source="Công báo",
        criteria=MappingProxyType({one.code: one for one in criteria}),
    )
    return replace(one, **changed)
