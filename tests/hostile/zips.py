"""Zip files taken apart and put together again, also as no program would."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """A zip file of these parts; one that is no bytes is written piece by piece."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return stream.getvalue()


def with_parts(content: bytes, **changed: bytes | Iterable[bytes] | None) -> bytes:
    """The zip file with other parts; None leaves one out. Names have '/' as '__', '.' as '_'."""
    parts: dict[str, bytes | Iterable[bytes]] = dict(parts_of(content))
    for name in list(parts):
        key = name.replace("/", "__").replace(".", "_")
        if key in changed:
            new = changed[key]
            parts.pop(name)
            if new is not None:
                parts[name] = new
    return zipped(parts)


def doubled(content: bytes, name: str, second: bytes) -> bytes:
    """The zip file with a second part of one name."""
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.NameToInfo.pop(name)  # or it would warn of the very thing that is wanted
        archive.writestr(zipfile.ZipInfo(name), second)
    return stream.getvalue()


def lying(content: bytes, offset: int, form: str, value: int) -> bytes:
    """The zip file with one field of each entry of its directory set to a value."""
    changed = bytearray(content)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into(form, changed, at + offset, value)
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def bomb(name: str, piece: bytes, times: int) -> bytes:
    """A zip file of one part that unpacks to a piece again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return entries({name: packed * times + packer.flush()}, len(piece) * times)


def entries(packed: Mapping[str, bytes], size: int, *, checksum: int = 0, again: int = 0) -> bytes:
    """A zip file of deflated parts; each is listed so many times more under other names."""
    content, directory, listed = b"", b"", 0
    for name, data in packed.items():
        fields = (20, 0, 8, 0, 0, checksum, len(data), size % 2**32)
        for copy in range(again + 1):
            written = f"{copy or ''}{name}".encode()
            directory += struct.pack("<4s6H3I", b"PK\x01\x02", 20, *fields[:5], *fields[5:])
            directory += struct.pack("<5H2I", len(written), 0, 0, 0, 0, 0, len(content)) + written
            listed += 1
        content += struct.pack("<4s5H3I", b"PK\x03\x04", *fields)
        content += struct.pack("<2H", len(name), 0) + name.encode() + data
    end = (0, 0, min(listed, 0xFFFF), min(listed, 0xFFFF), len(directory), len(content), 0)
    return content + directory + struct.pack("<4s4H2IH", b"PK\x05\x06", *end)
