"""What is said of a plan that is being written, and of notes and conclusions?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from scoring.analysis.messages import tasks as of_tasks
from scoring.analysis.messages.target_words import kind as kind_word
from scoring.analysis.messages.target_words import trimmed
from scoring.analysis.plans.draft_readings import Doubt, Reading
from scoring.analysis.questions import Row
from scoring.text.deadlines import Deadline
from scoring.text.format import integer
from scoring.text.targets import Target
from scoring.text.units import Unit

_DOUBTS: Mapping[Doubt, str] = {
    "unread": "chưa đọc được thành một dòng: ghi tên, và chủ trì, sản phẩm hoặc thời hạn",
    "otherwise": "sẽ đọc là “{}”",
    "no_task": "chưa ghi nhiệm vụ",
    "no_lead": "chưa có chủ trì",
    "group_only": "chủ trì chỉ là nhóm “{}”, chưa rõ đầu mối",
    "unit_unknown": "đơn vị “{}” chưa có trong danh mục",
    "no_deadline": "chưa có thời hạn",
    "unclear": "chưa hiểu thời hạn “{}”",
    "goal_unread": "chưa hiểu mức trong “{}”",
    "aim_unread": "chưa hiểu mức “{}”",
    "no_due": "chưa rõ năm phải đạt",
}
_LONGEST = 60  # characters of a quoted text


def doubts(reading: Reading) -> str:
    """What of a row is to be looked at: 'chưa có chủ trì; chưa hiểu thời hạn “sớm”'."""
    told = (
        _DOUBTS[doubt].format(of_tasks.short(words, _LONGEST)) for doubt, words in reading.doubts
    )
    return "; ".join(dict.fromkeys(told))


def checked(readings: Sequence[Reading], kind: str) -> str:
    """'12 nhiệm vụ; 3 nhiệm vụ cần xem lại: 2 chưa có chủ trì, 1 chưa hiểu thời hạn'."""
    what = "chỉ tiêu" if kind == "targets" else "nhiệm vụ"
    total = f"{integer(len(readings))} {what}"
    doubtful = sum(bool(one.doubts) for one in readings)
    if not doubtful:
        return f"{total}, đọc được hết"
    counts = Counter(name for one in readings for name in {doubt for doubt, _ in one.doubts})
    kinds = ", ".join(f"{integer(count)} {_SHORT[name]}" for name, count in counts.most_common())
    return f"{total}, {integer(doubtful)} {what} cần xem lại: {kinds}"


_SHORT: Mapping[Doubt, str] = {
    "unread": "chưa đọc được",
    "otherwise": "đọc khác lời gõ",
    "no_task": "chưa ghi nhiệm vụ",
    "no_lead": "chưa có chủ trì",
    "group_only": "chỉ có nhóm chủ trì",
    "unit_unknown": "có đơn vị chưa có trong danh mục",
    "no_deadline": "chưa có thời hạn",
    "unclear": "chưa hiểu thời hạn",
    "goal_unread": "chưa hiểu mức trong mục tiêu",
    "aim_unread": "chưa hiểu mức phải đạt",
    "no_due": "chưa rõ năm phải đạt",
}


def due(found: Deadline | None) -> str:
    """How words of time are read: 'đến hết 31/03/2023', 'lặp lại'; '' for none."""
    if found is None:
        return ""
    row = {"due_kind": found.kind, "due_first": found.first, "due_last": found.last}
    return of_tasks.reading(row | {"goes_on": found.goes_on})


def units(found: Sequence[Unit]) -> str:
    """'Sở Tài chính; các sở, ban, ngành (nhóm)'."""
    return "; ".join(f"{unit.name} (nhóm)" if unit.group else unit.name for unit in found)


def goals(found: Sequence[Target]) -> str:
    """'đạt tối thiểu 86 % vào năm 2023; tăng 2 điểm % so với 2022'."""
    return "; ".join(map(_goal, found))


def _goal(goal: Target) -> str:
    sign = "điểm %" if goal.kind == "rise" and goal.percent else goal.measure or ""
    level = "" if goal.kind == "rank" else f"\u00a0{sign}" if sign else ""
    base = ""
    if goal.kind == "rise" and goal.base_year:
        value = "" if goal.base_value is None else f" ({trimmed(goal.base_value)})"
        base = f" so với {goal.base_year}{value}"
    by = f" vào năm {goal.due_year}" if goal.due_year else ""
    return f"{kind_word({'kind': goal.kind})} {trimmed(goal.amount)}{level}{base}{by}"


def went_to(note: Row) -> str:
    """Where a conclusion went: 'Đã thành nhiệm vụ 12 Công khai TTHC (kế hoạch 76/KH-SVHTT)'."""
    if note["task"] is None:
        return "Chưa thành nhiệm vụ"
    named = " ".join(part for part in (note["task_code"], note["task_name"]) if part)
    plan = f"kế hoạch {note['task_plan'] or 'không số'} năm {note['task_year']}"
    return f"Đã thành nhiệm vụ {of_tasks.short(named)} ({plan})"


def about(note: Row) -> str:
    """What a note is about: 'PAR 6.1.2 Kinh phí', 'Sở Tài chính', 'Cả năm 2022'."""
    criterion = " ".join(
        part for part in (note["index_name"] if note["code"] else "", note["code"]) if part
    )
    if note["code"] and note["title"]:
        criterion = f"{criterion} {of_tasks.short(note['title'])}"
    told = [part for part in (criterion, note["unit"]) if part]
    return " · ".join(told) or f"Cả năm {note['year']}"


def headline(notes: Sequence[Row]) -> str:
    """'7 ghi chú, trong đó 3 kết luận họp; 1 kết luận chưa thành nhiệm vụ'."""
    concluded = [one for one in notes if one["conclusion"]]
    waiting = sum(one["task"] is None for one in concluded)
    told = f"{integer(len(notes))} ghi chú"
    if not concluded:
        return told
    told += f", trong đó {integer(len(concluded))} kết luận họp"
    if not waiting:
        return f"{told}, đều đã thành nhiệm vụ"
    return f"{told}; {integer(waiting)} kết luận chưa thành nhiệm vụ"
