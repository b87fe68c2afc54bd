"""What does a sentence with a goal in it measure, by when, and does it set a goal at all?"""

import re

from scoring.text.goals import Goal, amounts_in
from scoring.text.words import fold, nfc

_YEAR = r"20[0-9]{2}"
_DUE = (
    rf"(?:(?:phấn đấu )?(?:đến|hết|cuối|trong|vào|của|tính)(?: (?:đến|hết|cuối))* )?"
    rf"(?:năm {_YEAR}|giai đoạn {_YEAR} ?[-–] ?{_YEAR}|(?<=đến ){_YEAR})"
)
# What ends the words before an amount and names nothing: bounds, verbs of reaching, links.
_BOUNDS = re.compile(
    r"(?:^|[ ,:])(?:tối thiểu|ít nhất|tối đa|nhiều nhất|trên|dưới|từ|mức|cao hơn|hơn|thêm"
    r"|không (?:vượt )?quá|>=?|<=?|≥|≤|\+"
    r"|không (?:dưới|trên|thấp hơn|cao hơn|nhỏ hơn|lớn hơn|ít hơn|nhiều hơn|vượt))$"
)
_VERBS = re.compile(
    r"(?:^|[ ,:])(?:phải|cần|đạt(?: được| mức| tỷ lệ| tỉ lệ)?|lên|xuống(?: còn)?|còn|vượt|ở|là|có"
    r"|duy trì|tăng|cao hơn|bảo đảm|đảm bảo)$"
)
_CHANGES = re.compile(r"(?:^|[ ,:])(?:tăng|giảm|hạ|nâng|rút ngắn)$")
_PLACES = re.compile(
    r"(?:^|[ ,:])(?:đạt|vào|nằm|(?<!trực )thuộc|đứng|trong|nhóm|tốp|xếp|thứ|ở|vị trí"
    r"|phải|lên|có|từ)$"
)
_LINKS = re.compile(r"(?:^|[ ,:])(?:phấn đấu|và|để|trở (?:lên|xuống)|trong (?:số )?đó|nếu có|:|,)$")
_DUE_AT_END = re.compile(rf"(?:^|[ ,:]){_DUE}$")
_LEAD_IN = re.compile(
    rf"(?:{_DUE} ?[,:]? ?|(?:phấn đấu|tiếp tục|bảo đảm|đảm bảo|duy trì|nâng(?: cao)?|mục tiêu là"
    r"|cụ thể(?: là)?|trong (?:số )?đó|đồng thời|và|cùng với|có|cải thiện)(?= |,|:)[,:]? ?"
    r"|(?:các )?(?:mục tiêu|chỉ tiêu|yêu cầu)(?:, (?:mục tiêu|yêu cầu|chỉ tiêu))*"
    r"(?: (?:cụ thể|chung|phải|cần|là))*(?:$|[:,] ?| (?=đạt|phải|đến|năm))|[,:+•–-] ?)"
)
# 'Giảm X xuống 2%' is about X; 'giảm X đạt 10%' is about how much it fell.
_MOVED = re.compile(r"\b(?:lên|xuống|còn)\b(?: \w+){0,3}$")
_MOVES = re.compile(r"(?:tăng|giảm|hạ|nâng|rút ngắn) ")
_NAMES_A_SHARE = re.compile(
    r"(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|sự hài lòng|điểm|tốc độ)\b(?!.*\b(?:được|hoàn thành)$)"
)
_QUALIFIES = re.compile(r"(?:trên|so với|trong|tại|ở|của|đối với|cả|theo|khi|bằng|qua|với)\b")
# 'Hằng năm, tối thiểu 20% TTHC': what stands before the comma is not measured.
_COMMA = re.compile(
    r",(?: (?:phấn đấu|có|đạt|tối thiểu|ít nhất|trên|tối đa|dưới|không (?:vượt )?quá))*$"
)
_HAS = re.compile(r"\bcó(?: (?:ít nhất|tối thiểu|trên|từ|không quá|tối đa))?$")
_HEADING = re.compile(rf"^.*?(?:{_DUE}|\b(?:mục tiêu|chỉ tiêu|yêu cầu|nhiệm vụ|cụ thể|sau)) ?: ?")
_LEVEL_AFTER = re.compile(r"trở (?:lên|xuống)\b|/\w+")
_SPAN = re.compile(r"(?:ngày|giờ|phút|tuần|tháng|lần|lượt|\w* ?đồng)\b")
_ASIDE = re.compile(
    r"(?:^|[,;] ?)(?:trong (?:số )?đó|để|nhằm|mà|nhất là|đặc biệt|bao gồm|trừ|góp phần|qua đó"
    r"|từ đó)\b"
    r"|(?:^| )(?:nhằm|góp phần|để)\b|; "
)
_DOCUMENT_BEFORE = re.compile(
    r"\b(?:kế hoạch|quyết định|nghị quyết|nghị định|chương trình|đề án|kết luận|chỉ thị|công văn"
    r"|chiến lược|thông tư|luật|văn bản|báo cáo|dự toán)\b[^,;:.%]{0,60}$|\b(?:so với|từ|trước) $"
)
_UNTIL = re.compile(rf"\bđến (?:hết |cuối )?(?:năm )?(?P<year>{_YEAR})(?![0-9%])")
_IN_YEAR = re.compile(
    rf"\b(?:năm (?:{_YEAR} ?[-–] ?)?|giai đoạn {_YEAR} ?[-–] ?)(?P<year>{_YEAR})(?![0-9%])"
)
_FACT = re.compile(
    r"^(?:theo|qua) (?:kết quả|số liệu|đánh giá|báo cáo)\b|^kết quả (?:công bố|đánh giá|năm)\b"
)
# Numbers that are no amounts: dates, years, documents, levels of service, standards.
_NO_AMOUNT = re.compile(
    r"[0-9]{1,4}(?:[/.-][0-9]{1,4})*[/-][a-zđ][\w&/.-]*|\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}\b"
    r"|\b[0-9]{1,2}/[0-9]{4}\b|\b20[0-9]{2}\b|\b19[0-9]{2}\b|\b(?:số|điều|khoản|điểm|mục|chương|phụ"
    r" lục|bước|ngày|tháng|tuần|quý|khóa|lần thứ|mức(?: độ)?|loại|giai đoạn|thứ|tthc)"
    r" ?[0-9]+(?: ?(?:,|và|-|/) ?[0-9]+)*\b(?! ?%)|\b[0-9]+ cấp\b"
    r"|\b(?:iso|tcvn|covid)[ -]*[0-9: -]+|\b24/(?:7|24)\b|\b[0-9]{2}/[0-9]{4}/[\w-]+"
)


def indicator_of(said: str, goal: Goal, *, due: bool) -> str:
    """What is measured: the words round those that set the goal, without the year it is `due`.

    'Phấn đấu đến năm 2025, tỷ lệ X đạt từ 30% trở lên' gives 'Tỷ lệ X'; 'ít nhất 05 hồ sơ được số
    hóa' gives 'Hồ sơ được số hóa'.
    """
    lead, after = said[: goal.start].strip(), _after(said[goal.end :], due)
    before = _before(lead, goal, due)
    if goal.kind == "rank" or (_NAMES_A_SHARE.match(fold(before)) and not _QUALIFIES.match(after)):
        after = ""
    elif goal.counts and (after or not before) and not _SPAN.match(goal.measure or ""):
        before += " có" if before and _HAS.search(fold(lead)) else ""
        after = f"{goal.measure} {after}".strip()
    elif after and _COMMA.search(fold(lead)):
        before = ""
    joined = _without_repeat(before, after)
    return joined[:1].upper() + joined[1:]


def due_year_of(folded: str) -> int | None:
    """The year in which a goal is due; None where it says none, or two.

    The year of a document ('kế hoạch năm 2021') is none, nor is the one compared with.
    """
    for pattern in (_UNTIL, _IN_YEAR):
        found = [
            int(one["year"])
            for one in pattern.finditer(folded)
            if not _DOCUMENT_BEFORE.search(folded[: one.start()])
        ]
        if found:
            return found[0] if len(set(found)) == 1 else None
    return None


def is_fact(folded: str) -> bool:
    """Whether a sentence that begins so tells what was reached already."""
    return _FACT.search(folded) is not None


def has_amount(folded: str) -> bool:
    """Whether a part names an amount, as far as numbers tell: not a date, document or level."""
    return bool(amounts_in(folded)) or any(map(str.isdigit, _NO_AMOUNT.sub(" ", folded)))


def _before(said: str, goal: Goal, due: bool) -> str:
    """The words before the amount, without heading, lead-in and verbs of reaching."""
    text = said.rpartition("(")[2] if said.count("(") > said.count(")") else said
    moved = goal.from_value is not None or _MOVED.search(fold(said))
    text = text.strip()
    if heading := _HEADING.match(fold(text)):
        text = text[heading.end() :]
    ends = [_PLACES] if goal.kind == "rank" else [_BOUNDS, _CHANGES if moved else _VERBS, _VERBS]
    for end in ends:
        text = _stripped(text, end)
    text = _closed(text, due)
    while lead := _LEAD_IN.match(fold(text)) or (moved and _MOVES.match(fold(text))):
        text = text[lead.end() :].strip()
    return _closed(_stripped(text, ends[-1]) if text != said else text, due)


def _after(said: str, due: bool) -> str:
    """The words behind the amount, up to an aside."""
    text = said.strip()
    if level := _LEVEL_AFTER.match(fold(text)):
        text = text[level.end() :].strip()
    if aside := _ASIDE.search(fold(text)):
        text = text[: aside.start()]
    return _closed(nfc(text), due)


def _stripped(text: str, *ends: re.Pattern[str]) -> str:
    """The text without what the patterns find at its end, again and again."""
    text = text.strip(" ,.:)")
    while found := next((one for end in ends if (one := end.search(fold(text)))), None):
        text = text[: found.start()].rstrip(" ,:")
    return text.strip(" ,:")


def _closed(text: str, due: bool) -> str:
    """The text without links and, where it tells when something is `due`, years at its end."""
    return _stripped(text, _LINKS, _DUE_AT_END) if due else _stripped(text, _LINKS)


def _without_repeat(before: str, after: str) -> str:
    """Both in one; what ends the first and begins the second is said once."""
    first, second = before.split(), after.split()
    for words in range(min(len(first), len(second)), 0, -1):
        if fold(" ".join(first[-words:])) == fold(" ".join(second[:words])):
            return " ".join([*first, *second[words:]])
    return " ".join([*first, *second])
