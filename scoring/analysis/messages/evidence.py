"""What is said of evidence: what was lost for want of it, and what each piece is?"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from scoring.analysis.plans.evidence import STATES, EvidenceState, Split
from scoring.analysis.questions import Row
from scoring.text.format import MISSING, integer, points, share

STATUSES = {
    "complete": "Đủ",
    "missing": "Thiếu",
    "to_explain": "Cần giải trình",
}
# With a mark of its own each: the state of a criterion's evidence.
MARKED_STATES = {
    "missing": "▲ Thiếu minh chứng",
    "to_explain": "◆ Cần giải trình",
    "complete": "✓ Đủ minh chứng",
    "none": "– Chưa ghi minh chứng",
}
_SURVEY = "– Điều tra xã hội học"
_LOST = {
    "missing": "mất vì thiếu minh chứng",
    "to_explain": "cần giải trình",
    "complete": "đủ minh chứng mà vẫn mất",
    "none": "chưa ghi minh chứng",
}
RULE = (
    "Một minh chứng thiếu thì cả tiêu chí là thiếu; không thiếu mà có chỗ cần giải trình thì là "
    "cần giải trình. Minh chứng của nhiệm vụ tính cho tiêu chí mà nhiệm vụ gắn với; tiêu chí không "
    "có minh chứng riêng lấy theo dòng cấp trên. Đủ minh chứng mà vẫn mất điểm là chưa làm được."
)


def headline(found: Split) -> str:
    """'Trong 16,084 điểm mất: 2,00 mất vì thiếu minh chứng, 14,084 chưa ghi minh chứng'."""
    if not sum(found.criteria.values()):
        return "Không mất điểm ở tiêu chí nào"
    if found.criteria["none"] == sum(found.criteria.values()):
        return (
            f"Chưa ghi minh chứng cho tiêu chí nào: chưa biết {points(found.lost)} điểm mất vì "
            "thiếu minh chứng hay vì chưa làm được"
        )
    told = [
        f"{points(found.points[state])} {_LOST[state]}" for state in STATES if found.criteria[state]
    ]
    return f"Trong {points(found.lost)} điểm mất của các tiêu chí: {', '.join(told)}"


def part(found: Split, state: EvidenceState) -> str:
    """'▲ Thiếu minh chứng: 2,00 điểm (12,4 %)'."""
    value = found.points[state]
    part_of = f" ({share(value / found.lost)})" if found.lost else ""
    return f"{MARKED_STATES[state]}: {points(value)} điểm{part_of}"


def notes(found: Split) -> list[str]:
    """What the split does not tell by itself: surveys, points over the maximum, unknown losses."""
    told = []
    if found.survey:
        told.append(
            f"Trong phần chưa ghi minh chứng có {points(found.survey)} điểm do điều tra xã hội "
            "học, không chấm bằng tài liệu."
        )
    if found.above:
        told.append(
            f"Các tiêu chí được cộng vượt điểm chuẩn {points(found.above)} điểm không nằm trong "
            "phần mất này."
        )
    if found.unknown:
        told.append(f"{integer(found.unknown)} tiêu chí chưa rõ điểm mất, không tính vào đâu.")
    return told


def state(row: Row) -> str:
    """The state of a criterion's evidence; a survey without any is called that."""
    if row["state"] == "none" and row["kind"] == "survey":
        return _SURVEY
    return MARKED_STATES[row["state"]]


def place(piece: Row) -> str:
    """'12/BC-SNV ngày 15/03/2021, mục II, trang 3'."""
    issued = piece["issued"]
    parts = [str(piece["number"] or "chưa rõ số văn bản")]
    if issued is not None and not pd.isna(issued):
        parts[0] += f" ngày {day(issued)}"
    parts.append(_with("mục", piece["section"]))
    parts.append(_with("trang", piece["page"]))
    return ", ".join(one for one in parts if one)


def day(when: object) -> str:
    """'15/03/2021'; '' for none."""
    return "" if when is None or pd.isna(when) else f"{pd.Timestamp(when):%d/%m/%Y}"


def documents(pieces: Sequence[Row]) -> str:
    """The pieces of one criterion in a line each."""
    told = [f"{STATUSES[piece['status']]}: {place(piece)}{_remark(piece)}" for piece in pieces]
    return "; ".join(told) or MISSING


def differing(days: Mapping[str, Sequence[date]]) -> list[str]:
    """That one number stands with several dates."""
    return [
        f"Văn bản {number} được ghi với {integer(len(found))} ngày khác nhau: "
        f"{', '.join(day(one) for one in found)}."
        for number, found in days.items()
    ]


def _with(word: str, said: str | None) -> str:
    """'trang 3'; what already says the word, or another kind of place, stays as it is."""
    text = (said or "").strip()
    begins_itself = text[:1].isalpha() and len(text.split()) > 1
    return text if not text or begins_itself else f"{word} {text}"


def _remark(piece: Row) -> str:
    return f" ({piece['remark']})" if piece["remark"] else ""
