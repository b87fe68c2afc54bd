"""How are the values, kinds and states of targets written?"""

from scoring.analysis.plans.paths import State
from scoring.analysis.plans.results import ENTERED, Actual
from scoring.analysis.questions import Row
from scoring.text.format import MISSING, number, percent, points, rank
from scoring.text.reached import PERCENT, POINTS, RANK
from scoring.text.values import Measured, measured

# The icon and the word say a state without its colour.
STATES: dict[State, str] = {
    "met": "✓ Đạt",
    "missed": "✗ Chưa đạt",
    "on_path": "↗ Đúng lộ trình",
    "behind": "◷ Chậm so với lộ trình",
    "unknown": "○ Chưa có kết quả",
}
LACKS = {
    "goal": "chưa đọc được mức phải đạt",
    "due": "chưa rõ năm đến hạn",
    "base": "chưa có mức gốc",
    "result": "chưa có kết quả",
    "recent": "chưa có kết quả của năm cần xét",
}
NOT_JUDGED = "○ Chưa xét được"
MEASURES = {PERCENT: "%", POINTS: "điểm", RANK: "hạng", "": "số"}
BETTER = {False: "cao hơn là tốt hơn", True: "thấp hơn là tốt hơn"}
_INDEXES = {"PAR": "Cải cách hành chính", "SIPAS": "Hài lòng (SIPAS)"}
_KINDS = {
    "rise": "tăng",
    "at_least": "đạt tối thiểu",
    "at_most": "không quá",
    "rank": "xếp hạng từ mức này trở lên",
}


def word(row: Row) -> str:
    """The state of a row of target_rows with its icon."""
    state: State = row["state"]
    return NOT_JUDGED if row["lack"] in ("goal", "due", "base") else STATES[state]


def kind(row: Row) -> str:
    """'đạt tối thiểu', 'tăng'; what is not understood is said."""
    return _KINDS.get(row["kind"] or "", "chưa đọc được mức")


def value(amount: float | None, measure: str, field_size: float | None = None) -> str:
    """'85,99 %', '43,20 điểm', 'hạng 20/63', '5 ngày'."""
    if amount is None:
        return MISSING
    if measure == PERCENT:
        return percent(amount)
    if measure == POINTS:
        return f"{points(amount)}\u00a0điểm"
    if measure == RANK:
        return f"hạng\u00a0{rank(amount, field_size)}"
    return f"{trimmed(amount)}\u00a0{measure}".strip()


def shown(amount: float | None, measure: str, field_size: float | None = None) -> Measured | None:
    """The number itself, written as `value` does; None where it is missing."""
    return measured(amount, lambda known: value(known, measure, field_size))


def origin(one: Actual) -> str:
    """How a result came: 'nhập tay', 'tệp ket-qua.xlsx, dòng 5', 'bảng đã nạp'."""
    if one.origin != ENTERED:
        return "bảng đã nạp"
    return "nhập tay" if one.typed else f"tệp {one.file_name}, dòng {one.row}"


def gap(amount: float, measure: str) -> str:
    """How far two values lie apart: '2,00 điểm %', '3 bậc'."""
    if measure == PERCENT:
        return f"{number(amount)}\u00a0điểm\u00a0%"
    if measure == RANK:
        return f"{trimmed(amount)}\u00a0bậc"
    return value(amount, measure)


def trimmed(amount: float) -> str:
    """As few decimals as it has: '5', '2,5'."""
    text = number(amount, 3).rstrip("0")
    return text.removesuffix(",")


def measure(name: str) -> str:
    """The measure of a chart or column in words."""
    return MEASURES.get(name, name)


def group(row: Row) -> str:
    """Under which heading a row of target_rows stands: its section, else the index it is about."""
    index = row["index"] or ""
    return str(row["section"] or _INDEXES.get(index, index))
