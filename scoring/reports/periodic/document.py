"""Báo cáo định kỳ as .docx in the form of official documents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
from docx.document import Document as Doc
from docx.shared import Pt

from scoring.analysis.messages import periods as words
from scoring.analysis.messages.commentary import commentary
from scoring.analysis.messages.targets import headline
from scoring.analysis.plans.coverage import counts, coverage
from scoring.analysis.plans.loads import loads
from scoring.analysis.plans.target_rows import target_rows
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.periods import Period, PeriodTasks, tasks_of_period
from scoring.reports import official
from scoring.reports.issuer import called, issuer_of
from scoring.reports.periodic import tables
from scoring.reports.periodic.tables import Grid
from scoring.reports.screens.words import sources

_SUBJECT = "công tác cải cách hành chính"
_SMALL = Pt(11)
_NOTE = Pt(10)


def periodic_report(
    review: Review,
    period: Period,
    told: pd.DataFrame,
    *,
    sentences: Sequence[str] | None = None,
    name: str = "",
) -> bytes:
    """The .docx of one period.

    Shape: `told` as the question progress_told gives it; `sentences` of the general situation, as
        generated for the end of the period unless somebody worded them; `name` of who signs.
    Raises: ValueError where the period begins after the day of the review.
    """
    found = tasks_of_period(review.board, told, period, review.day)
    issuer = issuer_of(review)
    made = official.document()
    official.page_numbers(made)
    official.letterhead(
        made, issuer.body, issuer.above, issuer.place, review.day, symbol=f"BC-{issuer.symbol}"
    )
    about = f"Kết quả {_SUBJECT} {words.period_name(period)} của {called(review)}"
    official.title(made, ["BÁO CÁO", about], ruled=True)
    _situation(made, sentences if sentences is not None else situation(review))
    _tasks(made, found)
    batches = _targets(made, review, found)
    _units(made, review, found)
    _ahead(made, found)
    end = official.clause(made, f"Trên đây là báo cáo {about[0].lower()}{about[1:]}./.")
    end.paragraph_format.keep_with_next = True  # the signature does not stand alone on a page
    _sources(made, review, [review.head.score_batch, *found.board["batch"], *batches])
    official.closing(made, _recipients(issuer.recipients), issuer.signing, name)
    return official.content(made, subject=f"Báo cáo {words.period_name(period)}")


def situation(review: Review) -> list[str]:
    """The commentary on the year's results; deadlines are told with the tasks of the period."""
    return commentary(replace(review, reminders=review.reminders.iloc[:0]))


def _situation(made: Doc, sentences: Sequence[str]) -> None:
    _heading(made, "I. TÌNH HÌNH CHUNG")
    for sentence in sentences or ("Chưa có bảng điểm, kết quả khảo sát của năm để nhận xét.",):
        official.clause(made, sentence)


def _tasks(made: Doc, found: PeriodTasks) -> None:
    _heading(made, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
    official.clause(made, words.standing(found))
    if found.board.empty:
        return
    _grid(made, tables.of_plans(found))
    official.clause(made, words.within(found))
    moved = found.board["task"].isin([*found.due_open["task"], *found.newly_late["task"]])
    for number, (title, none, rows, table) in enumerate(
        (
            (
                "Nhiệm vụ hoàn thành trong kỳ",
                "Không có nhiệm vụ nào được báo cáo hoàn thành trong kỳ.",
                found.done,
                tables.of_done,
            ),
            (
                "Nhiệm vụ đến hạn trong kỳ mà chưa xong, mới quá hạn trong kỳ",
                "Không có.",
                found.board[moved],
                tables.of_tasks,
            ),
        ),
        start=1,
    ):
        official.clause(made, f"{number}. {title}", bold=True)
        _listed(made, none, rows, table(rows))


def _targets(made: Doc, review: Review, found: PeriodTasks) -> list[str]:
    """The targets in the year of the period; gives their batches."""
    _heading(made, "III. CHỈ TIÊU")
    rows = target_rows(review.indicators, found.period.year)
    current = rows[~rows["past"] & (rows["plan_year"] <= found.period.year)]
    if current.empty:
        official.clause(made, f"Năm {found.period.year} không có chỉ tiêu nào đang phải đạt.")
        return []
    official.clause(made, f"{headline(current, found.period.year)}.")
    _grid(made, tables.of_targets(current))
    return list(current["batch"])


def _units(made: Doc, review: Review, found: PeriodTasks) -> None:
    _heading(made, "IV. ĐƠN VỊ THỰC HIỆN")
    units = review.task_units[review.task_units["task"].isin(found.board["task"])]
    held = loads(found.board, units)
    if held.empty:
        official.clause(made, "Chưa có nhiệm vụ nào nêu đơn vị.")
        return
    known = coverage(found.board, units, found.reports, since=found.period.first, today=found.day)
    for sentence in _heard(known, found):
        official.clause(made, sentence)
    _grid(made, tables.of_units(held, known, scored=found.board["lost_points"].notna().any()))


def _heard(known: pd.DataFrame, found: PeriodTasks) -> Iterator[str]:
    yield words.reporting(counts(known), found.period)
    never = known[known["never"] & (known["open"] > 0)]
    yield from words.unheard(known.loc[known["silent"], "unit"].tolist(), never["unit"].tolist())


def _ahead(made: Doc, found: PeriodTasks) -> None:
    name = words.period_name(found.period.after)
    _heading(made, f"V. NHIỆM VỤ TRỌNG TÂM {name.upper()}")
    official.clause(made, words.ahead(found))
    if not found.ahead.empty:
        _grid(made, tables.of_tasks(found.ahead))


def _heading(made: Doc, text: str) -> None:
    official.clause(made, text, bold=True)


def _listed(made: Doc, none: str, rows: pd.DataFrame, table: Grid) -> None:
    if rows.empty:
        official.clause(made, none)
    else:
        _grid(made, table)


def _grid(made: Doc, table: Grid) -> None:
    official.grid(made, table.header, table.rows, table.widths, numbers=table.numbers, size=_SMALL)
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _recipients(proposed: Sequence[str]) -> list[str]:
    """Those of a plan, to whom the report of it goes as well."""
    return [one.replace("tại Kế hoạch", "trong kế hoạch") for one in proposed]


def _sources(made: Doc, review: Review, batches: Sequence[object]) -> None:
    """Where the numbers were read, in small type before the signature."""
    for at, one in enumerate(sources(review, batches)):
        lead = "Nguồn số liệu: " if at == 0 else ""
        paragraph = official.clause(made, f"{lead}{one}.", italic=True)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        for run in paragraph.runs:
            run.font.size = _NOTE
