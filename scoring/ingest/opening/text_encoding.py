"""Which characters a text file holds; refused where that is not certain."""

import re
import unicodedata

from scoring.ingest.opening.refusal import Refused, refused

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NULLS = 0.3  # of the high bytes: letters without marks have none
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DOS_END = "\x1a"
_VIETNAMESE = frozenset("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
_DAMAGED_UTF_8 = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_BETWEEN_LETTERS = re.compile(r"[^\W\d_][^\w\s\x00-\x7f‘’“”–—…]+[^\W\d_]")  # of no Vietnamese


def text_of(content: bytes) -> str:
    """The text of a file in NFC.

    Raises: Refused where no encoding makes Vietnamese of its bytes, or control characters are left.
    """
    text = _decoded(content).removesuffix(_DOS_END)
    control = _CONTROL.search(text)
    if control:
        raise refused(
            "file-encoding",
            row=text.count("\n", 0, control.start()) + 1,
            found=f"ký tự điều khiển U+{ord(control.group()):04X}",
            fix="Xoá ký tự này (hoặc mở bằng Excel), lưu dạng CSV UTF-8 rồi nạp lại.",
        )
    return unicodedata.normalize("NFC", text)


def _decoded(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], name)
    if b"\0" in content:
        return _strictly(content, _by_nulls(content))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_windows(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error


def _by_nulls(content: bytes) -> str:
    """UTF-16 without a mark: which of each two bytes is mostly null."""
    pairs = len(content) // 2
    first, second = (content[at::2].count(0) / max(pairs, 1) for at in (0, 1))
    if len(content) % 2 or min(first, second) > 0.01 or max(first, second) < _NULLS:
        raise _unknown()
    return "utf-16-le" if second > first else "utf-16-be"


def _of_windows(content: bytes) -> str:
    """Text of Vietnamese Windows, where tone marks follow their letter."""
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise _unknown() from error
    others = {letter for letter in text.lower() if letter > "\x7f" and letter.isalpha()}
    alone = any(unicodedata.combining(mark) for mark in set(text))
    strange = others - _VIETNAMESE or alone or _BETWEEN_LETTERS.search(text)
    if strange or not others or _DAMAGED_UTF_8.search(content):
        raise _unknown()
    return text


def _unknown() -> Refused:
    found = "không phải UTF-8, UTF-16 hay Windows-1258"
    return refused("file-encoding", expected="văn bản mã UTF-8", found=found)
