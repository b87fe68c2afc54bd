"""What is a criterion called on a chart?"""

from scoring.text.titles import sentence_case


def name(title: str, short_title: object = None) -> str:
    """The short title where the criteria set has one, else the title; never all in capitals."""
    return sentence_case(short_title if isinstance(short_title, str) and short_title else title)


def coded(code: str, title: str, short_title: object = None) -> str:
    """'6.1 Tổ chức thực hiện …': the code before the name."""
    return f"{code} {name(title, short_title)}"
