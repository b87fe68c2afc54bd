"""Was a text typed for an old font (TCVN3, VNI), whose letters are other ones in Unicode?"""

import re
from collections.abc import Iterable
from itertools import islice

_WORD = re.compile(r"[^\s\d]*[^\W\d_][^\s\d]*")
_SIGN = "¡-§©-®µ¶¸»-¾"  # letters of TCVN3: '§iÓm', 'Tiªu'
_STRANGE = re.compile(
    r"[ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþ]"  # letters of no Vietnamese word
    r"|[a-z][À-Þ]"  # 'chÝ', 'bÞ'
    rf"|(?<=[a-z])[{_SIGN}]|[{_SIGN}](?=[a-z])"
)
_SHARE = 0.2  # of all words; of one typed for such a font, more than half are strange
_FEWEST = 5
_LOOKED_AT = 5_000  # words


def of_old_font(texts: Iterable[str]) -> bool:
    """Whether many words hold letters that only such fonts show as Vietnamese ones."""
    words = islice((word[0] for text in texts for word in _WORD.finditer(text)), _LOOKED_AT)
    strange = [bool(_STRANGE.search(word)) for word in words]
    return sum(strange) >= max(_FEWEST, _SHARE * len(strange))
