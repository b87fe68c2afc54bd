"""What is said of self scores beside the appraised ones?"""

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.analysis.self_scores import Repeated
from scoring.text.format import integer, points
from scoring.text.titles import sentence_case

CODES_ALONE = (
    "Chỉ tính là lặp lại khi cả mã và tên tiêu chí giống nhau ở những năm liền nhau: riêng mã thì "
    "chưa đủ, vì mã có thể được dùng lại cho tiêu chí khác."
)
# How the standings of `self_scores` are called.
STANDINGS = {
    "over": "▲ Tự chấm cao hơn",
    "under": "▼ Tự chấm thấp hơn",
    "equal": "= Bằng nhau",
    "survey": "Khảo sát, không tự chấm",
    "no_self": "Không ghi điểm tự chấm",
    "no_points": "Chưa thẩm định",
}
_MOST_CODES = 5


def nothing_to_compare(totals: Row) -> str | None:
    """Why self and appraised scores cannot be compared, from `self_score_totals`; else None."""
    if totals["compared"]:
        return None
    if totals["no_points_leaves"]:
        return (
            f"Có điểm tự chấm ở {integer(totals['no_points_leaves'])} tiêu chí nhưng chưa tiêu chí "
            "nào có điểm thẩm định, nên chưa so được."
        )
    return "Bảng điểm này không ghi điểm tự chấm, nên không so được với điểm thẩm định."


def self_scores(totals: Row) -> str:
    """'Tự chấm cao hơn thẩm định 3,40 điểm ở 12 trên 60 tiêu chí có cả hai điểm'."""
    both = f"{integer(totals['compared'])} tiêu chí có cả hai điểm"
    if not totals["over_leaves"]:
        return f"Không tiêu chí nào tự chấm cao hơn thẩm định, trong {both}"
    over = f"{points(totals['over_points'])} điểm ở {integer(totals['over_leaves'])}"
    return f"Tự chấm cao hơn thẩm định {over} trên {both}"


def largest_claim(over: pd.DataFrame) -> str:
    """'Chênh nhiều nhất: 1.3.2 …, tự chấm 1,50, thẩm định 1,015', of the over-claims.

    Shape: `over` has code, title, short_title, self_points, points, the largest difference first.
    """
    first = records(over.head(1))[0]
    name = f"{first['code']} {sentence_case(first['short_title'] or first['title'])}"
    both = f"tự chấm {points(first['self_points'])}, thẩm định {points(first['points'])}"
    return f"Chênh nhiều nhất: {name}, {both}"


def coverage(totals: Row) -> str:
    """How many leaves were compared, and why the others were not."""
    why = {
        "survey_leaves": "tiêu chí khảo sát, vốn không tự chấm",
        "no_self_leaves": "tiêu chí không ghi điểm tự chấm",
        "no_points_leaves": "tiêu chí chưa có điểm thẩm định",
    }
    left = [f"{integer(totals[name])} {text}" for name, text in why.items() if totals[name]]
    said = f"So được {integer(totals['compared'])} trên {integer(totals['leaves'])} tiêu chí"
    if not left:
        return f"{said}."
    return f"{said}; không so {', '.join(left)}: thiếu điểm không phải là 0 điểm."


def bridge(totals: Row) -> str | None:
    """How the loss of the compared leaves is made of what was conceded and what was struck off.

    None where a maximum is not known, or the self scores are above it.
    """
    if totals["max_total"] is None or totals["max_total"] < totals["self_total"]:
        return None
    lost = round(totals["max_total"] - totals["appraised_total"], 10)
    conceded = round(totals["max_total"] - totals["self_total"], 10)
    said = (
        f"{points(lost)} điểm mất của {integer(totals['compared'])} tiêu chí này gồm "
        f"{points(conceded)} điểm đã tự trừ khi tự chấm và {points(totals['over_points'])} điểm "
        "bị trừ thêm khi thẩm định"
    )
    if totals["under_points"]:
        said += f", bớt {points(totals['under_points'])} điểm được thẩm định cao hơn"
    return f"{said}."


def over_claim_units(units: pd.DataFrame) -> str:
    """Which named unit has most over-claimed points, from `self_score_units`."""
    rows = [row for row in records(units) if row["over_points"] > 0]
    named = [row for row in rows if row["unit"] and not row["unit_group"]]
    no_lead = sum(row["over_points"] for row in rows if not row["unit"])
    if not named:
        said = "Không đơn vị nào được nêu đích danh chủ trì tiêu chí tự chấm cao hơn"
    else:
        most = max(named, key=lambda row: row["over_points"])
        said = (
            f"{most['unit']} chịu {points(most['over_points'])} điểm tự chấm cao hơn khi chia đều "
            "cho các đơn vị chủ trì, nhiều nhất trong các đơn vị nêu đích danh"
        )
    if no_lead:
        said += f"; {points(no_lead)} điểm ở các tiêu chí không ghi đơn vị chủ trì"
    return said


def under_claims(totals: Row) -> str:
    """'2 tiêu chí được thẩm định cao hơn tự chấm, thêm 0,50 điểm'."""
    if not totals["under_leaves"]:
        return "Không tiêu chí nào được thẩm định cao hơn tự chấm"
    count, more = integer(totals["under_leaves"]), points(totals["under_points"])
    return f"{count} tiêu chí được thẩm định cao hơn tự chấm, thêm {more} điểm"


def repeated_claims(found: Repeated) -> str:
    """How many over-claims come back, and the one that does so longest."""
    if not found.year_before:
        return (
            f"Chưa có bảng điểm năm {found.year - 1} với cả hai điểm, nên chưa biết tiêu chí nào "
            "tự chấm cao lặp lại"
        )
    if found.rows.empty:
        return f"Không tiêu chí nào tự chấm cao cả năm {found.year - 1} và năm {found.year}"
    longest = records(found.rows.head(1))[0]
    return (
        f"{integer(len(found.rows))} tiêu chí tự chấm cao từ hai năm liền; lâu nhất: "
        f"{longest['code']} {sentence_case(longest['title'])}, {longest['years']} năm "
        f"({longest['since']}–{found.year})"
    )


def retitled_claims(found: Repeated) -> str | None:
    """Codes that were over-claimed in both years but name something else now; None for none."""
    codes = found.retitled["code"].tolist()
    if not codes:
        return None
    more = f" và {len(codes) - _MOST_CODES} mã nữa" if len(codes) > _MOST_CODES else ""
    listed = f"{', '.join(codes[:_MOST_CODES])}{more}"
    return f"Không tính vì tên tiêu chí của mã đã khác năm {found.year - 1}: {listed}."
