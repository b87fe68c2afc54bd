"""Commands on a year's review: what is said of it, and its slides, documents and workbooks."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.gathered import review as gathered
from scoring.analysis.review.periods import Period
from scoring.analysis.review.units import unit_frames
from scoring.analysis.review.worded import Worded, commentary_of, own_words, worded
from scoring.charts.standalone import drawn, program
from scoring.commands.answer import Answer, plain_value
from scoring.commands.days import asked_day
from scoring.commands.standing import whose
from scoring.commands.writing import refusal
from scoring.reports.appendix.document import appendix_document
from scoring.reports.appendix.layout import appendix
from scoring.reports.appendix.workbook import appendix_workbook
from scoring.reports.blocks import Screen
from scoring.reports.periodic.document import periodic_report
from scoring.reports.plan_document.document import plan_document
from scoring.reports.screens.sequence import screens
from scoring.reports.single_page.page import single_page
from scoring.reports.slides.deck import deck
from scoring.reports.slides.template import TemplateProblem
from scoring.reports.unit_sheets.bundle import unit_sheets
from scoring.reports.unit_sheets.sheet import unit_sheet
from scoring.reports.workbook.book import workbook
from scoring.settings import Settings
from scoring.store import Store

NO_DAY = "Ngày phải viết như 2026-11-20."


class Refused(Exception):
    """Why a document cannot be made, with its cure."""


@dataclass(frozen=True)
class Asked:
    """What a document is made of."""

    args: Namespace
    store: Store
    review: Review
    worded: Worded | None

    @property
    def commentary(self) -> tuple[str, ...]:
        """What is said of the year."""
        return commentary_of(self.review, self.worded)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The screens of the year."""
        return screens(self.review, self.commentary)


def commentary(args: Namespace, settings: Settings) -> Answer:
    """What is said of a year in a few sentences, as people worded it or by rules."""
    try:
        asked = _asked(args, settings)
    except Refused as error:
        return _refused(args, str(error))
    value = _scope(args) | {"sentences": list(asked.commentary)}
    return Answer(0, value, asked.commentary or ["Chưa có gì để nhận xét."])


def screens_of(args: Namespace, settings: Settings) -> Answer:
    """The screens of a meeting, with every number that stands on them."""
    try:
        asked = _asked(args, settings)
    except Refused as error:
        return _refused(args, str(error))
    made = asked.screens
    lines = [f"{one.key}: {one.message}" for one in made]
    return Answer(0, plain_value(_scope(args) | {"screens": [asdict(one) for one in made]}), lines)


def export(args: Namespace, settings: Settings) -> Answer:
    """Write one document of a year.

    Shape: args.kind (pptx, docx, xlsx, html), args.document; the other options as the document
        takes them.
    """
    out = Path(args.out)
    write = _WRITERS.get((args.kind, args.document or _USUAL[args.kind]))
    try:
        if write is None:
            raise Refused(_no_such(args))
        content = write(_asked(args, settings))
    except (Refused, TemplateProblem) as error:
        return _refused(args, str(error))
    if said := refusal(out, content):
        return _refused(args, said)
    value = _scope(args) | {"kind": args.kind, "out": str(out), "written": True}
    return Answer(0, value, [f"Đã ghi {out}."])


def _asked(args: Namespace, settings: Settings) -> Asked:
    day = asked_day(args.on)
    if day is None:
        raise Refused(NO_DAY)
    store, known, _ = intake.open_everything(settings)
    one = whose(store, known, args.organisation, args.year, "scopes_of")
    sets = known.criteria_sets
    try:
        with store.one_state() as query:
            found = gathered(query, one.id, args.year, day, breaks=known.breaks, sets=sets)
            said = worded(query, one.id, args.year)
    except KeyError:
        raise Refused(_nothing(args)) from None
    return Asked(args, store, found, said)


def _nothing(args: Namespace) -> str:
    return (
        f"Chưa nạp số liệu của {args.organisation} năm {args.year}: xem lệnh scopes để biết đã "
        "nạp những cơ quan, năm nào."
    )


def _slides(asked: Asked) -> bytes:
    chosen = [one.strip() for one in asked.args.slides.split(",")] if asked.args.slides else None
    template = _content(asked.args.template) if asked.args.template else None
    known = [one.key for one in asked.screens]
    if chosen is not None and not set(chosen) <= set(known):
        raise Refused(f"Không có slide tên như vậy; các slide có: {', '.join(known)}.")
    return deck(asked.screens, body=asked.review.name, template=template, chosen=chosen)


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise Refused(f"Không đọc được {path}: {error.strerror or error}.") from None


def _plan(asked: Asked) -> bytes:
    return plan_document(asked.review, asked.commentary)


def _appendix(write: Callable[..., bytes]) -> Callable[[Asked], bytes]:
    def written(asked: Asked) -> bytes:
        layout = appendix(asked.review)
        if layout is None:
            raise Refused("Phụ lục cần bảng điểm của năm; hiện chưa nạp bảng điểm nào.")
        return write(layout)

    return written


def _units(asked: Asked) -> bytes:
    """One unit's sheet; without a unit those of all in a .zip."""
    frames = unit_frames(asked.store.query, asked.review)
    if asked.args.unit:
        try:
            return unit_sheet(frames, asked.args.unit)
        except KeyError:
            known = ", ".join(frames.named) or "không đơn vị nào"
            said = f"Không có đơn vị {asked.args.unit}; các đơn vị được nêu: {known}."
            raise Refused(said) from None
    if Path(asked.args.out).suffix.lower() != ".zip":
        raise Refused("Phiếu của mọi đơn vị là tệp .zip: đổi đuôi của tệp ghi, hoặc nêu --unit.")
    if not frames.named:
        raise Refused("Không đơn vị nào được nêu là chủ trì, phối hợp: chưa có phiếu nào để ghi.")
    return unit_sheets(frames)


def _report(asked: Asked) -> bytes:
    period = Period(asked.args.period, asked.review.day.year)
    told = questions.ask(asked.store.query, "progress_told", organisation=asked.review.organisation)
    try:
        own = own_words(asked.review, asked.worded)
        return periodic_report(asked.review, period, told, sentences=own)
    except ValueError:
        raise Refused(
            f"Kỳ báo cáo chưa bắt đầu vào ngày {asked.review.day:%d/%m/%Y}: chọn --period khác "
            "hoặc --on muộn hơn."
        ) from None


def _told(asked: Asked) -> dict[str, Any]:
    """The title and what was chosen, as workbook and page print them."""
    found = asked.review
    chosen = (
        f"Cơ quan: {found.name}",
        f"Năm đánh giá: {found.year}",
        f"Tính đến ngày: {found.day:%d/%m/%Y}",
    )
    return {"title": f"{found.name}, năm {found.year}", "filters": chosen}


def _workbook(asked: Asked) -> bytes:
    return workbook(asked.screens, **_told(asked))


def _page(asked: Asked) -> bytes:
    return single_page(asked.screens, **_told(asked), drawn=drawn, program=program())


_USUAL = {"pptx": "screens", "docx": "plan", "xlsx": "screens", "html": "screens"}
_WRITERS: dict[tuple[str, str], Callable[[Asked], bytes]] = {
    ("pptx", "screens"): _slides,
    ("docx", "plan"): _plan,
    ("docx", "appendix"): _appendix(appendix_document),
    ("docx", "unit"): _units,
    ("docx", "report"): _report,
    ("xlsx", "screens"): _workbook,
    ("xlsx", "appendix"): _appendix(appendix_workbook),
    ("html", "screens"): _page,
}


def _no_such(args: Namespace) -> str:
    known = sorted(document for kind, document in _WRITERS if kind == args.kind)
    return f"Tệp {args.kind} không có tài liệu {args.document}; có: {', '.join(known)}."


def _scope(args: Namespace) -> dict[str, object]:
    return {"organisation": args.organisation, "year": args.year}


def _refused(args: Namespace, said: str) -> Answer:
    return Answer(1, _scope(args) | {"error": said}, [said])
