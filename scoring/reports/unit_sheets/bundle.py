"""The sheets of many units in one .zip, each under the name of its unit."""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from scoring.analysis.review.units import UnitFrames
from scoring.reports.pdf import as_pdf
from scoring.reports.unit_sheets.sheet import unit_sheet
from scoring.text.words import fold, nfc

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_LONGEST = 70  # characters of a name: with three bytes each well within the 255 of a file system


def unit_sheets(
    frames: UnitFrames, units: Iterable[str] | None = None, *, pdf: bool = False
) -> bytes:
    """A .zip with the sheet of each unit; of all that are named where none are given.

    Shape: with `pdf` the pages as .pdf instead of .docx.
    Raises: KeyError for a unit that nothing names; pdf.NotConverted.
    """
    chosen = frames.named if units is None else list(dict.fromkeys(units))
    names = file_names(chosen)
    files = {names[unit]: unit_sheet(frames, unit) for unit in chosen}
    made = as_pdf(files) if pdf and files else files
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def file_names(units: Iterable[str]) -> dict[str, str]:
    """A name for the file of each unit: 'Phiếu đơn vị - Sở Tài chính.docx'.

    Every system can keep them: without signs that have a meaning in paths, of bounded length, and
    no two alike, whatever their case.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for unit in units:
        bare = nfc(_REFUSED.sub(" ", unit))[:_LONGEST].strip(" .") or "không tên"
        name, nth = bare, 1
        while fold(name) in taken:
            nth += 1
            name = f"{bare} ({nth})"
        taken.add(fold(name))
        found[unit] = f"Phiếu đơn vị - {name}.docx"
    return found
