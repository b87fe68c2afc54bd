"""The parts of a workbook's package: those that we change, and all others byte for byte."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from scoring.sheets.xml_tree import NotMarkable, local_name, new_xml, xml_tree

LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES_PART = "[Content_Types].xml"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the same file gives the same bytes

UNREADABLE = (
    *(KeyError, zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError),
    *(RuntimeError, NotImplementedError),  # a part with a password, or packed in another way
)


@dataclass(frozen=True)
class Relation:
    """What one part says of another."""

    id: str
    kind: str  # the last word of its type: worksheet, comments, vmlDrawing …
    target: str  # a part, or an address outside


class Package:
    """A workbook's parts, read as they are asked for and written together."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile as error:
            raise NotMarkable(str(error)) from error
        self._changed: dict[str, bytes] = {}
        self._gone: set[str] = set()

    def __contains__(self, part: str) -> bool:
        return part in self._changed or (
            part in self._archive.NameToInfo and part not in self._gone
        )

    def read(self, part: str) -> bytes:
        """A part's bytes.

        Raises: NotMarkable when it is not there or damaged.
        """
        if part in self._changed:
            return self._changed[part]
        try:
            return self._archive.read(part)
        except UNREADABLE as error:
            raise NotMarkable(part) from error

    def put(self, part: str, content: bytes) -> None:
        """Write a part, new or in place of the old one."""
        self._changed[part] = content
        self._gone.discard(part)

    def drop(self, part: str) -> None:
        """Leave a part out."""
        self._changed.pop(part, None)
        self._gone.add(part)

    def free_name(self, pattern: str) -> str:
        """The first part name of the pattern ('xl/comments{}.xml') that is not taken."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[Relation]:
        """What a part ('' for the package) says of others."""
        where = _relations_part(part)
        if where not in self:
            return []
        base = posixpath.dirname(part)
        return [
            Relation(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                one.get("Target", "")
                if one.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join("/", base, one.get("Target", "")))[1:],
            )
            for one in xml_tree(self.read(where)).root
            if local_name(one) == "Relationship"
        ]

    def related(self, part: str, kind: str) -> str | None:
        """The first part of one kind that a part speaks of."""
        return next((one.target for one in self.relations(part) if one.kind == kind), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Say that a part uses another; gives the relation's id."""
        where = _relations_part(part)
        tree = (
            xml_tree(self.read(where))
            if where in self
            else new_xml("Relationships", f"{_PACKAGE}/relationships")
        )
        taken = {one.get("Id") for one in tree.root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        said = {"Id": f"rId{number}", "Type": f"{LINKS}/{kind}", "Target": f"/{target}"}
        tree.added(tree.root, "Relationship", **said)
        self.put(where, tree.written())
        return f"rId{number}"

    def forget_relations(self, part: str) -> None:
        """Let a part use no others."""
        self.drop(_relations_part(part))

    def declare(self, part: str, content_type: str) -> None:
        """Say what a part holds; one with the extension .vml by its extension."""
        tree = xml_tree(self.read(_TYPES_PART))
        by_extension = part.endswith(".vml")
        name, key = ("Default", "Extension") if by_extension else ("Override", "PartName")
        value = "vml" if by_extension else f"/{part}"
        if not any(one.get(key) == value for one in tree.root):
            element = tree.new(name, **{key: value, "ContentType": content_type})
            tree.root.insert(0 if by_extension else len(tree.root), element)
            self.put(_TYPES_PART, tree.written())

    def type_of(self, part: str) -> str:
        """What a part is said to hold; '' where only its extension says it."""
        tree = xml_tree(self.read(_TYPES_PART))
        named = (
            one.get("ContentType", "") for one in tree.root if one.get("PartName") == f"/{part}"
        )
        return next(named, "")

    def written(self) -> bytes:
        """The package with its changes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, info in self._archive.NameToInfo.items():
                if name not in self._gone:
                    one = zipfile.ZipInfo(name, info.date_time)
                    one.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(one, self.read(name))
            for name in self._changed.keys() - self._archive.NameToInfo.keys():
                one = zipfile.ZipInfo(name, _FIXED_DATE)
                one.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(one, self._changed[name])
        return stream.getvalue()


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
