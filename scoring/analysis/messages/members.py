"""What is said of the units under one organisation: spread, best and worst, what differs?"""

from collections.abc import Sequence

import pandas as pd

from scoring.analysis.members import DomainFacts, Units
from scoring.analysis.members_spread import FENCE, FEWEST, spread
from scoring.analysis.questions import Row, records
from scoring.text.format import change_points, integer, number, percent
from scoring.text.titles import sentence_case

_MOST_NAMES = 5
_FEW_NAMES = 2  # in a cell of a table
# One level at a time, and why.
LEVELS_APART = (
    "Mỗi lần xem một cấp: sở, huyện, xã được chấm theo bộ tiêu chí và tổng điểm khác nhau, nên "
    "không xếp chung và không cộng lại"
)
OUTLIER_RULE = (
    f"Ngoại lệ: dưới Q1 hoặc trên Q3 quá {number(FENCE, 1)} lần khoảng giữa hai tứ phân vị "
    f"(Q3 − Q1); chỉ xét khi có từ {FEWEST} đơn vị"
)
OWN_MAXIMUM = (
    "Chỉ số = 100 × điểm đạt ÷ tổng điểm tối đa của chính đơn vị; tiêu chí không áp dụng không "
    "nằm trong mẫu số. Ô trống: bảng của đơn vị không in lĩnh vực đó, không phải 0 điểm"
)


def heatmap(found: Units) -> str:
    """Which domain most units reach least of, and which unit has the lowest index."""
    tables = found.tables.dropna(subset=["index_value"])
    if tables.empty:
        return "Chưa tính được chỉ số của đơn vị nào"
    last = tables.iloc[-1]
    said = f"Đơn vị thấp nhất: {last['label']}, {percent(last['index_value'])}"
    medians = found.cells.groupby("code")["reached"].median().dropna()
    if medians.empty:
        return said
    code = min(medians.index, key=lambda one: (medians[one], one))
    title = found.domains.set_index("code").loc[code, "short_title"]
    weak = f"Lĩnh vực thấp nhất: {sentence_case(title)}, trung vị {percent(medians[code], 1)}"
    return f"{weak}; {said[0].lower()}{said[1:]}"


def index_spread(found: Units) -> str:
    """'20 đơn vị: từ 81,20 % đến 94,49 %, trung vị 88,10 %, nửa giữa từ 85,00 % đến 90,12 %'."""
    values = found.tables["index_value"].dropna()
    if values.empty:
        return "Chưa tính được chỉ số của đơn vị nào"
    said = (
        f"{integer(len(values))} đơn vị: từ {percent(values.min())} đến {percent(values.max())}, "
        f"cách nhau {_gap(values.max() - values.min())}; trung vị {percent(values.median())}"
    )
    whole = spread(values)
    if whole is None:
        return f"{said}; dưới {FEWEST} đơn vị nên không nêu tứ phân vị"
    return f"{said}; nửa giữa từ {percent(whole.q1)} đến {percent(whole.q3)}"


def outliers(found: pd.DataFrame, median: float) -> str:
    """Whose index lies outside, below and above, or that none does; from `members.outliers`."""
    sides = [
        ("thấp", [_with_index(row) for row in records(found) if row["index_value"] < median]),
        ("cao", [_with_index(row) for row in records(found) if row["index_value"] > median]),
    ]
    told = [f"{side}: {_names(names)}" for side, names in sides if names]
    if not told:
        return "Không đơn vị nào có chỉ số ngoại lệ"
    return f"Chỉ số ngoại lệ {'; '.join(told)}"


def _with_index(row: Row) -> str:
    return f"{row['label']} ({percent(row['index_value'])})"


def widest(every: Sequence[DomainFacts]) -> str:
    """In which domain the units lie furthest apart."""
    spans = [(one.spread, one.title) for one in every if one.spread is not None]
    if not spans:
        return f"Dưới {FEWEST} đơn vị có số liệu: chỉ nêu cao nhất và thấp nhất"
    wide, title = max(spans, key=lambda one: one[0].q3 - one[0].q1)
    return (
        f"{sentence_case(title)} phân hóa nhất: nửa giữa các đơn vị từ "
        f"{percent(wide.q1, 1)} đến {percent(wide.q3, 1)}"
    )


def with_words(every: Sequence[DomainFacts]) -> pd.DataFrame:
    """A row a domain for the table under the chart, names and numbers ready to read.

    Shape: code, title, count, worst, worst_value, q1, median, q3, best, best_value, outside.
    """
    rows = [
        {
            "code": one.code,
            "title": sentence_case(one.title),
            "count": one.count,
            "worst": _names(one.worst, _FEW_NAMES),
            "worst_value": one.worst_value,
            "q1": one.spread.q1 if one.spread else None,
            "median": one.spread.median if one.spread else None,
            "q3": one.spread.q3 if one.spread else None,
            "best": _names(one.best, _FEW_NAMES),
            "best_value": one.best_value,
            "outside": _names([*one.low, *one.high], _FEW_NAMES),
        }
        for one in every
    ]
    names = ("code", "title", "count", "worst", "worst_value", "q1", "median", "q3", "best")
    return pd.DataFrame(rows, columns=[*names, "best_value", "outside"])


def differences(found: Units) -> list[str]:
    """What differs between the units, and what that means for comparing them."""
    said = []
    maxima = found.tables["total_max"].dropna()
    if found.maxima_differ:
        said.append(
            f"Tổng điểm tối đa của các đơn vị khác nhau (từ {number(maxima.min())} đến "
            f"{number(maxima.max())} điểm): chỉ so bằng % của điểm tối đa, không so bằng điểm"
        )
    if len(found.set_names) > 1:
        named = "; ".join(name or "không ghi bộ tiêu chí" for name in found.set_names)
        said.append(f"Các đơn vị dùng bộ tiêu chí khác nhau ({named}): so sánh dè dặt")
    if not found.elsewhere.empty:
        labels = dict(zip(found.tables["organisation"], found.tables["label"], strict=True))
        names = list(dict.fromkeys(found.elsewhere["organisation"].map(labels)))
        codes = ", ".join(sorted(set(found.elsewhere["code"])))
        said.append(
            f"Ở {_names(names)}, mã {codes} là lĩnh vực khác với đa số đơn vị: để trống, không so"
        )
    unknown = found.tables[found.tables["index_value"].isna()]
    if len(unknown):
        said.append(
            f"Chưa tính được chỉ số của {_names(unknown['label'].tolist())}: "
            "thiếu điểm ở dòng cấp trên cùng hoặc thiếu tổng điểm tối đa"
        )
    return said


def colours(darkest: float) -> str:
    """What the colours of the heatmap mean; `darkest` from `charts.members`."""
    return (
        f"Màu: 100\u00a0% nhạt nhất, từ {percent(darkest, 0)} trở xuống đậm nhất như nhau "
        "(mức của 5\u00a0% số ô thấp nhất), để một ô quá thấp không làm nhạt các ô khác"
    )


def against_median(value: float | None, middle: float) -> str:
    """'+1,20 điểm % so với trung vị'."""
    return "" if value is None else f"{change_points(value - middle)} so với trung vị"


def _gap(points: float) -> str:
    return f"{number(points)} điểm\u00a0%"


def _names(names: Sequence[str], most: int = _MOST_NAMES) -> str:
    if len(names) > most:
        rest = integer(len(names) - most)
        return f"{', '.join(names[:most])} và {rest} đơn vị khác"
    return ", ".join(names)
