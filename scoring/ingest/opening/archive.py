"""The parts of a zip file (.xlsx, .ods, .docx), whatever its directory says of their sizes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scoring.ingest.opening.refusal import Refused, refused

SIGNATURE = b"PK\x03\x04"
_ENCRYPTED = 0x1
_SLICE = 65_536  # packed bytes at a time: at most 66 MB once unpacked
_MOST_PARTS = 5_000
_STREAM_ENDS = zlib.DEFLATED  # the one way of packing that office programs use, besides none


@dataclass(frozen=True)
class Archive:
    """A zip file and where its parts are; names in lower case, as office programs compare them."""

    content: bytes
    parts: Mapping[str, zipfile.ZipInfo]

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part, unpacked piece by piece.

        Raises: Refused where it is damaged, at the latest after its last piece.
        """
        part = self.parts[name]
        size, checksum = 0, 0
        for chunk in _unpacked(_packed(self.content, part), part):
            size += len(chunk)
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
        if size != part.file_size or checksum != part.CRC:
            raise damaged()

    def read(self, name: str) -> bytes:
        """The whole part; only for those whose size was measured.

        Raises: Refused where it is damaged; KeyError where there is no such part.
        """
        return b"".join(self.chunks(name))


def damaged() -> Refused:
    """The refusal of a file that is not whole."""
    return refused("file-unreadable", found="tệp hỏng hoặc bị cắt ngắn")


def open_archive(content: bytes) -> Archive:
    """The parts of a zip file.

    Raises: Refused where it is damaged, encrypted or no file of an office program.
    """
    parts = _directory(content)
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    if len(parts) > _MOST_PARTS:
        found = f"{len(parts)} phần"
        raise refused("file-too-large", expected=f"không quá {_MOST_PARTS} phần", found=found)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refused("file-password", found="tệp nén có mật khẩu")
    if len(set(names)) < len(names):
        raise refused("file-unreadable", found="tệp có hai phần cùng tên")
    if any(part.compress_type not in (zipfile.ZIP_STORED, _STREAM_ENDS) for part in parts):
        raise refused("file-unreadable", found="tệp nén theo cách của chương trình khác")
    return Archive(content, dict(zip(names, parts, strict=True)))


def _directory(content: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [part for part in archive.infolist() if not part.filename.endswith("/")]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, struct.error) as error:
        raise damaged() from error
    except (ValueError, OverflowError, OSError, NotImplementedError) as error:
        raise damaged() from error


def _packed(content: bytes, part: zipfile.ZipInfo) -> memoryview:
    at = part.header_offset
    if at < 0 or content[at : at + 4] != SIGNATURE or at + 30 > len(content):
        raise damaged()
    name, extra = struct.unpack_from("<HH", content, at + 26)
    start = at + 30 + name + extra
    packed = memoryview(content)[start : start + part.compress_size]
    if len(packed) != part.compress_size:
        raise damaged()
    return packed


def _unpacked(packed: memoryview, part: zipfile.ZipInfo) -> Iterator[bytes]:
    slices = (packed[at : at + _SLICE] for at in range(0, len(packed), _SLICE))
    if part.compress_type == zipfile.ZIP_STORED:
        yield from map(bytes, slices)
        return
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for one in slices:
            yield stream.decompress(one)
    except zlib.error as error:
        raise damaged() from error
    if not stream.eof or stream.unused_data:
        raise damaged()
