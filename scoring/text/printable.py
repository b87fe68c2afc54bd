"""Which part of a text may stand in a document? Files hold signs that no document may."""

import re

# What XML 1.0 cannot hold or no reader sees, and line ends of any kind.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BLANKS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029 ]+")


def one_line(text: str) -> str:
    """The text in one line, without what XML cannot hold; unbroken spaces stay."""
    return _BLANKS.sub(" ", _UNPRINTABLE.sub("", text)).strip()
