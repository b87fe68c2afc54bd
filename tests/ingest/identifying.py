"""What a small table says of itself, for tests."""

from collections.abc import Callable, Sequence
from typing import Any

from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import layouts
from scoring.ingest.identity.identity import Identity, identify
from scoring.ingest.identity.lines import lines_around
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.reference import Reference

Identified = Callable[..., Identity]


def identifying(reference: Reference) -> Identified:
    """What a small table says of itself, by its titles, sheet, file and document."""
    table = [
        ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"],
        ["1", "Chỉ đạo", 10.0, 8.0, 2.0],
    ]

    def by(
        *titles: str, sheet: str = "Sheet1", file: str = "bang.xlsx", **texts: Sequence[str]
    ) -> Identity:
        rows: list[list[Any]] = [[title, "", "", "", ""] for title in titles]
        page = Sheet(sheet, [*rows, *table], **{key: tuple(said) for key, said in texts.items()})
        (layout,) = layouts(page, Headers(reference.headers))
        return identify(lines_around(page, layout, file), layout, page, reference)

    return by
