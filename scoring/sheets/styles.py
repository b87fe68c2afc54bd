"""The cell styles of a workbook, and those that marking adds to them."""

from copy import deepcopy
from dataclasses import dataclass

from scoring.ingest.rules import ERROR, NOTE, WARNING, Severity
from scoring.sheets.package import Package
from scoring.sheets.xml_tree import Element, xml_tree

# Light, told apart by lightness as well as by hue: black text is read on all of them, in print too.
COLOURS: dict[Severity, str] = {ERROR: "FFF4A582", WARNING: "FFFFE599", NOTE: "FFC9DFF2"}
DARK = "FF1F3864"
_INK = "FF000000"
_APPLIED = ("applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment")
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")


@dataclass(frozen=True)
class Look:
    """How a cell of our own sheets looks."""

    bold: bool = False
    ink: str = _INK
    fill: str | None = None
    size: int = 10
    wrap: bool = True
    link: bool = False
    border: bool = True
    centred: bool = False
    text: bool = True


class Styles:
    """A workbook's styles; each question for a new one adds it once."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part
        self._xml = xml_tree(package.read(part))
        self._known: dict[object, int] = {}
        self._fills: dict[str, int] = {}

    def marked(self, base: int, severity: Severity) -> int:
        """The style of a problem cell: as before, but for its colour and unreadable ink."""
        key = ("marked", base, severity)
        if key not in self._known:
            style = self._copy(base)
            style.set("fillId", str(self._fill(COLOURS[severity])))
            style.set("applyFill", "1")
            self._darken(style)
            self._known[key] = self._append(style)
        return self._known[key]

    def cleared(self, base: int) -> int:
        """The style without a fill."""
        key = ("cleared", base)
        if key not in self._known:
            style = self._copy(base)
            style.set("fillId", "0")
            self._known[key] = self._append(style)
        return self._known[key]

    def coloured(self) -> frozenset[int]:
        """The styles filled with one of our colours, by earlier marking."""
        ours = {
            str(at)
            for at, fill in enumerate(self._group("fills"))
            if any(c.get("rgb") in COLOURS.values() for c in fill.iter(self._xml.name("fgColor")))
        }
        styles = enumerate(self._group("cellXfs"))
        return frozenset(at for at, style in styles if style.get("fillId") in ours)

    def own(self, look: Look) -> int:
        """A style of our own sheets; what is typed into a text there is no formula either."""
        if look not in self._known:
            style = self._xml.new(
                "xf",
                numFmtId="49" if look.text else "0",
                fontId=str(self._font(look)),
                fillId=str(self._fill(look.fill) if look.fill else 0),
                borderId=str(self._border() if look.border else 0),
                xfId="0",
                quotePrefix=str(int(look.text)),
                **dict.fromkeys(_APPLIED, "1"),
            )
            horizontal = "center" if look.centred else "general"
            said = {"vertical": "top", "horizontal": horizontal, "wrapText": str(int(look.wrap))}
            self._xml.added(style, "alignment", **said)
            self._known[look] = self._append(style)
        return self._known[look]

    def save(self) -> None:
        """Write the styles back into the package."""
        self._package.put(self._part, self._xml.written())

    def _group(self, name: str) -> Element:
        group = self._xml.find(name)
        if group is None:
            group = self._xml.new(name)
            before = {self._xml.name(one) for one in _ORDER[: _ORDER.index(name)]}
            self._xml.root.insert(sum(one.tag in before for one in self._xml.root), group)
        return group

    def _copy(self, base: int) -> Element:
        styles = self._group("cellXfs")
        if base < len(styles):
            return deepcopy(styles[base])
        return self._xml.new("xf", numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")

    def _append(self, style: Element) -> int:
        return self._added("cellXfs", style)

    def _added(self, group: str, element: Element) -> int:
        elements = self._group(group)
        elements.append(element)
        elements.set("count", str(len(elements)))
        return len(elements) - 1

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            fill = self._xml.new("fill")
            pattern = self._xml.added(fill, "patternFill", patternType="solid")
            self._xml.added(pattern, "fgColor", rgb=colour)
            self._xml.added(pattern, "bgColor", indexed="64")
            self._fills[colour] = self._added("fills", fill)
        return self._fills[colour]

    def _font(self, look: Look) -> int:
        key = ("font", look.bold, look.ink, look.size, look.link)
        if key not in self._known:
            font = self._xml.new("font")
            if look.bold:
                self._xml.added(font, "b")
            if look.link:
                self._xml.added(font, "u")
            self._xml.added(font, "sz", val=str(look.size))
            self._xml.added(font, "color", rgb=look.ink)
            self._xml.added(font, "name", val="Arial")
            self._xml.added(font, "family", val="2")
            self._known[key] = self._added("fonts", font)
        return self._known[key]

    def _border(self) -> int:
        if "border" not in self._known:
            border = self._xml.new("border")
            for side in ("left", "right", "top", "bottom"):
                line = self._xml.added(border, side, style="thin")
                self._xml.added(line, "color", rgb="FFBFBFBF")
            self._xml.added(border, "diagonal")
            self._known["border"] = self._added("borders", border)
        return self._known["border"]

    def _darken(self, style: Element) -> None:
        """White ink, which stood on a dark fill, cannot be read on a light one."""
        fonts = self._group("fonts")
        at = int(style.get("fontId", "0"))
        colour = fonts[at].find(self._xml.name("color")) if at < len(fonts) else None
        if colour is None or not _is_light(colour):
            return
        key = ("dark font", at)
        if key not in self._known:
            font = deepcopy(fonts[at])
            ink = font.find(self._xml.name("color"))
            if ink is not None:
                ink.attrib.clear()
                ink.set("rgb", _INK)
            self._known[key] = self._added("fonts", font)
        style.set("fontId", str(self._known[key]))
        style.set("applyFont", "1")


def _is_light(colour: Element) -> bool:
    if colour.get("theme") == "0" or colour.get("indexed") in ("1", "9"):
        return True
    rgb = (colour.get("rgb") or "FF000000")[-6:]
    try:
        red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return 0.3 * red + 0.59 * green + 0.11 * blue > 150
