"""Which rows of a table repeat the others: totals, subtotals, averages; and which give a bonus."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import Cell
from scoring.text.words import fold

_REPEATS = r"(?:tổng|cộng|trung bình|bình quân|tb|trung vị|cao nhất|thấp nhất)\b"
_TOTAL = re.compile(rf"(?:(?:giá trị|chỉ số|điểm|số) )*{_REPEATS}|toàn (?:tỉnh|quốc)\b|total\b|∑")
_OF_ALL = r"(?: (?:toàn tỉnh|chung|của tỉnh|của đơn vị|các lĩnh vực|năm \d{4}))*"
_SUM = r"(?:điểm )?(?:tổng cộng|tổng số|tổng|cộng tổng|cộng|total|∑)(?: cộng)?(?: số)?(?: điểm)?"
_KIND = r"(?: (?:chuẩn|tối đa|đạt được|đạt|thẩm định|tự đánh giá|tự chấm|chung))*"
_NUMBERS = r"(?:[ivxl]+|[a-h]|\d{1,2}(?:\.\d{1,2})*)"
_GRAND = re.compile(
    rf"(?:{_SUM}{_KIND}{_OF_ALL}|tc)"
    rf"(?: ?\(? ?(?:{_NUMBERS} ?[+;,] ?)+(?:{_NUMBERS}|…|\.\.\.) ?\)?)?[:.]?"
)
_INDEX = re.compile(
    r"(?:(?:kết quả|giá trị) )?(?:chỉ số )?"
    r"(?:chỉ số (?:cchc|cải cách hành chính)|cchc|par ?-?index|chỉ số tổng hợp)"
    rf"(?: \(?%\)?| \(par ?-?index\))*{_OF_ALL}[:.]?"
)
_OF_A_PART = rf"{_SUM}{_KIND} (?:(?:của )?(?:lĩnh vực|mục|phần|nhóm|tiêu chí|nội dung)\b ?)"
_PART = re.compile(
    rf"(?:{_OF_A_PART}|{_SUM}{_KIND} )(?:số )?{_NUMBERS}(?: ?[:.)–-].*)?",
    re.S,
)
_AVERAGE = re.compile(r"(?:(?:giá trị|chỉ số|điểm|số) )*(?:trung|bình|tb|cao nhất|thấp nhất)\b")
_NAMED_PART = re.compile(_OF_A_PART)
_BONUS = re.compile(r"(?:tổng )?điểm (?:thưởng|cộng|trừ|phạt|khuyến khích)\b(?! tổng)", re.S)
_SECTIONS = re.compile(rf"{_NUMBERS}(?: ?\+ ?{_NUMBERS})+")
_BEGINS = ("tổng", "cộng", "điểm", "tota", "∑", "tc")  # other titles are those of no total


@dataclass(frozen=True)
class Totals:
    """The rows that are surely totals, whatever their code."""

    grand: frozenset[int] = frozenset()  # of the whole table
    parts: frozenset[int] = frozenset()

    @property
    def rows(self) -> frozenset[int]:
        """All of them."""
        return self.grand | self.parts


def totals_among(titles: Sequence[str], cells: Sequence[Cell]) -> Totals:
    """The totals, by title or, where there is none, by what stands in the code's place."""
    begins = "\n" + "\n".join(titles).lower()
    if not any(f"\n{word}" in begins for word in ("\n", *_BEGINS)):
        return Totals()  # one look at all titles together
    perhaps = [
        (at, named)
        for at, title in enumerate(titles)
        if (named := title or str(cells[at]))[:4].lower().startswith(_BEGINS)
    ]
    return Totals(
        frozenset(at for at, named in perhaps if is_grand_total(named)),
        frozenset(at for at, named in perhaps if is_part_total(named)),
    )


def is_total(title: str) -> bool:
    """Whether a row may repeat the others: a total, a subtotal, an average, 'Điểm cao nhất'."""
    return bool(_TOTAL.match(fold(title)))


def is_grand_total(title: str) -> bool:
    """Whether a row is the total of the whole table."""
    return bool(_GRAND.fullmatch(fold(title))) and not is_bonus(title)


def is_index(title: str) -> bool:
    """Whether a row is the index itself: 'Chỉ số CCHC', 'PAR INDEX'; often in percent."""
    return bool(_INDEX.fullmatch(fold(title)))


def is_part_total(title: str) -> bool:
    """Whether a row is a part's total, whatever its code: 'Cộng I', 'Tổng lĩnh vực 1: Chỉ đạo'."""
    return bool(_PART.fullmatch(fold(title)))


def is_repeated(title: str) -> bool:
    """Whether a row without a code surely repeats others; 'Tổng hợp, báo cáo …' need not."""
    folded = fold(title)
    forms = (_GRAND, _PART, _INDEX, _SECTIONS)
    return not is_bonus(title) and bool(
        any(form.fullmatch(folded) for form in forms)
        or _AVERAGE.match(folded)
        or _NAMED_PART.match(folded)
    )


def is_bonus(title: str) -> bool:
    """Whether a row gives a bonus or a penalty: 'Điểm thưởng', 'Điểm trừ'."""
    return bool(_BONUS.match(fold(title)))
