"""What is a criterion called in a sentence or on a chart?"""

import re

from scoring.text.words import fold

# Abbreviations that hold a vowel, so that their letters do not tell them from a syllable.
_SPOKEN = frozenset({"UBND", "SIPAS", "PAPI", "PAR", "PCI", "INDEX"})
_VOWEL = re.compile(r"[AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]")
_WORD = re.compile(r"[^\W\d_]+")


def sentence_case(title: str) -> str:
    """A title printed in capitals as a sentence; abbreviations (CCHC, TTHC, KT-XH) stay.

    A title with any small letter is returned as it is.
    """
    if title != title.upper():
        return title
    lowered = _WORD.sub(lambda word: _lowered(word.group()), title)
    return lowered[:1].upper() + lowered[1:]


def _lowered(word: str) -> str:
    abbreviation = word in _SPOKEN or not _VOWEL.search(word)
    return word if abbreviation else word.lower()


def bare_title(title: str) -> str:
    """What two printings of one criterion's or factor's name share, folded.

    'Tiêu chí thành phần “Công khai TTHC”' and 'Công khai thủ tục hành chính' are one; so are
    'Chỉ số hài lòng về tiếp cận dịch vụ' and 'Tiếp cận dịch vụ'.
    """
    words = _MARKS.sub(" ", fold(title)).split()
    bare = " ".join(_IN_FULL.get(word, word) for word in words)
    kept = _CALLED.sub("", bare)
    return kept or bare


_MARKS = re.compile(r"[^\w/%&]+|_")
_IN_FULL = {
    "cchc": "cải cách hành chính",
    "tthc": "thủ tục hành chính",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "cntt": "công nghệ thông tin",
    "vbqppl": "văn bản quy phạm pháp luật",
    "qppl": "quy phạm pháp luật",
    "nsnn": "ngân sách nhà nước",
    "cbccvc": "cán bộ công chức viên chức",
    "kt": "kinh tế",
    "xh": "xã hội",
}
_CALLED = re.compile(
    r"^(?:(?:tiêu chí thành phần|tiêu chí|lĩnh vực|yếu tố|tctp) )?"
    r"(?:(?:chỉ số |mức độ |tỷ lệ |sự )?hài lòng (?:của người dân(?: tổ chức)? )?"
    r"(?:về |đối với )?)?"
)
