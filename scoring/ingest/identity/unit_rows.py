"""Do rows of one organisation's scores bear the names of several units, each with its own rows?"""

import re
import unicodedata

from scoring.ingest.finding.layout import Layout
from scoring.ingest.identity.whole_names import as_listed
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference
from scoring.text.words import fold, nfc

_MAY_BE = re.compile(r"(?:sở|ban|thanh tra|văn phòng|ubnd|tỉnh|thành phố|tp\.?)\s", re.I)
_PLACE = re.compile(
    r"(?:UBND )?(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)(?: [^\W\d_]\w*){1,4}",
    re.I,
)
_LONGEST = 60  # characters
# One cheap look before a text is put in order; one in another normal form gets the closer look.
_BEGINS = re.compile(
    r"\s*(?:sở|ban|thanh tra|văn phòng|ubnd|tỉnh|thành phố|tp|huyện|quận|thị|xã|phường|đặc khu)\b",
    re.I,
)


def units_as_rows(
    sheet: Sheet, layout: Layout, reference: Reference, year: int | None
) -> tuple[tuple[int, str], ...]:
    """The rows (from 0) of a score table whose title is the name of a unit; one alone is no sign.

    A criterion may begin like a unit's name ('THANH TRA CÔNG VỤ'), so only known departments and
    provinces count, and places written as names.
    """
    at = layout.columns.get("title")
    if layout.kind != "scores" or at is None:
        return ()
    found = [
        (row, name)
        for row in range(layout.first, layout.last)
        if type(cell := sheet.rows[row][at]) is str
        and len(cell) < _LONGEST
        and (_BEGINS.match(cell) or not unicodedata.is_normalized("NFC", cell))
        and _is_unit(name := nfc(cell), reference, year)
    ]
    return tuple(found) if len({fold(name) for _, name in found}) > 1 else ()


def _is_unit(text: str, reference: Reference, year: int | None) -> bool:
    if _MAY_BE.match(text) and not text.islower():
        name = as_listed(text, reference, year)
        if reference.organisations_named(name, year) or fold(name) in reference.units.aliases:
            return True
    words = text.split()
    if not _PLACE.fullmatch(text) or text.isupper():
        return False
    # The last two words, as 'thị xã', 'thành phố' have a small second one.
    return all(word[:1].isupper() for word in words[2 if words[0] == "UBND" else 1 :][-2:])
