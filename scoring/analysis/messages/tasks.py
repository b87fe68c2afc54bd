"""What is said of a task, and of many: how they stand and what presses most?"""

from datetime import date

import pandas as pd

# What is said of their sums is asked for with them.
from scoring.analysis.messages.task_sums import day_kind as day_kind
from scoring.analysis.messages.task_sums import heavy as heavy
from scoring.analysis.messages.task_sums import loads as loads
from scoring.analysis.messages.task_sums import no_period as no_period
from scoring.analysis.messages.task_sums import period as period
from scoring.analysis.messages.task_sums import periods as periods
from scoring.analysis.messages.task_sums import waiting as waiting
from scoring.analysis.plans.states import SILENT_DAYS
from scoring.analysis.plans.summary import OPEN_STATES, Summary, by_urgency
from scoring.analysis.questions import Row, records
from scoring.text.format import MISSING, integer, points
from scoring.text.titles import sentence_case

STATES = {
    "overdue": "Quá hạn",
    "doing": "Đang làm",
    "not_started": "Chưa bắt đầu",
    "done": "Hoàn thành",
    "not_applicable": "Không áp dụng",
}
# The same with a mark of its own each, where there is no room for an icon.
MARKED_STATES = {
    "overdue": "▲ Quá hạn",
    "doing": "◐ Đang làm",
    "not_started": "○ Chưa bắt đầu",
    "done": "✓ Hoàn thành",
    "not_applicable": "– Không áp dụng",
}
PURPOSES = {
    "mend": "Khắc phục",
    "keep": "Duy trì",
    "steer": "Chỉ đạo, điều hành",
    "other": "Khác",
}
LINKS = {
    "own": "tại dòng của tiêu chí",
    "decided": "do người dùng chọn",
    "alike": "tên trùng nhau",
    "doubtful": "tên gần giống, cần xác nhận",
    "none": "chưa gắn tiêu chí",
}
NO_CRITERION = "đã ghi là không thuộc tiêu chí nào"
_LONGEST_TITLE = 90  # characters of a task's name within a sentence
_LONGEST_TIME = 60


def headline(board: pd.DataFrame) -> str:
    """What is late and worth most, who has it; else what is due next."""
    first = next(iter(records(by_urgency(board).head(1))), None)
    late = int((board["status"] == "overdue").sum())
    if first is None:
        return "Không có nhiệm vụ nào"
    if late:
        return (
            f"{integer(late)} nhiệm vụ quá hạn; gấp nhất: {short(name(first))}, {_worth(first)}trễ "
            f"{integer(first['days_late'])} ngày, {who(first)}"
        )
    if first["days_left"] is not None:
        return (
            f"Không nhiệm vụ nào quá hạn; gần hạn nhất: {short(name(first))}, còn "
            f"{integer(first['days_left'])} ngày, {who(first)}"
        )
    if first["lost_points"]:
        return (
            f"Không nhiệm vụ nào quá hạn; nhiều điểm nhất: {short(name(first))}, {_worth(first)}"
            f"{who(first)}"
        )
    return "Không nhiệm vụ nào quá hạn"


def at_stake(found: Summary) -> str:
    """'19 nhiệm vụ đang mở gắn với 12 tiêu chí đã mất 16,07 điểm'."""
    still = sum(found.counts[state] for state in OPEN_STATES)
    said = f"{integer(still)} nhiệm vụ chưa xong"
    if not found.criteria:
        return f"{said}, chưa biết gắn với bao nhiêu điểm"
    return f"{said} gắn với {integer(found.criteria)} tiêu chí đã mất {points(found.points)} điểm"


def coverage(found: Summary) -> str:
    """'31/46 nhiệm vụ đã có báo cáo; 4 nhiệm vụ chưa xong im lặng quá 90 ngày'."""
    said = f"{integer(found.reported)}/{integer(found.total)} nhiệm vụ đã có báo cáo"
    if not found.silent:
        return said
    return f"{said}; {integer(found.silent)} nhiệm vụ chưa xong im lặng quá {SILENT_DAYS} ngày"


def name(task: Row) -> str:
    """What a task is called: beside a score table its solution, as its title is the criterion's."""
    if task["kind"] == "scores":
        return str(task["solution"] or sentence_case(str(task["title"])))
    return sentence_case(str(task["title"]))


def short(text: str, most: int = _LONGEST_TITLE) -> str:
    """The first words of a text, at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0].rstrip(' ,;.:')} …"


def who(task: Row) -> str:
    """'Sở Tài chính và 2 đơn vị khác chủ trì'."""
    leads = list(task["leads"])
    if not leads:
        return "chưa rõ đơn vị chủ trì"
    more = f" và {integer(len(leads) - 1)} đơn vị khác" if len(leads) > 1 else ""
    return f"{leads[0]}{more} chủ trì"


def time_left(task: Row) -> str:
    """'trễ 12 ngày', 'còn 30 ngày', 'hạn hôm nay'; '' where there is no last day to wait for."""
    if task["days_late"]:
        return f"trễ {integer(task['days_late'])} ngày"
    if task["days_left"] is None:
        return ""
    return f"còn {integer(task['days_left'])} ngày" if task["days_left"] else "hạn hôm nay"


def deadline(task: Row) -> str:
    """Its time as printed; what a person said instead first, where somebody did."""
    printed = short(str(task["deadline"] or "không ghi thời hạn"), _LONGEST_TIME)
    return f"{task['due_said']} (in: {printed})" if task["due_said"] else printed


def reading(task: Row) -> str:
    """How its words of time were understood: 'đến hết 31/12/2021', 'lặp lại', 'chưa hiểu'."""
    kind, first, last = task["due_kind"], task["due_first"], task["due_last"]
    if kind == "none":
        return "không ghi"
    if kind == "unclear":
        return "chưa hiểu"
    if kind == "event":
        return f"chờ một việc khác{f', đến hết {day(last)}' if last else ''}"
    if kind == "recurring":
        return f"lặp lại{f', đến hết {day(last)}' if last else ''}"
    if last and not task["goes_on"]:
        return f"đến hết {day(last)}"
    return f"từ {day(first)}, không có ngày kết thúc" if first else "không có ngày kết thúc"


def day(value: date | None) -> str:
    """'31/12/2021'."""
    return f"{value:%d/%m/%Y}" if value else MISSING


def criterion(task: Row) -> str:
    """'PAR 6.1.2 Kinh phí …'; '' where the task is about none."""
    if not task["stake_code"]:
        return ""
    title = sentence_case(str(task["stake_title"]))
    return f"{task['stake_index']} {task['stake_code']} {title}"


def link(task: Row) -> str:
    """How a task is tied to its criterion, in words."""
    if task["link"] == "none" and task["linked"]:
        return NO_CRITERION
    return LINKS[str(task["link"])]


def _worth(task: Row) -> str:
    lost = task["lost_points"]
    return f"{points(lost)} điểm, " if lost else ""
