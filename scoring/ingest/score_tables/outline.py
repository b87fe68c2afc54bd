"""How codes of several kinds hang together: 1, 2 under I; a, b under 1.1; i, ii under a."""

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from scoring.text.labels import (
    CAPITAL,
    CAPITALS,
    DATE,
    LETTER,
    LETTERS,
    NUMBER,
    ROMAN,
    SMALL_ROMAN,
    Label,
)

Labels = Sequence[Label | None]
WHOLE, ANEW, PARENT_TOO = "whole", "anew", "parent too"  # how numbers under headings count
_LISTS = (LETTER, SMALL_ROMAN)
_FIRST, _FIRST_CAPITAL = Label(SMALL_ROMAN, ("1",)), Label(ROMAN, ("1",))


def settled(labels: Labels) -> list[Label | None]:
    """The labels with each i, v, x told from the letter, and capitals that head nothing dropped."""
    result: list[Label | None] = []
    last: dict[str, str] = {}
    for at, label in enumerate(labels):
        if label is None or (label.kind == NUMBER and not last):
            result.append(label)
            continue
        known = _settled(label, last, labels, at)
        if label.kind in (NUMBER, DATE):
            last = {kind: text for kind, text in last.items() if kind == CAPITAL}
        if known:
            last[known.kind] = known.text
        result.append(known)
    return result if _capitals_in_turn(result) else [_unless(one, CAPITAL) for one in result]


def _settled(label: Label, last: Mapping[str, str], labels: Labels, at: int) -> Label | None:
    if label.kind == SMALL_ROMAN and label.text in ("5", "10"):
        goes_on = 0 < int(last.get(SMALL_ROMAN, "0")) < int(label.text)
        return label if goes_on else None
    if label == _FIRST_CAPITAL and last.get(CAPITAL) == "H":
        return label if _after(labels, at) == Label(ROMAN, ("2",)) else Label(CAPITAL, ("I",))
    if label != Label(LETTER, ("i",)):
        return label
    after = _after(labels, at)
    between = last.get(LETTER) in ("g", "h") or after == Label(LETTER, ("k",))
    return label if between and after != Label(SMALL_ROMAN, ("2",)) else _FIRST


def _after(labels: Labels, at: int) -> Label | None:
    return next((label for label in islice(labels, at + 1, None) if label), None)


def _unless(label: Label | None, kind: str) -> Label | None:
    return None if label and label.kind == kind else label


def _capitals_in_turn(labels: Labels) -> bool:
    """Whether there are several capitals, each later than the one before, or A again."""
    capitals = [label.text for label in labels if label and label.kind == CAPITAL]
    return len(capitals) > 1 and all(
        one < after or after == "A" for one, after in pairwise(capitals)
    )


def heading_kinds(labels: Labels) -> tuple[str, ...]:
    """The kinds that stand above the numbers, the highest first."""
    firsts: dict[str, int] = {}
    for at, label in enumerate(labels):
        if label:
            firsts.setdefault(NUMBER if label.kind == DATE else label.kind, at)
    number = firsts.pop(NUMBER, len(labels))
    return tuple(kind for kind, at in firsts.items() if _heads(kind, at, number, labels))


def _heads(kind: str, at: int, number: int, labels: Labels) -> bool:
    label = labels[at]
    if kind in (ROMAN, CAPITAL):
        return at < number or (label is not None and label.text not in ("1", "A"))
    many = sum(one is not None and one.kind == kind for one in labels) > 1
    return kind in _LISTS and many and not any(labels[:at])


def sections(labels: Labels) -> frozenset[int]:
    """Capitals that only group what counts on below them: A over I, II, then B over III."""
    capitals = [at for at, one in enumerate(labels) if one and one.kind == CAPITAL]
    if not capitals:
        return frozenset()
    romans = [(at, one.text) for at, one in enumerate(labels) if one and one.kind == ROMAN]
    plain = [
        (at, one.text)
        for at, one in enumerate(labels)
        if one and one.kind == NUMBER and one.text.isdigit()
    ]
    counted = [int(text) for _, text in romans or plain]
    begins = bool(counted) and (romans or plain)[0][0] > capitals[0]
    on = all(one < after for one, after in pairwise(counted))
    whole = romans or (len(counted) > 2 and counted == list(range(1, len(counted) + 1)))
    return frozenset(capitals) if begins and on and len(counted) > 1 and whole else frozenset()


def outlined(labels: Labels, headings: Sequence[str]) -> list[str]:
    """The canonical code of each label, '' where there is none; dates must have been resolved."""
    way = _way(labels, headings)
    codes = []
    open_rows: list[tuple[str, str]] = []  # kind and code of the rows that others may hang under
    for label in labels:
        if label is None:
            codes.append("")
            continue
        kept = _still_open(label, open_rows, headings)
        above = kept[-1][1] if kept else ""
        code = (
            _numbered(label, above, way) if label.kind == NUMBER else _hung(label, above, headings)
        )
        codes.append(code)
        open_rows = [*kept, (label.kind, code)] if code else open_rows
    return codes


def _still_open(
    label: Label, open_rows: list[tuple[str, str]], headings: Sequence[str]
) -> list[tuple[str, str]]:
    """The rows that this one stands below."""
    if label.above:
        return [(ROMAN, label.above)]
    kinds = [kind for kind, _ in open_rows]
    if label.kind in kinds:
        return open_rows[: kinds.index(label.kind)]
    if label.kind == NUMBER or label.kind in headings:
        return [row for row in open_rows if row[0] in headings]
    return open_rows


def _hung(label: Label, above: str, headings: Sequence[str]) -> str:
    heads = label.kind in headings
    if label.kind == LETTER and not above and not heads:
        return ""
    own = label.text
    if label.kind == CAPITAL:
        own = str((CAPITALS + "I").index(own) + 1)
    elif label.kind == LETTER and heads:
        own = str(LETTERS.index(own) + 1)
    return f"{above}.{own}" if above else own


def _numbered(label: Label, above: str, way: str) -> str:
    """A number under its heading: as written, or with the heading's number in front."""
    first, _, rest = label.text.partition(".")
    if not above:
        return label.text
    if label.above or way == ANEW:
        return f"{above}.{label.text}"
    if rest and (way == PARENT_TOO or first == above.rpartition(".")[2]):
        return f"{above}.{rest}"
    return label.text


def _way(labels: Labels, headings: Sequence[str]) -> str:
    """How numbers under headings count.

    Whole: 2.1 under II. Anew: 1 and 1.1 under each. With their parent too: 1.1 under II is 2.1.
    """
    under: list[tuple[str, str]] = []
    heading = ""
    last = 0
    for label in labels:
        if label and label.kind in headings:
            heading = _hung(label, "", headings)
        elif label and heading and label.kind == NUMBER and not label.above:
            under.append((heading, label.text))
            last = len(under) if "." in label.text else last
    dotted = [(heading, text.partition(".")[0]) for heading, text in under if "." in text]
    plain = any("." not in text for _, text in (under[:last] if dotted else under))
    if plain:
        return ANEW
    if any(heading == first != "1" for heading, first in dotted):
        return WHOLE
    if all(first == "1" for _, first in dotted):
        return WHOLE if all(heading == "1" for heading, _ in dotted) else PARENT_TOO
    return ANEW
