"""Which line ends of a cell begin something new, and which only wrap a long text?"""

import re

from scoring.text.words import fold, nfc

_LINE = re.compile(r"[\n\r\v\f\u2028\u2029]+")
_BEGINS = re.compile(r"(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ]\)) *\S", re.IGNORECASE)
_GOES_ON = ("và", "hoặc", "của", "của các", "các", "với", "thuộc", "tại", "theo", "ngày", "tháng")
_SIGNS_THAT_GO_ON = (",", "-", "–", "&", "/", "(")


def unwrapped(text: str) -> str:
    """The text with a line end only where something new begins: a bullet, or a capital letter.

    'Sở Thông tin và⏎Truyền thông' is one line; 'Văn phòng Sở⏎Các phòng' are two.
    """
    if text.isascii() and "\n" not in text:
        return nfc(text)
    lines: list[str] = []
    for line in filter(None, map(nfc, _LINE.split(text))):
        if lines and not _begins(line, lines[-1]):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _begins(line: str, before: str) -> bool:
    if _BEGINS.match(line):
        return True
    wrapped = before.endswith(_SIGNS_THAT_GO_ON) or fold(before).endswith(
        tuple(f" {word}" for word in _GOES_ON)
    )
    return line[0] != line[0].lower() and not wrapped
