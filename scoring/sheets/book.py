"""The sheets of a workbook's package: finding them, and adding ours at the end."""

from dataclasses import dataclass

from scoring.sheets.package import LINKS, Package
from scoring.sheets.xml_tree import MAIN, Element, NotMarkable, link_of, local_name, xml_tree

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BEFORE_NAMES = ("externalReferences", "functionGroups", "sheets")
_NO_STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b"</styleSheet>"
)


@dataclass(frozen=True)
class OwnSheet:
    """A sheet that we add: its name, its XML, and whether people see it."""

    name: str
    xml: bytes
    hidden: bool = False
    titles: str | None = None  # rows repeated on each page: '$1:$4'
    filtered: str | None = None  # cells with a filter: '$A$4:$I$9'


class Book:
    """A workbook and its sheets.

    Raises: NotMarkable where the package is no Excel workbook of the usual kind.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = package.related("", "officeDocument") or ""
        self._xml = xml_tree(package.read(self._part))
        if local_name(self._xml.root) != "workbook" or self._xml.space != MAIN:
            raise NotMarkable(self._xml.root.tag)
        targets = {one.id: one.target for one in package.relations(self._part)}
        self.parts = {
            one.get("name", ""): targets.get(link_of(one) or "", "") for one in self._sheets()
        }

    @property
    def has_macros(self) -> bool:
        """Whether it is saved as .xlsm."""
        return "macroEnabled" in self._package.type_of(self._part)

    @property
    def styles(self) -> str:
        """The part with the cell styles, made where there is none."""
        part = self._package.related(self._part, "styles")
        if part is None:
            part = self._package.free_name("xl/styles{}.xml")
            self._package.put(part, _NO_STYLES)
            self._package.declare(part, _STYLES_TYPE)
            self._package.relate(self._part, "styles", part)
        return part

    def add(self, own: OwnSheet) -> None:
        """Add one of our sheets, or write it anew where it is."""
        element = next((one for one in self._sheets() if one.get("name") == own.name), None)
        if element is None:
            element = self._new_sheet(own.name)
        element.attrib.pop("state", None)
        if own.hidden:
            element.set("state", "veryHidden")
        part = self.parts[own.name]
        self._package.put(part, own.xml)
        self._package.forget_relations(part)
        at = self._sheets().index(element)
        self._name(at, "_xlnm.Print_Titles", own.name, own.titles)
        self._name(at, "_xlnm._FilterDatabase", own.name, own.filtered)

    def save(self) -> None:
        """Write the workbook part back into the package."""
        self._package.put(self._part, self._xml.written())

    def _list(self) -> Element:
        sheets = self._xml.find("sheets")
        if sheets is None:
            raise NotMarkable("sheets")
        return sheets

    def _sheets(self) -> list[Element]:
        return [one for one in self._list() if local_name(one) == "sheet"]

    def _new_sheet(self, name: str) -> Element:
        part = self._package.free_name("xl/worksheets/sheet{}.xml")
        self._package.put(part, b"")
        self._package.declare(part, _SHEET_TYPE)
        number = max((int(one.get("sheetId", "0")) for one in self._sheets()), default=0) + 1
        link = {"xmlns:r": LINKS, "r:id": self._package.relate(self._part, "worksheet", part)}
        said = {"name": name, "sheetId": str(number), **link}
        element = self._xml.added(self._list(), "sheet", **said)
        self.parts[name] = part
        return element

    def _name(self, at: int, name: str, sheet: str, cells: str | None) -> None:
        """Define one of a sheet's own names anew."""
        names = self._names()
        for one in list(names):
            if one.get("name") == name and one.get("localSheetId") == str(at):
                names.remove(one)
        if cells:
            said = {"name": name, "localSheetId": str(at)}
            element = self._xml.added(names, "definedName", **said)
            element.text = f"'{sheet}'!{cells}"
            if name.endswith("_FilterDatabase"):
                element.set("hidden", "1")
        if len(names) == 0:
            self._xml.root.remove(names)

    def _names(self) -> Element:
        names = self._xml.find("definedNames")
        if names is None:
            names = self._xml.new("definedNames")
            elements = list(self._xml.root)
            before = [at for at, one in enumerate(elements) if local_name(one) in _BEFORE_NAMES]
            self._xml.root.insert(before[-1] + 1, names)
        return names
