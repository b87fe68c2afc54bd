"""What does a periodic report say of the tasks, targets and units of its period?"""

from collections.abc import Sequence

from scoring.analysis.messages.tasks import STATES
from scoring.analysis.plans.coverage import Counts
from scoring.analysis.plans.states import SILENT_DAYS
from scoring.analysis.plans.summary import summary
from scoring.analysis.questions import Row
from scoring.analysis.review.periods import Period, PeriodTasks
from scoring.text.format import integer, points

_ROMAN = {"quy-1": "I", "quy-2": "II", "quy-3": "III", "quy-4": "IV"}
_NAMES = {
    "6-thang": "6 tháng đầu năm",
    "6-thang-cuoi": "6 tháng cuối năm",
    "9-thang": "9 tháng đầu năm",
    "nam": "năm",
}
_MOST_NAMED = 10  # silent units within a sentence


def period_name(period: Period) -> str:
    """'quý II năm 2023', '6 tháng đầu năm 2023', 'năm 2023'."""
    roman = _ROMAN.get(period.key)
    return f"quý {roman} năm {period.year}" if roman else f"{_NAMES[period.key]} {period.year}"


def standing(found: PeriodTasks) -> str:
    """'Đến hết ngày 30/06/2023, trong 44 nhiệm vụ: 2 quá hạn, 3 đang làm, 39 chưa bắt đầu.'"""
    day = f"{found.day:%d/%m/%Y}"
    if found.board.empty:
        return (
            f"Đến hết ngày {day} chưa có nhiệm vụ nào của các kế hoạch đến năm {found.period.year}."
        )
    counted = summary(found.board)
    parts = [
        f"{integer(count)} {STATES[state].lower()}"
        for state, count in counted.counts.items()
        if count
    ]
    told = f"Đến hết ngày {day}, trong {integer(counted.total)} nhiệm vụ: {', '.join(parts)}."
    if not counted.criteria:
        return told
    return (
        f"{told} Các nhiệm vụ chưa xong gắn với {integer(counted.criteria)} tiêu chí đã mất "
        f"{points(counted.points)} điểm."
    )


def within(found: PeriodTasks) -> str:
    """What changed within the period, in numbers."""
    parts = (
        (found.due, "nhiệm vụ đến hạn"),
        (found.due_open, "nhiệm vụ trong số đó chưa xong"),
        (found.done, "nhiệm vụ hoàn thành"),
        (found.newly_late, "nhiệm vụ mới quá hạn"),
        (found.reported, "nhiệm vụ có báo cáo tiến độ"),
    )
    named = [f"{integer(len(rows))} {words}" for rows, words in parts if len(rows)]
    told = "; ".join(named) or "không có nhiệm vụ nào đến hạn, hoàn thành hay được báo cáo"
    return f"Trong {period_name(found.period)}: {told}."


def ahead(found: PeriodTasks) -> str:
    """What the next period asks for: what is due in it, and what should be done by now."""
    name = period_name(found.period.after)
    due = (
        f"{integer(len(found.ahead))} nhiệm vụ đến hạn trong {name}"
        if len(found.ahead)
        else f"Chưa có nhiệm vụ nào đến hạn trong {name}"
    )
    if found.carried.empty:
        return f"{due}."
    return f"{due}; {integer(len(found.carried))} nhiệm vụ đã đến hạn, chưa xong chuyển sang."


def reporting(counted: Counts, period: Period) -> str:
    """How many of the units that have something to tell did so within the period."""
    if not counted.units:
        return "Không đơn vị nào được nêu đích danh còn nhiệm vụ phải làm."
    return (
        f"{integer(counted.sent)} trên {integer(counted.units)} đơn vị có nhiệm vụ đã gửi báo cáo "
        f"tiến độ trong {period_name(period)}."
    )


def unheard(silent: Sequence[str], never: Sequence[str]) -> list[str]:
    """Who is not heard of: one sentence for who fell silent, one for who never told anything."""
    told = (
        (silent, f"đơn vị im lặng quá {SILENT_DAYS} ngày"),
        (never, "đơn vị còn nhiệm vụ, chưa báo cáo lần nào"),
    )
    return [f"{integer(len(names))} {words}: {_named(names)}." for names, words in told if names]


def state(task: Row) -> str:
    """'Quá hạn 12 ngày', 'Đang làm'."""
    late = f" {integer(task['days_late'])} ngày" if task["days_late"] else ""
    return f"{STATES[task['status']]}{late}"


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    listed = "; ".join(names[:_MOST_NAMED])
    return f"{listed}; và {integer(more)} đơn vị khác" if more > 0 else listed
