"""What does the sheet of one unit say beside its numbers?"""

from collections.abc import Iterator, Mapping

from scoring.analysis.messages import unit_view as of_units
from scoring.analysis.messages.losses import NO_LOSS
from scoring.analysis.messages.tasks import STATES, heavy, short
from scoring.analysis.messages.units import unit as unit_points
from scoring.analysis.questions import Row
from scoring.analysis.review.units import UnitFrames, UnitView
from scoring.text.format import integer, points, share

_MOST_GROUPS = 2  # named in a sentence
_LONGEST = 60  # characters of a name within a sentence
GROUP = "Đây là một nhóm: tệp không nêu đích danh đơn vị nào trong nhóm"


def told(frames: UnitFrames, view: UnitView) -> list[str]:
    """The sentences at the head of the sheet, each with its full stop."""
    return [f"{one.rstrip('.')}." for one in _told(frames, view) if one]


def _told(frames: UnitFrames, view: UnitView) -> Iterator[str | None]:
    review, name = frames.review, short(view.unit, _LONGEST)
    if not review.board.empty:
        yield of_units.unit_tasks(name, view.led, len(view.helped))
    if review.criteria.empty:
        yield f"Chưa có bảng điểm năm {review.year}, nên chưa biết điểm mất theo tiêu chí"
    elif view.points is None:
        yield f"Bảng điểm năm {review.year} không nêu đơn vị này"
    else:
        yield unit_points(name, view.criteria)
        yield place(view)
        yield _change(frames, view)
    yield from _weight(frames, view)
    if view.unit_group:
        yield GROUP
    if view.through:
        yield through(view.through, counted=frames.members)


def place(view: UnitView) -> str | None:
    """'Chia đều, đơn vị mất nhiều điểm thứ 1 trong 3 đơn vị nêu đích danh có chủ trì'."""
    if view.place is None:
        return None
    rank, field = view.place
    of = f"{integer(field)} đơn vị nêu đích danh có chủ trì tiêu chí"
    if field == 1:
        return "Đây là đơn vị duy nhất được nêu đích danh chủ trì tiêu chí"
    if view.points is not None and not view.points["shared"]:
        return f"Đơn vị thuộc nhóm không mất điểm trong {of}"
    return f"Chia đều, đơn vị mất nhiều điểm thứ {integer(rank)} trong {of}"


def through(counts: Mapping[str, int], *, counted: bool) -> str:
    """Which groups it belongs to, and whether what they have is counted on the sheet."""
    first = {short(group, _LONGEST): counts[group] for group in list(counts)[:_MOST_GROUPS]}
    others = len(counts) - len(first)
    more = f" và {integer(others)} nhóm khác" if others else ""
    if counted:
        return f"{of_units.through(first)}{more}"
    parts = [f"“{group}” ({integer(count)} nhiệm vụ)" for group, count in first.items()]
    named = f"{', '.join(parts)}{more}"
    return f"Đơn vị còn thuộc nhóm {named}; phần của nhóm không tính vào phiếu này"


def of_whole(view: UnitView, lost: float) -> str:
    """What the three ways of counting are parts of."""
    told = f"Điểm mất của mọi tiêu chí: {points(lost)}"
    row = view.points
    if row is None or row["shared_share"] is None or not row["led"]:
        return told
    return f"{told}; chia đều, đơn vị chịu {share(row['shared_share'])}"


def states(view: UnitView) -> str:
    """'Chủ trì: 2 quá hạn, 1 đang làm; phối hợp 6'."""
    counted = view.led["status"].value_counts()
    parts = [
        f"{integer(counted[state])} {words.lower()}"
        for state, words in STATES.items()
        if counted.get(state, 0)
    ]
    led = f"Chủ trì {integer(len(view.led))} nhiệm vụ"
    told = f"{led}: {', '.join(parts)}" if parts else led
    return f"{told}; phối hợp {integer(len(view.helped))} nhiệm vụ."


def more(led: int, helped: int) -> str:
    """How many tasks found no room: 'Còn 12 nhiệm vụ chủ trì và 5 nhiệm vụ phối hợp khác'."""
    parts = [(led, "chủ trì"), (helped, "phối hợp")]
    named = [f"{integer(count)} nhiệm vụ {role}" for count, role in parts if count]
    return f"Còn {' và '.join(named)} khác, xem trên trang Đơn vị."


def no_criteria(view: UnitView) -> str:
    """Why the list of the largest losses is empty."""
    if not (view.criteria["role"] == "lead").any():
        return "Không chủ trì tiêu chí nào."
    return f"{NO_LOSS} chủ trì."


def _change(frames: UnitFrames, view: UnitView) -> str | None:
    if frames.year_before is None or frames.before.empty:
        return None
    year = frames.review.year
    return of_units.unit_change(view.now, view.before, year, frames.year_before)


def _weight(frames: UnitFrames, view: UnitView) -> Iterator[str | None]:
    """How much of the named points it leads over all plans, as the page says it."""
    load: Row | None = view.load
    if load is not None:
        yield from heavy(frames.loads[frames.loads["unit"] == view.unit])
        yield None if load["heavy"] else of_units.named_share(load)
