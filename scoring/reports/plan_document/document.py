"""The plan as .docx in the form of Nghị định 30/2020/NĐ-CP, ready to be edited and signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Doc

from scoring.analysis.review.gathered import Review
from scoring.reports.issuer import BLANK, Issuer, issuer_of
from scoring.reports.official import (
    clause,
    closing,
    content,
    document,
    letterhead,
    page_numbers,
    source_footer,
    title,
)
from scoring.reports.plan_document import words
from scoring.reports.plan_document.chapters import chapters, plan_year
from scoring.reports.plan_document.duties import Numbered, by_unit, numbered
from scoring.reports.plan_document.items import Group
from scoring.reports.plan_document.parts import domains, factors, listed, unit_duties
from scoring.reports.screens.words import sources

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_PURPOSE = "MỤC ĐÍCH, YÊU CẦU"
_RESULT = "KẾT QUẢ VÀ NGUYÊN NHÂN"
_MEND = "TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CẦN KHẮC PHỤC"
_TASKS = "NHIỆM VỤ, GIẢI PHÁP"
_RAISE = "NÂNG CAO CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC (SIPAS)"
_KEEP = "TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN CẦN DUY TRÌ"
_ORGANISE = "TỔ CHỨC THỰC HIỆN"


@dataclass(frozen=True)
class _Draft:
    """A plan that is being written."""

    made: Doc
    review: Review
    issuer: Issuer
    year: int
    commentary: Sequence[str]


def plan_document(
    review: Review,
    commentary: Sequence[str],
    *,
    issuer: Issuer | None = None,
    year: int | None = None,
    number: str = "",
    day: date | int | None = None,
) -> bytes:
    """The draft of the plan of a year, with blanks where only people know.

    Shape: `commentary` are the sentences of Nhận xét; `year` the plan's, proposed where None;
        `number` without its symbol: '6006'; `day` of issue, only its year where not known.
    """
    own, planned = issuer or issuer_of(review), year or plan_year(review)
    asked = chapters(review, planned)
    mend = bool(asked.mend or asked.raise_ or len(review.satisfaction))
    about = words.subject(review, own, planned, mended=mend or not words.nothing_lost(review))
    made = document()
    page_numbers(made)
    source_footer(made, _sources(review, planned))
    dated = day or review.day.year
    letterhead(
        made, own.body, own.above, own.place, dated, symbol=f"KH-{own.symbol}", number=number
    )
    made.add_paragraph().paragraph_format.space_after = 0
    title(made, ["KẾ HOẠCH", about], ruled=True)
    clause(made, words.opening(review, own, about))
    draft = _Draft(made, review, own, planned, commentary)
    roman = iter(_ROMAN)
    _purpose(draft, next(roman))
    _result(draft, next(roman))
    items: list[Numbered] = []
    first = _MEND if asked.criteria_only else _TASKS
    for heading, groups in ((first, asked.mend), (_RAISE, asked.raise_), (_KEEP, asked.keep)):
        if groups or (heading == _RAISE and len(review.satisfaction)):
            items += _chapter(draft, next(roman), heading, groups)
    _organise(draft, next(roman), items)
    clause(made, words.ending(about), keep=True)
    closing(made, own.recipients, own.signing)
    return content(made, subject=f"Kế hoạch {about[0].lower()}{about[1:]}")


def _sources(review: Review, year: int) -> tuple[str, ...]:
    tasks = review.board[review.board["year"] == year]
    read = [review.head.score_batch, review.head.satisfaction_batch, *tasks["batch"]]
    return sources(review, read)


def _purpose(draft: _Draft, number: str) -> None:
    clause(draft.made, f"{number}. {_PURPOSE}", bold=True)
    clause(draft.made, "1. Mục đích", bold=True)
    _dashes(draft, words.purposes(draft.review, draft.year))
    clause(draft.made, "2. Yêu cầu", bold=True)
    _dashes(draft, words.demands(draft.year))


def _result(draft: _Draft, number: str) -> None:
    clause(draft.made, f"{number}. {_RESULT}", bold=True)
    clause(draft.made, "1. Kết quả", bold=True)
    # Without results the commentary is about the very tasks that the plan is to ask for.
    told = draft.commentary if draft.review.head.index or len(draft.review.satisfaction) else ()
    _dashes(draft, told or [BLANK])
    domains(draft.made, draft.review)
    clause(draft.made, "2. Tồn tại, hạn chế và nguyên nhân", bold=True)
    _dashes(draft, [*words.shortcomings(draft.review), f"Nguyên nhân: {BLANK}"])


def _chapter(
    draft: _Draft, number: str, heading: str, groups: Sequence[Group]
) -> Iterator[Numbered]:
    clause(draft.made, f"{number}. {heading}", bold=True)
    if heading == _RAISE:
        factors(draft.made, draft.review)
    for at, group in enumerate(groups, start=1):
        alone = len(groups) == 1
        if not alone:
            clause(draft.made, f"{at}. {group.title}", bold=True)
        listed(draft.made, group.items, "" if alone else f"{at}.")
    return numbered(number, groups)


def _organise(draft: _Draft, number: str, items: Sequence[Numbered]) -> None:
    made, issuer = draft.made, draft.issuer
    clause(made, f"{number}. {_ORGANISE}", bold=True)
    clause(made, "1. Các cơ quan, đơn vị được giao chủ trì, phối hợp", bold=True)
    _dashes(draft, words.leading(issuer))
    units = by_unit(items)
    if units:
        clause(made, "Nội dung được giao (ghi theo số mục của Kế hoạch):")
        unit_duties(made, units)
    clause(made, f"2. {issuer.watching}: {words.watching()}")
    clause(made, f"3. Kinh phí thực hiện: {BLANK}")


def _dashes(draft: _Draft, lines: Sequence[str]) -> None:
    for line in lines:
        clause(draft.made, f"- {line}")
