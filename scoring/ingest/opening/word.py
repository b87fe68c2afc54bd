"""The tables of a .docx, whose parts have been measured before."""

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from scoring.ingest.limits import Limits
from scoring.ingest.opening.archive import Archive, damaged
from scoring.ingest.opening.parts import Look
from scoring.ingest.opening.refusal import refused
from scoring.ingest.opening.word_numbers import Lists, lists_of
from scoring.ingest.opening.word_tables import Document, document_of
from scoring.ingest.opening.word_texts import local
from scoring.ingest.opening.xml_events import parse

_MAIN = "word/document.xml"
_LINKS = "_rels/.rels"
_MOST_BYTES = 64 * 2**20  # of the text's XML; pictures are other parts
_MOST_ELEMENTS = 1_000_000
_DEEPEST = 200
_MOST_NUMBERING = 8 * 2**20
_MORE = "Chép bảng sang Excel, lưu thành .xlsx rồi nạp tệp đó."


def read_document(archive: Archive, looks: Mapping[str, Look], limits: Limits) -> Document:
    """The tables of a document, and the paragraphs around them.

    Raises: Refused where it is damaged, or larger than allowed.
    """
    main = _main_part(archive)
    if looks[main].size > _MOST_BYTES:
        found = f"{looks[main].size // 2**20} MB chữ và định dạng"
        expected = f"không quá {_MOST_BYTES // 2**20} MB"
        raise refused("file-too-large", expected=expected, found=found, fix=_MORE)
    _check_shape(archive, main)
    root = _root(archive.read(main))
    body = next((part for part in root if local(part) == "body"), None)
    if body is None:
        raise damaged()
    folder = main.rpartition("/")[0]
    return document_of(body, _lists(archive, looks, folder), limits)


def _main_part(archive: Archive) -> str:
    links: list[str] = []

    def starts(name: str, given: Mapping[str, str]) -> None:
        if given.get("Type", "").endswith("/officeDocument"):
            links.append(given.get("Target", "").lstrip("/").lower())

    if _LINKS in archive.parts:
        parse(archive.chunks(_LINKS), starts)
    found = next((part for part in (*links, _MAIN) if part in archive.parts), None)
    if found is None:
        raise damaged()
    return found


def _check_shape(archive: Archive, part: str) -> None:
    """See that the XML can be held in memory and walked through.

    Raises: Refused where it is damaged, or has more or deeper elements than any document.
    """
    elements = depth = 0

    def starts(_: str, __: Mapping[str, str]) -> None:
        nonlocal elements, depth
        elements, depth = elements + 1, depth + 1
        if elements > _MOST_ELEMENTS:
            raise refused("file-too-large", found="văn bản quá dài", fix=_MORE)
        if depth > _DEEPEST:
            raise refused("file-unreadable", found="văn bản lồng quá nhiều tầng", fix=_MORE)

    def ends(_: str) -> None:
        nonlocal depth
        depth -= 1

    parse(archive.chunks(part), starts, ends)


def _lists(archive: Archive, looks: Mapping[str, Look], folder: str) -> Lists:
    """How the document's lists count; nothing where that cannot be read."""
    parts = [f"{folder}/{name}.xml" for name in ("numbering", "styles")]
    known = [name in looks and looks[name].size <= _MOST_NUMBERING for name in parts]
    if not known[0]:
        return Lists()
    numbering, styles = (
        archive.read(name) if there else b"" for name, there in zip(parts, known, strict=True)
    )
    try:
        return lists_of(numbering, styles)
    except ElementTree.ParseError:
        raise damaged() from None


def _root(xml: bytes) -> Element:
    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise damaged() from error
