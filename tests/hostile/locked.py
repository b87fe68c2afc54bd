"""Files whose XML defines entities, and files with a password."""

from collections.abc import Iterator
from itertools import chain

from tests.hostile.bases import bases
from tests.hostile.books import book, shared_strings, sheet
from tests.hostile.cases import EITHER, REFUSED, Case
from tests.hostile.zips import parts_of, with_parts

_XML = '<?xml version="1.0"?>'
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def entities() -> Iterator[Case]:
    """Entities that grow without end, or that name a file."""
    cells = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'
    for name, entity in (("laughs", _LAUGHS), ("outside", _OUTSIDE)):
        before = (_XML + entity).encode()
        yield Case(f"{name}-sheet.xlsx", book(sheet([cells], before=before)), REFUSED)
        yield Case(f"{name}-book.xlsx", book(sheet([]), before=_XML + entity), REFUSED)
        strings = chain([before], shared_strings(["&j;"]))
        yield Case(f"{name}-strings.xlsx", book(sheet([cells]), strings=strings), REFUSED)
        for base, part in (
            ("bang.docx", "word__document_xml"),
            ("bang.ods", "content_xml"),
            ("bang.xlsx", "xl__styles_xml"),
        ):
            parts = parts_of(bases()[base])
            key = next(key for key in parts if key.replace("/", "__").replace(".", "_") == part)
            xml = before + parts[key].partition(b"?>")[2]
            expected = EITHER if "styles" in part else REFUSED
            content = with_parts(bases()[base], **{part: xml or before + parts[key]})
            yield Case(f"{name}-{part}.{base}", content, expected, base)


def encrypted() -> Iterator[Case]:
    """Files that Office or LibreOffice encrypted."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
    package = "EncryptedPackage".encode("utf-16-le")
    for name in ("khoa.xlsx", "khoa.docx", "khoa.xls"):
        yield Case(name, head + package + bytes(4096), REFUSED)
    locked = (
        b"<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>"
    )
    content = with_parts(bases()["bang.ods"], **{"META-INF__manifest_xml": locked})
    yield Case("khoa.ods", content, REFUSED)
