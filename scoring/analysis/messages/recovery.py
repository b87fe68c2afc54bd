"""What is said of what it would take to reach a level."""

from scoring.analysis.messages.index import trimmed
from scoring.analysis.review.recovery import Recovery
from scoring.text.format import integer, percent, points


def headline(found: Recovery) -> str:
    """'Lấy lại đủ 6 tiêu chí mất nhiều nhất thì chỉ số đạt 90,12 %, vào mức từ 90 %'."""
    last = found.steps.iloc[-1 if found.count is None else found.count - 1]
    how_many = len(found.steps) if found.count is None else found.count
    after = percent(last["index_after"])
    if found.bound is None:
        return f"Lấy lại đủ {integer(how_many)} tiêu chí mất điểm thì chỉ số đạt {after}"
    bound = f"{trimmed(found.bound)}\u00a0%"
    if found.count is None:
        return (
            f"Lấy lại đủ cả {integer(how_many)} tiêu chí thì chỉ số đạt {after}, vẫn dưới {bound}"
        )
    most = "tiêu chí mất nhiều nhất" if how_many == 1 else f"{how_many} tiêu chí mất nhiều nhất"
    gained = points(last["recovered"])
    return f"Lấy lại đủ {most} ({gained} điểm) thì chỉ số đạt {after}, lên mức từ {bound}"
