"""How text from a file is shown as it is written, whatever Markdown or HTML it holds."""

import re

# CommonMark reads a numeric reference as the character and never as markup.
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-!|<>&~$:=^.]")
# Links, e-mail addresses and icon names are recognised after that, in the text that came out.
_RECOGNISED = re.compile(r"(?i)(https?:|www(?=\.)|@|:(?=\w))")
_WORD_JOINER = "\u2060"


def literal(text: object) -> str:
    """The text for a Markdown label or caption, on one line, shown character by character."""
    line = " ".join(str(text).split())
    parted = _RECOGNISED.sub(lambda found: found[0] + _WORD_JOINER, line)
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", parted)
