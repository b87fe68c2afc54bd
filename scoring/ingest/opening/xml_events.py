"""XML of any size, element by element, with nothing of it kept and no entity expanded."""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from scoring.ingest.opening.refusal import refused

Starts = Callable[[str, Mapping[str, str]], None]
Ends = Callable[[str], None]
Says = Callable[[str], None]


def _nothing(_: str) -> None:
    """What is not looked at."""


def parse(
    chunks: Iterable[bytes], starts: Starts, ends: Ends = _nothing, says: Says = _nothing
) -> None:
    """Hand each element's start, end and text to three functions; names keep their prefix.

    Raises: Refused for XML that is damaged or has a document type, which no office program writes:
        its entities could name other files, or grow without end.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = starts, ends
    parser.CharacterDataHandler = says
    parser.StartDoctypeDeclHandler = _with_entities
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise refused("file-unreadable", found=f"XML sai ở dòng {error.lineno}") from error


def local(name: str) -> str:
    """The name without its prefix: 'x:c' → 'c'."""
    return name.rpartition(":")[2]


def attribute(given: Mapping[str, str], wanted: str) -> str | None:
    """An attribute whatever its prefix: 'val' of w:val; None where it is not given."""
    for name, value in given.items():
        if local(name) == wanted:
            return value
    return None


def _with_entities(*_: object) -> None:
    raise refused("file-unreadable", found="XML có phần DOCTYPE, không phải do Excel hay Word ghi")
