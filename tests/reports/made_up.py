"""A made-up year of any size, with texts that documents have to bear; nobody's results."""

from datetime import date
from random import Random

from scoring.analysis.questions import ask
from scoring.analysis.review.gathered import Review, review
from scoring.store import Store
from tests.analysis.material import load_scores
from tests.analysis.plans.material import load_plan

ORGANISATION, YEAR, DAY = "gia-lap", 2025, date(2026, 8, 15)
LONG = "Rà soát, sửa đổi, bổ sung quy trình nội bộ giải quyết thủ tục hành chính giả lập " * 4
TITLES = (
    LONG,
    "<b>Đậm</b> & \x07=SUM(A1:A9) ]]> &amp;",
    "Ứng" * 120,
    "W" * 300,
    "Ngắn",
    "Đánh giá mức độ hài lòng — 100 % “giả lập”",
)
DEADLINES = ("Quý I/2026", "Trước ngày 15/02/2026", "Tháng 6/2026", "Quý III/2026", "Quý IV/2026")
OTHER_DEADLINES = ("Thường xuyên", "Trong năm 2026 và các năm tiếp theo", "")


def unit_name(number: int) -> str:
    """A name that is told from the others at its end; some are long."""
    more = " Phát triển nguồn nhân lực và Hợp tác quốc tế giả lập" if number % 7 == 3 else ""
    return f"Sở Giả lập{more} {number}"


def made_up(store: Store, *, units: int = 40, tasks: int = 200, seed: int = 1) -> Review:
    """The review of a score table and a plan that name so many units."""
    random = Random(seed)
    load_scores(store, _scores(units, random), organisation=ORGANISATION, year=YEAR)
    rows = [_task(at, units, random) for at in range(tasks)]
    load_plan(store, *rows, organisation=ORGANISATION, year=YEAR + 1, plan="1/KH-GL")
    return review(store.query, ORGANISATION, YEAR, DAY)


def told_of(store: Store):
    """Everything that was reported of the tasks."""
    return ask(store.query, "progress_told", organisation=ORGANISATION)


def _scores(units: int, random: Random) -> str:
    lines = ["STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì | Phối hợp"]
    leaves = []
    for at in range(3 * units):
        most = random.randrange(25, 301, 25)
        got = random.randrange(most + 1)
        other = (at + 1 + random.randrange(units - 1)) % units
        lead = unit_name(at % units) + (f"; {unit_name(other)}" * (at % 3 == 0))
        title = TITLES[at % len(TITLES)].replace("|", " ")
        leaves.append((at, title, most, got, lead, unit_name(random.randrange(units))))
    whole, kept = sum(one[2] for one in leaves), sum(one[3] for one in leaves)
    lines.append(
        f"1 | Giả lập | {_printed(whole)} | {_printed(kept)} | {_printed(whole - kept)} | |"
    )
    lines += [
        f"1.{at + 1} | {title} | {_printed(most)} | {_printed(got)} | {_printed(most - got)}"
        f" | {lead} | {helper}"
        for at, title, most, got, lead, helper in leaves
    ]
    return "\n".join(lines)


def _task(at: int, units: int, random: Random) -> dict[str, str]:
    deadlines = OTHER_DEADLINES if at % 6 == 5 else DEADLINES
    return {
        "code": str(at + 1),
        "title": f"{at + 1} {TITLES[at % len(TITLES)]}",
        "lead": unit_name(0 if at % 4 == 0 else random.randrange(units)),
        "coordinating": f"{unit_name(random.randrange(units))}; Các sở, ban, ngành *",
        "deadline": random.choice(deadlines),
    }


def _printed(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02d}"
