"""The texts of a Word document's elements, as they read once every tracked change is accepted."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from scoring.ingest.opening.raised import as_shown

_DELETED = ("del", "moveFrom", "Fallback")  # Fallback: what AlternateContent says already
_BLOCKS = ("p", "tbl")
_WHITE = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PROPERTIES = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")
_OFF = ("0", "false", "off", "none")


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body or cell, in order, those of text boxes too."""
    for child in container:
        name = local(child)
        if name in _BLOCKS:
            yield child
        if name == "p":
            yield from _boxes(child)
        elif name != "tbl" and name not in _DELETED and name not in _PROPERTIES:
            yield from blocks(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield from blocks(child)
        elif name not in _DELETED:
            yield from _boxes(child)


def children(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also within content controls."""
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name not in _BLOCKS and name not in _DELETED and name not in _PROPERTIES:
            yield from children(child, wanted)


def text_of_paragraph(paragraph: Element) -> str:
    """The text of a paragraph, without that of text boxes."""
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "r":
            raised = value(child, "rPr", "vertAlign") == "superscript"
            struck = is_on(child, "rPr", "strike") or is_on(child, "rPr", "dstrike")
            yield as_shown("".join(_pieces(child)), raised=raised, struck=struck)
        elif name == "t":
            yield child.text or ""
        elif name in _WHITE:
            yield _WHITE[name]
        elif name not in _DELETED and name not in _PROPERTIES and name != "txbxContent":
            yield from _pieces(child)


def number_of(paragraph: Element, styles: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """The list and level of a paragraph, its own or its style's; None outside of lists."""
    if is_on(paragraph, "pPr", "rPr", "del"):
        return None
    styled = styles.get(value(paragraph, "pPr", "pStyle") or "")
    name = value(paragraph, "pPr", "numPr", "numId") or (styled[0] if styled else "")
    level = value(paragraph, "pPr", "numPr", "ilvl") or ""
    if name in ("", "0"):
        return None
    if level.isdecimal() and len(level) == 1:
        return name, int(level)
    return name, styled[1] if styled else 0


def value(element: Element, *path: str) -> str | None:
    """What a property says; '' where it is there and says nothing, None where it is not there."""
    found = _at(element, path)
    if found is None:
        return None
    said = (text for name, text in found.items() if name.endswith("}val"))
    return next(said, "")


def is_on(element: Element, *path: str) -> bool:
    """Whether a property is there and not switched off."""
    said = value(element, *path)
    return said is not None and said not in _OFF


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _at(element: Element, path: tuple[str, ...]) -> Element | None:
    found: Element | None = element
    for wanted in path:
        found = next((one for one in found or () if local(one) == wanted), None)
        if found is None:
            return None
    return found
