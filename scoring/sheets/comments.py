"""The comments of one sheet: those that are there stay, ours are added and taken back."""

from collections.abc import Collection, Mapping

from scoring.sheets.package import Package
from scoring.sheets.shapes import Shapes
from scoring.sheets.sheet_xml import SheetXml, legacy_drawing, with_legacy_drawing
from scoring.sheets.texts import legal
from scoring.sheets.xml_tree import MAIN, Element, NotMarkable, Xml, new_xml, xml_tree

AUTHOR = "Kiểm tra số liệu"
OPENING = f"{AUTHOR}:\n"
_LONGEST = 2_000  # characters that a comment still shows
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def said(sentences: Collection[str]) -> str:
    """The text of our comment: one line a problem."""
    text = legal(OPENING + "\n".join(f"• {one}" for one in sentences))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def conversations(package: Package, part: str) -> frozenset[str]:
    """The cells with a conversation: Excel shows that, and no other comment."""
    threads = package.related(part, "threadedComment")
    if threads is None or threads not in package:
        return frozenset()
    return frozenset(one.get("ref", "") for one in xml_tree(package.read(threads)).root)


def comment(
    package: Package,
    part: str,
    sheet: SheetXml,
    texts: Mapping[str, str],
    earlier: Collection[str],
) -> None:
    """Write our texts (by cell) into a sheet, and take back our `earlier` ones."""
    where = package.related(part, "comments")
    if where is None and not texts:
        return
    shapes_part, shapes = _shapes(package, part, sheet)
    comments = _Comments(xml_tree(package.read(where)) if where else _no_comments())
    for cell in comments.take_back(frozenset(earlier)):
        shapes.remove(cell)
    sizes = sheet.sizes
    for cell, text in texts.items():
        shapes.put(cell, comments.add(cell, text), sizes)
    if where is None:
        where = package.free_name("xl/comments{}.xml")
        package.declare(where, _TYPE)
        package.relate(part, "comments", where)
    package.put(where, comments.xml.written())
    package.put(shapes_part, shapes.written())


def _shapes(package: Package, part: str, sheet: SheetXml) -> tuple[str, Shapes]:
    """The part with the sheet's shapes, made where there is none."""
    relation = legacy_drawing(sheet)
    found = [one.target for one in package.relations(part) if one.id == relation]
    if found and found[0] in package:
        return found[0], Shapes(package.read(found[0]))
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(name, b"")
    package.declare(name, _SHAPES_TYPE)
    with_legacy_drawing(sheet, package.relate(part, "vmlDrawing", name))
    return name, Shapes(b"")


def _no_comments() -> Xml:
    xml = new_xml("comments", MAIN)
    xml.added(xml.root, "authors")
    xml.added(xml.root, "commentList")
    return xml


class _Comments:
    """The comments of one sheet, by cell."""

    def __init__(self, xml: Xml) -> None:
        authors, comments = xml.find("authors"), xml.find("commentList")
        if authors is None or comments is None:
            raise NotMarkable("comments")
        self.xml, self._authors, self._comments = xml, authors, comments
        self._by_cell = {one.get("ref", ""): one for one in comments}

    def add(self, cell: str, text: str) -> str:
        """Our text after what the comment says already; gives what it says now."""
        one = self._by_cell.get(cell)
        if one is None:
            said = {"ref": cell, "authorId": str(self._author())}
            one = self.xml.added(self._comments, "comment", **said)
            self._by_cell[cell] = one
        element = one.find(self.xml.name("text"))
        if element is None:
            element = self.xml.added(one, "text")
        before = self._text(one)
        for at, child in enumerate(list(element)):
            if child.tag == self.xml.name("t"):  # a text without runs becomes one
                element[at] = self._run(child.text or "", bold=False)
        element.append(self._run(("\n\n" if before else "") + OPENING, bold=True))
        element.append(self._run(text.removeprefix(OPENING), bold=False))
        return self._text(one)

    def take_back(self, earlier: frozenset[str]) -> list[str]:
        """Remove our earlier texts; gives the cells whose comment said nothing else.

        Where people wrote on in our comment, what they wrote stays.
        """
        emptied = []
        for cell, one in list(self._by_cell.items()):
            before, found, after = self._text(one).rpartition(OPENING)
            whole = found + after
            ours = next((text for text in earlier if whole.startswith(text)), "") if found else ""
            if not ours:
                continue
            rest = f"{before.rstrip()}\n{whole.removeprefix(ours).lstrip()}".strip()
            if rest:
                self._keep(one, before, rest)
            else:
                self._comments.remove(self._by_cell.pop(cell))
                emptied.append(cell)
        return emptied

    def _keep(self, one: Element, before: str, rest: str) -> None:
        """Leave only what others wrote: their own runs where ours stood last."""
        element = one.find(self.xml.name("text"))
        assert element is not None  # it had a text
        length = 0
        for run in list(element):
            length += len("".join(text.text or "" for text in run.iter(self.xml.name("t"))))
            if length > len(before.rstrip()):
                element.remove(run)
        if self._text(one).strip() != rest:
            element[:] = [self._run(rest, bold=False)]

    def _author(self) -> int:
        names = [one.text for one in self._authors]
        if AUTHOR not in names:
            self.xml.added(self._authors, "author").text = AUTHOR
            names.append(AUTHOR)
        return names.index(AUTHOR)

    def _run(self, text: str, *, bold: bool) -> Element:
        run = self.xml.new("r")
        style = self.xml.added(run, "rPr")
        if bold:
            self.xml.added(style, "b")
        self.xml.added(style, "sz", val="9")
        self.xml.added(style, "color", indexed="81")
        self.xml.added(style, "rFont", val="Tahoma")
        self.xml.added(style, "family", val="2")
        written = self.xml.added(run, "t", **{"xml:space": "preserve"})
        written.text = legal(text)
        return run

    def _text(self, one: Element) -> str:
        element = one.find(self.xml.name("text"))
        texts = () if element is None else element.iter(self.xml.name("t"))
        return "".join(text.text or "" for text in texts)
