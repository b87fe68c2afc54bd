"""Small XML parts as trees that keep every name as it is written.

The usual parsers rename prefixes and drop declarations that seem unused; Excel calls a workbook
damaged whose mc:Ignorable speaks of a prefix that is no longer declared.
"""

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Element = ElementTree.Element


class NotMarkable(Exception):
    """The package is not built as workbooks are; its cells have to be written anew."""


@dataclass(frozen=True)
class Xml:
    """A part: its root, and the prefix ('x:', mostly '') of its main namespace's names."""

    root: Element
    prefix: str

    @property
    def space(self) -> str:
        """The namespace that its names are of."""
        name = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
        return self.root.get(name, "")

    def name(self, name: str) -> str:
        """A name of the main namespace as this part writes it."""
        return self.prefix + name

    def find(self, name: str) -> Element | None:
        """The root's first child of a name."""
        return self.root.find(self.prefix + name)

    def new(self, tag: str, /, **attributes: str) -> Element:
        """An element of the main namespace that stands nowhere yet."""
        return Element(self.prefix + tag, attributes)

    def added(self, parent: Element, tag: str, /, **attributes: str) -> Element:
        """A new last child."""
        child = self.new(tag, **attributes)
        parent.append(child)
        return child

    def written(self) -> bytes:
        """The part's bytes."""
        return ElementTree.tostring(self.root, encoding="UTF-8", xml_declaration=True)


def xml_tree(content: bytes) -> Xml:
    """The part as a tree; comments are dropped, and a document type is not accepted.

    Raises: NotMarkable when it is no such XML.
    """
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotMarkable(str(error)) from error
    root = builder.close()
    before, colon, _ = root.tag.rpartition(":")
    return Xml(root, before + colon)


def new_xml(name: str, space: str) -> Xml:
    """A part of its own with only a root."""
    return Xml(Element(name, {"xmlns": space}), "")


def local_name(element: Element) -> str:
    """An element's name without its prefix."""
    return element.tag.rpartition(":")[2]


def link_of(element: Element) -> str | None:
    """The relation that an element speaks of, whatever the prefix of its 'r:id' is."""
    return next((value for name, value in element.items() if name.endswith(":id")), None)


def _refuse(*_: object) -> None:
    raise NotMarkable("DOCTYPE")
