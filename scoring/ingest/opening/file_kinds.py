"""What a file is, told by what it holds; its name counts only where that is not enough."""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePath
from typing import Literal

from scoring.ingest.opening.archive import Archive
from scoring.ingest.opening.delimited import is_table
from scoring.ingest.opening.refusal import Refused, refused
from scoring.ingest.opening.text_encoding import text_of

Kind = Literal["excel", "apart", "opendocument", "word", "text"]

READ = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".docx")
TEXTS = (".csv", ".tsv", ".txt", ".tab", ".psv")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office 97–2003, and what Office encrypts
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BEGINNING = 2_048
_IMAGES = {
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"II*\0": "ảnh TIFF",
    b"MM\0*": "ảnh TIFF",
}
_PACKED = {b"Rar!": "tệp nén RAR", b"7z\xbc\xaf": "tệp nén 7z", b"\x1f\x8b": "tệp nén gzip"}
_UNPACK = "Giải nén rồi nạp từng tệp bên trong."
_TABULATED = "Nếu là văn bản có cột, đổi đuôi tệp thành .csv; nếu không, " + (
    "chép bảng sang Excel, lưu thành .xlsx rồi nạp tệp đó."
)
_WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.I)
_WEB_MAIL = b"mime-version:"
_SPREADSHEET_XML = b"schemas-microsoft-com:office:spreadsheet"
_FLAT = b"urn:oasis:names:tc:opendocument"


def kind_of_archive(archive: Archive, name: str) -> Kind:
    """How a zip file is read.

    Raises: Refused where it is no file of tables.
    """
    parts = archive.parts
    if "xl/workbook.xml" in parts:
        return "excel"
    if "xl/workbook.bin" in parts:
        return "apart"
    if "content.xml" in parts:
        return _kind_of_opendocument(archive)
    if any(part.startswith("word/") for part in parts):
        return "word"
    if any(part.startswith("ppt/") for part in parts):
        raise foreign("tệp PowerPoint")
    raise _packed_files(parts, name)


def kind_of_bytes(name: str, content: bytes) -> Kind:
    """How a file that is no zip is read.

    Raises: Refused where it is not.
    """
    if content.startswith(COMPOUND):
        return _kind_of_compound(name, content)
    refusal = _foreign_by_mark(content[:_BEGINNING])
    if refusal:
        raise refusal
    return _kind_of_text(name, content)


def _foreign_by_mark(beginning: bytes) -> Refused | None:
    """The refusal of a file whose first bytes say that it holds no cells."""
    if b"%PDF-" in beginning[:1024]:
        return refused("file-pdf", expected=_expected(), found="tệp PDF")
    if beginning.startswith(b"{\\rtf"):
        return refused("file-old-word", expected="tệp .docx", found="tệp RTF")
    web = _web(beginning)
    if web:
        return refused("file-web", expected=_expected(), found=web)
    image = _marked(beginning, _IMAGES)
    if image:
        return refused("file-pdf", expected=_expected(), found=image)
    packed = _marked(beginning, _PACKED)
    return foreign(packed, fix=_UNPACK) if packed else None


def _marked(beginning: bytes, marks: Mapping[bytes, str]) -> str:
    return next((what for mark, what in marks.items() if beginning.startswith(mark)), "")


def foreign(what: str, *, fix: str = "") -> Refused:
    """The refusal of a file that holds no tables we read."""
    return refused("file-type", expected=_expected(), found=what, fix=fix)


def _expected() -> str:
    return "tệp " + ", ".join(READ)


def _kind_of_opendocument(archive: Archive) -> Kind:
    said = archive.read("mimetype")[:200] if "mimetype" in archive.parts else b""
    manifest = "meta-inf/manifest.xml"
    if manifest in archive.parts and b"encryption-data" in archive.read(manifest):
        raise refused("file-password", found="tệp OpenDocument đã mã hoá")
    if b"opendocument.text" in said:
        raise refused("file-old-word", expected="tệp .docx", found="tệp .odt")
    if b"opendocument.presentation" in said:
        raise foreign("tệp trình chiếu")
    return "opendocument"


def _packed_files(parts: Collection[str], name: str) -> Refused:
    readable = sum(part.endswith(READ[:5]) for part in parts)
    if readable or PurePath(name).suffix.lower() == ".zip":
        return foreign(f"tệp nén .zip có {len(parts)} tệp", fix=_UNPACK)
    return refused("file-unreadable", found="tệp nén không phải bảng tính hay văn bản Word")


def _kind_of_compound(name: str, content: bytes) -> Kind:
    if _ENCRYPTED in content:
        raise refused("file-password", expected="tệp không có mật khẩu", found="tệp đã mã hoá")
    suffix = PurePath(name).suffix.lower()
    if _has_stream(content, "WordDocument") and not (
        _has_stream(content, "Workbook") and suffix.startswith(".xl")
    ):
        raise refused("file-old-word", expected="tệp .docx", found="tệp Word 97–2003 (.doc)")
    if _has_stream(content, "PowerPoint Document"):
        raise foreign("tệp PowerPoint")
    return "apart"


def _has_stream(content: bytes, name: str) -> bool:
    """Whether the file's directory, entries of 128 bytes, has a stream of this name."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = content.find(wanted)
    while at >= 0:
        if at % 128 == 0:
            return True
        at = content.find(wanted, at + 1)
    return False


def _web(beginning: bytes) -> str:
    plain = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _SPREADSHEET_XML in plain:
        return "bảng tính XML 2003"
    if _FLAT in plain:
        return "bảng tính OpenDocument dạng XML"
    if plain.lower().startswith(_WEB_MAIL) or (plain[:1] == b"<" and _WEB.search(plain)):
        return "trang web (HTML)"
    return "tệp XML" if plain.startswith(b"<?xml") else ""


def _kind_of_text(name: str, content: bytes) -> Kind:
    """Text as its name says; under another name only where it surely is a table."""
    if PurePath(name).suffix.lower() in TEXTS:
        return "text"
    try:
        text = text_of(content)
    except Refused as refusal:
        raise foreign("nội dung không phải bảng tính") from refusal
    if not is_table(text):
        raise foreign("văn bản", fix=_TABULATED)
    return "text"
