"""Templates to download: filled in, they are read without a single problem."""

from collections.abc import Mapping, Sequence

from scoring.ingest.reference import CriteriaSet, Factor, Organisation, Reference
from scoring.sheets import guides
from scoring.sheets.score_lines import Filled as Filled
from scoring.sheets.score_template import score_sheet
from scoring.sheets.template_book import FIRST_ROW, Column, Head, Page, template
from scoring.text.words import sort_key

_TITLES = {
    "PAR": "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)",
    "SIPAS": "CHỈ SỐ HÀI LÒNG (SIPAS)",
    "PAPI": "CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG (PAPI)",
    "PCI": "CHỈ SỐ NĂNG LỰC CẠNH TRANH (PCI)",
}
_RANKED = {
    "tỉnh": ("CÁC TỈNH, THÀNH PHỐ", "Tỉnh, thành phố"),
    "bộ": ("CÁC BỘ, CƠ QUAN NGANG BỘ", "Bộ, cơ quan ngang bộ"),
    "sở": ("CÁC SỞ, BAN, NGÀNH", "Cơ quan, đơn vị"),
    "huyện": ("CẤP HUYỆN", "Cơ quan, đơn vị"),
    "xã": ("CẤP XÃ", "Cơ quan, đơn vị"),
}
_PERCENT: Mapping[str, object] = {
    "validate": "decimal",
    "criteria": "between",
    "minimum": 0,
    "maximum": 100,
    "error_title": "Số không hợp lệ",
    "error_message": "Nhập một số từ 0 đến 100, ví dụ 83,99.",
}


def score_template(
    criteria_set: CriteriaSet,
    *,
    organisation: str,
    year: int,
    units: Sequence[str] = (),
    filled: Mapping[str, Filled] | None = None,
) -> bytes:
    """A score table to fill in; `filled` gives points by code that are known already."""
    head = Head(
        "Bảng điểm",
        f"BẢNG ĐIỂM {index_title(criteria_set.index_name)} NĂM {year}",
        organisation,
        guides.HOW,
        guides.scores(criteria_set),
        units,
    )
    return score_sheet(head, criteria_set, filled or {})


def set_to_fill(reference: Reference, index: str, level: str, year: int) -> CriteriaSet:
    """The criteria set that a score table of this year is filled in by; blank where none is known.

    A set without criteria gives a template with blank rows.
    """
    known = reference.criteria_set(index, level, year)
    if known is not None:
        return known
    title = f"chưa có trong danh mục (chỉ số {index}, cấp {level}, năm {year})"
    return CriteriaSet("", index, level, year, year, None, None, title, "", {})


def satisfaction_template(
    factors: Sequence[Factor],
    *,
    organisation: str,
    year: int,
    percents: Mapping[str, float] | None = None,
) -> bytes:
    """The factors of satisfaction with their percentages and next year's targets to fill in."""
    columns = (
        Column("STT", 8),
        Column("Yếu tố", 56),
        Column("Tỷ lệ (%)", 14),
        Column(f"Mục tiêu năm {year + 1}", 50),
    )
    title = f"KẾT QUẢ {index_title('SIPAS')} NĂM {year}"
    head = Head("SIPAS", title, organisation, guides.HOW, guides.SATISFACTION)

    def write(page: Page) -> int:
        for row, factor in enumerate(factors, FIRST_ROW):
            page.text(row, 0, "" if factor.overall else factor.code, "text")
            page.text(row, 1, factor.title, "heading" if factor.overall else "open text")
            page.number(row, 2, (percents or {}).get(factor.code), "fill points")
            page.allow(row, 2, **_PERCENT)
            page.text(row, 3, "", "fill text")
            page.allow(row, 3, **guides.TARGET_RULE)
        return FIRST_ROW + len(factors)

    return template(head, columns, write)


def league_template(
    organisations: Sequence[Organisation],
    *,
    index: str,
    level: str,
    year: int,
    organisation: str | None = None,
    values: Mapping[str, float] | None = None,
) -> bytes:
    """The organisations of a level by name, their values to fill in; ranks compute themselves.

    Shape: `organisation` is whose departments are ranked, None for the whole country;
        `values` by organisation id.
    """
    ranked, name = _RANKED.get(level, ("CÁC ĐƠN VỊ", "Cơ quan, đơn vị"))
    columns = (
        Column("STT", 8),
        Column(name, 56),
        Column("Chỉ số tổng hợp (%)", 18),
        Column("Xếp hạng", 12),
    )
    title = f"XẾP HẠNG {index_title(index)} {ranked} NĂM {year}"
    head = Head("Xếp hạng", title, organisation, guides.HOW, guides.LEAGUE)
    listed = sorted(organisations, key=lambda one: sort_key(one.name))
    given = [(values or {}).get(one.id) for one in listed]
    last = FIRST_ROW + len(listed)

    def write(page: Page) -> int:
        for row, (one, value) in enumerate(zip(listed, given, strict=True), FIRST_ROW):
            page.text(row, 0, str(row - FIRST_ROW + 1), "text")
            page.text(row, 1, one.name, "text")
            page.number(row, 2, value, "fill points")
            page.allow(row, 2, **_PERCENT)
            formula = f'=IF(C{row + 1}="","",RANK(C{row + 1},$C${FIRST_ROW + 1}:$C${last}))'
            above = sum(other is not None and other > (value or 0) for other in given)
            page.formula(row, 3, formula, None if value is None else above + 1, "rank")
        return last

    return template(head, columns, write)


def index_title(index: str) -> str:
    """An index as a title names it."""
    return _TITLES.get(index, f"CHỈ SỐ {index}")
