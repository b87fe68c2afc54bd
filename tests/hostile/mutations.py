"""Files damaged at random, the same ones on every run."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from tests.hostile.bases import bases
from tests.hostile.cases import EITHER, REFUSED, SAME, Case
from tests.hostile.zips import doubled, lying, parts_of, zipped

Damage = Callable[[bytes, Random], bytes]

_ZIPPED = ("bang.xlsx", "bang.xlsb", "bang.ods", "bang.docx")
_NAMES = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "docx", "pdf", "png", "zip")
_TAG = re.compile(rb"<[^<>]+>")
_ATTRIBUTE = re.compile(rb'(?<==")[^"<]*(?=")')
_VALUES = (
    *(b"", b"-1", b"0", b"1048577", b"99999999999999999999", b"XFD1048576", b"AAAAAAA1", b"A0"),
    *(b"e", b"s", b"b", b"str", b"inlineStr", b"d", b"&#0;", b"&xxe;", b"../../../etc/passwd"),
    *(b"http://127.0.0.1/", b"file:///etc/passwd", b"%s%n", b"A" * 5000, b"\xff\xfe", b"NaN"),
)
_SECTORS = (0, 1, 2, 3, 0xFFFFFFFC, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFF, 0x10000)


@cache
def mutations(seed: int = 3) -> tuple[Case, ...]:
    """More than a thousand files."""
    return tuple(_mutations(Random(seed)))


def _mutations(random: Random) -> Iterator[Case]:
    yield from _whole(random, "truncated", truncated, 15)
    yield from _whole(random, "overwritten", overwritten, 30)
    yield from _whole(random, "shuffled", shuffled, 12)
    yield from _sectors(random, 120)
    yield from _repacked(random, "flipped", flipped, 60)
    yield from _repacked(random, "tagged", tagged, 50, b"<")
    yield from _repacked(random, "attributed", attributed, 60, b"<")
    yield from _parts(random)
    yield from _directories(random)
    yield from _noise(random, 80)
    yield from _renamed()


def _whole(random: Random, kind: str, damage: Damage, times: int) -> Iterator[Case]:
    for base, content in bases().items():
        for number in range(times):
            damaged = damage(content, random)
            changed = _bytes_changed(content, damaged)
            yield Case(f"{kind}-{number}-{base}", damaged, EITHER, base, changed)


def _bytes_changed(before: bytes, after: bytes) -> int:
    if len(before) != len(after):
        return len(before)
    return sum(a != b for a, b in zip(before, after, strict=True))


def truncated(content: bytes, random: Random) -> bytes:
    """The beginning of a file."""
    return content[: random.randrange(1, len(content))]


def overwritten(content: bytes, random: Random) -> bytes:
    """Some bytes with others, near the beginning in half of all files."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 2, 8, 40))):
        end = random.choice((min(2048, len(content)), len(content)))
        changed[random.randrange(end)] = random.choice((0, 255, random.randrange(256)))
    return bytes(changed)


def shuffled(content: bytes, random: Random) -> bytes:
    """A piece copied over another place."""
    start, length = random.randrange(len(content)), random.randrange(1, 400)
    piece = content[start : start + length]
    target = random.randrange(len(content))
    return content[:target] + piece + content[target + len(piece) :]


def _sectors(random: Random, times: int) -> Iterator[Case]:
    """Words of an .xls that say where the next piece is."""
    content = bases()["bang.xls"]
    for number in range(times):
        changed = bytearray(content)
        for _ in range(random.choice((1, 3, 10))):
            at = random.randrange(11, len(content) // 4) * 4
            changed[at : at + 4] = random.choice(_SECTORS).to_bytes(4, "little")
        damaged = bytes(changed)
        # One wrong length shifts all texts that follow it: nothing in the format tells.
        yield Case(f"sector-{number}-bang.xls", damaged, EITHER, "bang.xls", len(content))


def _repacked(
    random: Random, kind: str, damage: Damage, times: int, mark: bytes = b""
) -> Iterator[Case]:
    """One part that begins with the mark changed, and the archive made whole again around it."""
    for base in _ZIPPED:
        parts = parts_of(bases()[base])
        names = [name for name in parts if len(parts[name]) > 40 and parts[name].startswith(mark)]
        for number in range(times):
            name = random.choice(names)
            changed = damage(parts[name], random)
            content = zipped({**parts, name: changed})
            # A byte of a shared text or of a style may change every cell that shows it.
            yield Case(f"{kind}-{number}-{base}", content, EITHER, base, 40)


def flipped(content: bytes, random: Random) -> bytes:
    """One bit turned."""
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def tagged(content: bytes, random: Random) -> bytes:
    """One tag of the XML left out, doubled or put elsewhere."""
    tags = list(_TAG.finditer(content))
    one, other = random.choice(tags), random.choice(tags)
    new = random.choice((b"", one.group() * 2, other.group()))
    return content[: one.start()] + new + content[one.end() :]


def attributed(content: bytes, random: Random) -> bytes:
    """One attribute of the XML with a value that no program writes."""
    found = list(_ATTRIBUTE.finditer(content)) or list(_TAG.finditer(content))
    one = random.choice(found)
    return content[: one.start()] + random.choice(_VALUES) + content[one.end() :]


def _parts(random: Random) -> Iterator[Case]:
    """A part left out, empty, or in another's place."""
    for base in _ZIPPED:
        parts = parts_of(bases()[base])
        for name in parts:
            other = random.choice(list(parts))
            for kind, changed in (
                ("without", {key: part for key, part in parts.items() if key != name}),
                ("empty", {**parts, name: b""}),
                ("swapped", {**parts, name: parts[other], other: parts[name]}),
            ):
                label = f"{kind}-{name.replace('/', '_')}-{base}"
                yield Case(label, zipped(changed), EITHER, base, 400)


def _directories(random: Random) -> Iterator[Case]:
    """A directory that lies about its parts."""
    lies = {
        "flags": (8, "<H", 1),
        "method": (10, "<H", 12),
        "unknown-method": (10, "<H", 99),
        "stored": (10, "<H", 0),
        "checksum": (16, "<I", 7),
        "packed-size": (20, "<I", 0xFFFFFFF0),
        "tiny": (24, "<I", 1),
        "size": (24, "<I", 0xFFFFFFF0),
        "name-length": (28, "<H", 0xFFF0),
        "offset": (42, "<I", 0x7FFFFFFF),
        "offset-zero": (42, "<I", 0),
    }
    for base in _ZIPPED:
        content = bases()[base]
        for lie, (offset, form, value) in lies.items():
            damaged = lying(content, offset, form, value)
            # A .docx whose sizes are wrong may still be whole by its own checksums.
            yield Case(f"lying-{lie}-{base}", damaged, EITHER, base)
        name = random.choice([part for part in parts_of(content) if not part.endswith("/")])
        yield Case(f"doubled-{base}", doubled(content, name, b"<a/>"), REFUSED, base)
        for path in ("../../../../tmp/ra-ngoai.txt", "/tmp/ra-ngoai.txt", "C:\\ra-ngoai.txt"):
            outside = zipped({**parts_of(content), path: b"ra ngo\xc3\xa0i"})
            yield Case(f"traversal-{len(path)}-{base}", outside, SAME, base)


def _noise(random: Random, times: int) -> Iterator[Case]:
    """Bytes that mean nothing, under the first bytes of something."""
    marks = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<?xml ")
    for number in range(times):
        content = random.choice(marks) + random.randbytes(random.choice((3, 100, 5000)))
        yield Case(f"noise-{number}.{random.choice(_NAMES)}", content, REFUSED)


def _renamed() -> Iterator[Case]:
    """Files in order under every other name."""
    for base, content in bases().items():
        for suffix in _NAMES:
            yield Case(f"{base}.{suffix}", content, SAME, base)
