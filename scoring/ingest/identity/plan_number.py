"""The number of the document that a table belongs to, as the texts around it print it."""

import re
from collections.abc import Sequence

from scoring.ingest.identity.lines import NAMES, Line
from scoring.text.words import nfc

# '76/KH-SVHTT', '76 /KH - SVHTT', '13/2018/QĐ-UBND', '48-KH/TU'.
_KIND = r"[A-ZĐ][A-ZĐƯa-zđ]*(?:\s*[-–/]\s*[A-ZĐƯ]{2}[A-ZĐƯa-z0-9&.]*(?!\w))*"
_NUMBER = rf"(?P<number>\d+[a-z]?(?:/\d{{4}})?\s*[-–/]\s*{_KIND})"
_SAID = rf"(?i:số)\s*:?\s*{_NUMBER}"
# In the order in which they are believed.
_ENCLOSED = re.compile(rf"\b(?i:kèm)\b(?:(?!\b(?i:số)\b).){{0,120}}\b{_SAID}")
_LETTERHEAD = re.compile(rf"(?P<before>^.*?)\b(?i:số)\s*[:.]\s*{_NUMBER}")
_TITLE = re.compile(rf"^\W*(?i:(?:phụ lục\W.{{0,40}}?)?kế hoạch)\s+{_SAID}")
# What a plan answers, and no plan itself.
_ANSWERED = re.compile(r"\W*(?:căn cứ|thực hiện|theo|triển khai|xét)\b", re.I)
_SIGNS = re.compile(r"\s*([-–/])\s*")


def plan_number(lines: Sequence[Line]) -> str:
    """The number of the document, without blanks: '76 /KH - SVHTT' → '76/KH-SVHTT'.

    What the table is enclosed with says most, then the letterhead, then the title; the table's own
    lines before those of the sheet or document.

    Returns: '' where none is printed, or only its blank ('Số:      /KH-SVHTT').
    """
    own = [line for line in lines if line.place not in NAMES]
    texts = [nfc(line.text) for line in sorted(own, key=lambda line: -line.weight)]
    texts = [text for text in texts if not _ANSWERED.match(text)]
    for words in (_ENCLOSED, _LETTERHEAD, _TITLE):
        for text in texts:
            match = words.search(text)
            if match and _is_own(match):
                return _SIGNS.sub(lambda sign: sign[1].replace("–", "-"), match["number"])
    return ""


def _is_own(match: re.Match[str]) -> bool:
    """Whether 'Số: …' stands alone or behind the name in a letterhead, and not in a sentence."""
    before = match.groupdict().get("before") or ""
    return not before.strip() or before.isupper()
