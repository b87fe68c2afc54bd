"""What is a deck laid on? The agency's own file with its slides taken out, or a plain one."""

import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, _Relationship
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from scoring.reports.slides.default_template import default_template

_VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
)
_MOST_BYTES = 300_000_000  # unpacked
_NO_PPTX = (
    "Tệp mẫu không phải bản trình chiếu .pptx mở được. Mở tệp bằng PowerPoint, bỏ mật khẩu nếu có,"
    " lưu lại dạng .pptx rồi chọn lại."
)
_TOO_LARGE = "Tệp mẫu lớn quá 300 MB khi giải nén. Bỏ bớt ảnh và video trong tệp rồi chọn lại."
_NO_LAYOUT = (
    "Tệp mẫu không có bố cục trang nào. Mở Xem → Trang cái bản chiếu (Slide Master) trong"
    " PowerPoint, thêm một bố cục rồi lưu lại."
)
# What python-pptx meets in a file that is damaged or something else.
_DAMAGED = (
    *(BadZipFile, SyntaxError, PythonPptxError, zlib.error, EOFError, OSError),
    *(LookupError, ValueError, TypeError, AttributeError, AssertionError, RuntimeError),
)


class TemplateProblem(Exception):
    """A file that no deck can be laid on; its message says in Vietnamese what to do."""


def opened(template: bytes | None) -> Deck:
    """The template without its slides: master, layouts, theme, size.

    Shape: .pptx, .potx, .ppsx and their kin with macros, which are left out.
    Raises: TemplateProblem.
    """
    try:
        deck = Presentation(BytesIO(_as_presentation(template or default_template())))
        layouts = len(deck.slide_layouts)
        _clear(deck)
    except _DAMAGED:
        raise TemplateProblem(_NO_PPTX) from None
    if not layouts:
        raise TemplateProblem(_NO_LAYOUT)
    return deck


def _as_presentation(content: bytes) -> bytes:
    """The same file as a plain presentation, whatever kind of PowerPoint file it is."""
    with ZipFile(BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
            raise TemplateProblem(_TOO_LARGE)
        types = archive.read(_CONTENT_TYPES)
        if not any(one in types for one in _OTHER_MAINS):
            return content
        for one in _OTHER_MAINS:
            types = types.replace(one, _MAIN)
        made = BytesIO()
        with ZipFile(made, "w") as out:
            for entry in archive.infolist():
                same = entry.filename != _CONTENT_TYPES
                out.writestr(entry, archive.read(entry) if same else types)
    return made.getvalue()


def _clear(deck: Deck) -> None:
    """Take out the slides, and all that speaks of them: nothing may point at what is gone."""
    part = deck.part
    root: Any = part._element
    for slide in [*root.findall(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")]:
        part.rels.pop(slide.get(qn("r:id")))
        slide.getparent().remove(slide)
    for shows in root.findall(qn("p:custShowLst")):
        root.remove(shows)
    _forget_sections(root)
    for key, relation in list(part.rels.items()):
        if relation.reltype == _VBA or _shows_some(relation):
            part.rels.pop(key)
        elif relation.reltype == RT.VIEW_PROPS:
            _forget_outline(relation.target_part)
    for relation in list(part.package.iter_rels()):
        if relation.reltype == RT.THUMBNAIL:
            part.package.drop_rel(relation.rId)


def _forget_sections(root: Any) -> None:
    """The sections of the slides; PowerPoint repairs a file whose sections name others."""
    for extensions in root.findall(qn("p:extLst")):
        for one in list(extensions):
            if any(child.tag.endswith("}sectionLst") for child in one):
                extensions.remove(one)
        if not len(extensions):
            root.remove(extensions)


def _forget_outline(view: Part) -> None:
    """What the view remembers of slides that were folded in the outline."""
    root: Any = parse_xml(view.blob)
    for outline in root.findall(qn("p:outlineViewPr")):
        for slides in outline.findall(qn("p:sldLst")):
            outline.remove(slides)
    view.blob = serialize_part_xml(root)
    for key in list(view.rels):
        view.rels.pop(key)


def _shows_some(relation: _Relationship) -> bool:
    """Whether the presentation is set to show only some of its slides."""
    if relation.reltype != RT.PRES_PROPS:
        return False
    blob = relation.target_part.blob
    return b"sldRg" in blob or b"custShow" in blob
