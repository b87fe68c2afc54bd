"""What is a criterion called in a sentence or on a chart?"""

import re

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
