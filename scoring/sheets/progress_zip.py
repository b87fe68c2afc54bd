"""The files of all units in one archive, to be sent out."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

import pandas as pd

from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.reference import Organisation
from scoring.sheets.progress_file import progress_file
from scoring.sheets.progress_tasks import lines_of
from scoring.text.moments import VIETNAM
from scoring.text.words import slug

_LONGEST = 60  # characters of a unit's name in the name of its file


def files_of(
    board: pd.DataFrame, units: Sequence[str], organisation: Organisation, moment: datetime
) -> Iterator[tuple[str, bytes]]:
    """Name and content of the file of each unit that has a task; no two names are alike.

    Shape: `board` as scoring.analysis.plans.board gives it.
    """
    taken: set[str] = set()
    for unit in units:
        lines = lines_of(board, unit)
        if lines:
            yield (
                _free(file_name(unit, moment), taken),
                progress_file(lines, Mark(organisation, moment, unit)),
            )


def progress_zip(
    board: pd.DataFrame, units: Sequence[str], organisation: Organisation, moment: datetime
) -> bytes:
    """The archive of `files_of`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(board, units, organisation, moment):
            entry = zipfile.ZipInfo(name, moment.astimezone(VIETNAM).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def file_name(unit: str, moment: datetime) -> str:
    """'tien-do-so-noi-vu-20211120.xlsx'"""
    return f"tien-do-{slug(unit)[:_LONGEST]}-{moment.astimezone(VIETNAM):%Y%m%d}.xlsx"


def _free(name: str, taken: set[str]) -> str:
    """A name that no other file has: different units may be spelled alike without their marks."""
    stem = name.removesuffix(".xlsx")
    number = 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.xlsx"
    taken.add(name)
    return name
